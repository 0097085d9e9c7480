"""The machine sleeps, or its clock is set: what the runner of a session makes of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hiptimer.session import events as e
from hiptimer.session.machine import settle
from hiptimer.session.runner import SLEPT
from hiptimer.session.sheet import cue_sheet
from hiptimer.session.state import Done, Phase
from tests.fakes import Gym
from tests.history.days import BEGAN


def test_asleep_in_a_rest_it_is_ready_afterwards_and_silent(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.SWITCH)
    gym.wait(runner, 2.0)
    seen = runner.now()
    gym.sleep(runner, 300.0)
    assert (runner.session.phase, runner.session.cursor) == (Phase.READY, 1)
    assert cue_sheet(runner.session) == ()
    assert gym.kinds()[-1] == "woke"
    assert [value for (value,) in gym.ask("SELECT value FROM events WHERE kind = 'woke'")] == [
        f'{{"since": {seen}}}'
    ]


def test_asleep_in_a_hold_it_is_interrupted_with_the_seconds_up_to_the_last_look(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.WORK)
    gym.wait(runner, 14.0)
    gym.sleep(runner, 600.0)
    [row] = runner.session.outcomes[0]
    assert (row.status, row.seconds) == (Done.INTERRUPTED, pytest.approx(14.0))
    assert (runner.session.phase, runner.session.cursor) == (Phase.READY, 1)


def test_a_look_that_is_5_s_late_is_no_sleep(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.WORK)
    gym.sleep(runner, SLEPT)
    assert runner.session.phase is Phase.WORK
    gym.sleep(runner, SLEPT + 0.1)
    assert runner.session.phase is Phase.READY


@pytest.mark.parametrize("phase", [Phase.READY, Phase.PAUSED, Phase.FINISHED])
def test_where_no_time_runs_nobody_has_to_look(gym: Gym, phase: Phase) -> None:
    runner = gym.begin()
    if phase is Phase.PAUSED:
        gym.press(runner)
        runner.send(e.Pause())
    else:
        gym.until(runner, phase)
    before = runner.session
    gym.sleep(runner, 3600.0)
    assert runner.session is before
    assert "woke" not in gym.kinds()


def test_a_key_is_only_looked_at_after_the_sleep_before_it(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.WORK)
    gym.wait(runner, 8.0)
    gym.clock.reading += 120.0
    runner.press()  # the first thing the app notices after waking
    [row] = runner.session.outcomes[0]
    assert row.status is Done.INTERRUPTED
    assert runner.session.phase is Phase.LEAD_IN
    assert gym.kinds()[-2:] == ["woke", "press"]


def test_the_wall_clock_jumps_an_hour_and_nothing_changes(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.WORK)
    gym.wait(runner, 10.0)
    gym.clock.set_wall(timedelta(hours=1))
    gym.wait(runner, 10.0)
    gym.press(runner)
    [row] = runner.session.outcomes[0]
    assert row.seconds == pytest.approx(21.0)
    assert runner.session == settle(runner.session, runner.now())
    [record] = gym.store.sessions()
    assert record.started_at < BEGAN + timedelta(minutes=1)
    assert record.sets[0].at > BEGAN + timedelta(hours=1)
