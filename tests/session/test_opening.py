"""A new session: its first side, its loads, and what it leaves behind."""

from __future__ import annotations

import pytest

from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.model import Side
from hiptimer.session import events as e
from hiptimer.session.lives import left_open
from hiptimer.session.opening import close_all_as_partial
from hiptimer.session.state import Done, Phase
from tests.fakes import Gym

from .builders import sides


def test_the_first_side_alternates_from_finished_session_to_session(gym: Gym) -> None:
    firsts = []
    for day in range(3):
        gym.finished(days=day)
        firsts.append(gym.store.sessions(1)[0].sets[0].side)
    assert firsts == ["left", "right", "left"]


def test_a_session_left_partial_leaves_the_first_side_to_the_next(gym: Gym) -> None:
    gym.finished()
    gym.left(cursor=1)
    close_all_as_partial(gym.store, gym.locks, gym.clock)
    assert sides(gym.begin()) == ["right", "left", "right", "left"]


def test_another_circuit_has_its_own_turn(gym: Gym) -> None:
    gym.finished()
    gym.text = gym.text.replace('name = "Short"', 'name = "Other"')
    assert gym.begin().session.step.side is Side.LEFT


def test_the_weight_of_last_time_is_in_hand_again(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.READY)
    runner.send(e.Weigh(0.0))
    gym.until(runner, Phase.REST, 2)
    runner.send(e.Weigh(8.0))
    gym.finish(runner)
    runner.close()
    loads = gym.begin().session.loads
    both = (Side.LEFT, Side.RIGHT)
    assert loads == {
        **{("wall-push", side): 0.0 for side in both},
        **{("lunge-halo", side): 8.0 for side in both},
    }


def test_a_broken_circuit_opens_nothing(gym: Gym) -> None:
    gym.text = "sets = 1"
    with pytest.raises(CircuitFaults):
        gym.begin()
    assert not gym.locks.exists()
    assert gym.statuses() == []


def test_a_discarded_session_is_hidden_but_restorable(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.REST)
    runner.send(e.Leave(e.Leaving.DISCARD))
    runner.close()
    assert gym.store.sessions() == []
    assert left_open(gym.store, gym.locks) == []
    assert [row[2] for row in gym.rows()] == [Done.DONE, Done.DONE]
