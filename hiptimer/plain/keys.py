"""The keys of a session line by line, as data, and what is typed as keys. Pure.

The letters are those of the full screen.
"""

from __future__ import annotations

import re
from dataclasses import replace

from hiptimer.key_names import sign
from hiptimer.keyboard import Keyboard
from hiptimer.values import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its character, or its name (`enter`, `up`)."""

    name: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A line that was typed at once, or read from a pipe."""

    text: str


@dataclass(frozen=True, slots=True)
class Ended:
    """Nothing more will be typed."""


@dataclass(frozen=True, slots=True)
class Signalled:
    """The system has sent a signal, by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Continued:
    """The program was stopped and goes on."""


@dataclass(frozen=True, slots=True)
class SoundChanged:
    """Another player, perhaps."""


@dataclass(frozen=True, slots=True)
class Rang:
    """The bell is to be rung."""


Given = Key | Typed | Ended | Signalled | Continued | SoundChanged | Rang
"""Everything that can come in."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a key does: `id` is that of the full screen's binding."""

    id: str
    keys: tuple[str, ...]
    does: str


BOUND = (
    Bound("press", ("enter", "space", "pagedown"), "the big key: start, done, go on"),
    Bound("undo", ("u", "backspace", "pageup"), "take the last key back"),
    Bound("pause", ("p", ".", "b"), "pause, and go on"),
    Bound("redo", ("r",), "this set, or the last one, again"),
    Bound("skip", ("s",), "skip this set, or this exercise for today"),
    Bound("jump", ("j",), "the list of today's sets: jump to one, do another instead, or move one"),
    Bound("more", ("up",), "one more: the value just logged, or the target"),
    Bound("less", ("down",), "one less"),
    Bound("direction-back", ("left",), "which direction to correct"),
    Bound("direction-on", ("right",), "which direction to correct"),
    Bound("longer", ("+", "=", "]"), "15 s more; a slower pace while I count"),
    Bound("shorter", ("-", "["), "15 s less; a faster pace while I count"),
    Bound("swap", ("x",), "I am on the other side: swap them"),
    Bound("add-round", ("a",), "one more round at the end"),
    Bound("count", ("c",), "who counts: you, I at a pace, or one press a rep"),
    Bound("end", ("d",), "end a set of presses early"),
    Bound("weight", ("w",), "the weight in hand"),
    Bound("take", ("t",), "take the weight that is suggested"),
    Bound("reserve", ("k",), "how many more reps there would have been"),
    Bound("pain", ("o",), "pain from 0 to 10"),
    Bound("note", ("n",), "a note on the set"),
    Bound("effort", ("e",), "at the end: how hard the session was, 0 to 10"),
    Bound("how", ("h",), "how to do it, and what ends the set"),
    Bound("again", ("escape", "f5", "i"), "say again what is now"),
    Bound("voice", ("v",), "the voice: off, words, words and counts"),
    Bound("mute", ("m",), "sound off and on"),
    Bound("help", ("?", "f1"), "these keys"),
    Bound("leave", ("q",), "leave: resume later, finish here, or discard"),
)


def bound_now(keyboard: Keyboard) -> tuple[Bound, ...]:
    """What each key does where the settings give actions others; a terminal line by line sends not all."""
    own = dict(keyboard.own)
    return tuple(
        replace(one, keys=tuple(map(_plain, own[one.id]))) if one.id in own else one for one in BOUND
    )


def _plain(key: str) -> str:
    """Textual's name of a key as it is called here: `.` for `full_stop`."""
    said = sign(key)
    return said if len(said) == 1 else key


def meaning(keyboard: Keyboard) -> dict[str, str]:
    """The id of what each key does; those of the settings go before the usual ones."""
    now, own = bound_now(keyboard), dict(keyboard.own)
    ordered = sorted(now, key=lambda one: one.id in own)
    return {key: one.id for one in ordered for key in one.keys}


_SEQUENCES = {
    "\x1b[A": "up", "\x1bOA": "up", "\x1b[B": "down", "\x1bOB": "down",
    "\x1b[C": "right", "\x1bOC": "right", "\x1b[D": "left", "\x1bOD": "left",
    "\x1bOQ": "f2", "\x1bOR": "f3", "\x1bOS": "f4", "\x1b[17~": "f6", "\x1b[18~": "f7",
    "\x1b[19~": "f8", "\x1b[20~": "f9", "\x1b[21~": "f10", "\x1b[23~": "f11", "\x1b[24~": "f12",
    "\x1b[5~": "pageup", "\x1b[6~": "pagedown", "\x1b[15~": "f5", "\x1bOP": "f1", "\x1b[11~": "f1",
}  # fmt: skip
_CHARACTERS = {
    "\n": "enter", "\r": "enter", " ": "space", "\x7f": "backspace", "\x08": "backspace",
    "\x1b": "escape", "\x04": "q",
}  # fmt: skip
_ONE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]?|\x1bO.?|.", re.DOTALL)


def typed(text: str) -> list[Given]:
    """What a terminal has handed over in one piece, as keys.

    More than one character with Enter behind them is a line: some terminals, those in editors among them,
    send nothing before a line is complete, and its end is then not the big key.
    """
    line = "".join(one for one in _ONE.findall(text) if one.isprintable())
    if text.endswith("\n") and line and not line.isspace():
        return [Typed(line)]
    return [Key(key) for one in _ONE.findall(text) if (key := _key(one))]


def _key(one: str) -> str:
    """The name of a key; nothing for one that means nothing here."""
    if one in _SEQUENCES:
        return _SEQUENCES[one]
    if one in _CHARACTERS:
        return _CHARACTERS[one]
    return one.lower() if len(one) == 1 and one.isprintable() else ""
