"""Pain is answered by what is known of it, and a weight is told of a set that can have one."""

from __future__ import annotations

import pytest

from hiptimer.session import events as e
from hiptimer.session.advice import Advice, advice, advice_words, in_timed_set, weighable
from hiptimer.session.state import Phase
from tests.fakes import Gym
from tests.session.builders import THRUST, WALL, Day, only


@pytest.mark.parametrize(
    ("pain", "told"),
    [
        (0, Advice.CARRY_ON),
        (3, Advice.CARRY_ON),
        (4, Advice.EASE_OFF),
        (5, Advice.EASE_OFF),
        (6, Advice.STOP),
        (10, Advice.STOP),
    ],
)
def test_what_is_advised_about_pain(pain: int, told: Advice) -> None:
    assert advice(pain) is told


@pytest.mark.parametrize(
    ("phase", "cursor", "steps"),
    [
        (Phase.READY, 0, (0,)),
        (Phase.LEAD_IN, 0, (0,)),
        (Phase.WORK, 0, ()),  # a hold: after the set
        (Phase.SWITCH, 1, (1, 0)),
        (Phase.REST, 2, (2, 1)),
        (Phase.WORK, 2, (2,)),
        (Phase.FINISHED, None, (3,)),
    ],
)
def test_the_sets_that_a_weight_can_be_for(
    gym: Gym, phase: Phase, cursor: int | None, steps: tuple[int, ...]
) -> None:
    runner = gym.at(phase, cursor)
    assert weighable(runner.session) == steps
    runner.close()


def test_a_clock_that_runs_is_not_stopped_for_a_question(gym: Gym) -> None:
    runner = gym.at(Phase.WORK, 0)
    assert in_timed_set(runner.session)
    gym.until(runner, Phase.WORK, 2)
    assert not in_timed_set(runner.session)
    runner.close()


def test_the_advice_to_ease_off_names_only_what_the_set_has() -> None:
    wall, thrust = Day(only(WALL)).session, Day(only(THRUST))
    assert advice_words(4, wall, 0) == "Ease off: stop sooner, or with less force."
    assert advice_words(4, thrust.do(e.Weigh(0.0)).session, 0) == "Ease off: fewer reps, or less range."
    assert advice_words(5, thrust.do(e.Weigh(20.0)).session, 0) == (
        "Ease off: fewer reps, less weight, or less range."
    )
    assert advice_words(6, wall, 0) == Advice.STOP
