"""I am on the other side: what x does to what is logged and to what comes."""

from __future__ import annotations

from dataclasses import replace

from hiptimer.circuit.model import Order
from hiptimer.session import events as e
from hiptimer.session.state import Phase

from .builders import HIPS, Day


def test_x_after_the_set_gives_the_data_to_the_true_side_and_the_other_is_next() -> None:
    day = Day().until(1, Phase.SWITCH).do(e.Swap())
    assert day.session.steps[0].side == "right"
    assert day.session.step.side == "left"
    assert day.row(0).seconds == 20.0


def test_x_at_the_second_side_relabels_the_first() -> None:
    day = Day().until(1, Phase.WORK).wait(5.0).do(e.Swap())
    assert day.sides(0, 1) == ["right", "left"]
    assert (day.row(0).seconds, day.clock) == (20.0, 5.0)


def test_x_twice_is_nothing() -> None:
    day = Day().until(1, Phase.SWITCH)
    before = day.session
    assert day.do(e.Swap(), e.Swap()).session == before


def test_x_leaves_the_other_rounds_alone() -> None:
    day = Day().do(e.Swap())
    assert day.sides(8, 9, 16, 17) == ["right", "left", "left", "right"]


def test_straight_order_swaps_the_sides_of_one_set() -> None:
    day = Day(replace(HIPS, order=Order.STRAIGHT)).until(2, Phase.READY).do(e.Swap())
    assert day.sides(0, 1, 2, 3, 4, 5) == ["left", "right", "left", "right", "left", "right"]
