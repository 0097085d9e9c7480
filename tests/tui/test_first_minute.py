"""The first minute: the card, a minute of the real thing, and a guest. Without the card nobody is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.file import parse
from hiptimer.circuit.library import builtin_names, trial
from hiptimer.circuit.model import Count
from hiptimer.session.preferences import Place, Preferences, read
from hiptimer.session.state import Phase
from hiptimer.tui.card import QUESTIONS
from hiptimer.tui.screens.home import HomeScreen
from hiptimer.tui.screens.session import SessionScreen
from tests.fakes import Gym
from tests.often import long

from .live import Live, live


def kept(gym: Gym) -> Preferences:
    return read(gym.store.preferences())


# -- the card


async def test_enter_is_a_sensible_answer_to_every_question(fresh: Gym) -> None:
    async with live(fresh) as it:
        for number in range(1, len(QUESTIONS) + 1):
            assert f"{number} of 4" in await it.picture()
            await it.keys("enter")
        assert isinstance(it.top, HomeScreen)
        assert kept(fresh) == Preferences(asked=True)
        await it.keys("enter")  # a key that is held starts nothing
        assert isinstance(it.top, HomeScreen)
        await it.wait_home(1.0)
        await it.keys("enter")
        assert isinstance(it.top, SessionScreen)


async def test_answers_hold_for_the_sessions_to_come(fresh: Gym) -> None:
    async with live(fresh) as it:
        await it.keys("y", "y", "a", "a")
        assert kept(fresh) == Preferences(True, Place.ROOM, Count.PACE)
        await it.wait_home(1.0)
        await it.keys("space")
        assert it.session.count is Count.PACE
    fresh.options = replace(fresh.options, count=Count.TAP, reach=1.0)
    runner = fresh.begin()
    assert (runner.session.options.reach, runner.session.count) == (1.0, Count.TAP)
    runner.close()


async def test_with_a_remote_its_keys_are_named_before_it_goes_on(fresh: Gym) -> None:
    async with live(fresh) as it:
        await it.keys("enter", "enter", "p")
        assert "Page down is the big key" in await it.picture()
        await it.keys("pagedown")
        assert "4 of 4" in await it.picture()
        await it.keys("pageup")
        assert "3 of 4" in await it.picture()


@pytest.mark.parametrize("key", ["escape", "ctrl+c", "ctrl+q"])
async def test_escape_skips_all_and_nobody_is_asked_again(fresh: Gym, key: str) -> None:
    async with live(fresh) as it:
        await it.keys(key)
        assert isinstance(it.top, HomeScreen)
        assert kept(fresh) == Preferences(asked=True)
    async with live(fresh) as it:
        assert isinstance(it.top, HomeScreen)


async def test_what_was_answered_before_escape_is_kept(fresh: Gym) -> None:
    async with live(fresh) as it:
        await it.keys("y", "y", "a", "escape")
    assert kept(fresh).place is Place.ROOM


async def test_who_began_on_the_command_line_is_asked_on_the_first_home_all_the_same(fresh: Gym) -> None:
    fresh.finished()
    async with live(fresh) as it:
        assert "1 of 4" in await it.picture()
        await it.keys("escape")
        assert isinstance(it.top, HomeScreen)
    async with live(fresh) as it:
        assert isinstance(it.top, HomeScreen)


async def test_who_comes_back_to_an_unfinished_session_is_not_held_up(fresh: Gym) -> None:
    fresh.left()
    async with live(fresh) as it:
        assert isinstance(it.top, HomeScreen)


async def test_start_asks_nothing(fresh: Gym) -> None:
    async with live(fresh, at_once=True) as it:
        assert it.place == (Phase.READY, 0)
    assert not kept(fresh).asked


async def test_answers_that_cannot_be_kept_are_no_obstacle(fresh: Gym) -> None:
    async with live(fresh) as it:
        with fresh.locked():
            await it.keys("escape")
            assert "could not be kept" in await it.picture()
        assert isinstance(it.top, HomeScreen)


@pytest.mark.parametrize("size", [(40, 12), *long((60, 20), (120, 40))])
async def test_every_question_fits(fresh: Gym, size: tuple[int, int]) -> None:
    async with live(fresh, size=size) as it:
        for question in QUESTIONS:
            picture = await it.picture()
            assert all(answer.label.split()[0] in picture for answer in question.answers)
            assert "escape skip all" in picture
            await it.keys("enter")


# -- a minute of the real thing


async def seen_to_the_end(it: Live) -> None:
    """What the app does by itself, once the big key was pressed."""
    await it.press()
    while it.session.phase is not Phase.FINISHED:
        assert it.session.phase is not Phase.READY
        await it.wait(1.0)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_that_there_is_no_sound_is_read_whole_in_the_minute_too(
    gym: Gym, size: tuple[int, int]
) -> None:
    gym.without_sound("no player was found")
    async with live(gym, size=size) as it:
        await it.keys("t")
        assert "NOT LOGGED   no sound" in await it.picture()


async def test_a_minute_is_led_through_and_leaves_no_trace(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("t")
        assert it.place == (Phase.READY, 0)
        assert it.says("#info").startswith("NOT LOGGED")
        begun = gym.clock.reading
        await seen_to_the_end(it)
        assert gym.clock.reading - begun < 60.0
        made = [row for rows in it.session.outcomes.values() for row in rows]
        assert [(row.seconds, row.reps) for row in made] == [(8.0, None), (8.0, None), (None, 3)]
        await it.wait(4.0)
        await it.keys("space")
        assert isinstance(it.top, HomeScreen)
        picture = await it.picture()
        assert "That was the real thing; nothing was logged." in picture
        assert "First time here" in picture
        assert it.app.farewell == ""
    assert gym.store.sessions() == []
    assert list(gym.locks.iterdir()) == []


async def test_a_minute_is_left_without_a_question(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("t")
        await it.press()
        await it.wait(5.0)
        assert it.session.phase is Phase.WORK
        await it.keys("q")
        assert isinstance(it.top, HomeScreen)
        assert "The trial was left; nothing was logged." in await it.picture()
        assert "the real thing" not in await it.picture()
    assert gym.store.sessions() == []


async def test_a_minute_beside_an_unfinished_session_leaves_it_alone(gym: Gym) -> None:
    gym.left(cursor=1)
    async with live(gym) as it:
        await it.keys("t")
        assert it.session.circuit.name == "Try a minute"
        await it.keys("q")
        assert "1 set done; r resumes it" in await it.picture()
    assert gym.statuses() == ["open"]


def test_the_minute_is_no_circuit_to_be_started() -> None:
    assert "try-a-minute" not in builtin_names()
    assert parse(trial()).name == "Try a minute"


# -- a guest


async def test_a_guest_trains_and_the_user_s_last_time_stays(gym: Gym) -> None:
    gym.finished()
    gym.clock.reading += 86_400.0
    async with live(gym) as it:
        before = await it.picture()
        await it.keys("g")
        assert it.says("#info").startswith("GUEST")
        await it.until(Phase.FINISHED)
        await it.wait(4.0)
        await it.keys("space")
        after = await it.picture()
        assert [line for line in after.splitlines() if "last time" in line] == [
            line for line in before.splitlines() if "last time" in line
        ]
        assert "RIGHT first today" in before and "RIGHT first today" in after
    assert [one.guest for one in gym.store.sessions()] == [False, True]


async def test_a_guest_who_left_early_is_resumed_as_a_guest(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("g")
        await it.until(Phase.WORK, 1)
        await it.keys("q", "r")
        assert "1 set done, guest; r resumes it" in await it.picture()
        await it.keys("r")
        assert it.says("#info").startswith("GUEST")
