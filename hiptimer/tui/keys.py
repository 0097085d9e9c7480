"""The keys of a session as data: footer, help and the screens read them from here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from textual.binding import Binding
from textual.dom import DOMNode

from hiptimer.key_names import sign as key_sign
from hiptimer.keyboard import ACTIONS, USUAL, Keyboard, bound
from hiptimer.tui.words import keys_phrases


def key(name: str, action: str, said: str, does: str) -> Binding:
    """A binding by its id, with the keys it usually has."""
    return Binding(",".join(bound(name, ACTIONS[name])), action, said, id=name, tooltip=does)


THEME_KEY = key("theme", "app.theme", "Theme", "the colours of the screen")
VOICES = "off, words, counts; all sound off and on"
"""One line of help for two keys: at 80x24 all of it is on the screen."""
SKIPS = "this set, or the exercise; to any set"
"""The same."""

SESSION_KEYS = [
    key("press", "press", "Big key", "start, done, go on: what comes next"),
    key("undo", "undo", "Undo", "take the last key back"),
    key("pause", "pause", "Pause", "pause, and go on"),
    key("redo", "redo", "Redo", "this set, or the last one, again"),
    key("skip", "skip", "Skip", SKIPS),
    key("jump", "jump", "Jump", SKIPS),
    key("more", "nudge(1)", "One more", "the value just logged"),
    key("less", "nudge(-1)", "One less", "the value just logged"),
    key("direction-back", "direction(-1)", "Direction", "which direction to correct"),
    key("direction-on", "direction(1)", "Direction", "which direction to correct"),
    key("longer", "extend(15)", "15 s more", "the running countdown"),
    key("shorter", "extend(-15)", "15 s less", "the running countdown"),
    key("swap", "swap", "Other side", "I am on the other side: swap them"),
    key("add-round", "add_round", "Add round", "one more round at the end"),
    key("count", "count", "Count", "you, the app, or a press each rep"),
    key("end", "end", "End set", "with the reps so far"),
    key("weight", "weight", "Weight", "the weight in hand"),
    key("take", "take", "Take it", "the weight that is suggested"),
    key("reserve", "reserve", "How many more", "reps there would have been after the set"),
    key("pain", "pain", "Pain", "pain from 0 to 10"),
    key("note", "note", "Note", "a note on the set"),
    key("effort", "effort", "Effort", "how hard the session was, 0 to 10"),
    key("page", "turn_page", "More", "the exercises that had no room here"),
    key("how", "how", "How to", "the position, and what ends the set"),
    key("figure", "figure", "Figure", "the moving figure, off and on"),
    key("again", "again", "Say again", "say what is now"),
    key("voice", "voice", "Voice", VOICES),
    key("mute", "mute", "Mute", VOICES),
    key("louder", "volume(1)", "Louder", "the volume, 0 to 10"),
    key("quieter", "volume(-1)", "Quieter", "the volume, 0 to 10"),
    THEME_KEY,
    key("help", "help", "Keys", "all keys"),
    key("leave", "leave", "Leave", "resume later, finish, or discard"),
]


def remapped(bindings: Iterable[Binding], keyboard: Keyboard) -> list[Binding]:
    """The bindings with the keys they have now."""
    keymap = keyboard.keymap()
    return [replace(one, key=keymap.get(one.id or "", one.key)) for one in bindings]


def sign(binding: Binding) -> str:
    """The first key of a binding, as it stands on a keyboard."""
    return next(iter(signs(binding)), "-")


def signs(binding: Binding) -> list[str]:
    """All keys of a binding as they stand on a keyboard, capitals and the keypad's doubles left out."""
    keys = binding.key.split(",")
    return [key_sign(one) for one in keys if not _is_double(one, keys)]


def _is_double(key: str, keys: Sequence[str]) -> bool:
    if len(key) == 1 and key.isupper():
        return key.lower() in keys
    return key in ("add", "subtract", "decimal") or key.startswith("none-")


@lru_cache(maxsize=16)
def footer(names: tuple[str, ...], keyboard: Keyboard) -> tuple[str, ...]:
    """The keys that matter now, and ever fewer of them, by the ids of their bindings; the way out stays."""
    named = {binding.id: binding.description for binding in SESSION_KEYS}
    names = tuple(filter(keyboard.keys, names))
    words = [f"{keyboard.sign(name)} {named[name]}" for name in names]
    return keys_phrases(words, kept=len(names) - names.index("leave") if "leave" in names else 1)


def keyboard_in(node: DOMNode) -> Keyboard:
    """The keys as they are in the app of a screen or widget."""
    keyboard = getattr(node.app, "keyboard", USUAL)
    return keyboard if isinstance(keyboard, Keyboard) else USUAL
