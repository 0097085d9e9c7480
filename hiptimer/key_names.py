"""The names of keys, as Textual has them, and how a key is called by people. Pure."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SIGNS = {
    "question_mark": "?",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pagedown": "page down",
    "pageup": "page up",
}
"""How keys are called that are not called by their names."""
_REPLACED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_NAMED = """
space enter tab escape backspace insert delete left right up down pageup pagedown home end menu pause
caps_lock scroll_lock num_lock print_screen decimal divide multiply subtract add equal separator kp_begin
media_play media_pause media_play_pause media_reverse media_stop media_fast_forward media_rewind
media_track_next media_track_previous media_record lower_volume raise_volume mute_volume
"""
_MODIFIERS = ("alt", "ctrl", "shift", "super", "hyper", "meta")


@lru_cache(maxsize=1)
def suggestions() -> frozenset[str]:
    """The names that are words, without those of characters."""
    return frozenset((*_NAMED.split(), *(f"f{n}" for n in range(1, 36)), *_of_ascii()))


def _of_ascii() -> list[str]:
    signs = (chr(code) for code in range(0x21, 0x7F))
    return [character_name(one) for one in signs if not one.isalnum()]


def character_name(character: str) -> str:
    """The name of the key that types a character: itself for a letter, `full_stop` for a dot."""
    if character.isalnum():
        return character
    if character == " ":
        return "space"
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _REPLACED.get(name, name)


def normal(name: str) -> str:
    """A name as Textual has it: `.` is `full_stop`; what is no name stays as it is."""
    modifiers, plus, key = name.rpartition("+")
    if name == "+" or name.endswith("++"):
        modifiers, plus, key = name[:-2], "+" if len(name) > 1 else "", "+"
    return f"{modifiers}{plus}{character_name(key) if len(key) == 1 else key}"


def is_known(name: str) -> bool:
    """Whether there is such a key; with control, shift or another modifier before it, too."""
    *modifiers, key = name.split("+")
    if not key or any(one not in _MODIFIERS for one in modifiers):
        return False
    return key in suggestions() or (len(key) == 1 and key.isalnum()) or _is_character(key)


def _is_character(name: str) -> bool:
    found = _character(name)
    return bool(found) and character_name(found) == name


def sign(key: str) -> str:
    """A key as it stands on a keyboard: `?` for `question_mark`, `F7` for `f7`."""
    modifiers, plus, last = key.rpartition("+")
    if last in SIGNS:
        said = SIGNS[last]
    elif last[:1] == "f" and last[1:].isdecimal():
        said = last.upper()
    elif len(last) > 1 and last not in _NAMED.split() and (found := _character(last)):
        said = found
    else:
        said = last.replace("_", " ")
    return f"{modifiers}{plus}{said}"


def _character(name: str) -> str:
    """The character of a name, in which a blank and a hyphen are the same; empty for none that is seen."""
    words = {new: old for old, new in _REPLACED.items()}.get(name, name).split("_")
    hyphened = ("_".join(words[:n]) + "-" + "_".join(words[n:]) for n in range(1, len(words)))
    for one in ("_".join(words), *hyphened):
        try:
            found = unicodedata.lookup(one.replace("_", " "))
        except KeyError:
            continue
        return found if found.isprintable() else ""
    return ""
