"""Whether there is a terminal to draw on."""

from __future__ import annotations

import sys
from typing import TextIO

from hiptimer.commands.refusal import Refusal


def need_terminal() -> None:
    """Refuse where keys can't be read or nothing can be drawn; before Textual is imported."""
    for stream, name in ((sys.stdin, "input"), (sys.stdout, "output"), (sys.stderr, "error output")):
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
