"""Lines with cells in them, and the ways from one cell to another. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable
from enum import StrEnum

from rich.cells import cell_len

from hiptimer.values import dataclass


class Tone(StrEnum):
    """What a piece of a line is; the widget has a colour for each."""

    PLAIN = "plain"
    HEAD = "head"
    NAME = "name"
    NOTE = "note"
    CHANGED = "changed"
    """Not as it was logged."""
    OPEN = "open"
    """Not over yet, or not done to the end."""
    NOTHING = "nothing"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line. One with a key is a cell: it has to begin after a blank column, for the cursor."""

    text: str
    tone: Tone = Tone.PLAIN
    key: Hashable = None


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell is, in columns and lines from 0."""

    x: int
    y: int
    columns: int


class Cells:
    """The lines, to which more can be added below. A key stands in them once."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self.lines: list[Line] = []
        self._spots: dict[Hashable, Spot] = {}
        self._rows: list[list[Hashable]] = []
        """The keys of each line that has cells, and in `_ys` where these lines are."""
        self._ys: list[int] = []
        self.add(lines)

    def add(self, lines: Iterable[Line]) -> None:
        """More lines, below."""
        for y, line in enumerate(lines, len(self.lines)):
            self.lines.append(line)
            x, keys = 0, []
            for span in line:
                columns = cell_len(span.text)
                if span.key is not None:
                    keys.append(span.key)
                    self._spots[span.key] = Spot(x, y, columns)
                x += columns
            if keys:
                self._rows.append(keys)
                self._ys.append(y)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._spots

    @property
    def first(self) -> Hashable:
        """The key of the first cell; None where there is no cell."""
        return self._rows[0][0] if self._rows else None

    def spot(self, key: Hashable) -> Spot | None:
        """Where a cell is; None where it is not here."""
        return self._spots.get(key)

    def rows_below(self, y: int) -> int:
        """How many lines with cells there are below a line."""
        return len(self._ys) - bisect_right(self._ys, y)

    def beside(self, key: Hashable, by: int) -> Hashable:
        """The cell so many to the right (or left) in the same line; at its end the cell itself."""
        spot = self._spots.get(key)
        if spot is None:
            return self.first
        row = self._rows[bisect_left(self._ys, spot.y)]
        return row[min(max(row.index(key) + by, 0), len(row) - 1)]

    def below(self, key: Hashable, by: int) -> Hashable:
        """The cell nearest to one, so many lines with cells below it (or above); at the end the last one."""
        spot = self._spots.get(key)
        if spot is None:
            return self.first
        here = bisect_left(self._ys, spot.y)
        there = min(max(here + by, 0), len(self._rows) - 1)
        return key if there == here else self._nearest(there, spot.x)

    def at(self, x: int, y: int) -> Hashable:
        """The cell of a line that is nearest to a column; None in a line without cells."""
        row = bisect_left(self._ys, y)
        return self._nearest(row, x) if row < len(self._ys) and self._ys[row] == y else None

    def _nearest(self, row: int, x: int) -> Hashable:
        def distance(key: Hashable) -> int:
            spot = self._spots[key]
            return max(spot.x - x, x - (spot.x + spot.columns - 1), 0)

        return min(self._rows[row], key=distance)
