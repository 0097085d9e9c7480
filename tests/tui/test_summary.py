"""The finished session as a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.model import Sides
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from hiptimer.tui.summary import summary_lines
from tests.session.builders import HALO, HIPS, LUNGE, PLANK, THRUST, WALL, Day, only


def table(day: Day, row: int = 0, width: int = 76) -> list[str]:
    return summary_lines(day.session, row, width)


def held(day: Day, *seconds: float) -> Day:
    """Holds of so many seconds, one after the other."""
    for one in seconds:
        day.until(day.session.cursor, Phase.WORK).wait(one).press()
    return day


def cells(line: str) -> list[str]:
    return [cell for cell in line.split("  ") if cell.strip()]


def test_left_and_right_stand_side_by_side_in_every_round() -> None:
    day = held(Day(only(WALL, sets=2)), 31.24, 28.0, 30.0, 33.3)  # the second round begins right
    head, left, right, *_ = table(day)
    assert head.split() == ["ROUND", "1", "ROUND", "2", "BEST"]
    assert left.split("   ")[0].strip() == "WALL PUSH"
    assert [cell.strip() for cell in cells(left)] == ["WALL PUSH", "LEFT", "31.2 s", "33.3 s", "33.3 s"]
    assert [cell.strip() for cell in cells(right)] == ["RIGHT", "28 s", "30 s", "30 s"]


def test_a_whole_session_of_the_hips() -> None:
    lines = table(Day(HIPS).finish())
    assert lines[0].split() == ["ROUND", "1", "ROUND", "2", "ROUND", "3", "BEST"]
    assert [cell.strip() for cell in cells(lines[3])] == ["LUNGE HALO", "LEFT", "3+3", "3+3", "3+3", "3+3"]
    assert "24 of 24 sets done" in lines
    assert all(len(line) <= 76 for line in lines)


def test_directions_are_added_up_for_the_best_and_shown_apart() -> None:
    day = Day(only(HALO, sets=2)).until(0, Phase.WORK).wait(20.0).press().do(e.Nudge(2, row=0)).finish()
    assert [cell.strip() for cell in cells(table(day)[1])] == ["LUNGE HALO", "LEFT", "5+3", "3+3", "5+3"]


def test_skipped_interrupted_and_never_done() -> None:
    day = Day(only(WALL, LUNGE)).until(0, Phase.WORK).wait(14.0).do(e.Pause()).press()
    day.until(1, Phase.WORK).wait(20.0).press().wait(1.0).do(e.Drop("backward-lunge"))
    assert day.session.phase is Phase.FINISHED
    _, left, right, lunge, *rest = table(day)
    assert "(14 s)" in left
    assert left.endswith("–")  # an interrupted hold is no best
    assert right.endswith("20 s")
    assert lunge.split() == ["BACK", "LUNGE", "LEFT", "skipped", "–"]
    assert "1 of 4 sets done, 2 rows skipped" in rest


def test_nothing_was_done() -> None:
    day = Day(only(THRUST)).do(e.Drop("hip-thrust"))
    assert day.session.phase is Phase.FINISHED
    assert "nothing was done" in table(day)


def test_the_reach_is_taken_off() -> None:
    day = held(Day(only(WALL), Options(reach=4.0)), 34.0, 24.0)
    assert "30 s" in table(day)[1]


def test_without_sides_there_is_one_line_and_alternating_says_nothing_more() -> None:
    day = Day(only(PLANK, replace(LUNGE, sides=Sides.ALTERNATING))).finish()
    assert [line.split()[0] for line in table(day)[1:3]] == ["PLANK", "BACK"]
    assert "BOTH" not in "".join(table(day))


def test_effort_and_pain_are_asked_and_then_shown() -> None:
    day = Day(only(LUNGE)).finish()
    [asked] = [line for line in table(day) if "can be left out" in line]
    assert asked.startswith("e: how hard was it, 0 to 10?   o: any pain?")
    [told] = [line for line in table(day.do(e.Effort(7), e.Pain(2))) if "can be left out" in line]
    assert told.startswith("effort 7   pain 2")


def test_the_last_set_can_still_be_corrected() -> None:
    day = Day(only(HALO)).finish().do(e.Nudge(-1, row=1))
    assert table(day, row=1)[-1].startswith("logged: LUNGE HALO RIGHT 3+[2]")


@pytest.mark.parametrize("sets", [3, 4, 6])
def test_more_rounds_still_stand_in_straight_columns(sets: int) -> None:
    lines = table(Day(HIPS, Options(sets=sets)).finish())
    best = lines[0].index("BEST")
    ends = [line[best:].strip() for line in lines[1:9]]
    assert all(end and end[0] in "0123456789–" for end in ends)
    assert all(line[best - 1] == " " for line in lines[1:9])
