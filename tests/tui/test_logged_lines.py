"""One session of the log in full, as lines of values."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from rich.cells import cell_len

from hiptimer.circuit.file import parse
from hiptimer.history.changes import Value, of_session, of_set
from hiptimer.history.records import SetRecord
from hiptimer.tui.cells import Cells
from hiptimer.tui.logged import Logged, cell_words, title, was_words
from hiptimer.tui.logged_lines import lines
from tests.circuits import SHORT
from tests.progress.logbook import BEGAN, row, session

EXERCISES = {one.id: one for one in parse(SHORT).exercises}
LATER = BEGAN + timedelta(days=3)


def halo(side: str, step: int, number: int = 1, **values: int) -> list[SetRecord]:
    turns = ("clockwise", "counterclockwise")
    made = [
        row(side, number=number, exercise="lunge-halo", reps=5, direction=turn, **values) for turn in turns
    ]
    return [replace(one, step=step, part=part) for part, one in enumerate(made)]


def logged(*rows: SetRecord) -> Logged:
    placed = [one if one.step else replace(one, step=place) for place, one in enumerate(rows)]
    return Logged(session(placed), exercises=EXERCISES)


PAIR = logged(row("left", seconds=31.2, kg=16.0), row("right", seconds=28.0, pain=3))
SETS = logged(
    row("left", seconds=31.2, kg=16.0), row("right", seconds=28.0), *halo("left", 2), *halo("right", 3)
)


def amended(it: Logged, place: int, name: str, value: Value) -> Logged:
    """A value of a set (-1: the session) changed three days later."""
    if place < 0:
        change = of_session(it.record, name, value, LATER)
        return replace(it, record=replace(it.record, **{name: value}), changes=(*it.changes, change))
    sets = list(it.record.sets)
    change = of_set(sets[place], name, value, LATER)
    sets[place] = replace(sets[place], **{name: value})
    return replace(it, record=replace(it.record, sets=tuple(sets)), changes=(*it.changes, change))


def told(it: Logged, width: int = 78) -> list[str]:
    return ["".join(span.text for span in one).rstrip() for one in lines(it, width)]


def test_left_and_right_of_a_set_stand_beside_each_other() -> None:
    assert told(PAIR) == [
        " effort –  next morning –  finished",
        "",
        " WALL PUSH  LEFT    load   pain        │  RIGHT   load   pain",
        " 1          31.2 s  16 kg  –           │  28 s    –      3",
    ]


def test_directions_have_a_line_each_and_what_is_told_of_the_set_stands_in_the_first() -> None:
    assert told(SETS)[-3:] == [
        " LUNGE HALO  LEFT    load   pain  more  │  RIGHT   load   pain  more",
        " 1 CW        5 reps  –      –     –     │  5 reps  –      –     –",
        " 1 CCW       5 reps                     │  5 reps",
    ]


def test_where_there_is_no_room_beside_they_stand_below() -> None:
    assert told(PAIR, 58)[2:] == [
        " WALL PUSH        load   pain",
        " 1 LEFT   31.2 s  16 kg  –",
        " 1 RIGHT  28 s    –      3",
    ]
    assert told(PAIR, 38)[3].startswith(" 1 L ")


@pytest.mark.parametrize("width", [39, 59, 69, 79, 119])
def test_nothing_is_wider_than_the_screen_and_every_value_is_there(width: int) -> None:
    it = amended(SETS, 0, "note", "the [b]knee[/b], " * 12)
    found = lines(it, width)
    assert max(cell_len("".join(span.text for span in one).rstrip()) for one in found) <= width
    places = {span.key for one in found for span in one if span.key}
    assert {(0, 0, "seconds"), (0, 0, "note"), (2, 1, "reps"), (3, 0, "reserve"), (-1, -1, "rpe")} <= places
    assert len(places) == 3 + 2 * 3 + 1 + 2 * 5
    cells = Cells(found)
    starts = [(cells.spot(key), key) for key in places]
    for spot, key in starts:
        before = "".join(span.text for span in found[spot.y])[: spot.x] if spot else ""
        assert before.endswith(" "), key  # where the cursor's mark goes


def test_a_set_that_was_not_done_says_so_and_one_beyond_the_plan_too() -> None:
    it = logged(
        row("left", seconds=12.5, status="interrupted"), row("right", status="skipped"),
        row("left", number=4, seconds=9.0, extra=1),
    )  # fmt: skip
    assert told(it)[3:] == [
        " 1          ¦ 12.5 s   –     –           │  × skipped  –     –",
        " 4 +        9 s        –     –           │",
    ]


def test_a_value_that_was_changed_is_marked_and_what_it_was_is_told() -> None:
    it = amended(PAIR, 1, "seconds", 33.0)
    assert told(it)[1] == " * changed on Thu 05 Mar 2026"
    assert "33 s*" in told(it)[-1]
    assert cell_words(it, (1, 0, "seconds"))[0] == "WALL PUSH RIGHT, set 1: 33 s"
    assert was_words(it, (1, 0, "seconds"))[0] == "was 28 s; changed Thu 05 Mar 2026"
    assert was_words(it, (0, 0, "seconds"))[0] == "logged 18:00, and not changed"


def test_a_side_and_a_status_that_were_changed_are_marked_with_what_was_done() -> None:
    it = amended(amended(PAIR, 0, "side", "right"), 0, "status", "skipped")
    assert was_words(it, (0, 0, "seconds"))[0] == "was LEFT, done; changed Thu 05 Mar 2026"
    assert "× skipped*" in "\n".join(told(it))


def test_a_note_that_was_taken_away_can_still_be_found() -> None:
    it = amended(amended(PAIR, 0, "note", "cramp"), 0, "note", "cold")
    assert told(it)[-1] == "   note LEFT: cold*"
    gone = replace(
        it, record=replace(it.record, sets=(replace(it.record.sets[0], note=None), *it.record.sets[1:]))
    )
    assert told(gone)[-1] == "   note LEFT: –*"


def test_values_of_the_session_are_told_in_words() -> None:
    it = amended(amended(PAIR, -1, "rpe", 6), -1, "morning", "worse")
    assert told(it)[0] == " effort 6*  next morning worse*  finished"
    assert cell_words(it, (-1, -1, "morning"))[0] == "the whole session: next morning worse"
    assert was_words(it, (-1, -1, "rpe"))[0] == "was not told; changed Thu 05 Mar 2026"
    assert title(it)[0] == "Mon 02 Mar 2026 18:00 · 26 min · 2 sets done · Runner's hips"
    assert title(it)[-1] == "Mon 02 Mar 2026 · 26 min · 2 sets"


def test_a_log_without_its_circuit_has_its_ids_and_still_knows_holds() -> None:
    it = replace(PAIR, exercises={})
    assert " WALL-PUSH" in told(it)[2]
    assert it.counted(it.record.sets[0]) == "seconds"


def test_the_way_to_the_key_is_told_where_it_was_taken_off() -> None:
    it = logged(replace(row("left", seconds=27.0), reach_s=4.0))
    assert cell_words(it, (0, 0, "seconds"))[0].endswith("27 s (4 s for your way to the key taken off)")
    assert cell_words(it, (0, 0, "seconds"))[-1] == "WALL PUSH LEFT: 27 s"


def test_a_session_without_a_set_is_shown_too() -> None:
    assert told(logged()) == [" effort –  next morning –  finished"]


def test_a_set_without_sides_has_one_column() -> None:
    it = logged(row(None, exercise="squat", reps=8), row("both", exercise="lunge", reps=12))
    assert [line for line in told(it) if line.startswith(" 1")] == [
        " 1  8 reps   –     –     –",
        " 1  12 reps  –     –     –",
    ]


def test_what_came_from_elsewhere_is_shown_even_where_it_makes_no_pair() -> None:
    later = replace(halo("right", 1)[1], note="second turn")
    it = logged(*halo("left", 0), later, replace(row(None, seconds=9.0), step=2))
    found = told(it)
    assert " 1 CW        5 reps" in "\n".join(found)
    assert any("1 CCW" in line and line.count("5 reps") == 2 for line in found)
    assert "   note RIGHT: second turn" in found
    assert any(line.startswith(" 1") and "9 s" in line for line in found)
