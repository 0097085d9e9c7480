"""Actions and their keys as lines of a screen, and what a key that is pressed comes to."""

from __future__ import annotations

from collections.abc import Mapping

from hiptimer.key_names import is_known, normal, sign
from hiptimer.keyboard import ACTIONS, ALWAYS, BIG_KEY, HOME, MOST, RESERVED, SESSION, Keyboard, Keys
from hiptimer.tui.doors import HOME_KEYS
from hiptimer.tui.keys import SESSION_KEYS
from hiptimer.values import dataclass

REMOTE = (BIG_KEY, "undo", "pause", "longer", "again")
"""What a button of a remote is asked for, in this order."""
_SAID = {one.id: one for one in (*HOME_KEYS, *SESSION_KEYS) if one.id in ACTIONS}
_DIRECTIONS = {"direction-back": "Direction before", "direction-on": "Direction after"}


def name_of(action: str) -> str:
    """How an action is called on the screen."""
    return _DIRECTIONS.get(action) or (_SAID[action].description if action in _SAID else action)


def about(action: str, keyboard: Keyboard) -> str:
    """What it does, where, and what it is called in the file."""
    does = _SAID[action].tooltip if action in _SAID else ""
    own = ", changed" if action in dict(keyboard.own) else ""
    return f"{name_of(action)}: {does} ({place(action)}; {action} in settings.toml{own})"


def place(action: str) -> str:
    """On which screens it has its keys."""
    return "everywhere" if action in SESSION and action in HOME else "home" if action in HOME else "session"


def line(action: str, keyboard: Keyboard, narrow: bool) -> str:
    """A line of the screen."""
    keys = " ".join(sign(key) for key in (*keyboard.keys(action), *ALWAYS.get(action, ()))) or "no key"
    own = "* " if action in dict(keyboard.own) else "  "
    where = "" if narrow else f"{place(action):<11}"
    return f"{own}{where}{name_of(action):<16}  {keys}"


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a key that was pressed would come to."""

    key: str
    refused: str = ""
    """Why it can't be had."""
    already: bool = False
    """The action has it."""
    owners: tuple[str, ...] = ()
    """What has it now, and would lose it."""


def pressed(key: str, action: str, keyboard: Keyboard) -> Pressed:
    """A key, by the name in which it arrived, for an action."""
    key = normal(key)
    key = key.lower() if len(key) == 1 else key  # both cases are meant
    if not is_known(key):
        return Pressed(key, refused=f"{key}: a key without a name that could be kept")
    if key in RESERVED:
        return Pressed(key, refused=f"{sign(key)} has a meaning of its own")
    if key in keyboard.keys(action):
        return Pressed(key, already=True)
    owners = tuple(keyboard.owners(key, action))
    if BIG_KEY in owners and len(keyboard.keys(BIG_KEY)) == 1:
        return Pressed(key, refused=f"{sign(key)} is the only big key: give that another one first")
    return Pressed(key, owners=owners)


def given(one: Pressed, action: str, keyboard: Keyboard, more: bool) -> Mapping[str, Keys]:
    """The keys of all actions that change when an action gets a key; `more`: beside those it has."""
    kept = keyboard.keys(action) if more else ()
    keys = {action: (*kept[-(MOST - 1) :], one.key)}
    return keys | {name: tuple(key for key in keyboard.keys(name) if key != one.key) for name in one.owners}


def clash_words(one: Pressed) -> str:
    """The question whether a key may be taken away."""
    names = " and ".join(name_of(name) for name in one.owners)
    return f"{sign(one.key)} is {names} already: take it away there?"
