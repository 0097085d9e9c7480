"""A log of many sessions is read a page at a time, as one scrolls."""

from __future__ import annotations

import pytest

from hiptimer.history.records import SessionRecord
from hiptimer.tui.screens.log import PAGE
from hiptimer.tui.widgets.cell_view import CellView
from tests.fakes import Gym

from .live import live
from .logs import copied, the_log


def read_sessions(gym: Gym, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the sessions that are read from here on, each time they are."""
    found: list[str] = []
    record = type(gym.store)._record

    def noted(store: object, *args: object) -> SessionRecord:
        one = record(store, *args)  # type: ignore[arg-type]
        found.append(one.id)
        return one

    monkeypatch.setattr(type(gym.store), "_record", noted)
    return found


async def test_of_many_sessions_a_page_is_read_and_more_as_one_scrolls(
    gym: Gym, monkeypatch: pytest.MonkeyPatch
) -> None:
    gym.finished()
    copied(gym, 10_000)
    async with live(gym) as it:
        found = read_sessions(gym, monkeypatch)
        assert "10001 sessions" in await the_log(it)
        assert len(found) == PAGE
        for _ in range(10):
            await it.keys("pagedown")
        assert len(found) <= 6 * PAGE
        assert len(found) == len(set(found))
        cursor = (await it.picture()).index(">")
        assert cursor > 0
        await it.keys("home")
        assert ">Sun 01" in await it.picture()


async def test_the_wheel_reads_on_too(gym: Gym, monkeypatch: pytest.MonkeyPatch) -> None:
    gym.finished()
    copied(gym, 200)
    async with live(gym) as it:
        found = read_sessions(gym, monkeypatch)
        await the_log(it)
        it.top.query_one(CellView).scroll_to(y=PAGE - 10, animate=False)
        await it.picture()
        assert len(found) == 2 * PAGE


async def test_the_oldest_session_is_reached_and_the_end_is_the_end(gym: Gym) -> None:
    gym.finished()
    copied(gym, 2 * PAGE - 1)
    async with live(gym) as it:
        await the_log(it)
        for _ in range(8):
            await it.keys("pagedown")
        picture = await it.picture()
        assert picture.splitlines()[-3].startswith(">")
        await it.keys("down")
        assert await it.picture() == picture


async def test_several_circuits_are_named_as_soon_as_another_one_is_seen(gym: Gym) -> None:
    gym.finished()
    copied(gym, 2 * PAGE)
    copied(gym, PAGE, circuit="Older one")
    async with live(gym, size=(97, 31)) as it:
        assert "CIRCUIT" not in await the_log(it)
        await it.keys("pagedown", "pagedown", "pagedown", "pagedown")
        picture = await it.picture()
        assert "CIRCUIT" in picture and "Older one" in picture and ">" in picture
