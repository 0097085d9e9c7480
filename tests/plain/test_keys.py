"""What is typed, as keys; and that the letters mean the same as on the full screen."""

from __future__ import annotations

import pytest

from hiptimer.key_names import SIGNS
from hiptimer.keyboard import Keyboard
from hiptimer.plain.keys import BOUND, Given, Key, Typed, meaning, typed
from hiptimer.tui.keys import SESSION_KEYS

DRAWN_ONLY = {"figure", "louder", "page", "quieter", "theme"}
"""Keys about what is drawn, and those that a plain terminal does not send."""


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("u", [Key("u")]),
        ("U", [Key("u")]),
        ("\n", [Key("enter")]),
        (" ", [Key("space")]),
        ("\n\n", [Key("enter"), Key("enter")]),
        ("\x1b[A\x1b[B", [Key("up"), Key("down")]),
        ("\x1bOA", [Key("up")]),
        ("\x1b[5~\x1b[6~", [Key("pageup"), Key("pagedown")]),
        ("\x1b", [Key("escape")]),
        ("\x7f", [Key("backspace")]),
        ("\x04", [Key("q")]),
        ("\x1b[1;5A\x1b[200~", []),
        ("\x00\x01", []),
    ],
)
def test_keys_of_a_terminal(text: str, given: list[Given]) -> None:
    assert typed(text) == given


def test_a_line_that_comes_at_once_is_a_line_and_its_end_no_big_key() -> None:
    assert typed("u\n") == [Typed("u")]
    assert typed("w 12\r\n") == [Typed("w 12")]
    assert typed("kn\x1b[Dee\n") == [Typed("knee")]
    assert typed("\x1b[A\n") == [Key("up"), Key("enter")]


def test_every_letter_means_what_it_means_on_the_full_screen() -> None:
    drawn = {binding.id: {SIGNS.get(key, key).lower() for key in binding.key.split(",")}
             for binding in SESSION_KEYS}  # fmt: skip
    assert {bound.id for bound in BOUND} == drawn.keys() - DRAWN_ONLY
    for bound in BOUND:
        asked_here_only = {"i"} if bound.id == "again" else set()
        signs = {key.replace("page", "page ") for key in bound.keys} - asked_here_only
        assert signs <= drawn[bound.id], bound.id


def test_the_keys_of_the_settings_hold_here_too() -> None:
    own = meaning(Keyboard((("pause", ("full_stop", "j")), ("press", ("f7",)), ("mute", ("i",)))))
    assert (own["."], own["j"], own["f7"], own["i"]) == ("pause", "pause", "press", "mute")
    assert not {"p", "b", "space", "enter", "m"} & own.keys()
    assert typed("\x1b[18~") == [Key("f7")]


def test_no_key_means_two_things() -> None:
    assert len(meaning(Keyboard())) == sum(len(bound.keys) for bound in BOUND)
