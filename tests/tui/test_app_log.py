"""The log on the screen: opening a session, deleting, bringing back."""

from __future__ import annotations

import sqlite3

import pytest
from textual.pilot import Pilot

from hiptimer.session.events import Leave, Leaving
from hiptimer.session.lives import is_live
from hiptimer.session.state import Phase
from hiptimer.tui.screens.home import HomeScreen
from hiptimer.tui.screens.log import LogScreen
from hiptimer.tui.screens.logged import LoggedScreen
from hiptimer.tui.widgets.cell_view import CellView
from tests.fakes import Gym
from tests.often import long

from .live import live
from .logs import said, the_log


@pytest.fixture
def done(gym: Gym) -> Gym:
    """Three sessions, two days apart, the newest on 5 March."""
    for day in (0.0, 2.0, 4.0):
        gym.finished(day)
    return gym


async def test_before_the_first_session_it_says_how_one_begins(gym: Gym) -> None:
    async with live(gym) as it:
        assert "No sessions yet: space on home starts the first one." in await the_log(it)
        await it.keys("enter", "d", "up", "pagedown", "home")
        assert isinstance(it.top, LogScreen)
        await it.keys("u")
        assert said(it) == "nothing is deleted"
        await it.keys("escape")
        assert isinstance(it.top, HomeScreen)


@pytest.mark.parametrize("size", [(40, 12), (97, 31), *long((60, 20), (80, 24), (120, 40))])
async def test_it_is_whole_at_every_size(done: Gym, size: tuple[int, int]) -> None:
    async with live(done, size=size) as it:
        lines = (await the_log(it)).splitlines()
        assert lines[0].startswith(" LOG   3 sessions")
        assert lines[1].startswith(" DATE")
        assert lines[2] == " MARCH 2026"
        assert lines[3].startswith(">Thu 05") and "2 min  4 sets" in lines[3]
        assert ("20              20" in lines[3]) is (size == (80, 24))
        assert lines[5].startswith(" Sun 01")
        assert "ENTER Open" in lines[-1] and lines[-1].endswith("? Keys")


async def test_enter_opens_a_session_and_escape_leads_back(done: Gym) -> None:
    async with live(done) as it:
        await it.keys("l", "down", "enter")
        assert isinstance(it.top, LoggedScreen)
        assert "Tue 03 Mar 2026" in await it.picture()
        await it.keys("escape")
        assert isinstance(it.top, LogScreen)
        assert ">Tue 03" in await it.picture()
        await it.keys("q")
        assert isinstance(it.top, HomeScreen)


async def test_a_click_selects_and_a_click_on_what_is_selected_opens(done: Gym) -> None:
    async with live(done) as it:
        await the_log(it)
        pilot: Pilot[int] = it.pilot
        await pilot.click(CellView, offset=(30, 3))
        assert ">Sun 01" in await it.picture()
        await pilot.click(CellView, offset=(30, 0))  # the month
        assert ">Sun 01" in await it.picture()
        await pilot.click(CellView, offset=(30, 3))
        await it.settle()
        assert isinstance(it.top, LoggedScreen)


async def test_a_session_is_deleted_after_a_question_and_u_brings_it_back(done: Gym) -> None:
    async with live(done) as it:
        await it.keys("l", "down", "d")
        assert "Delete Tue 03 Mar 2026 18:30, 4 sets done?" in await it.picture()
        await it.keys("enter")  # the answer that is marked keeps it
        assert len(done.store.sessions()) == 3
        await it.keys("d", "y")
        picture = await it.picture()
        assert "Tue 03 18:30" not in picture and ">Sun 01" in picture and "2 sessions" in picture
        assert said(it) == "Tue 03 Mar 2026 18:30 deleted: u brings it back, now or another day"
        assert done.statuses() == ["finished", "discarded", "finished"]
        await it.keys("u")
        assert ">Tue 03" in await it.picture()
        assert said(it) == "Tue 03 Mar 2026 18:30 is back"
    assert done.statuses() == ["finished"] * 3


