"""The keys of home, and where they lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.binding import Binding

from hiptimer.history.records import Morning, SessionRecord
from hiptimer.keyboard import BIG_KEY
from hiptimer.tui.keys import THEME_KEY, key, sign, signs
from hiptimer.values import dataclass


@dataclass(frozen=True, slots=True)
class Doors:
    """Where home leads to: a field for each key that goes somewhere."""

    start: Callable[[], None]
    trial: Callable[[], None]
    guest: Callable[[], None]
    resume: Callable[[], None]
    circuits: Callable[[], None]
    log: Callable[[], None]
    sides: Callable[[], None]
    weights: Callable[[], None]
    settings: Callable[[], None]
    morning: Callable[[SessionRecord, Morning], None]
    """Keep what is said of the morning after a session."""


def _door(door: str, name: str, does: str) -> Binding:
    return key(f"home-{door}", f"go('{door}')", name, does)


HOME_KEYS = [
    key(BIG_KEY, "go('start')", "Start", "go to the first exercise"),
    _door("trial", "Try a minute", "one minute of it, not logged"),
    _door("guest", "Guest", "somebody else: logged, not counted"),
    _door("resume", "Resume", "go on with the unfinished session"),
    _door("circuits", "Circuits", "take another one for today; make and change them"),
    _door("log", "Log", "the sessions done, to read and to correct"),
    _door("sides", "Sides", "left against right, over time"),
    _door("weights", "Weights", "what you own, in kg or lb"),
    _door("settings", "Settings", "sound, colours, rests, keys"),
    *(
        Binding(
            f"{digit}", f"morning('{answer}')", "Morning", id=f"home-morning-{answer}",
            tooltip=f"the morning after the last session was {answer}",
        )
        for digit, answer in enumerate(Morning, 1)
    ),
    THEME_KEY,
    key("help", "help", "Keys", "all keys"),
    key("leave", "quit", "Quit", "back to the shell"),
]  # fmt: skip
UNNAMED = frozenset({BIG_KEY, THEME_KEY.id, *(f"home-morning-{answer}" for answer in Morning)})
"""Not in home's last line: the button's key, those of a question, and what help is enough for."""
LEAVES_FIRST = (
    "home-trial", "home-guest", "home-weights", "home-sides", "home-settings", "home-circuits", "home-resume",
    "home-log",
)  # fmt: skip
FIRST_TIME_LEAVES_FIRST = (
    "home-log", "home-sides", "home-guest", "home-weights", "home-settings", "home-circuits",
)  # fmt: skip
"""In which order keys leave the last line where there is no room, with and without a session to look at."""


def meant(bindings: Iterable[Binding], left_open: bool, asks_morning: bool) -> list[Binding]:
    """The keys that do something now."""
    silent = set() if left_open else {"home-resume"}
    if not asks_morning:
        silent |= {f"home-morning-{answer}" for answer in Morning}
    return [one for one in bindings if one.id not in silent]


def last_line(bindings: Iterable[Binding], first_time: bool, room: int) -> str:
    """The keys of home's last line: names rather than all of the keys, help and the way out to the last."""
    shown = [one for one in bindings if one.id not in UNNAMED and any(signs(one))]
    whole = "  ".join(f"{sign(one)} {one.description}" for one in shown)
    if len(whole) <= room:
        return whole
    for leaves in (None, *(FIRST_TIME_LEAVES_FIRST if first_time else LEAVES_FIRST)):
        shown = [one for one in shown if one.id != leaves]
        line = "  ".join(f"{sign(one)} {one.description.split()[0]}" for one in shown)
        if len(line) <= room:
            return line
    return "  ".join(sign(one) for one in shown)
