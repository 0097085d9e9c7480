"""What the shell says when the screen is gone."""

from __future__ import annotations

import pytest

from hiptimer.session.events import Leave, Leaving
from hiptimer.session.state import Phase
from hiptimer.tui.farewell import farewell
from tests.fakes import Gym

from .live import live


def test_a_finished_session(gym: Gym) -> None:
    runner = gym.at(Phase.FINISHED)
    assert farewell(runner) == "Finished: 4 sets in 2 min, in the log. hiptimer log shows it."
    runner.close()


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (Leaving.LATER, "Saved. hiptimer start --resume goes on."),
        (Leaving.PARTIAL, "Finished as partial: 1 set in 30 s, in the log. hiptimer log shows it."),
        (Leaving.DISCARD, "Discarded: it is not in the log."),
    ],
)
def test_a_session_that_was_left(gym: Gym, how: Leaving, said: str) -> None:
    runner = gym.at(Phase.WORK, 1)
    runner.send(Leave(how))
    assert farewell(runner) == said
    runner.close()


def test_one_that_was_only_looked_at(gym: Gym) -> None:
    runner = gym.begin()
    assert farewell(runner) == ""
    runner.close()


def test_what_could_not_be_saved_is_not_called_saved(gym: Gym) -> None:
    runner = gym.at(Phase.WORK, 1)
    with gym.locked():
        runner.send(Leave(Leaving.LATER))
        assert farewell(runner) == "Not all of it was saved: database is locked."
    runner.close()


async def test_the_app_ended_by_a_signal_says_that_the_session_is_saved(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK, 1)) as it:
        it.app._leave(15)
        await it.settle()
    assert it.app.farewell == "Saved. hiptimer start --resume goes on."


async def test_the_last_of_several_sessions_is_spoken_of(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("space")
        await it.until(Phase.FINISHED)
        await it.wait(4.0)
        await it.keys("space")
        await it.wait_home(1.0)
        await it.keys("space", "q")
        assert it.app.farewell.startswith("Finished: 4 sets")
