"""The keys of session and home by what they do, and `[keys]` of the settings, which gives them others. Pure.

Keys have the names that Textual gives them: a character, or `space`, `f7`, `full_stop`, `shift+up`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hiptimer.circuit.faults import Report
from hiptimer.circuit.locate import Place
from hiptimer.circuit.tables import Key, Table, Values
from hiptimer.circuit.text import nearest, quoted, shown
from hiptimer.key_names import is_known, normal, sign, suggestions

Keys = tuple[str, ...]

BIG_KEY = "press"
SHARED: Mapping[str, Keys] = {
    BIG_KEY: ("space", "enter", "pagedown"),
    "theme": ("ctrl+t",),
    "help": ("question_mark", "f1"),
    "leave": ("q",),
}
"""What a session and home have in common: one key does both."""
SESSION: Mapping[str, Keys] = {
    **SHARED,
    "undo": ("u", "backspace", "pageup"),
    "pause": ("p", "full_stop", "decimal", "b"),
    "redo": ("r",),
    "skip": ("s",),
    "jump": ("j",),
    "more": ("up",),
    "less": ("down",),
    "direction-back": ("left",),
    "direction-on": ("right",),
    "longer": ("plus", "equals_sign", "right_square_bracket", "add"),
    "shorter": ("minus", "left_square_bracket", "subtract"),
    "swap": ("x",),
    "add-round": ("a",),
    "count": ("c",),
    "end": ("d",),
    "weight": ("w",),
    "take": ("t",),
    "reserve": ("k",),
    "pain": ("o",),
    "note": ("n",),
    "effort": ("e",),
    "page": ("tab",),
    "how": ("h",),
    "figure": ("f",),
    "again": ("f5", "escape"),
    "voice": ("v",),
    "mute": ("m",),
    "louder": ("shift+up",),
    "quieter": ("shift+down",),
}
HOME: Mapping[str, Keys] = {
    **SHARED,
    "home-trial": ("t",),
    "home-guest": ("g",),
    "home-resume": ("r",),
    "home-circuits": ("c",),
    "home-log": ("l",),
    "home-sides": ("s",),
    "home-weights": ("w",),
    "home-settings": ("e",),
}
SCREENS: Mapping[str, Mapping[str, Keys]] = {"a session": SESSION, "home": HOME}
ACTIONS: Mapping[str, Keys] = {**SESSION, **HOME}
"""The keys of everything that has some, by the ids of the bindings."""
ALWAYS: Mapping[str, Keys] = {"leave": ("ctrl+q", "ctrl+c")}
"""What can't be taken away."""
ON_A_REMOTE = ("pagedown", "pageup", "b")
"""What the buttons of nearly all of them send."""
RESERVED = (*"0123456789", "ctrl+q", "ctrl+c", "ctrl+z")
"""Numbers are typed; the others are the terminal's own."""

