"""The summary laid out: exercises down, rounds across, left and right on both sides of a line. Pure.

What does not fit is given up in this order: blank lines, the second line of the head, bars, notes; then
the longer texts of the cells; then left and right stand below each other; then exercises go to another
page and the first rounds are left out, and a line says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from hiptimer.tui.summary import NO_SET, ExerciseRow, SetCell, Summary, Tone
from hiptimer.values import dataclass

BAR = "▰"
MIDDLE = "│"
CUT = "…"
WIDEST = 24
"""Columns of a cell, however wide the terminal is."""
ROOMY = 7
"""Columns of a cell from which on there is room for blanks around the line in the middle."""
TURNS_PAGE = "tab"

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


LEVELS = (
    Level(3, 2, True, 2),
    Level(2, 2, True, 2),
    Level(1, 2, True, 2),
    Level(1, 1, True, 2),
    Level(0, 1, True, 2),
    Level(0, 1, True, 1),
    Level(0, 0, True, 1),
    Level(0, 0, False, 1),
)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one page, each as spans, and how many pages there are."""

    lines: tuple[Line, ...]
    pages: int = 1
    noted: bool = False
    """Whether the notes are on it."""


def picture(shown: Summary, width: int, height: int, page: int = 0) -> Page:
    """The whole of it in `width` columns and `height` lines: exercises on top, the rest below."""
    below = _foot(shown, width, noted=True)
    above = _exercises(shown, width, height - len(below), page)
    if not above.noted:
        below = _foot(shown, width, noted=False)
        above = _exercises(shown, width, height - len(below), page)
    blank: list[Line] = [()] * (height - len(above.lines) - len(below))
    return Page((*above.lines, *blank, *below), above.pages, above.noted)


def _foot(shown: Summary, width: int, noted: bool) -> list[Line]:
    """The signs, effort and pain, what was logged last."""
    legend = "   ".join(filter(None, (*shown.legend, shown.day if noted else "")))
    texts = (
        ((legend, "   ".join(shown.legend)), Tone.HEAD),
        (shown.asked, Tone.PLAIN),
        (shown.logged, Tone.PLAIN),
    )
    return [((fitting(width, *text), tone),) for text, tone in texts if any(text)]


def _exercises(shown: Summary, width: int, height: int, page: int) -> Page:
    """As much of every exercise as there is room for."""
    columns = _columns(shown.exercises, width)
    for level in LEVELS:
        lines = [*_head(shown, columns, level), *_body(shown.exercises, columns, level, width)]
        if len(lines) <= height:
            return Page(tuple(lines), noted=level.notes)
    return _paged(shown, columns, width, height, page)


def _body(rows: Sequence[ExerciseRow], columns: Columns, level: Level, width: int) -> Iterator[Line]:
    for place, row in enumerate(rows):
        if place:
            yield from [()] * level.blank
        yield from _block(row, columns, level, width)


