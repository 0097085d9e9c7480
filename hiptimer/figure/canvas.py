"""A canvas of dots, and the characters it is read out as: a row of dots is one whole number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, hypot, sqrt

from hiptimer.figure.model import Part, Signs

ROUND = 0.3
"""A disc on the grid looks round where its radius is this much more than a whole number of dots."""
Cell = tuple[str, Part | None]
"""A character, and what it belongs to; None where the cell is empty."""


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

    def line(self, part: Part, a: Dot, b: Dot, gap: float = 0.0) -> None:
        """A line with round ends, each as thick as it says; `gap` dots round it are wiped out first.

        A disc, of which both ends are one, is moved onto the grid of dots so that it is round.
        """
        if a == b:
            a = b = Dot(floor(a.x) + 0.5, floor(a.y) + 0.5, round(a.radius - ROUND) + ROUND)
        if gap:
            for y, row in self._spans(Dot(a.x, a.y, a.radius + gap), Dot(b.x, b.y, b.radius + gap)):
                for rows in self._rows.values():
                    rows[y] &= ~row
        for y, row in self._spans(a, b):
            for rows in self._rows.values():
                rows[y] &= ~row
            self._rows[part][y] |= row

    def _spans(self, a: Dot, b: Dot) -> Iterator[tuple[int, int]]:
        """Each row that the line touches, and the dots of it. The shape is convex: one span a row."""
        corners = _corners(a, b)
        top = max(0, ceil(min(a.y - a.radius, b.y - b.radius) - 0.5))
        bottom = min(self.height - 1, floor(max(a.y + a.radius, b.y + b.radius) - 0.5))
        for y in range(top, bottom + 1):
            found = [*_disc_row(a, y + 0.5), *_disc_row(b, y + 0.5), *_polygon_row(corners, y + 0.5)]
            if found:
                first, last = max(0, ceil(min(found) - 0.5)), min(self.width - 1, floor(max(found) - 0.5))
                if first <= last:
                    yield y, (1 << last + 1) - (1 << first)

    def cells(self) -> Iterator[tuple[Cell, ...]]:
        """The rows of cells, from top to bottom."""
        across = self._across
        mask = (1 << across) - 1
        for top in range(0, self.height, self._down):
            layers = [(part, rows[top : top + self._down]) for part, rows in self._rows.items()]
            layers = [(part, rows) for part, rows in layers if any(rows)]
            yield tuple(
                self._cell([(part, [row >> x & mask for row in rows]) for part, rows in layers])
                for x in range(0, self.width, across)
            )

    def _cell(self, layers: list[tuple[Part, list[int]]]) -> Cell:
        """A cell has one colour: that of most of its dots. Dots that would mislead in it are left out: those
        of a prop beside the runner's, and the runner's beside the weight's.
        """
        union, most, owner = [0] * self._down, 0, None
        for part, rows in layers:
            count = sum(row.bit_count() for row in rows)
            if not count:
                continue
            if owner is Part.PROP or (part is Part.WEIGHT and count >= most):
                union = rows
            elif part is not Part.WEIGHT:
                union = [a | b for a, b in zip(union, rows, strict=True)]
            if owner is Part.PROP or count >= most:
                most, owner = count, part
        return (_sign(union, self._signs), owner) if owner else (" ", None)


_BRAILLE = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_HALVES = {Signs.BLOCKS: " ▀▄█", Signs.ASCII: ' "o#'}


def _sign(rows: list[int], signs: Signs) -> str:
    if signs is not Signs.BRAILLE:
        return _HALVES[signs][rows[0] + 2 * rows[1]]
    bits = sum(
        bit for row, pair in zip(rows, _BRAILLE, strict=True) for n, bit in enumerate(pair) if row >> n & 1
    )
    return chr(0x2800 + bits)


def _disc_row(dot: Dot, y: float) -> tuple[float, ...]:
    """Where a row enters and leaves the disc round a dot."""
    square = dot.radius**2 - (y - dot.y) ** 2
    if square < 0:
        return ()
    half = sqrt(square)
    return dot.x - half, dot.x + half


def _corners(a: Dot, b: Dot) -> tuple[tuple[float, float], ...]:
    """The sides of a line without its round ends."""
    length = hypot(b.x - a.x, b.y - a.y)
    if not length:
        return ()
    x, y = -(b.y - a.y) / length, (b.x - a.x) / length
    return (
        (a.x + x * a.radius, a.y + y * a.radius),
        (b.x + x * b.radius, b.y + y * b.radius),
        (b.x - x * b.radius, b.y - y * b.radius),
        (a.x - x * a.radius, a.y - y * a.radius),
    )


def _polygon_row(corners: tuple[tuple[float, float], ...], y: float) -> Iterator[float]:
    """Where a row crosses the edges of a polygon."""
    for n, (x1, y1) in enumerate(corners):
        x0, y0 = corners[n - 1]
        if (y0 <= y) != (y1 <= y):
            yield x0 + (x1 - x0) * (y - y0) / (y1 - y0)
