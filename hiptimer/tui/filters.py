"""What every line goes through on its way to the terminal, whichever widget drew it."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from hiptimer.circuit.text import steers
from hiptimer.tui.signs import Signs


class Harmless(LineFilter):
    """Draws no character that could steer the terminal, wherever the text came from."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments as they are, but for what steers; that is shown as unknown, in as many cells."""
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [Segment(_harmless(text), style, control) for text, style, control in segments]


def _harmless(text: str) -> str:
    return "".join("\ufffd" * cell_len(one) if steers(one) else one for one in text)


class Spelled(LineFilter):
    """Draws every sign in those the terminal knows: no screen and no widget has to think of it."""

    def __init__(self, signs: Signs) -> None:
        super().__init__(enabled=signs is not Signs.UNICODE)
        self._signs = signs

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments, spelled."""
        return [Segment(self._signs.spell(text), style, control) for text, style, control in segments]
