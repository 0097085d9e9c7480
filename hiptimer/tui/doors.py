"""The keys of home, and where they lead."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding

from hiptimer.history.records import Morning, SessionRecord
from hiptimer.keyboard import BIG_KEY
from hiptimer.tui.keys import THEME_KEY, key
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
UNNAMED = (BIG_KEY, "home-weights", THEME_KEY.id, *(f"home-morning-{answer}" for answer in Morning))
"""Not in home's last line: the button's key, those of a question, what the settings lead to, and help
is enough for."""
