"""The summary laid out: exercises down, rounds across, left and right on both sides of a line. Pure.

Warm-up and cool-down are in no round: they stand by themselves, above and below.

What does not fit is given up in this order: block letters, blank lines, the second line of the head, bars,
notes; then the longer texts of the cells; then left and right stand below each other; then exercises go to
another page and the first rounds are left out, and a line says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len

from hiptimer.circuit.model import Block
from hiptimer.tui.font import Font
from hiptimer.tui.summary import NO_SET, ExerciseRow, SetCell, Summary, Tone
from hiptimer.tui.summary_figures import face_for, rows_of
from hiptimer.tui.summary_head import (
    MIDDLE,
    ROOMY,
    Columns,
    Level,
    Line,
    Span,
    alone,
    fitting,
    head,
    head_alone,
)
from hiptimer.values import dataclass

BAR = "▰"
WIDEST = 24
"""Columns of a cell, however wide the terminal is."""
TURNS_PAGE = "tab"
BIG_FROM = 24
"""Lines from which on values are drawn in block letters; in fewer, words say more."""

LEVELS = (
    Level(2, 2, True, 2, big=True),
    Level(1, 1, True, 2, big=True),
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
        if level.big and (height < BIG_FROM or not columns.middle):
            continue
        lines = list(_body(shown, shown.exercises, columns, level, width))
        if len(lines) <= height:
            return Page(tuple(lines), noted=level.notes)
    return _paged(shown, columns, width, height, page)


def _body(
    shown: Summary, rows: Sequence[ExerciseRow], columns: Columns, level: Level, width: int
) -> Iterator[Line]:
    """The exercises, with a head above those of the rounds, and one above warm-up and cool-down."""
    begun = False
    for block, group in groupby(rows, key=lambda row: row.block):
        some = list(group)
        yield from [()] * (level.blank if begun else 0)
        yield from head(shown, columns, level) if block is Block.MAIN else head_alone(block, some, columns)
        for place, row in enumerate(some):
            yield from [()] * (level.blank if place else 0)
            yield from _one(row, columns, level, width)
        begun = True


def _paged(shown: Summary, columns: Columns, width: int, height: int, page: int) -> Page:
    """As many exercises as there is room for, and how many there are beside them."""
    level, rows = LEVELS[-1], shown.exercises
    heads = len(list(head(shown, columns, level))) + len({row.block for row in rows} - {Block.MAIN})
    tall = max(len(list(_one(row, columns, level, width))) for row in rows)
    each = max(1, (height - heads - 1) // tall)
    pages = -(-len(rows) // each)
    first = page % pages * each
    body = _body(shown, rows[first : first + each], columns, level, width)
    others = len(rows) - len(rows[first : first + each])
    more: Line = ((f"and {others} more: {TURNS_PAGE}", Tone.HEAD),)
    return Page((*body, more), pages)


def _columns(rows: Sequence[ExerciseRow], width: int) -> Columns:
    """The widest columns that fit, with left and right beside each other if they can be."""
    rounds = max(len(row.rounds) for row in rows)
    name = max(cell_len(text) for row in rows for text in (row.name, alone(row.block)))
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


def _one(row: ExerciseRow, columns: Columns, level: Level, width: int) -> Iterator[Line]:
    """One exercise: its cells, its bars, its notes."""
    rounds = row.rounds[columns.first - 1 :] if row.block is Block.MAIN else row.rounds
    face = face_for(rounds, columns.cell, columns.round) if level.big else None
    for place in (0, 1) if row.two_sided and not columns.middle else (None,):
        side = "" if place is None else "LR"[place]
        name = "" if place else row.name
        label = name + " " * (columns.name - cell_len(name) - len(side)) + side
        blank = " " * columns.name
        if face is None:
            yield ((label, Tone.NAME), *_cells(rounds, columns, place, bar=False))
        else:
            for number, line in enumerate(_figures(rounds, columns, face)):
                yield ((blank if number else label, Tone.NAME), *line)
        for _ in range(level.bars if row.bars else 0):
            yield ((blank, Tone.NAME), *_cells(rounds, columns, place, bar=True))
    if level.notes and row.notes:
        yield ((_noted(row.notes, columns, width), Tone.PLAIN),)
    if level.notes and row.sides:
        yield ((_noted(row.sides, columns, width), Tone.PLAIN),)


def _noted(notes: Sequence[str], columns: Columns, width: int) -> str:
    """Under the cells if it fits there in full, else further to the left."""
    under = columns.name + columns.gap
    if len(notes[0]) <= width - under:
        return " " * under + notes[0]
    return "  " + fitting(width - 2, *notes)


def _figures(rounds: Sequence[Sequence[SetCell]], columns: Columns, face: Font) -> Iterator[Line]:
    """The cells of an exercise in block letters, line by line."""
    drawn: list[list[Span]] = [[] for _ in range(-(-face.height // 2))]
    for cells in rounds:
        two = len(cells) > 1
        done = any(cell != NO_SET for cell in cells)
        for place, cell in enumerate(cells):
            width, align = (columns.cell, "><"[place]) if two else (columns.round, "^")
            middle = columns.middle if done else " " * len(columns.middle)
            before = middle if place else " " * columns.gap
            for line, text in zip(drawn, rows_of(cell, width, face, align), strict=True):
                line += [(before, Tone.HEAD), (text, cell.tone)]
    yield from map(tuple, drawn)


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
