"""Home's words for what was and what is."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from hiptimer.circuit.file import parse
from hiptimer.circuit.model import Circuit
from hiptimer.circuit.plan import Options
from hiptimer.history.records import SessionRecord, SetRecord
from hiptimer.session.state import begin
from hiptimer.tui.today import (
    Today,
    exercise_lines,
    last_lines,
    last_table,
    open_line,
    rest_words,
    side_line,
    title_lines,
    when_words,
)
from tests.circuits import TABATA, hips
from tests.history.days import BEGAN
from tests.session.builders import THRUST, WHOLE, only

HIPS = begin(parse(hips()), Options())


def last(hours: float = 72.0, circuit: str = "Runner's hips") -> Today:
    """Home, so many hours after a session of one hold ended."""
    row = SetRecord(1, "wall-push", "left", None, None, 31.2, 0, None, "done", 0, None, None, BEGAN)
    record = SessionRecord("a", circuit, BEGAN, BEGAN, "partial", None, (row,))
    return Today(HIPS, BEGAN + timedelta(hours=hours), record, None)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ((2026, 3, 1, 23), "today, Sun 01 Mar"),
        ((2026, 3, 2, 0), "yesterday, Sun 01 Mar"),
        ((2026, 3, 4, 12), "3 days ago, Sun 01 Mar"),
        ((2027, 3, 1, 12), "365 days ago, Sun 01 Mar 2026"),
        ((2026, 2, 27, 12), "Sun 01 Mar"),  # the clock on the wall was set back
    ],
)
def test_a_day_as_people_say_it(now: tuple[int, int, int, int], words: str) -> None:
    assert when_words(BEGAN, datetime(*now, tzinfo=BEGAN.tzinfo)) == words


@pytest.mark.parametrize(
    ("hours", "note"),
    [
        (0.5, "less than an hour since the last session; 48 h let the hips recover"),
        (30.0, "30 h since the last session; 48 h let the hips recover"),
        (48.0, ""),
        (-2.0, ""),
    ],
)
def test_one_soft_note_within_two_days(hours: float, note: str) -> None:
    assert rest_words(last(hours)) == note


def test_a_line_of_last_time_is_short_where_there_is_no_room() -> None:
    assert last_lines(last()) == [
        "last time: 3 days ago, Sun 01 Mar, 0 s, 1 set done, partial",
        "held left 31 s",
    ]
    assert last_lines(last(), narrow=True) == ["last: 3 days ago, 0 s, 1 set, partial", "left 31 s"]


def test_another_circuit_is_named() -> None:
    assert "1 set done, Planks, partial" in last_lines(last(circuit="Planks"))[0]


def test_the_table_has_what_was_done_by_side() -> None:
    assert last_table(last()) == ["           LEFT  RIGHT", "WALL PUSH  31 s"]
    assert last_table(Today(HIPS, BEGAN, None, None)) == []


def test_a_circuit_without_sides_and_kit_says_nothing_of_them() -> None:
    today = Today(begin(parse(TABATA), Options(sets=1)), BEGAN, None, None)
    assert title_lines(today) == ("Tabata · 1 round · ~1 min", "")
    assert exercise_lines(today) == ["1  SQUAT  20 s"]
    assert side_line(today) == ""


def test_every_line_fits_the_smallest_screen() -> None:
    lines = [*title_lines(last()), *exercise_lines(last(), narrow=True), side_line(last(), narrow=True)]
    assert [line for line in lines if len(line) > 38] == []


def test_what_is_done_once_says_so_and_an_alternative_is_not_in_the_list() -> None:
    lines = exercise_lines(Today(begin(WHOLE, Options()), BEGAN, None, None))
    assert lines == [
        "1  SWINGS      warm-up, 30 s",
        "2  WALL PUSH   to fatigue",
        "3  BACK LUNGE  12 reps · HEAVY",
        "4  STRETCH     cool-down, 30 s",
    ]


def test_which_side_begins_and_when_that_changes() -> None:
    def told(circuit: Circuit, sets: int, alternates: bool = True) -> str:
        return side_line(Today(begin(circuit, Options(sets=sets)), BEGAN, None, None, alternates=alternates))

    assert told(HIPS.circuit, 3) == "LEFT first today; it changes each session, and in holds each round"
    assert told(HIPS.circuit, 3, False) == "LEFT first today; it changes in holds each round"
    assert told(HIPS.circuit, 1) == told(only(THRUST), 3) == "LEFT first today; it changes each session"
    assert told(only(THRUST), 3, False) == "LEFT first today"


@pytest.mark.parametrize(
    ("guest", "narrow", "said"),
    [
        (False, False, "unfinished: Sun 01 Mar 18:30, 0 sets done; r resumes it"),
        (True, False, "unfinished: Sun 01 Mar 18:30, 0 sets done, guest; r resumes it"),
        (False, True, "r resumes Sun 01 Mar 18:30, 0 sets"),
        (True, True, "r resumes Sun 01 Mar 18:30, guest"),
    ],
)
def test_what_was_left_says_whose_it_is_at_every_width(guest: bool, narrow: bool, said: str) -> None:
    left = SessionRecord("a", "Runner's hips", BEGAN, None, "open", None, (), guest=guest)
    assert open_line(Today(HIPS, BEGAN, None, left), narrow) == said
