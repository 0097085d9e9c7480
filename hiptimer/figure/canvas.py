"""A canvas of dots, and the characters it is read out as: a row of dots is one whole number."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor, hypot, inf, sqrt

from hiptimer.figure.model import Part
from hiptimer.figure.signs import Signs
from hiptimer.values import dataclass

ROUND = 0.3
"""A disc on the grid looks round where its radius is this much more than a whole number of dots."""
Cell = tuple[str, Part | None]
"""A character, and what it belongs to; None where the cell is empty."""
EMPTY: Cell = (" ", None)
LIVING = frozenset({Part.BODY, Part.WORKING})


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the canvas, in dots from the upper left corner, and how far a line reaches round it."""

    x: float
    y: float
    radius: float = 0.0


def dots(signs: Signs) -> tuple[int, int]:
    """The dots of one cell, across and down."""
    return (2, 4) if signs is Signs.BRAILLE else (1, 2)


class Canvas:
    """What is drawn later hides what is beneath it."""

    def __init__(self, width: int, height: int, signs: Signs) -> None:
        self._signs = signs
        self._across, self._down = dots(signs)
        self.width = width * self._across
        self.height = height * self._down
        self._rows = {part: [0] * self.height for part in Part}
        self._layers = tuple(self._rows.values())

    def line(self, part: Part, a: Dot, b: Dot, gap: float = 0.0) -> None:
        """A line with round ends, each as thick as it says; `gap` dots round it are wiped out first.

        A disc, of which both ends are one, is moved onto the grid of dots so that it is round.
        """
        if a == b:
            a = b = Dot(floor(a.x) + 0.5, floor(a.y) + 0.5, round(a.radius - ROUND) + ROUND)
        spans = list(self._spans(a, b))
        wide = self._spans(Dot(a.x, a.y, a.radius + gap), Dot(b.x, b.y, b.radius + gap)) if gap else spans
        for y, row in wide:
            for rows in self._layers:
                rows[y] &= ~row
        own = self._rows[part]
        for y, row in spans:
            own[y] |= row

    def _spans(self, a: Dot, b: Dot) -> Iterator[tuple[int, int]]:
        """Each row that the line touches, and the dots of it. The shape is convex: one span a row."""
        edges = _edges(a, b)
        top = max(0, ceil(min(a.y - a.radius, b.y - b.radius) - 0.5))
        bottom = min(self.height - 1, floor(max(a.y + a.radius, b.y + b.radius) - 0.5))
        for row in range(top, bottom + 1):
            y = row + 0.5
            left, right = inf, -inf
            for dot in (a, b):
                if (square := dot.radius**2 - (y - dot.y) ** 2) >= 0:
                    half = sqrt(square)
                    left, right = min(left, dot.x - half), max(right, dot.x + half)
            for upper, lower, x, slope in edges:
                if upper <= y < lower:
                    crossed = x + slope * (y - upper)
                    left, right = min(left, crossed), max(right, crossed)
            if left <= right:
                first, last = max(0, ceil(left - 0.5)), min(self.width - 1, floor(right - 0.5))
                if first <= last:
                    yield row, (1 << last + 1) - (1 << first)

    def cells(self) -> Iterator[tuple[Cell, ...]]:
        """The rows of cells, from top to bottom."""
        across = self._across
        mask = (1 << across) - 1
        for top in range(0, self.height, self._down):
            bands = [(part, rows[top : top + self._down]) for part, rows in self._rows.items()]
            bands = [(part, rows) for part, rows in bands if any(rows)]
            drawn = 0
            for _, rows in bands:
                for row in rows:
                    drawn |= row
            yield tuple(
                self._cell([(part, [row >> x & mask for row in rows]) for part, rows in bands])
                if drawn >> x & mask
                else EMPTY
                for x in range(0, self.width, across)
            )

    def _cell(self, bands: list[tuple[Part, list[int]]]) -> Cell:
        """A cell has one colour: that of most of its dots, where a weight's count twice, for it has to be
        round. Only the body and its working leg share a cell; dots of others would mislead and are left out.
        """
        bands = [(part, rows) for part, rows in bands if any(rows)]
        if len(bands) == 1:
            return _sign(bands[0][1], self._signs), bands[0][0]
        counts = {part: sum(map(int.bit_count, rows)) for part, rows in bands}
        counts[Part.WEIGHT] = 2 * counts.get(Part.WEIGHT, 0)
        owner = max(counts, key=lambda part: (counts[part], part in LIVING, part))
        shown = LIVING if owner in LIVING else {owner}
        union = [0] * self._down
        for part, rows in bands:
            if part in shown:
                union = [a | b for a, b in zip(union, rows, strict=True)]
        return _sign(union, self._signs), owner


# What the two dots of a row add to the number of a braille character: one further down counts twice
# as much, but for the lowest, which was added to the others later.
_UPPER = (0x00, 0x01, 0x08, 0x09)
_LOWEST = (0x00, 0x40, 0x80, 0xC0)
_HALVES = {Signs.BLOCKS: " ▀▄█", Signs.ASCII: ' "o#'}


def _sign(rows: list[int], signs: Signs) -> str:
    if signs is not Signs.BRAILLE:
        return _HALVES[signs][rows[0] + 2 * rows[1]]
    first, second, third, fourth = rows
    return chr(0x2800 + _UPPER[first] + 2 * _UPPER[second] + 4 * _UPPER[third] + _LOWEST[fourth])


def _edges(a: Dot, b: Dot) -> list[tuple[float, float, float, float]]:
    """The sides of a line without its round ends: upper and lower end, x at the upper end, x a row."""
    length = hypot(b.x - a.x, b.y - a.y)
    if not length:
        return []
    x, y = -(b.y - a.y) / length, (b.x - a.x) / length
    corners = (
        (a.y + y * a.radius, a.x + x * a.radius),
        (b.y + y * b.radius, b.x + x * b.radius),
        (b.y - y * b.radius, b.x - x * b.radius),
        (a.y - y * a.radius, a.x - x * a.radius),
    )
    sides = (sorted((corner, corners[n - 1])) for n, corner in enumerate(corners))
    return [(y0, y1, x0, (x1 - x0) / (y1 - y0)) for (y0, x0), (y1, x1) in sides if y0 < y1]
