"""The pictures of one rep, in strips that are ready for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Offset, Size
from textual.strip import Strip

from hiptimer.circuit.model import Direction, Side
from hiptimer.figure.canvas import Cell
from hiptimer.figure.drawing import draw
from hiptimer.figure.model import Part
from hiptimer.figure.shelf import figures
from hiptimer.figure.signs import Signs
from hiptimer.values import dataclass

FRAMES = 32
"""Pictures of one rep."""
LEAST_SIZE = Size(12, 6)
"""Cells; in less than that nothing would be recognised, and nothing is drawn."""
NEAR = 6
"""Cells between two changes that are rather written again than jumped over."""

Picture = tuple[Strip, ...]
"""A strip for each row. Rows that look alike are the same object."""


@dataclass(frozen=True, slots=True)
class Strokes:
    """What is written from one picture to another; while both are kept, nothing else has their identities."""

    before: Picture
    after: Picture
    text: str


# of two directions: a weight that changes its way round the head does so again and again
_drawn = lru_cache(maxsize=2 * FRAMES)(draw)


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a figure, and what each of its lines goes through on its way to the terminal."""

    parts: Mapping[Part | None, Style]
    """None is where nothing is drawn."""
    background: Color
    filters: Sequence[LineFilter]

    def strip(self, row: Sequence[Cell]) -> Strip:
        """A row in these colours."""
        runs = [(part, "".join(sign for sign, _ in run)) for part, run in groupby(row, key=itemgetter(1))]
        strip = Strip([Segment(text, self.parts[part]) for part, text in runs], len(row))
        for line_filter in self.filters:
            strip = strip.apply_filter(line_filter, self.background)
        return strip


@dataclass(frozen=True, slots=True)
class Subject:
    """All that decides what a rep looks like, apart from its colours."""

    name: str
    side: Side | None
    direction: Direction
    size: Size
    signs: Signs

    @property
    def drawable(self) -> bool:
        """Whether there is such a figure, and room for it."""
        large = self.size.width >= LEAST_SIZE.width and self.size.height >= LEAST_SIZE.height
        return large and self.name in figures()


class Reel:
    """All pictures of a rep: each is made when it is first asked for, and kept; empty where it has none."""

    def __init__(self, subject: Subject, ink: Ink) -> None:
        self.subject = subject
        self.ink = ink
        self._pictures: dict[float, Picture] = {}
        self._strips: dict[tuple[Cell, ...], Strip] = {}

    def picture(self, at: float) -> Picture:
        """What is seen when the share `at` of a rep is over."""
        if at not in self._pictures:
            self._pictures[at] = tuple(map(self._strip, self._rows(at)))
        return self._pictures[at]

    def _rows(self, at: float) -> tuple[tuple[Cell, ...], ...]:
        of = self.subject
        width, height = of.size
        if not of.drawable:
            return (((" ", None),) * width,) * height
        return _drawn(of.name, at, width, height, of.side, of.signs, of.direction).rows

    def _strip(self, row: tuple[Cell, ...]) -> Strip:
        if row not in self._strips:
            self._strips[row] = self.ink.strip(row)
        return self._strips[row]


def changes(before: Picture, after: Picture) -> Iterator[tuple[Offset, Strip]]:
    """The pieces of rows in which two pictures of a reel differ, and where they begin."""
    for y, (old, new) in enumerate(zip(before, after, strict=True)):
        if old is not new:
            pairs = zip(_cells(old), _cells(new), strict=True)
            differ = [x for x, (one, other) in enumerate(pairs) if one != other]
            for begin, end in _runs(differ):
                yield Offset(begin, y), new.crop(begin, end)


def _cells(strip: Strip) -> list[tuple[str, Style | None]]:
    return [(sign, segment.style) for segment in strip for sign in segment.text]


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pieces, as beginning and end, that hold all places; those that are near each other make one."""
    begin = end = -1
    for place in places:
        if begin >= 0 and place > end + NEAR:
            yield begin, end
            begin = place
        begin, end = (place if begin < 0 else begin), place + 1
    if begin >= 0:
        yield begin, end
