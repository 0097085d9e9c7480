"""Which keys do what: what the settings say, what clashes, and that every key of Textual can be named."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual.keys import KEY_TO_UNICODE_NAME, Keys, _character_to_key

from hiptimer.config import Settings, load_settings
from hiptimer.key_names import SIGNS, is_known, normal, sign
from hiptimer.keyboard import ACTIONS, HOME, SCREENS, SESSION, USUAL, Keyboard
from hiptimer.tui.doors import HOME_KEYS
from hiptimer.tui.keys import SESSION_KEYS

from .files import settings


def test_every_key_of_session_and_home_can_be_given_another() -> None:
    assert {one.id for one in SESSION_KEYS} == set(SESSION)
    assert {one.id for one in HOME_KEYS if "morning" not in (one.id or "")} == set(HOME)


@pytest.mark.parametrize("screen", SCREENS)
def test_no_key_means_two_things_by_default(screen: str) -> None:
    keys = [key for name in SCREENS[screen] for key in ACTIONS[name]]
    assert len(keys) == len(set(keys))


def test_whatever_textual_can_tell_of_a_key_can_be_written_down() -> None:
    told = {str(key.value) for key in Keys} | set(FUNCTIONAL_KEYS.values())
    odd = {"ctrl-at", "newline", "return"}
    pressed = {one for one in told if "<" not in one and "\\" not in one} - odd
    modifiers_alone = {one for one in pressed if one.startswith(("left_", "right_", "iso_"))} - {
        "left_square_bracket", "right_square_bracket",
    }  # fmt: skip
    assert {one for one in pressed - modifiers_alone if not is_known(normal(one))} == set()
    named = [_character_to_key(chr(code)) for code in range(0x21, 0x250) if chr(code).isprintable()]
    assert {one for one in (*named, *KEY_TO_UNICODE_NAME) if not is_known(normal(one))} <= {
        "reverse_solidus", "commercial_at", "hyphen_minus", "plus_sign", "low_line",
    }  # fmt: skip
    for code in range(0x21, 0x7F):
        name = _character_to_key(chr(code))
        assert normal(chr(code)) == name
        assert sign(name) == SIGNS.get(name, chr(code))


def test_keys_are_called_as_they_stand_on_a_keyboard() -> None:
    names = ("pagedown", "f7", "shift+up", "question_mark", "media_play_pause", "ctrl+full_stop", "delete")
    said = ["page down", "F7", "shift+up", "?", "media play pause", "ctrl+.", "delete"]
    assert [sign(name) for name in names] == said


def test_a_list_replaces_all_keys_and_a_character_is_its_name(tmp_path: Path) -> None:
    found, problem = settings(tmp_path, '[keys]\npause = [".", "f7", "."]\nundo = "z"\nfigure = []\n')
    assert problem == ""
    keyboard = found.keyboard
    assert keyboard.keys("pause") == ("full_stop", "f7")
    assert keyboard.keys("undo") == ("z",)
    assert (keyboard.keys("figure"), keyboard.sign("figure")) == ((), "-")
    assert keyboard.keys("press") == ACTIONS["press"]
    keymap = keyboard.keymap()
    assert keymap["undo"] == "z,Z"
    assert keymap["figure"] == "none-figure"
    assert keymap["cancel"] == "escape,backspace,pageup,z,Z"
    assert "press" not in keymap and "confirm" not in keymap


def test_two_actions_may_change_their_keys(tmp_path: Path) -> None:
    found, problem = settings(tmp_path, '[keys]\npause = "s"\nskip = "p"\n')
    assert (problem, found.keyboard.sign("pause"), found.keyboard.sign("skip")) == ("", "s", "p")


def test_the_same_key_may_mean_one_thing_on_home_and_another_in_a_session(tmp_path: Path) -> None:
    assert settings(tmp_path, '[keys]\nhome-log = "p"\n')[1] == ""


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            'pause = ["q"]',
            2,
            'keys.pause[1]: expected a key that nothing else has, found "q", which is leave',
        ),
        ('swap = ["y"]\n\nredo = ["y"]', 2, 'keys.swap[1]: expected a key that nothing else has, found "y"'),
        ('home-log = "space"', 2, "which is press"),
        ('help = "t"', 2, "which is take"),
        ('pasue = ["p"]', 2, 'did you mean "pause"'),
        ('pause = ["pgdwn"]', 2, "the name of a key"),
        ('pause = ["spcae"]', 2, 'did you mean "space"'),
        ("press = []", 2, "keys.press: expected a list of names of keys, at least one"),
        ('pause = ["5"]', 2, '"5", which has a meaning of its own'),
        ('pause = ["ctrl+c"]', 2, "a key that is free"),
        ("pause = 5", 2, "the name of a key"),
        ('pause = [["p"]]', 2, "the name of a key"),
        (f"pause = {['f1'] * 13}", 2, "at most 12"),
    ],
)
def test_a_clash_or_a_slip_is_a_line_and_the_usual_keys_hold(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    found, problem = settings(tmp_path, f"[keys]\n{text}\n")
    assert found == Settings()
    assert f"settings.toml:{line}:" in problem
    assert words in problem


def test_a_clash_is_told_once(tmp_path: Path) -> None:
    assert "(and" not in settings(tmp_path, '[keys]\nswap = "y"\nredo = "y"\n')[1]


def test_nothing_set_is_nothing_to_tell_textual(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml")[0].keyboard == USUAL == Keyboard()
    assert USUAL.keymap() == {}
