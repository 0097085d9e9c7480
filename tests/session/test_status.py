"""The status line, in every phase."""

from __future__ import annotations

from dataclasses import replace

from hiptimer.circuit.model import Order, Sides
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from hiptimer.session.status import status_line

from .builders import HIPS, LUNGE, PLANK, WALL, Day, only


def line(day: Day) -> str:
    return status_line(day.session)


def test_a_set_from_ready_to_the_rest_after_it() -> None:
    day = Day(HIPS)
    assert line(day) == "READY · ROUND 1/3 · WALL PUSH · LEFT"
    assert line(day.press()) == "LEAD-IN · ROUND 1/3 · WALL PUSH · LEFT"
    assert line(day.wait(10.0)) == "WORK · ROUND 1/3 · WALL PUSH · LEFT"
    assert line(day.wait(20.0).press()) == "SWITCH · ROUND 1/3 · WALL PUSH · RIGHT"
    assert line(day.wait(15.0).wait(20.0).press()) == "REST · ROUND 1/3 · LUNGE HALO · LEFT"


def test_a_rest_between_rounds_names_the_round_that_comes() -> None:
    day = Day(HIPS).until(8, Phase.REST)
    assert line(day) == "REST · ROUND 2/3 · WALL PUSH · RIGHT"


def test_paused_it_names_what_was_paused() -> None:
    day = Day(HIPS).until(1, Phase.SWITCH).do(e.Pause())
    assert line(day) == "PAUSED · ROUND 1/3 · WALL PUSH · RIGHT"


def test_finished() -> None:
    assert line(Day(HIPS).finish()) == "FINISHED · ROUND 3/3"
    assert line(Day(HIPS).finish().do(e.AddRound())) == "READY · ROUND 4/4 · WALL PUSH · RIGHT"


def test_without_sides_none_is_named_and_alternating_says_both() -> None:
    assert line(Day(only(PLANK))) == "READY · ROUND 1/1 · PLANK"
    assert line(Day(only(replace(LUNGE, sides=Sides.ALTERNATING)))) == "READY · ROUND 1/1 · BACK LUNGE · BOTH"


def test_straight_sets_are_called_sets() -> None:
    day = Day(only(WALL, LUNGE, sets=2, order=Order.STRAIGHT))
    assert line(day) == "READY · SET 1/2 · WALL PUSH · LEFT"
    assert line(day.until(2, Phase.READY)) == "READY · SET 2/2 · WALL PUSH · RIGHT"
    assert line(day.finish()) == "FINISHED · SET 2/2"


def test_swapped_it_names_the_side_that_is_done_now() -> None:
    assert line(Day(HIPS).do(e.Swap())) == "READY · ROUND 1/3 · WALL PUSH · RIGHT"


def test_an_interval_that_is_called_work_is_not_named_twice() -> None:
    day = Day(only(replace(PLANK, short="WORK")))
    assert line(day) == "READY · ROUND 1/1 · WORK"
    assert line(day.press().wait(10.0)) == "WORK · ROUND 1/1"
