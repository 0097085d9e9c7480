"""Home with a session that was left unfinished: resumed, or ended before another begins."""

from __future__ import annotations

from dataclasses import replace

from hiptimer.session.lives import left_open
from hiptimer.session.state import Phase
from hiptimer.tui.screens.dialogs import ChooseDialog
from hiptimer.tui.screens.home import HomeScreen
from hiptimer.tui.screens.session import SessionScreen
from tests.fakes import Gym

from .live import live


async def test_an_unfinished_session_is_resumed_where_it_was(gym: Gym) -> None:
    gym.left(cursor=1)
    async with live(gym) as it:
        assert "unfinished: Sun 01 Mar 18:30, 1 set done; r resumes it" in await it.picture()
        await it.keys("r")
        assert it.place == (Phase.READY, 1)
        await it.until(Phase.FINISHED)
    assert gym.statuses() == ["finished"]
    assert len(gym.rows()) == 6


async def test_what_was_left_of_another_circuit_is_named_and_is_no_first_time(gym: Gym) -> None:
    gym.left(cursor=1)
    gym.text = gym.text.replace('"Short"', '"Longer"')
    async with live(gym) as it:
        picture = await it.picture()
        assert "unfinished: Sun 01 Mar 18:30, 1 set done, Short; r resumes it" in picture
        assert "First time here" not in picture


async def test_space_with_an_unfinished_session_asks_first(gym: Gym) -> None:
    gym.left(cursor=1)
    async with live(gym) as it:
        await it.keys("space")
        assert isinstance(it.top, ChooseDialog)
        await it.keys("escape")
        assert isinstance(it.top, HomeScreen)
        assert gym.statuses() == ["open"]
        await it.wait_home(1.0)
        await it.keys("space", "n")
        assert it.place == (Phase.READY, 0)
        assert gym.statuses() == ["partial"]


async def test_the_big_key_again_goes_on_with_the_unfinished_one(gym: Gym) -> None:
    gym.left(cursor=1)
    async with live(gym) as it:
        await it.keys("space", "space")
        assert it.place == (Phase.READY, 1)


async def test_start_with_an_unfinished_session_asks_and_ends_if_there_is_no_answer(gym: Gym) -> None:
    gym.left(cursor=1)
    async with live(gym, at_once=True) as it:
        assert isinstance(it.top, ChooseDialog)
        picture = await it.picture()
        assert "A session is unfinished: Sun 01 Mar 18:30, 1 set done" in picture
        assert any(isinstance(screen, HomeScreen) for screen in it.app.screen_stack)  # what it stands on
        await it.keys("escape")
        assert it.app.return_value == 0
    assert gym.statuses() == ["open"]


async def test_start_without_one_is_at_ready_at_once(gym: Gym) -> None:
    async with live(gym, at_once=True) as it:
        assert it.place == (Phase.READY, 0)
        await it.keys("q")  # nothing has happened yet
        assert it.app.return_value == 0
    assert gym.statuses() == []


async def test_a_session_live_in_another_window_is_not_offered(gym: Gym) -> None:
    other = gym.begin()
    other.press()
    async with live(gym) as it:
        assert "unfinished" not in await it.picture()
        await it.keys("space")
        assert it.place == (Phase.READY, 0)
    other.close()
    assert len(left_open(gym.store, gym.locks)) == 1


async def test_a_session_that_was_only_looked_at_leaves_no_trace(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("space")
        assert isinstance(it.top, SessionScreen)
        await it.keys("q")
        assert isinstance(it.top, HomeScreen)
        assert "First time here" in await it.picture()
    assert gym.statuses() == []
    assert list(gym.locks.iterdir()) == []


async def test_an_unfinished_session_that_cannot_be_read_stands_in_nobodys_way(
    gym: Gym,
) -> None:
    gym.left(cursor=1)
    gym.store._db.execute("UPDATE events SET kind = 'hop' WHERE n = 0")
    async with live(gym) as it:
        await it.keys("r")
        assert isinstance(it.top, HomeScreen)
        assert "the unfinished session can't be resumed" in await it.picture()
        await it.keys("space", "n")
        assert it.place == (Phase.READY, 0)
    assert gym.statuses() == ["partial"]


async def test_one_that_cannot_be_ended_just_now_is_said_to_be_unfinished_still(gym: Gym) -> None:
    gym.left(cursor=1)
    async with live(gym) as it:
        await it.keys("space")
        with gym.locked():
            await it.keys("n")
        assert it.place == (Phase.READY, 0)
        assert (
            "Still unfinished: the session before could not be ended (database is locked)"
            in await it.picture()
        )
    assert gym.statuses() == ["open"]


# -- the user's and a guest's


async def test_a_guest_trains_at_once_and_the_users_unfinished_session_waits_unchanged(gym: Gym) -> None:
    gym.left(cursor=1)
    kept = written(gym)
    async with live(gym) as it:
        for _ in range(2):
            await it.keys("g")
            assert it.place == (Phase.READY, 0) and it.session.options.guest
            await it.until(Phase.FINISHED)
            await it.keys("q")
            assert "unfinished: Sun 01 Mar 18:30, 1 set done; r resumes it" in await it.picture()
            assert written(gym) == kept
        await it.keys("r")
        assert it.place == (Phase.READY, 1) and not it.session.options.guest
        await it.until(Phase.FINISHED)
    assert gym.statuses() == ["finished"] * 3
    assert [one.guest for one in gym.store.sessions()] == [False, True, True]


async def test_a_guest_is_asked_about_a_guests_session_and_the_user_about_none_but_the_own(gym: Gym) -> None:
    gym.left(cursor=1)
    async with live(gym) as it:
        await it.keys("g")
        await it.until(Phase.WORK, 1)
        await it.keys("q", "r")
        assert "guest" not in (await it.picture()).partition("unfinished")[2].partition(";")[0]
        await it.keys("g")
        assert "guest" in await it.picture()
        await it.keys("n")
        assert it.place == (Phase.READY, 0) and it.session.options.guest
        assert gym.statuses() == ["open", "partial"]


async def test_what_a_guest_left_holds_nobody_up(gym: Gym) -> None:
    gym.options = replace(gym.options, guest=True)
    gym.left(cursor=1)
    gym.options = replace(gym.options, guest=False)
    async with live(gym, at_once=True) as it:
        assert it.place == (Phase.READY, 0) and not it.session.options.guest
    assert gym.statuses() == ["open"]


def written(gym: Gym) -> list[object]:
    """All that the first session has in the file."""
    tables = ("sessions WHERE number", "events WHERE session", "outcomes WHERE session")
    return [gym.ask(f"SELECT * FROM {table} = 1") for table in tables]
