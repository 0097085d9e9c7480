"""Whether there is a terminal to draw on."""

from __future__ import annotations

import sys
from typing import TextIO

from hiptimer.commands.refusal import Refusal


def need_terminal() -> None:
    """Refuse where keys can't be read or nothing is shown; before anything is done or imported."""
    _need(sys.stdin, "input")
    _need(sys.stdout, "output")


def need_screen() -> None:
    """Refuse where nothing can be drawn: Textual draws on standard error. Said last, for it is where all
    that is wrong besides is said.
    """
    _need(sys.stderr, "error output")


def _need(stream: TextIO | None, name: str) -> None:
    if not is_terminal(stream):
        raise Refusal(
            f"the {name} is not a terminal, and the screen needs one: start hiptimer in a terminal, "
            "without < or > or |. These work anywhere: hiptimer log, circuits, doctor"
        )


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a standard stream is open and a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False