_CHOOSE, _CANCEL = ("space", "enter", "pagedown"), ("escape", "backspace", "pageup")
FOLLOWING: Mapping[str, tuple[Keys, str]] = {
    "confirm": (_CHOOSE, BIG_KEY),
    "weights-press": (_CHOOSE, BIG_KEY),
    "settings-press": (_CHOOSE, BIG_KEY),
    "close": (("escape", "space", "enter", "pagedown", "q"), BIG_KEY),
    "cancel": (_CANCEL, "undo"),
    "before": (("backspace", "pageup"), "undo"),
}
"""Keys of dialogs, which stay; those that are given to the other id are added."""
NOT_FOLLOWED = frozenset({"up", "down", "left", "right", "tab", *_CHOOSE, *_CANCEL})
"""They have a meaning in dialogs."""


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Which keys do what: the usual ones, but where the settings say others."""

    own: tuple[tuple[str, Keys], ...] = ()
    """What the settings say, by ids."""

    def keys(self, name: str) -> Keys:
        """The keys of an id as the settings or the default have them; none for an id not known."""
        return dict(self.own).get(name, ACTIONS.get(name, ()))

    def sign(self, name: str) -> str:
        """The first key of an id as it stands on a keyboard; a dash where it has none."""
        keys = self.keys(name)
        return sign(keys[0]) if keys else "-"

    def button(self, name: str) -> str:
        """The key that a presenter remote has for it, or the first one where it is not that any more."""
        keys = self.keys(name)
        return sign(next((key for key in keys if key in ON_A_REMOTE), keys[0])) if keys else "-"

    def owners(self, key: str, name: str) -> list[str]:
        """The ids that have a key already, on a screen where `name` has keys, too."""
        beside = {one for ids in SCREENS.values() if name in ids for one in ids if one != name}
        return [one for one in ACTIONS if one in beside and key in self.keys(one)]

    def keymap(self) -> dict[str, str]:
        """What Textual is told: only of the ids that have other keys than usual."""
        own = dict(self.own)
        changed = {name: ",".join(bound(name, keys)) for name, keys in own.items()}
        for name, (usual, led_by) in FOLLOWING.items():
            more = [key for key in both_cases(own.get(led_by, ())) if key not in NOT_FOLLOWED]
            if more:
                changed[name] = ",".join(dict.fromkeys((*usual, *more)))
        return changed


USUAL = Keyboard()
"""Nothing is set."""


def bound(name: str, keys: Keys) -> Keys:
    """All keys that a binding has: capitals too, since nobody looks at the caps lock; never none at all."""
    return (*both_cases(keys), *ALWAYS.get(name, ())) or (f"none-{name}",)


def both_cases(keys: Iterable[str]) -> Keys:
    """Each letter in both cases."""
    return tuple(
        dict.fromkeys(
            case
            for key in keys
            for case in ((key, key.upper()) if len(key) == 1 and key.islower() else (key,))
        )
    )


@dataclass(frozen=True, slots=True)
class KeyList:
    """A list of names of keys; a single one may stand without brackets."""

    least: int = 0
    """Keys."""

    @property
    def expected(self) -> str:
        """The allowed values in words."""
        return "a list of names of keys" + (", at least one" if self.least else "")

    def read(self, value: object, at: Place, report: Report) -> Keys | None:
        """The names as Textual has them, or None."""
        listed = value if isinstance(value, list) else [value]
        if len(listed) < self.least or len(listed) > MOST:
            report.add(at, f"{self.expected}, at most {MOST}", shown(value))
            return None
        read = [self._one(one, (*at, n) if listed is value else at, report) for n, one in enumerate(listed)]
        keys = tuple(dict.fromkeys(key for key in read if key))
        return keys if all(read) else None

    def _one(self, value: object, at: Place, report: Report) -> str:
        name = normal(value) if isinstance(value, str) else ""
        if not is_known(name):
            hint = nearest(name, suggestions()) if name else ""
            report.add(at, 'the name of a key, as "space", "p" or "f7"', shown(value), hint)
        elif name in RESERVED:
            report.add(at, "a key that is free", f"{shown(value)}, which has a meaning of its own")
        else:
            return name
        return ""


MOST = 12
"""Keys an action may have."""


class KeyKeys:
    """The keys of `[keys]`: one for each action."""

    EACH: Mapping[str, Key[Keys]] = {
        name: Key(name, KeyList(least=int(name == BIG_KEY)), "", usual) for name, usual in ACTIONS.items()
    }
    TABLE = Table(tuple(EACH.values()))


def keyboard_of(values: Values | None) -> Keyboard:
    """What `[keys]` says."""
    if values is None:
        return USUAL
    given = {name: values.given(key) for name, key in KeyKeys.EACH.items()}
    return Keyboard(tuple((name, keys) for name, keys in given.items() if keys is not None))


def check_clashes(values: Values | None, report: Report) -> None:
    """Report each key of the settings that something else on the same screen has, too."""
    keyboard = keyboard_of(values)
    own = [name for name, _ in keyboard.own]
    for name, keys in keyboard.own:
        for n, key in enumerate(keys):
            others = keyboard.owners(key, name)
            # of two that are set one is told
            told = [one for one in others if one not in own or own.index(one) < own.index(name)]
            if told:
                at = (*(values.at if values else ()), name, n)
                report.add(at, "a key that nothing else has", f"{quoted(sign(key))}, which is {told[0]}")
