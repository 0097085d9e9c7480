"""The settings on the screen: changed, kept in the file, and held at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiptimer.circuit.model import Rests
from hiptimer.circuit.tables import Table, Values
from hiptimer.config import SettingKeys, load_settings
from hiptimer.look import Flash
from hiptimer.session.cues import Voice
from hiptimer.session.preferences import Preferences
from hiptimer.session.state import Phase
from hiptimer.setting_keys import ScreenKeys, Settings
from hiptimer.tui.setting_lines import items, line
from hiptimer.tui.widgets.choice_list import ChoiceList
from hiptimer.tui.widgets.line import Line
from tests.fakes import Gym
from tests.often import long

from .live import Live, live


def file_of(gym: Gym) -> Path:
    return gym.settings_file


def kept(gym: Gym) -> Settings:
    found, problem = load_settings(file_of(gym))
    assert problem == ""
    return found


async def to(it: Live, name: str) -> None:
    """Mark a setting, or an action."""
    for _ in range(60):
        if f" {name} " in marked(it):
            return
        await it.keys("down")
    raise AssertionError(name)


def marked(it: Live) -> str:
    lines = it.top.query_one(ChoiceList).query(Line)
    return next(f"{line.text} " for line in lines if line.display and line.text.startswith(">"))


@pytest.mark.parametrize(("width", "begins"), [(40, 20), (48, 20), (60, 20), (80, 30)])
def test_all_values_stand_in_one_column(width: int, begins: int) -> None:
    for one in items(Values({}), Preferences(), Rests()):
        drawn = line(one, False, width)
        assert (drawn[:begins].strip(), drawn[begins - 1]) == (one.label, " ")
        assert drawn[begins] != " "
        assert width > 40 or one.key is ScreenKeys.THEME or len(drawn) <= 34, "it is whole at 40 columns"


async def test_every_setting_is_a_line_with_its_value(gym: Gym) -> None:
    tables = {key.name: key.kind for key in SettingKeys.TABLE.keys}
    lines = {(one.table, one.name) for one in items(Values({}), Preferences())}
    for name in ("sound", "screen", "session", "training"):
        table = tables[name]
        assert isinstance(table, Table)
        assert {(name, key) for key in table.names} <= lines
    assert {("weights", "weights"), ("keys", "keys")} <= lines
    async with live(gym) as it:
        await it.keys("e")
        picture = await it.picture()
        for words in (
            "volume              10",
            "theme               hiptimer-dark",
            "rest between rounds the circuit's (90 s)",
        ):
            assert words in picture


async def test_a_change_holds_at_once_and_is_kept_and_the_comments_stay(gym: Gym) -> None:
    file_of(gym).write_text("# mine\n[sound]\nvolume = 8 # neighbours\n", "utf-8")
    gym.settings, _ = load_settings(file_of(gym))
    async with live(gym) as it:
        await it.keys("e", "left")
        assert file_of(gym).read_text("utf-8") == "# mine\n[sound]\nvolume = 7 # neighbours\n"
        assert "set" in marked(it)
        await to(it, "voice")
        await it.keys("right")
        assert gym.audible.voice is kept(gym).voice is Voice.COUNTS
        await to(it, "flash")
        await it.keys("space")
        assert kept(gym).look.flash is Flash.NEVER
        await to(it, "motion")
        await it.keys("right")
        assert it.app.animation_level == "none"
        await to(it, "muted")
        await it.keys("right")
        assert gym.audible.muted
        await it.keys("x")
        assert not gym.audible.muted
        assert "muted" not in file_of(gym).read_text("utf-8")


async def test_a_number_is_typed_and_the_default_is_one_key_away(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("e")
        await to(it, "rest")
        await it.keys("4", "5", "6", "backspace", "enter")
        assert kept(gym).habits.rest == 45
        assert file_of(gym).read_text("utf-8") == "[session]\nrest = 45\n"
        await it.keys("right", "right", "left")
        assert kept(gym).habits.rest == 50
        await it.keys("9", "9", "9", "9", "enter")
        assert "seconds from 0 to 3600, please" in await it.picture()
        assert kept(gym).habits.rest == 50
        await it.keys("escape", "x")
        assert kept(gym).habits.rest is None
        assert file_of(gym).read_text("utf-8") == ""


async def test_the_next_session_is_led_as_it_was_set(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("e")
        await to(it, "lead-in")
        await it.keys("7", "enter")
        await to(it, "first side")
        await it.keys("left")
        await to(it, "sessions a week")
        await it.keys("5", "enter", "escape")
        await it.wait_home(1.0)
        assert "it changes each session" not in await it.picture()
        await it.keys("space", "space")
        assert it.session.phase is Phase.READY
        assert it.session.options.first_side == "right"
        # the command line goes before the settings
        assert it.session.options.lead_in == gym.options.lead_in
    assert kept(gym).per_week == 5


async def test_what_was_answered_is_shown_until_the_file_says_something_else(gym: Gym) -> None:
    gym.store.prefer({"place": "room", "count": "pace"})
    async with live(gym) as it:
        await it.keys("e")
        await to(it, "who counts")
        assert "pace (answered)" in marked(it)
        await to(it, "time to the key")
        assert "4 s (answered)" in marked(it)
        await it.keys("2", "enter")
        assert "2 s" in marked(it) and "answered" not in marked(it)


@pytest.mark.parametrize("text", ["[sound]\nvolume = 11\n", "[sound\n", '[keys]\npause = ["q"]\n'])
async def test_a_file_with_a_fault_is_shown_with_its_line_and_never_written(gym: Gym, text: str) -> None:
    file_of(gym).write_text(text, "utf-8")
    async with live(gym) as it:
        await it.keys("e")
        assert "settings.toml:" in await it.picture()
        for key in ("left", "right", "x"):
            await it.keys(key)
            assert "not kept: settings.toml:" in await it.picture()
        await it.keys("down", "right", "escape")
    assert file_of(gym).read_text("utf-8") == text


async def test_a_file_that_cannot_be_written_is_said(gym: Gym) -> None:
    gym.settings_file = gym.path / "settings.toml"  # the history is no directory
    async with live(gym) as it:
        await it.keys("e", "left")
        assert "not kept" in await it.picture()


async def test_it_leads_to_theme_weights_and_keys_and_back(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("e")
        await to(it, "theme")
        await it.keys("space")
        assert "ThemeScreen" in str(it.top)
        await it.keys("escape")
        await to(it, "weights")
        await it.keys("space")
        assert "WeightsScreen" in str(it.top)
        await it.keys("escape", "down", "enter")
        assert "KeysScreen" in str(it.top)
        await it.keys("escape", "escape")
        assert "HomeScreen" in str(it.top)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), *long((120, 40), (60, 20), (97, 31))])
async def test_the_marked_line_and_what_it_means_are_always_seen(gym: Gym, size: tuple[int, int]) -> None:
    async with live(gym, size=size) as it:
        await it.keys("e")
        await it.keys(*["up"] * 4)
        assert marked(it).strip() in "\n".join(line.strip() for line in (await it.picture()).splitlines())
        assert (
            "Which side begins" in (await it.picture())
            or "Who counts" in (await it.picture())
            or ("Seconds to your key" in (await it.picture()) or "Sessions a week" in (await it.picture()))
        )
