"""The log, a line a session."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.history.records import SessionRecord
from hiptimer.tui.log_lines import columns, head, line, lines, several_circuits
from tests.progress.logbook import holds, row, session

ROUNDS = [(31.2, 28.4), (28.0, 27.1), (30.3, 29.0)]


def told(records: list[SessionRecord], width: int = 78) -> list[str]:
    wide = columns(width, several_circuits(records))
    return ["".join(span.text for span in one) for one in lines(records, wide)]


def test_a_session_is_date_length_sets_and_the_holds_of_each_side() -> None:
    assert told([session(holds(ROUNDS))]) == [
        " MARCH 2026",
        " Mon 02 18:00  26 min  6 sets   31 28 30        28 27 29",
    ]
    assert head(columns(78, False)) == " DATE          LENGTH  DONE     HELD LEFT       HELD RIGHT"


def test_words_tell_what_is_not_an_ordinary_session() -> None:
    left = replace(session([]), status="open", ended_at=None)
    assert told([left])[1].endswith("-  0 sets   -               -               unfinished")
    assert told([session([], status="partial")])[1].endswith("  partial")
    assert told([replace(session([], status="partial"), guest=True)])[1].endswith("guest, partial")


def test_each_month_has_a_heading_and_a_page_goes_on_with_the_last_one() -> None:
    days = [session([], day) for day in (31.0, 30.0, 10.0, 0.0)]
    assert [words for words in told(days) if "2026" in words] == [" APRIL 2026", " MARCH 2026"]
    wide = columns(78, False)
    assert len(list(lines(days[2:], wide, days[1]))) == 3  # it was April
    assert len(list(lines(days[3:], wide, days[2]))) == 1


def test_circuits_are_named_where_there_are_several_and_the_status_has_its_room() -> None:
    one = session([row("left", seconds=30.0)])
    other = replace(session([], status="partial"), circuit="Tab\x1bata\n of a very long name indeed")
    found = told([one, other])
    assert found[1].endswith("Runner's hips")
    assert found[2].endswith("…  partial") and "\x1b" not in found[2]
    assert "Runner" not in told([one])[1]


@pytest.mark.parametrize("width", [39, 59, 66, 79, 96, 119, 200])
def test_every_width_has_room_for_date_sets_and_status(width: int) -> None:
    record = replace(session(holds(ROUNDS * 9), status="partial"), guest=True)
    found = told([record], width)[1]
    assert len(found) <= width
    assert found.startswith(" Mon 02") and "26 min  54 sets" in found
    assert "  guest, par" in found
    assert ("31 28" in found) is (width >= 59)


def test_the_holds_of_many_rounds_are_cut_and_say_so() -> None:
    found = line(session(holds(ROUNDS * 9)), columns(78, False))
    assert "31 28 30 31 2…" in found
