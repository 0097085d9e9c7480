"""The weight of an exercise: for both sides, or for one on request."""

from __future__ import annotations

from hiptimer.circuit.model import Side
from hiptimer.session import events as e
from hiptimer.session.ask import loads_of, loads_used
from hiptimer.session.state import Phase

from .builders import THRUST, WALL, Day, only


def test_a_weight_is_for_both_sides_and_for_one_only_on_request() -> None:
    left, right = (THRUST.id, Side.LEFT), (THRUST.id, Side.RIGHT)
    day = Day(only(THRUST)).do(e.Weigh(20.0), e.Weigh(16.0, one_side=True))
    assert day.session.loads == {left: 16.0, right: 20.0}
    day.until(1, Phase.SWITCH).do(e.Weigh(18.0, logged=True, one_side=True))
    assert day.session.loads == {left: 18.0, right: 20.0}
    assert day.row(0).load_kg == 18.0
    assert day.finish().row(1).load_kg == 20.0
    assert day.again() == day.session


def test_a_weight_of_one_side_alone_leaves_the_other_untold() -> None:
    day = Day(only(THRUST)).do(e.Weigh(16.0, one_side=True)).until(1, Phase.WORK)
    assert day.row(0).load_kg == 16.0
    assert day.finish().row(1).load_kg is None


def test_the_weights_used_stand_in_the_order_of_the_sets() -> None:
    day = Day(only(WALL, THRUST))
    assert loads_used(day.session) == []
    day.until(2, Phase.REST).do(e.Weigh(16.0)).until(3, Phase.SWITCH).do(e.Skip())
    assert loads_used(day.session) == [16.0]  # holds were never told a weight, and what is skipped has none
    day = Day(only(THRUST)).do(e.Weigh(20.0), e.Weigh(16.0, one_side=True)).finish()
    assert loads_used(day.session) == [16.0, 20.0]
    assert loads_of(day.session, THRUST) == {Side.LEFT: 16.0, Side.RIGHT: 20.0}
    assert loads_of(day.session, WALL) == {}
