"""Leaving: four ways, and nothing is lost by any of them."""

from __future__ import annotations

import pytest

from hiptimer.session.state import Phase
from hiptimer.tui.screens.dialogs import ChooseDialog
from hiptimer.tui.screens.home import HomeScreen
from hiptimer.tui.screens.session import SessionScreen
from tests.fakes import Gym

from .live import Live, live


async def asked(it: Live, key: str = "q") -> None:
    await it.keys(key)
    assert isinstance(it.top, ChooseDialog)
    assert "Leave the session?" in await it.picture()


@pytest.mark.parametrize("key", ["q", "Q", "ctrl+q", "ctrl+c"])
async def test_every_way_out_asks(gym: Gym, key: str) -> None:
    async with live(gym, gym.at(Phase.WORK, 1)) as it:
        await asked(it, key)
        await it.keys("escape")
        assert isinstance(it.top, SessionScreen)
        assert it.place == (Phase.WORK, 1)
    assert len(gym.rows()) == 1


async def test_resume_later(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("space")
        await it.until(Phase.WORK, 1)
        await asked(it)
        await it.keys("r")
        assert isinstance(it.top, HomeScreen)
        assert "r resumes it" in await it.picture()
        await it.keys("r")
        assert it.place == (Phase.READY, 1)
    assert gym.statuses() == ["open"]


async def test_finish_as_partial(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK, 1)) as it:
        await asked(it)
        await it.keys("f")
        assert it.place[0] is Phase.FINISHED
        picture = await it.picture()
        assert "FINISHED · PARTIAL" in picture and "1 of " in picture and "how hard" in picture
        assert gym.statuses() == ["partial"]
        await it.keys("e", "6", "enter", "q")
        assert it.app.return_value == 0
    assert gym.statuses() == ["partial"]
    assert [one.rpe for one in gym.store.sessions()] == [6]
    assert len(gym.rows()) == 1


async def test_having_finished_as_partial_can_be_taken_back(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.SWITCH, 1)) as it:
        await asked(it)
        await it.keys("f", "u")
        assert it.place == (Phase.SWITCH, 1)
        assert gym.statuses() == ["open"]


async def test_with_nothing_done_there_is_no_summary_of_a_partial_session(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK, 0)) as it:
        await asked(it)
        await it.keys("f")
        assert it.app.return_value == 0
    assert gym.statuses() == ["partial"]


async def test_discard_is_asked_twice(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK, 1)) as it:
        await asked(it)
        await it.keys("d")
        assert "Discard it, really?" in await it.picture()
        await it.keys("space")  # what is preselected keeps it
        assert isinstance(it.top, SessionScreen)
        assert gym.statuses() == ["open"]
        await asked(it)
        await it.keys("d", "down", "space")
        assert it.app.return_value == 0
    assert gym.statuses() == ["discarded"]
    assert gym.store.sessions() == []
    assert len(gym.rows()) == 1  # hidden, and still there


async def test_keep_going(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.SWITCH)) as it:
        left = it.session.deadline
        await asked(it)
        gym.clock.reading += 100.0
        await it.keys("k")
        assert it.session.phase is Phase.SWITCH
        assert it.session.deadline == pytest.approx((left or 0.0) + 100.0)


async def test_leaving_in_a_hold_it_is_interrupted(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK)) as it:
        await it.wait(10.0)
        await asked(it)
        await it.wait(4.0)  # the clock of a hold goes on under a dialog
        await it.keys("f")
    assert gym.rows() == [("wall-push", "left", "interrupted")]
    assert gym.ask("SELECT round(seconds) FROM outcomes") == [(14.0,)]


async def test_ctrl_q_in_a_dialog_closes_it_and_then_asks(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK, 1)) as it:
        await it.keys("?", "ctrl+q")
        assert it.dismissed
        await asked(it, "ctrl+q")


async def test_ctrl_q_on_home_ends(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("ctrl+q")
        assert it.app.return_value == 0


async def test_the_finished_session_is_closed_without_a_question(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.FINISHED)) as it:
        await it.keys("q")
        assert it.app.return_value == 0
    assert gym.statuses() == ["finished"]


async def test_what_cannot_be_saved_is_not_left_silently(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK, 1)) as it:
        with gym.locked():
            await asked(it)
            await it.keys("r")
            assert "Not saved: database is locked" in await it.picture()
            await it.keys("t")
            assert "Not saved" in await it.picture()
        await it.keys("t")
        assert it.app.return_value == 0
    assert gym.kinds()[-1] == "leave"


async def test_ended_by_a_signal_the_session_stays_open_with_its_sets(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK, 1)) as it:
        await it.wait(5.0)
        it.app._leave(15)
        await it.settle()
        assert it.app.return_value == 128 + 15
    assert gym.statuses() == ["open"]
    assert gym.rows() == [("wall-push", "left", "done"), ("wall-push", "right", "interrupted")]


async def test_ended_by_a_signal_just_as_its_screen_is_made_is_no_fault(gym: Gym) -> None:
    async with live(gym) as it:
        it.app._show_session(gym.at(Phase.READY))
        it.app._leave(15)
        await it.settle()
        await it.pilot.pause()
        assert it.app.failure is None
        assert it.app.return_value == 128 + 15


async def test_saved_twice_is_saved_once(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        it.app.save()
        before = gym.kinds()
        it.app.save()
        assert gym.kinds() == before
