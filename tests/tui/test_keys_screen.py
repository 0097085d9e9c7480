"""Keys of one's own: given on their screen, learned from a remote, and followed wherever a key is named."""

from __future__ import annotations

import pytest

from hiptimer.config import load_settings
from hiptimer.keyboard import Keyboard
from hiptimer.session.state import Phase
from hiptimer.tui.screens.keys import KeysScreen
from tests.fakes import Gym

from .live import Live, live
from .test_settings_screen import marked, to


def set_keys(gym: Gym, text: str) -> None:
    gym.settings_file.write_text(f"[keys]\n{text}\n", "utf-8")
    gym.settings, problem = load_settings(gym.settings_file)
    assert problem == ""


def keyboard(gym: Gym) -> Keyboard:
    found, problem = load_settings(gym.settings_file)
    assert problem == ""
    return found.keyboard


async def open_keys(it: Live) -> None:
    await it.keys("e", "up", "enter")
    assert isinstance(it.top, KeysScreen)


# -- what they do


async def test_another_big_key_starts_on_home_leads_through_and_answers_dialogs(gym: Gym) -> None:
    set_keys(gym, 'press = ["f7"]\nundo = ["z"]')
    async with live(gym) as it:
        assert "F7 Start" in await it.picture()
        await it.keys("space")
        assert "HomeScreen" in str(it.top)
        await it.keys("f7")
        await it.wait(1.0)
        assert it.says("#button").startswith("F7")
        await it.keys("space")
        assert it.session.phase is Phase.READY
        await it.press("f7")
        assert it.session.phase is Phase.LEAD_IN
        await it.keys("Z")
        assert it.session.phase is Phase.READY
        await it.keys("s")
        await it.keys("f7")  # the dialog's marked answer: this set
        assert it.session.cursor == 1


async def test_two_keys_that_changed_places(gym: Gym) -> None:
    set_keys(gym, 'pause = ["x"]\nswap = ["p"]')
    async with live(gym, gym.at(Phase.REST)) as it:
        await it.keys("p")
        assert it.session.phase is Phase.REST
        await it.keys("x")
        assert it.session.phase is Phase.PAUSED


async def test_what_names_a_key_follows(gym: Gym) -> None:
    set_keys(gym, 'help = ["f2"]\npause = ["y"]\nhome-trial = ["f3"]\nmute = []\nfigure = []')
    async with live(gym) as it:
        picture = await it.picture()
        assert "F2" in picture and "F3 tries a minute" in picture
        await it.keys("space")
        await it.press()
        assert "y Pause" in it.says("#keys") and "F2 Keys" in it.says("#keys")
        await it.keys("f2")
        picture = await it.picture()
        assert "y " in picture and "Pause" in picture
        await it.keys("escape", "m", "f")
        assert not gym.sound.muted


async def test_ctrl_c_leaves_whatever_the_settings_say(gym: Gym) -> None:
    set_keys(gym, 'leave = ["f10"]')
    async with live(gym, gym.at(Phase.REST)) as it:
        await it.keys("q")
        assert it.dismissed
        await it.keys("ctrl+c")
        assert it.top is not it.screen
        await it.keys("escape", "f10")
        assert it.top is not it.screen


# -- how they are given


async def test_a_key_is_given_by_pressing_it_and_holds_at_once(gym: Gym) -> None:
    async with live(gym) as it:
        await open_keys(it)
        await to(it, "Log")
        await it.keys("enter", "y")
        assert "y is Log" in await it.picture()
        assert keyboard(gym).keys("home-log") == ("y",)
        assert marked(it).startswith("> *")
        await it.keys("a", "f8")
        assert keyboard(gym).keys("home-log") == ("y", "f8")
        await it.keys("escape", "escape", "f8")
        assert "LogScreen" in str(it.top)


async def test_the_usual_keys_come_back_one_by_one_or_all(gym: Gym) -> None:
    set_keys(gym, 'press = ["f7"]\nundo = ["z"]\nredo = ["y"]')
    async with live(gym) as it:
        await open_keys(it)
        await it.keys("x")
        assert keyboard(gym).keys("press") == ("space", "enter", "pagedown")
        await it.keys("d", "y")
        assert keyboard(gym) == Keyboard()
        assert "keys" not in gym.settings_file.read_text("utf-8")


async def test_a_clash_is_named_and_nothing_is_taken_unasked(gym: Gym) -> None:
    async with live(gym) as it:
        await open_keys(it)
        await to(it, "Redo")
        await it.keys("enter", "p")
        assert "p is Pause already: take it away there?" in await it.picture()
        await it.keys("k")
        assert keyboard(gym) == Keyboard()
        await it.keys("P", "t")
        assert keyboard(gym).keys("redo") == ("p",)
        assert keyboard(gym).keys("pause") == ("full_stop", "decimal", "b")


@pytest.mark.parametrize(
    ("action", "key", "said"),
    [
        ("Redo", "5", "5 has a meaning of its own"),
        ("Redo", "ctrl+q", ""),
        ("Redo", "r", "r is Redo already"),
    ],
)
async def test_what_cannot_be_given_is_said(gym: Gym, action: str, key: str, said: str) -> None:
    async with live(gym) as it:
        await open_keys(it)
        await to(it, action)
        await it.keys("enter", key)
        assert said in await it.picture() or it.app._exit
    assert keyboard(gym) == Keyboard()


async def test_the_only_big_key_stays_one(gym: Gym) -> None:
    set_keys(gym, 'press = ["f7"]')
    async with live(gym) as it:
        await open_keys(it)
        await to(it, "Redo")
        await it.keys("enter", "f7")
        assert "F7 is the only big key" in await it.picture()
        await it.keys("escape")
        assert keyboard(gym).keys("redo") == ("r",)


async def test_escape_leaves_the_key_as_it_is(gym: Gym) -> None:
    async with live(gym) as it:
        await open_keys(it)
        await it.keys("enter")
        assert "Press the new key for Big key" in await it.picture()
        await it.keys("escape")
        assert isinstance(it.top, KeysScreen)
        assert keyboard(gym) == Keyboard()


async def test_the_buttons_of_a_remote_are_learned_one_after_the_other(gym: Gym) -> None:
    async with live(gym) as it:
        await open_keys(it)
        await it.keys("r")
        assert "1 of 5: press the button for Big key" in await it.picture()
        await it.keys("media_play_pause")
        assert "media play pause is Big key" in await it.picture()
        await it.keys("pageup")  # undo has it already
        assert "page up is Undo already" in await it.picture()
        await it.keys("tab")
        assert "4 of 5" in await it.picture()
        await it.keys("raise_volume", "f9")
        assert "That was the last button" in await it.picture()
        now = keyboard(gym)
        assert now.keys("press") == ("space", "enter", "pagedown", "media_play_pause")
        assert now.keys("longer")[-1] == "raise_volume"
        assert now.keys("again")[-1] == "f9"
        assert [name for name, _ in now.own] == ["press", "longer", "again"]
        await it.keys("escape", "escape")
        await it.wait_home(1.0)
        await it.keys("media_play_pause")
        assert it.session.phase is Phase.READY


async def test_a_file_with_a_fault_keeps_its_keys(gym: Gym) -> None:
    gym.settings_file.write_text("[keys]\npause = 5\n", "utf-8")
    async with live(gym) as it:
        await open_keys(it)
        assert "settings.toml:2: keys.pause" in " ".join((await it.picture()).split())
        await it.keys("enter", "y")
        assert "not kept" in await it.picture()
    assert gym.settings_file.read_text("utf-8") == "[keys]\npause = 5\n"
