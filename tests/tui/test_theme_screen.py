"""Choosing a theme: seen at once, kept or given back, and remembered."""

from __future__ import annotations

from hiptimer.look import Look, ThemeName
from hiptimer.session.state import Phase
from tests.fakes import Gym

from .live import live
from .test_weighing import marked

LIGHT = ThemeName.HIPTIMER_LIGHT


async def test_a_theme_is_seen_while_it_is_marked_and_kept_with_the_big_key(gym: Gym) -> None:
    async with live(gym) as it:
        assert it.app.theme == ThemeName.HIPTIMER_DARK
        await it.keys("ctrl+t")
        assert marked(it) == ["> hiptimer-dark"]
        await it.keys("down")
        assert marked(it) == ["> hiptimer-light"]
        await it.picture()
        assert it.app.screen_stack[0].styles.background.hex == it.app.current_theme.background.upper()
        await it.keys("space")
        assert (it.app.theme, gym.kept) == (LIGHT, [LIGHT])


async def test_escape_gives_the_theme_back_and_remembers_nothing(gym: Gym) -> None:
    gym.look = Look(theme=ThemeName.NORD)
    async with live(gym) as it:
        for leaving in ("escape", "ctrl+c", "ctrl+q", "ctrl+t"):
            await it.keys("ctrl+t", "down", "up", "up")
            assert it.app.theme != ThemeName.NORD
            await it.keys(leaving)
            assert it.app.theme == ThemeName.NORD
            assert len(it.app.screen_stack) == 1
    assert gym.kept == []


async def test_the_list_goes_round_and_the_marked_line_is_always_in_sight(gym: Gym) -> None:
    async with live(gym, size=(40, 12)) as it:
        await it.keys("ctrl+t", "up")
        assert marked(it) == ["> tokyo-night"]
        assert "> tokyo-night" in await it.picture()
        await it.keys("down")
        assert "> hiptimer-dark" in await it.picture()
        assert "escape back" in await it.picture()


async def test_a_countdown_waits_while_a_theme_is_chosen(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        await it.keys("ctrl+t")
        await it.wait(60.0)
        await it.keys("down", "enter")
        assert it.session.phase is Phase.REST
        assert it.app.theme == LIGHT


async def test_a_theme_that_cannot_be_remembered_holds_and_it_is_said_why(gym: Gym) -> None:
    gym.not_kept = "not kept: settings.toml:1: expected TOML"
    async with live(gym, gym.begin()) as it:
        await it.keys("ctrl+t", "down", "enter")
        assert it.app.theme == LIGHT
        assert it.says("#notice") == gym.not_kept


async def test_home_says_it_too(gym: Gym) -> None:
    gym.not_kept = "not kept: settings.toml:1: expected TOML"
    async with live(gym) as it:
        await it.keys("ctrl+t", "down", "enter")
        assert gym.not_kept in await it.picture()


async def test_help_names_the_key(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("?")
        assert "ctrl+t" in await it.picture()
        await it.keys("escape", "space", "?")
        assert "ctrl+t" in await it.picture()
