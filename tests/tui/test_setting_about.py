"""What a setting or a key means is read whole in the smallest window, and the marked line stays in sight."""

from __future__ import annotations

import pytest

from hiptimer.tui.screens.keys import KeysScreen
from hiptimer.tui.screens.settings import SettingsScreen
from tests.fakes import Gym
from tests.often import long

from .live import Live, live
from .own import words
from .test_settings_screen import marked


async def all_are_whole(it: Live) -> None:
    """Down the list until its first line is marked again."""
    first = marked(it)
    while True:
        about = it.top.query_one("#setting-about")
        seen = await words(it)
        assert " ".join(str(about.render()).split()) in seen
        assert " ".join(marked(it).split()[:2]) in seen
        await it.keys("down")
        if marked(it) == first:
            return


@pytest.mark.parametrize("size", [(40, 12), *long((60, 20), (80, 24))])
async def test_every_setting_is_explained_whole(gym: Gym, size: tuple[int, int]) -> None:
    async with live(gym, size=size) as it:
        await it.keys("e")
        assert isinstance(it.top, SettingsScreen)
        await all_are_whole(it)


@pytest.mark.parametrize("size", [(40, 12), *long((60, 20), (80, 24))])
async def test_every_key_is_explained_whole(gym: Gym, size: tuple[int, int]) -> None:
    async with live(gym, size=size) as it:
        await it.keys("e", "up", "enter")
        assert isinstance(it.top, KeysScreen)
        await all_are_whole(it)
