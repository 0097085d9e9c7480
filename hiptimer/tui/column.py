"""Parts of the live screen one below the other, each as large as they can all be. No Textual here.

A part has grades: sizes it can have, each higher and better than the one before. All begin with their
smallest; then, again and again, the one grows that gains most for its rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import NamedTuple, Protocol

from hiptimer.tui.fit import KEPT, plain, ways
from hiptimer.values import dataclass

MOST_GAP = 1
"""Blank rows that are added at most between two parts."""
MOST_LINES = 3
"""Lines of block letters at most in one part."""
BEYOND = 0.6
"""What more height counts once the letters are readable."""
WIDEST, NARROWEST = 2.6, 1.6
"""Columns a row that a figure makes use of."""


class Box(NamedTuple):
    """Columns and rows of a region, from its corner."""

    x: int
    y: int
    width: int
    height: int


class Grade(NamedTuple):
    """One size of a part, and what it is worth."""

    columns: int
    rows: int
    score: float


class Part(Protocol):
    """Something to be placed."""

    @property
    def name(self) -> str:
        """What its box is called."""

    def grades(self, width: int, height: int) -> Sequence[Grade]:
        """Its sizes in a region, from the smallest to the best; none if it does not fit at all."""


@dataclass(frozen=True, slots=True)
class Letters:
    """A text in block letters, worth its weight times the logarithm of their height."""

    name: str
    text: str
    weight: float
    readable: float = 7.0
    """Half rows from which on more height counts less: 7 are 17' at 3 m, of which ISO 9241-3 asks 16'."""
    below: float = 0.5
    """Blank rows under the letters at least, so that they don't touch what follows."""

    def grades(self, width: int, height: int) -> Sequence[Grade]:
        """In letters of all sizes; an empty text takes no room."""
        if not self.text:
            return (Grade(0, 0, 0.0),)
        fits = ways(self.text, width, height)
        grades = [
            Grade(fit.columns, fit.rows_above(self.below), self._score(fit.worth))
            for fit in fits
            if fit.text.count("\n") < MOST_LINES or not fit.scale
        ]
        return [grade for grade in grades if grade.rows <= height]

    def _score(self, worth: float) -> float:
        return self.weight * (log(min(worth, self.readable)) + BEYOND * log(max(worth / self.readable, 1.0)))


@dataclass(frozen=True, slots=True)
class Settled:
    """A part whose size is settled."""

    name: str
    grade: Grade

    def grades(self, width: int, height: int) -> Sequence[Grade]:
        """That one."""
        return (self.grade,)


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs of plain text."""

    name: str
    paragraphs: tuple[str, ...]
    lost: float = 1.0
    """What each paragraph costs that is left out."""
    apart: bool = False
    """Whether blank lines part the paragraphs where there is room."""

    def grades(self, width: int, height: int) -> Sequence[Grade]:
        """With the first paragraph, with the first two, ..., and at last with all of them apart."""
        count = len(self.paragraphs)
        found = [Grade(0, 0, -self.lost * count)]
        rows = columns = 0
        for place, paragraph in enumerate(self.paragraphs, 1):
            lines = plain(paragraph, width)
            rows, columns = rows + len(lines), max(columns, *map(len, lines))
            found.append(Grade(columns, rows, self.lost * (place - count)))
        if self.apart and count > 1:
            found.append(Grade(columns, rows + count - 1, 0.2))
        return [grade for grade in found if grade.rows <= height and grade.columns <= width]


def paragraphs(texts: Sequence[str], width: int, height: int) -> str:
    """As many of `texts` as are whole in a region, and apart if that fits; with usual spaces only."""
    lines = ["\n".join(plain(text, width)).replace(KEPT, " ") for text in texts]
    for between, many in [("\n\n", len(lines)), *(("\n", many) for many in range(len(lines), 0, -1))]:
        text = between.join(lines[:many])
        if text.count("\n") < height:
            return text
    return ""


@dataclass(frozen=True, slots=True)
class Picture:
    """The figure: not at all, or from its least size on."""

    name: str
    least: tuple[int, int]
    """Columns and rows."""

    def grades(self, width: int, height: int) -> Sequence[Grade]:
        """Some heights; what stays blank in a column is given to it besides."""
        columns, rows = self.least
        heights = range(rows, height + 1, 4) if width >= columns else ()
        return [Grade(0, 0, 0.0), *(Grade(width, high, self._score(width, high)) for high in heights)]

    @staticmethod
    def _score(width: int, height: int) -> float:
        wide, high = min(width, int(height * WIDEST)), min(height, int(width / NARROWEST))
        return 2.0 + 0.5 * log(wide * high / (36 * 14))


@dataclass(frozen=True, slots=True)
class Column:
    """Parts that have found their places."""

    score: float
    columns: int
    """The widest one's."""
    boxes: tuple[tuple[str, Box], ...]

    def moved(self, x: int) -> Column:
        """The same, further to the right."""
        boxes = tuple((name, box._replace(x=box.x + x)) for name, box in self.boxes)
        return Column(self.score, self.columns, boxes)


def column(parts: Sequence[Part], room: Box, middle: bool = False) -> Column | None:
    """The best sizes of `parts` one below the other, at the top or in the `middle`; None without room."""
    grades = [part.grades(room.width, room.height) for part in parts]
    if not all(grades):
        return None
    chosen = _grown(grades, room.height)
    if chosen is None:
        return None
    shown = [(part, grade) for part, grade in zip(parts, chosen, strict=True) if grade.rows]
    spare = room.height - sum(grade.rows for _, grade in shown)
    if shown and isinstance(shown[-1][0], Picture):
        last, grade = shown.pop()
        more = max(0, min(spare - len(shown), int(grade.columns / NARROWEST) - grade.rows))
        shown.append((last, grade._replace(rows=grade.rows + more)))
        spare -= more
    gap = min(MOST_GAP, spare // max(1, len(shown) - 1))
    y = room.y + ((spare - gap * (len(shown) - 1)) // 2 if middle else 0)
    boxes = []
    for part, grade in shown:
        width = grade.columns if isinstance(part, Settled) else room.width
        boxes.append((part.name, Box(room.x, y, width, grade.rows)))
        y += grade.rows + gap
    widest = max((grade.columns for _, grade in shown), default=0)
    return Column(sum(grade.score for grade in chosen), widest, tuple(boxes))


def _grown(grades: Sequence[Sequence[Grade]], height: int) -> list[Grade] | None:
    at = [0] * len(grades)
    spare = height - sum(sizes[0].rows for sizes in grades)
    if spare < 0:
        return None
    while True:
        best, gain = None, 0.0
        for place, sizes in enumerate(grades):
            if at[place] + 1 < len(sizes):
                now, then = sizes[at[place]], sizes[at[place] + 1]
                more = then.rows - now.rows
                if more <= spare and (then.score - now.score) / max(more, 0.1) > gain:
                    best, gain = place, (then.score - now.score) / max(more, 0.1)
        if best is None:
            return [sizes[one] for sizes, one in zip(grades, at, strict=True)]
        spare -= grades[best][at[best] + 1].rows - grades[best][at[best]].rows
        at[best] += 1
