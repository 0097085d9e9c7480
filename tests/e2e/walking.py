"""What many tests do with a terminal in which a session runs."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .terminal import Terminal


def skip_card(terminal: Terminal) -> None:
    """Escape from the questions of the very first start."""
    terminal.until("1 of 4")
    terminal.settled()
    terminal.press("escape")
    terminal.until(lambda: "of 4" not in terminal.text(), "the card is gone")


def to_work(terminal: Terminal) -> float:
    """Answer READY and wait for WORK; when it was seen, for `time.monotonic`."""
    terminal.until_status("READY")
    terminal.big()
    terminal.until_status("WORK")
    return time.monotonic()


def do_sets(terminal: Terminal, pieces: int) -> None:
    """Do so many sets, answering each READY."""
    for _ in range(pieces):
        terminal.until(lambda: terminal.phase() in ("READY", "WORK"))
        if terminal.phase() == "READY":
            to_work(terminal)
        terminal.big()


def leave(terminal: Terminal, key: str, sees: str) -> None:
    """Ask to leave, and answer the dialog."""
    terminal.press("q")
    terminal.until(sees)
    terminal.settled()
    terminal.press(key)
    if key == "f":
        terminal.until_status("FINISHED")
        terminal.press("q")