def _paged(shown: Summary, columns: Columns, width: int, height: int, page: int) -> Page:
    """As many exercises as there is room for, and how many there are beside them."""
    level, rows = LEVELS[-1], shown.exercises
    head = list(_head(shown, columns, level))
    tall = max(len(list(_block(row, columns, level, width))) for row in rows)
    each = max(1, (height - len(head) - 1) // tall)
    pages = -(-len(rows) // each)
    first = page % pages * each
    body = _body(rows[first : first + each], columns, level, width)
    others = len(rows) - len(rows[first : first + each])
    more: Line = ((f"and {others} more: {TURNS_PAGE}", Tone.HEAD),)
    return Page((*head, *body, more), pages)


def _columns(rows: Sequence[ExerciseRow], width: int) -> Columns:
    """The widest columns that fit, with left and right beside each other if they can be."""
    rounds = len(rows[0].rounds)
    name = max(cell_len(row.name) for row in rows)
    shortest = [cell_len(cell.texts[-1]) for row in rows for cells in row.rounds for cell in cells]
    need = max(shortest)
    if any(row.two_sided for row in rows):
        for middle, gap, least in ((f" {MIDDLE} ", 3, ROOMY), (f" {MIDDLE} ", 2, ROOMY), (MIDDLE, 2, need)):
            cell = ((width - name) // rounds - gap - len(middle)) // 2
            if cell >= max(least, need):
                return Columns(name, min(cell, WIDEST), middle, gap)
        cell = ((width - name) // rounds - 1 - len(MIDDLE)) // 2
        if cell >= need:
            return Columns(name, cell, MIDDLE, 1)
        name += 2  # a letter for the side
    fits = max(1, min(rounds, (width - name) // (need + 1)))
    cell = max(1, min((width - name) // fits - 1, WIDEST))
    return Columns(name, cell, "", 1, rounds - fits + 1)


def _head(shown: Summary, columns: Columns, level: Level) -> Iterator[Line]:
    """The rounds, and which side is which."""
    rounds = range(columns.first, len(shown.exercises[0].rounds) + 1)
    if columns.first > 1:
        yield ((f"earlier {shown.word.lower()}s: in the log", Tone.HEAD),)
    sides = ("LEFT", "RIGHT") if columns.cell >= ROOMY else ("L", "R")
    numbers = [fitting(columns.round, f"{shown.word} {number}", str(number)) for number in rounds]
    if not columns.middle:
        yield _head_line(columns, [text.rjust(columns.cell) for text in numbers])
    elif level.head > 1:
        yield _head_line(columns, [text.center(columns.round) for text in numbers])
        below = sides[0].rjust(columns.cell) + columns.middle + sides[1].ljust(columns.cell)
        yield _head_line(columns, [below for _ in rounds])
    else:
        left, right = sides[0].rjust(len(sides[1])), sides[1]
        yield _head_line(columns, [f"{left} {number} {right}".center(columns.round) for number in rounds])


def _head_line(columns: Columns, heads: Sequence[str]) -> Line:
    cells = "".join(" " * columns.gap + head[: columns.round] for head in heads)
    return ((" " * columns.name + cells, Tone.HEAD),)


def _block(row: ExerciseRow, columns: Columns, level: Level, width: int) -> Iterator[Line]:
    """One exercise: its cells, its bars, its notes."""
    rounds = row.rounds[columns.first - 1 :]
    for place in (0, 1) if row.two_sided and not columns.middle else (None,):
        side = "" if place is None else "LR"[place]
        name = "" if place else row.name
        label = name + " " * (columns.name - cell_len(name) - len(side)) + side
        yield ((label, Tone.NAME), *_cells(rounds, columns, place, bar=False))
        for _ in range(level.bars if row.bars else 0):
            yield ((" " * columns.name, Tone.NAME), *_cells(rounds, columns, place, bar=True))
    if level.notes and row.notes:
        yield ((_noted(row.notes, columns, width), Tone.PLAIN),)


def _noted(notes: Sequence[str], columns: Columns, width: int) -> str:
    """Under the cells if it fits there in full, else further to the left."""
    under = columns.name + columns.gap
    if len(notes[0]) <= width - under:
        return " " * under + notes[0]
    return "  " + fitting(width - 2, *notes)


def _cells(
    rounds: Sequence[Sequence[SetCell]], columns: Columns, place: int | None, bar: bool
) -> Iterator[Span]:
    for cells in rounds:
        yield " " * columns.gap, Tone.PLAIN
        if place is not None:
            yield _text(cells[place], columns.cell, bar, ">")
        elif len(cells) > 1:
            yield _text(cells[0], columns.cell, bar, ">")
            done = any(cell != NO_SET for cell in cells)
            yield columns.middle if done else " " * len(columns.middle), Tone.HEAD
            yield _text(cells[1], columns.cell, bar, "<")
        else:
            yield _text(cells[0], columns.round, bar, "^" if columns.middle else ">")


def _text(cell: SetCell, width: int, bar: bool, align: str) -> Span:
    """A cell's longest text that fits, or its bar, in exactly `width` columns."""
    if bar:
        text = BAR * max(1, round(cell.share * width)) if cell.share else ""
        return f"{text:{align}{width}}", cell.tone
    return f"{fitting(width, *cell.texts):{align}{width}}", cell.tone


def fitting(width: int, *texts: str) -> str:
    """The first text that fits; if none does, the last one, cut."""
    fits = next((text for text in texts if len(text) <= width), "")
    return fits or texts[-1][: max(0, width - 1)] + CUT
