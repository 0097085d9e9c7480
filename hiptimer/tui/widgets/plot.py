"""A plot in the place it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from hiptimer.tui.plot import Piece, Series, plot

LEAST = (20, 5)
"""Columns and rows, below which nothing is drawn."""


class Plot(Widget):
    """Draws series over time; the first two have colours of their own, beside their letters."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"plot--axes", "plot--first", "plot--second", "plot--shared"}
    DEFAULT_CSS = """
    Plot { width: 1fr; height: 1fr; }
    Plot > .plot--axes { color: $text-muted; }
    Plot > .plot--first { color: $accent; text-style: bold; }
    Plot > .plot--second { color: $warning; text-style: bold; }
    Plot > .plot--shared { text-style: bold; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._series: Sequence[Series] = ()

    def show(self, series: Sequence[Series]) -> None:
        """Draw other series."""
        self._series = series
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Drawn anew for another size."""
        self.refresh()

    def render(self) -> Content:
        """The plot at the size of now."""
        width, height = self.size
        if width < LEAST[0] or height < LEAST[1]:
            return Content()
        return Content("\n").join(map(self._line, plot(self._series, width, height)))

    def _line(self, line: Sequence[Piece]) -> Content:
        names = ("first", "second", "shared") if len(self._series) > 1 else ("first",)
        return Content.assemble(
            *((text, self._style("axes" if owner is None else names[owner])) for text, owner in line)
        )

    def _style(self, name: str) -> Style:
        return self.get_visual_style(f"plot--{name}", partial=True)
