"""What the settings say of every session, against command line, circuit, answers and history."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from hiptimer.circuit.model import Count, Reps, Side, ToFatigue
from hiptimer.circuit.plan import Options
from hiptimer.history.store import Store
from hiptimer.session.codec import options_from_json, options_to_json
from hiptimer.session.habits import FirstSide, Habits
from hiptimer.session.state import Session
from hiptimer.session.todays import todays
from tests.circuits import hips
from tests.fakes import Gym

from .files import settings


def begun(habits: Habits, options: Options = Options(), text: str | None = None, **answered: str) -> Session:  # noqa: B008
    with closing(Store.in_memory()) as store:
        store.prefer(answered)
        return todays(store, text or hips(), options, habits)


def test_the_file_says_them_and_nothing_is_said_of_the_rest(tmp_path: Path) -> None:
    text = '[session]\nrest = 45\nwait = false\nfirst_side = "right"\ncount = "pace"\nreach = 2.5\n'
    found, problem = settings(tmp_path, text)
    expected = Habits(rest=45, wait=False, first_side=FirstSide.RIGHT, count=Count.PACE, reach=2.5)
    assert (found.habits, problem) == (expected, "")


def test_the_weekly_target_is_set(tmp_path: Path) -> None:
    assert settings(tmp_path, "[training]\nper_week = 4\n")[0].per_week == 4
    assert "a whole number from 1 to 14" in settings(tmp_path, "[training]\nper_week = 0\n")[1]


def test_a_time_of_the_settings_replaces_the_circuits_and_the_command_line_both() -> None:
    own = hips().replace("[[exercise]]", "[[exercise]]\nrest = { exercise = 11 }", 1)
    assert {step.rests.exercise for step in begun(Habits(rest=45), text=own).steps} == {45}
    asked = begun(Habits(rest=45, switch=9), Options(rest=20), own)
    assert {(step.rests.exercise, step.rests.switch) for step in asked.steps} == {(20, 9)}


def test_times_that_were_asked_for_stand() -> None:
    habits = Habits(1, 2, 3, 4, True, FirstSide.LEFT, Count.TAP, 5)
    left = habits.without_times
    assert (left.lead_in, left.switch, left.rest, left.round_rest) == (None, None, None, None)
    assert (left.wait, left.count, left.reach) == (True, Count.TAP, 5)


@pytest.mark.parametrize("wait", [True, False])
def test_every_hold_waits_or_none_and_reps_are_left_alone(wait: bool) -> None:
    usual, said = begun(Habits()), begun(Habits(wait=wait))
    holds = [one for one in said.steps if isinstance(one.exercise.target, ToFatigue)]
    assert holds and any(step.wait for step in holds) is wait
    reps = [[s.wait for s in one.steps if isinstance(s.exercise.target, Reps)] for one in (usual, said)]
    assert reps[0] == reps[1]


def test_an_answer_of_the_first_start_holds_until_the_settings_say_something_else() -> None:
    answers = {"place": "room", "count": "pace"}
    assert begun(Habits(), **answers).options.reach == 4.0
    assert begun(Habits(reach=1.5), **answers).options.reach == 1.5
    assert begun(Habits(), **answers).count is Count.PACE
    assert begun(Habits(count=Count.TAP), **answers).count is Count.TAP
    assert begun(Habits(count=Count.KEY), **answers).count is None  # as the circuit has it: the key
    assert begun(Habits(count=Count.TAP), Options(count=Count.KEY), **answers).count is Count.KEY


def test_one_side_always_begins_or_they_take_turns(gym: Gym) -> None:
    def first(habits: Habits) -> Side:
        return todays(gym.store, gym.text, Options(), habits).options.first_side

    for side in (Side.RIGHT, Side.LEFT):
        assert first(Habits(first_side=FirstSide(str(side)))) is side
    gym.finished()
    assert first(Habits()) is Side.RIGHT
    assert first(Habits(first_side=FirstSide.LEFT)) is Side.LEFT


def test_a_session_that_is_resumed_waits_as_it_was_begun() -> None:
    options = Options(wait=False)
    assert options_from_json(options_to_json(options, {})) == (options, {})
    older = options_to_json(options, {}).replace('"wait": false, ', "")
    assert options_from_json(older)[0].wait is None
