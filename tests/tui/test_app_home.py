"""Home: the first time, after a session, days later, at every size."""

from __future__ import annotations

from typing import Any

import pytest

from hiptimer.circuit.plan import Options
from hiptimer.history.store import Store
from hiptimer.session.events import Leave, Leaving
from hiptimer.session.state import Phase, Session
from hiptimer.session.todays import todays
from hiptimer.tui.screens.help import HelpScreen
from hiptimer.tui.screens.home import HomeScreen
from tests.circuits import hips
from tests.fakes import Gym
from tests.history.days import HandClock
from tests.often import long

from .live import live


async def test_the_first_time(gym: Gym) -> None:
    gym.text, gym.options = hips(), Options()
    async with live(gym) as it:
        picture = await it.picture()
        for words in (
            "Runner's hips",
            "3-4 rounds · ~27 min",
            "kit: wall, bench or sofa, one weight",
            "1  WALL PUSH   to fatigue",
            "2  LUNGE HALO  3-6 each way · MEDIUM-HEAVY",
            "LEFT first today",
            "not medical advice",
            "First time here",
            "SPACE Start     t Try  c Circuits  w Weights  e Settings  ? Keys  q Quit",
        ):
            assert words in picture
        assert "unfinished" not in picture
        await it.keys("r")  # nothing to resume
        assert isinstance(it.top, HomeScreen)


async def test_home_is_all_there_is_and_reads_the_history_once_until_another_screen_was_over_it(
    gym: Gym, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def reading(store: Store, text: str, *more: Any) -> Session:
        read.append(text)
        return todays(store, text, *more)

    monkeypatch.setattr("hiptimer.tui.beginning.todays", reading)
    async with live(gym, size=(120, 40)) as it:
        assert [type(screen) for screen in it.app.screen_stack] == [HomeScreen]
        assert len(read) == 1 and it.top.has_class("-wide", "-middle")
        await it.keys("question_mark")
        assert isinstance(it.top, HelpScreen) and len(read) == 1
        await it.keys("escape")
        assert isinstance(it.top, HomeScreen) and len(read) == 2


async def test_last_time_and_the_side_of_today(gym: Gym) -> None:
    gym.finished()
    gym.clock = HandClock(days=3)
    async with live(gym) as it:
        picture = await it.picture()
        assert "last time: 3 days ago, Sun 01 Mar, 2 min, 4 sets done" in picture
        assert "held left 20 s · right 20 s" in picture
        assert "RIGHT first today" in picture
        assert "since the last session" not in picture


async def test_the_morning_after_is_asked_once_and_kept_with_the_session(gym: Gym) -> None:
    gym.finished()
    gym.clock = HandClock(days=20.1 / 24)
    rest = "20 h since the last session; 48 h let the hips recover"
    async with live(gym) as it:
        picture = await it.picture()
        assert "the morning after: 1 better  2 same  3 worse" in picture and rest not in picture
        await it.keys("3")
        picture = await it.picture()
        assert "the morning after" not in picture and rest in picture
        assert gym.store.sessions()[0].morning == "worse"
        await it.keys("1")  # no question any more
        assert gym.store.sessions()[0].morning == "worse"


async def test_the_same_evening_and_a_week_later_nobody_asks(gym: Gym) -> None:
    gym.finished()
    for hours in (3.0, 7.5 * 24):
        gym.clock = HandClock(days=hours / 24)
        async with live(gym) as it:
            assert "the morning after" not in await it.picture()
            await it.keys("1")
            assert gym.store.sessions()[0].morning is None


async def test_the_weeks_are_counted_beside_the_claim(gym: Gym) -> None:
    for day in (1, 4, 8, 11, 15):
        gym.finished(day)
    gym.clock = HandClock(days=15.1)
    async with live(gym) as it:
        assert "not medical advice    this week 1 of 2 · 2 weeks in a row" in await it.picture()


async def test_a_session_that_ended_early_is_called_partial(gym: Gym) -> None:
    gym.finished()
    runner = gym.at(Phase.REST, 2)
    runner.send(Leave(Leaving.PARTIAL))
    runner.close()
    async with live(gym) as it:
        assert ", 2 sets done, partial" in await it.picture()


@pytest.mark.parametrize(
    "size", [(40, 12), (80, 24), (200, 60), *long((60, 20), (100, 28), (120, 40), (50, 70))]
)
async def test_all_of_it_is_there_at_every_size(gym: Gym, size: tuple[int, int]) -> None:
    gym.text, gym.options = hips(), Options()
    gym.finished()
    gym.clock = HandClock(days=3)
    gym.left(cursor=2)
    async with live(gym, size=size) as it:
        picture = await it.picture()
        for words in (
            "Runner's hips · 3-4 rounds · ~27 min",
            "wall, bench or sofa, one weight",
            "to fatigue",
            "RIGHT first today",
            "3 days ago",
            "20 20 20 s",
            "Wed 04 Mar 18:30, 2 sets",
            "SPACE Start",
            "r resumes",
            "l Log",
            "? Keys",
            "not medical advice",
        ):
            assert words in picture, words
        assert picture.splitlines()[-1].rstrip().endswith("q Quit")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_a_long_circuit_leaves_room_for_the_rest(gym: Gym, size: tuple[int, int]) -> None:
    one = '[[exercise]]\nid = "e{0}"\nname = "Exercise {0}"\nreps = 3\nsides = "each"\n'
    gym.finished()
    gym.text = 'name = "Long"\nsets = 1\n' + "".join(one.format(number) for number in range(30))
    gym.left(cursor=2)
    async with live(gym, size=size) as it:
        picture = await it.picture()
        assert "EXERCISE 0" in picture
        assert all(words in picture for words in (" more", "LEFT first today", "2 sets", "last"))


async def test_with_room_last_time_stands_beside_today_set_by_set(gym: Gym) -> None:
    gym.finished()
    async with live(gym, size=(120, 40)) as it:
        lines = (await it.picture()).splitlines()
        assert any("WALL PUSH   20 s  20 s" in line for line in lines)
        assert any("LUNGE HALO  3+3   3+3" in line for line in lines)
        assert "WALL PUSH" not in "\n".join(line[:70] for line in lines)  # there it is in block letters


async def test_help_and_quit(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("?")
        assert "go to the first exercise" in await it.picture()
        await it.keys("escape")
        assert isinstance(it.top, HomeScreen)
        await it.keys("escape")
        assert not it.app._exit
        await it.keys("q")
        assert it.app.return_value == 0


async def test_help_lists_the_keys_that_do_something_now(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("?")
        assert isinstance(it.top, HelpScreen)
        picture = await it.picture()
        assert "Resume" not in picture and "Morning" not in picture and "Guest" in picture
    gym.finished()
    gym.clock = HandClock(days=3)
    gym.left(cursor=2)
    async with live(gym) as it:
        await it.keys("?")
        assert "Resume" in await it.picture()
