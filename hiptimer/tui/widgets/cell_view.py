"""Lines with cells, one of them under the cursor; scrolled where there are more than fit."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from hiptimer.tui.cells import Cells, Line, Span, Tone

MARK = ">"
"""In the column before the cell under the cursor, for those without colours."""


class CellView(ScrollView, can_focus=False):
    """Draws lines and moves among their cells; only the lines that are seen are drawn.

    Each tone has a component class for its colour.
    """

    class Moved(Message):
        """The cursor is on another cell."""

    class Scrolled(Message):
        """Other lines are seen."""

    class Picked(Message):
        """The cell under the cursor was clicked."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {*(f"cells--{tone}" for tone in Tone), "cells--cursor"}
    DEFAULT_CSS = """
    CellView { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    CellView > .cells--name { text-style: bold; }
    CellView > .cells--cursor { text-style: bold; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cells = Cells()
        self._cursor: Hashable = None

    @property
    def cursor(self) -> Hashable:
        """The key of the cell under the cursor; None where there is no cell."""
        return self._cursor

    @property
    def columns(self) -> int:
        """How wide a line can be; as long as it is not laid out, on a view as wide as the screen."""
        return self.scrollable_content_region.width or self.app.size.width - self.scrollbar_size_vertical

    @property
    def rows_below(self) -> int:
        """How many lines with cells there are below what is seen, and below the cursor."""
        spot = self._cells.spot(self._cursor)
        seen = int(self.scroll_y) + self.size.height - 1
        return self._cells.rows_below(max(seen, -1 if spot is None else spot.y))

    def show(self, lines: Iterable[Line], cursor: Hashable = None) -> None:
        """Draw other lines; the cursor goes to `cursor`, or stays, or goes to the first cell."""
        self._cells = Cells(lines)
        wanted = (one for one in (cursor, self._cursor) if one is not None and one in self._cells)
        self._cursor = next(wanted, self._cells.first)
        self._lines_changed()
        self._reveal()

    def add(self, lines: Iterable[Line]) -> None:
        """More lines, below those there are."""
        self._cells.add(lines)
        self._lines_changed()

    def move(self, across: int = 0, down: int = 0) -> None:
        """The cursor, by so many cells to the right, or lines down."""
        there = self._cells.beside(self._cursor, across) if across else self._cells.below(self._cursor, down)
        self._go(there)

    def page(self, by: int) -> None:
        """The cursor, by as many lines as are seen."""
        self.move(down=by * max(1, self.size.height - 2))

    def _go(self, there: Hashable) -> None:
        if there is None or there == self._cursor:
            return
        for key in (self._cursor, there):
            if spot := self._cells.spot(key):
                self.refresh_line(spot.y)
        self._cursor = there
        self._reveal()
        self.post_message(self.Moved())

    def _lines_changed(self) -> None:
        self.virtual_size = Size(self.columns, len(self._cells.lines))
        self.refresh()

    def _reveal(self) -> None:
        """Scroll to the cursor; on the first cell, to what stands above it, too."""
        spot = self._cells.spot(self._cursor)
        if spot is None or self._cursor == self._cells.first:
            self.scroll_to(y=0, animate=False)
        else:
            self.scroll_to_region(Region(0, spot.y, 1, 1), animate=False, x_axis=False)

    def on_resize(self, event: events.Resize) -> None:
        """What is under the cursor stays seen."""
        self._lines_changed()
        self._reveal()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that other lines are seen."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    def on_click(self, event: events.Click) -> None:
        """The cursor goes where the mouse is; a click on it is as the big key."""
        key = self._cells.at(event.x + int(self.scroll_x), event.y + int(self.scroll_y))
        if key is not None and key == self._cursor:
            self.post_message(self.Picked())
        self._go(key)

    def render_line(self, y: int) -> Strip:
        """A line, as far as there is room for it."""
        width, place = self.columns, y + int(self.scroll_y)
        base = self.visual_style.rich_style
        if place >= len(self._cells.lines):
            return Strip.blank(width, base)
        segments: list[Segment] = []
        for span in self._cells.lines[place]:
            if span.key is not None and span.key == self._cursor and segments:
                before = segments.pop()
                segments.append(Segment(before.text[:-1], before.style))
                segments.append(Segment(MARK, self.get_component_rich_style("cells--name")))
            segments.append(self._segment(span))
        return Strip(segments).adjust_cell_length(width, base)

    def _segment(self, span: Span) -> Segment:
        chosen = span.key is not None and span.key == self._cursor
        name = "cursor" if chosen else span.tone
        return Segment(span.text, self.get_component_rich_style(f"cells--{name}"))
