"""The keys of home, and where they lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.binding import Binding

from hiptimer.history.records import Morning, SessionRecord
from hiptimer.tui.keys import THEME_KEY


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
    morning: Callable[[SessionRecord, Morning], None]
    """Keep what is said of the morning after a session."""


def _door(keys: str, door: str, name: str, does: str) -> Binding:
    return Binding(keys, f"go('{door}')", name, id=f"home-{door}", tooltip=does)


HOME_KEYS = [
    _door("space,enter,pagedown", "start", "Start", "go to the first exercise"),
    _door("t,T", "trial", "Try a minute", "one minute of it, not logged"),
    _door("g,G", "guest", "Guest", "somebody else: logged, not counted"),
    _door("r,R", "resume", "Resume", "go on with the unfinished session"),
    _door("c,C", "circuits", "Circuits", "take another one for today; make and change them"),
    _door("l,L", "log", "Log", "the sessions done, to read and to correct"),
    _door("s,S", "sides", "Sides", "left against right, over time"),
    _door("w,W", "weights", "Weights", "what you own, in kg or lb"),
    *(
        Binding(
            f"{key}", f"morning('{answer}')", "Morning", id=f"home-morning-{answer}",
            tooltip=f"the morning after the last session was {answer}",
        )
        for key, answer in enumerate(Morning, 1)
    ),
    THEME_KEY,
    Binding("question_mark,f1", "help", "Keys", id="home-help", tooltip="all keys"),
    Binding("q,Q,ctrl+q,ctrl+c", "quit", "Quit", id="home-quit", tooltip="back to the shell"),
]  # fmt: skip
UNNAMED = ("home-start", THEME_KEY.id, *(f"home-morning-{answer}" for answer in Morning))
"""Not in home's last line: the button's key, those of a question, and what help is enough for."""
