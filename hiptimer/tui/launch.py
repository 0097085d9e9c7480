"""The way from the command line onto the screen. Textual is imported here, and only when called."""

from __future__ import annotations

from dataclasses import dataclass

from hiptimer.circuit.plan import Options
from hiptimer.paths import Paths


class NothingToResume(Exception):
    """`--resume` was given and no session is open; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Start:
    """What `hiptimer start` was asked for."""

    text: str
    """The circuit file; known to be good."""
    options: Options
    resume: bool | None = None
    """True: go on with the session left open. False: close it as partial. None: ask."""


def run(paths: Paths, start: Start | None = None, mute: bool = False) -> int:
    """Run the app until it is left: home, or where `start` is given the session at once.

    Returns the exit code. Raises `HistoryError`, `NothingToResume` or `Busy` before anything is drawn.
    """
    raise NotImplementedError
