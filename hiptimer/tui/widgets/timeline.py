"""The whole session in one line: what is done, what runs now, what lies ahead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from hiptimer.tui.course import Cell

Columns = tuple[Cell | None, ...]
"""What each column shows; `None` is the gap between two rounds."""


def lay_out(cells: Sequence[Cell], breaks: Sequence[int], width: int) -> Columns:
    """The columns for `cells`: with a gap before each index in `breaks`, without, or condensed to `width`.

    Where several cells share a column, the current one is shown; without it, the most frequent state.
    """
    starts = {start for start in breaks if 0 < start < len(cells)}
    if len(cells) + len(starts) <= width:
        spaced: list[Cell | None] = []
        for index, cell in enumerate(cells):
            spaced += [None, cell] if index in starts else [cell]
        return tuple(spaced)
    if len(cells) <= width or not width:
        return tuple(cells[:width])
    edges = [column * len(cells) // width for column in range(width + 1)]
    return tuple(_of_several(cells[start:end]) for start, end in pairwise(edges))


def _of_several(cells: Sequence[Cell]) -> Cell:
    counts = Counter(cells)
    if Cell.CURRENT in counts:
        return Cell.CURRENT
    order = tuple(Cell)
    return max(counts, key=lambda cell: (counts[cell], order.index(cell)))


class Timeline(Widget):
    """All pieces of work of a session as signs in one line, a gap between rounds where there is room.

    Each state has a component class for its colour. Only columns that changed are repainted.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"timeline--{cell.label}" for cell in Cell}
    DEFAULT_CSS = """
    Timeline { width: 1fr; height: 1; }
    Timeline > .timeline--done { color: $success; }
    Timeline > .timeline--ahead { color: $text-muted; }
    Timeline > .timeline--skipped { color: $text-muted; }
    Timeline > .timeline--interrupted { color: $warning; }
    Timeline > .timeline--current { color: $foreground; text-style: bold; }
    """

    def __init__(
        self, cells: Sequence[Cell] = (), breaks: Sequence[int] = (), *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._cells = tuple(cells)
        self._breaks = tuple(breaks)
        self._columns: Columns = ()
        self._columns_width: int | None = None

    def show(self, cells: Sequence[Cell], breaks: Sequence[int] = ()) -> None:
        """Show `cells` from now on; `breaks` are the indices at which a new round begins.

        Handing in the same tuples again costs nothing.
        """
        cells, breaks = tuple(cells), tuple(breaks)
        if (cells is self._cells or cells == self._cells) and breaks == self._breaks:
            return
        before = self._columns
        self._cells = cells
        self._breaks = breaks
        self._columns_width = None
        after = self._laid_out()
        if self.styles.auto_dimensions:
            self.refresh(layout=True)
        elif len(before) != len(after):
            self.refresh()
        elif changed := [x for x, (old, new) in enumerate(zip(before, after, strict=True)) if old is not new]:
            self.refresh(Region(changed[0], 0, changed[-1] + 1 - changed[0], 1))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Columns used, for `width: auto`."""
        return len(lay_out(self._cells, self._breaks, container.width))

    def render_line(self, y: int) -> Strip:
        """The line of signs; further lines are blank."""
        width = self.size.width
        style = self.visual_style.rich_style
        if y:
            return Strip.blank(width, style)
        columns = self._laid_out()
        segments = [self._segment(cell, len(list(run))) for cell, run in groupby(columns)]
        return Strip(segments, len(columns)).adjust_cell_length(width, style)

    def _laid_out(self) -> Columns:
        width = self.size.width
        if width != self._columns_width:
            self._columns_width = width
            self._columns = lay_out(self._cells, self._breaks, width)
        return self._columns

    def _segment(self, cell: Cell | None, length: int) -> Segment:
        if cell is None:
            return Segment(" " * length, self.visual_style.rich_style)
        return Segment(cell.sign * length, self.get_component_rich_style(f"timeline--{cell.label}"))