async def test_the_footer_offers_to_bring_back_only_what_is_deleted(done: Gym) -> None:
    async with live(done, size=(100, 30)) as it:
        await it.keys("l")
        assert "Bring back" not in it.says("#keys")
        await it.keys("d", "y")
        assert "u Bring back" in it.says("#keys")
        await it.keys("escape", "l")
        assert "u Bring back" in it.says("#keys")
        await it.keys("u")
        assert "Bring back" not in it.says("#keys")
        await it.keys("?")
        assert "Bring back" in await it.picture()


async def test_all_that_was_deleted_comes_back_the_last_one_first_even_another_day(done: Gym) -> None:
    async with live(done) as it:
        await it.keys("l")
        for _ in range(3):
            await it.keys("d", "y")
            await it.wait_home(1.0)
        assert "Sun 01 Mar 2026 18:30 deleted" in said(it)
        assert ">" not in await it.picture()
    async with live(done) as it:
        assert "First time here" in await it.picture()
        await it.keys("l", "u", "u")
        assert ">Tue 03" in await it.picture()
        await it.keys("u", "u")
        assert said(it) == "nothing is deleted"
    assert done.statuses() == ["finished"] * 3


async def test_a_session_thrown_away_as_it_was_left_does_not_come_back(gym: Gym) -> None:
    runner = gym.at(Phase.REST)
    runner.send(Leave(Leaving.DISCARD))
    runner.close()
    async with live(gym) as it:
        await it.keys("l", "u")
        assert said(it) == "nothing is deleted"


async def test_after_a_deletion_home_tells_of_the_session_before(done: Gym) -> None:
    async with live(done) as it:
        await it.keys("l", "d", "y", "escape")
        assert "Tue 03 Mar" in await it.picture()


async def test_an_unfinished_session_is_shown_and_left_alone(done: Gym) -> None:
    done.left(cursor=2)
    async with live(done) as it:
        await it.keys("l", "down", "down", "d")
        assert "unfinished" in await it.picture()
        assert said(it).startswith("It is unfinished: r on home goes on with it")
    assert done.statuses().count("open") == 1


async def test_a_session_finished_in_a_window_that_is_still_open_is_left_to_it(done: Gym) -> None:
    other = done.begin()
    done.finish(other)
    assert is_live(done.locks, other._journal.id)
    async with live(done) as it:
        await it.keys("l", "down", "down", "d")
        assert said(it) == "It is open in another window: close it there first."
    other.close()
    assert not list(done.locks.iterdir())


async def test_a_history_that_can_not_be_read_is_said_and_nothing_breaks(
    done: Gym, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    async with live(done) as it:
        with monkeypatch.context() as patch:
            patch.setattr(type(done.store), "before", broken)
            assert "The log can't be read: disk I/O error. Go back and try again." in await the_log(it)
            await it.keys("enter", "d", "down", "escape")
        assert "Thu 05" in await the_log(it)
        monkeypatch.setattr(type(done.store), "session", broken)
        await it.keys("enter")
        assert said(it).startswith("The log can't be read")
        assert isinstance(it.top, LogScreen)


async def test_a_deletion_that_can_not_be_written_is_said_and_nothing_is_lost(done: Gym) -> None:
    async with live(done) as it:
        await it.keys("l", "d")
        with done.locked():
            await it.keys("y")
        assert said(it) == "Not changed, it can't be written: database is locked. Try again."
        assert ">Thu 05" in await it.picture()
    assert done.statuses() == ["finished"] * 3


async def test_the_keys_are_in_help(done: Gym) -> None:
    async with live(done) as it:
        await it.keys("l", "?")
        picture = await it.picture()
        for words in ("all sets of it; there they are changed", "the session deleted last", "escape q"):
            assert words in picture
