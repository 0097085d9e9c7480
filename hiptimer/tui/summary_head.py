"""The heads of the summary's columns: rounds and sides, and what is in no round. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hiptimer.circuit.model import Block
from hiptimer.tui.summary import ExerciseRow, Summary, Tone
from hiptimer.values import dataclass

MIDDLE = "│"
CUT = "…"
ROOMY = 7
"""Columns of a cell from which on there is room for blanks around the line in the middle."""

Span = tuple[str, Tone]
Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide everything is."""

    name: int
    cell: int
    middle: str
    """Between left and right; empty where they stand below each other."""
    gap: int
    """Before each round."""
    first: int = 1
    """The first round that is shown."""

    @property
    def round(self) -> int:
        """Columns of a round, without the gap before it."""
        return 2 * self.cell + len(self.middle) if self.middle else self.cell


@dataclass(frozen=True, slots=True)
class Level:
    """How much is shown of each exercise."""

    blank: int
    """Lines between two of them."""
    bars: int
    """Lines high."""
    notes: bool
    head: int
    """Lines of the head."""
    big: bool = False
    """Whether values are drawn in block letters."""


def head(shown: Summary, columns: Columns, level: Level) -> Iterator[Line]:
    """The rounds, and which side is which."""
    rounds = range(columns.first, max(len(row.rounds) for row in shown.exercises) + 1)
    if columns.first > 1:
        yield ((f"earlier {shown.word.lower()}s: in the log", Tone.HEAD),)
    sides = _sides(columns)
    numbers = [fitting(columns.round, f"{shown.word} {number}", str(number)) for number in rounds]
    if not columns.middle:
        yield _head_line(columns, [text.rjust(columns.cell) for text in numbers])
    elif level.head > 1:
        yield _head_line(columns, [text.center(columns.round) for text in numbers])
        yield _head_line(columns, [_beside(columns) for _ in rounds])
    else:
        left, right = sides[0].rjust(len(sides[1])), sides[1]
        yield _head_line(columns, [f"{left} {number} {right}".center(columns.round) for number in rounds])


def head_alone(block: Block, rows: Sequence[ExerciseRow], columns: Columns) -> Iterator[Line]:
    """What is in no round, and which side is which, where it has sides."""
    sides = " " * columns.gap + _beside(columns) if any(row.two_sided for row in rows) else ""
    yield ((f"{alone(block):<{columns.name}}{sides if columns.middle else ''}", Tone.HEAD),)


def alone(block: Block) -> str:
    """The name of what is in no round: `WARM-UP`; empty for the rounds."""
    return "" if block is Block.MAIN else block.upper()


def _sides(columns: Columns) -> tuple[str, str]:
    return ("LEFT", "RIGHT") if columns.cell >= ROOMY else ("L", "R")


def _beside(columns: Columns) -> str:
    """`LEFT │ RIGHT`, over a round."""
    left, right = _sides(columns)
    return left.rjust(columns.cell) + columns.middle + right.ljust(columns.cell)


def _head_line(columns: Columns, heads: Sequence[str]) -> Line:
    cells = "".join(" " * columns.gap + head[: columns.round] for head in heads)
    return ((" " * columns.name + cells, Tone.HEAD),)


def fitting(width: int, *texts: str) -> str:
    """The first text that fits; if none does, the last one, cut."""
    fits = next((text for text in texts if len(text) <= width), "")
    return fits or texts[-1][: max(0, width - 1)] + CUT
