"""A terminal of the least kind: what is written to it, and what stands on it then."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

from rich.cells import cell_len

from hiptimer.tui.signs import Signs
from hiptimer.tui.terminal import set_title

PART = re.compile(
    r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|\x1b\][^\x1b]*\x1b\\|\x1b\[[?\d;]*[a-zA-Z]|\x1b[78]|(.)", re.DOTALL
)

Cell = tuple[str, str]
"""A sign and its colours; a sign that is two cells wide has an empty one behind it."""


class Glass:
    """Knows places, colours and signs; all else that is written moves nothing."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], Cell] = {}
        """By row and column."""

    def write(self, text: str) -> None:
        """Each writer says where it begins."""
        row = column = 1
        colours = ""
        for found in PART.finditer(text):
            y, x, colour, sign = found.groups()
            if y is not None:
                row, column = int(y), int(x)
            elif colour is not None:
                colours = "" if colour in ("", "0") else f"{colours};{colour}"
            elif sign == "\n":
                row, column = row + 1, 1
            elif sign is not None and sign != "\r":
                self.cells[row, column] = (sign, colours)
                for behind in range(1, cell_len(sign)):
                    self.cells[row, column + behind] = ("", colours)
                column += cell_len(sign)

    def rows(self) -> list[str]:
        """The signs alone."""
        wide = max((column for _, column in self.cells), default=0)
        high = max((row for row, _ in self.cells), default=0)
        return [
            "".join(self.cells.get((row, column), (" ", ""))[0] for column in range(1, wide + 1))
            for row in range(1, high + 1)
        ]


def titled(title: str, signs: Signs = Signs.UNICODE) -> str:
    """What a terminal gets for the title of its window."""
    written: list[str] = []
    app: Any = SimpleNamespace(is_headless=False, signs=signs, _driver=SimpleNamespace(write=written.append))
    set_title(app, title)
    return "".join(written)
