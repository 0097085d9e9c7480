"""Whether there is a terminal to draw on, or at least somebody to read lines and to write them."""

from __future__ import annotations

import os
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
            "without < or > or |. These work anywhere: hiptimer start --plain, log, circuits, doctor"
        )


def line_by_line(asked: bool) -> bool:
    """Whether a session is led line by line: as asked for, or since nothing can be drawn.

    Refuses what neither way can do without, before anything is done or imported.
    """
    plain = asked or not can_draw()
    need_streams() if plain else need_terminal()
    return plain


def need_streams() -> None:
    """Refuse where there is nothing to read commands from, or to write lines to."""
    for stream, name in ((sys.stdin, "input"), (sys.stdout, "output")):
        if stream is None or stream.closed:
            raise Refusal(f"the {name} is closed, and a session line by line needs it: leave out <&- and >&-")


def can_draw() -> bool:
    """Whether the terminal says that it can do more than print; on Windows none says anything."""
    term = os.environ.get("TERM", "")
    return term not in ("", "dumb") or (not term and sys.platform == "win32")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a standard stream is open and a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False
