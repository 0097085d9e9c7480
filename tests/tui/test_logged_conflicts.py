"""One session of the log, changed while another window has it, or where nothing can be written."""

from __future__ import annotations

import pytest

from hiptimer.history.changes import of_session, of_set
from hiptimer.tui.screens.logged import LoggedScreen
from tests.fakes import Gym

from .live import live
from .logs import OPEN, changes, one_done, only, said


@pytest.fixture
def done(gym: Gym) -> Gym:
    return one_done(gym)


async def test_an_unfinished_session_is_shown_and_not_changed(gym: Gym) -> None:
    gym.left(cursor=2)
    words = "It is unfinished: r on home goes on with it, and there it can be corrected."
    async with live(gym) as it:
        await it.keys(*OPEN)
        assert words in await it.picture() and "unfinished" in (await it.picture()).splitlines()[1]
        for key in ("enter", "7", "n", "s", "x", "d", "u"):
            await it.keys(key)
            assert isinstance(it.top, LoggedScreen), key
        await it.keys("right")
        assert said(it) == words
    assert changes(gym) == []


async def test_a_change_that_can_not_be_written_is_said_and_the_old_value_stays(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN, "3", "1")
        with done.locked():
            await it.keys("enter")
        assert said(it) == "Not changed, it can't be written: database is locked. Try again."
        assert ">20 s " in await it.picture()
        await it.keys("3", "1", "enter")
        assert ">31 s*" in await it.picture()


async def test_two_changes_at_one_instant_of_the_clock_are_undone_apart(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN, "3", "1", "enter", "3", "2", "enter", "u")
        assert ">31 s*" in await it.picture()


async def test_what_another_window_has_changed_is_shown_before_anything_is_changed_here(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN, "3", "1")
        done.store.amend(only(done).id, [of_set(only(done).sets[0], "seconds", 40.0, done.clock.wall())])
        await it.keys("enter")
        assert said(it) == "Not changed: it was changed in another window. It is shown as it is now."
        assert ">40 s*" in await it.picture()
        await it.keys("3", "1", "enter")
        assert [one.before for one in changes(done)] == [20.0, 40.0]


async def test_what_was_deleted_in_another_window_is_not_changed_here(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN, "3", "1")
        gone = of_session(only(done), "status", "discarded", done.clock.wall())
        done.store.amend(only(done).id, [gone])
        await it.keys("enter")
        assert said(it) == "It is not in the log any more."
        await it.keys("escape", "enter")
        assert said(it) == "It is not in the log any more."
