"""What every line goes through on its way to the terminal, whichever widget drew it."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from hiptimer.tui.signs import Signs


class Spelled(LineFilter):
    """Draws every sign in those the terminal knows: no screen and no widget has to think of it."""

    def __init__(self, signs: Signs) -> None:
        super().__init__(enabled=signs is not Signs.UNICODE)
        self._signs = signs

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments, spelled."""
        return [Segment(self._signs.spell(text), style, control) for text, style, control in segments]
