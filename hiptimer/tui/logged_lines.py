"""One session of the log as lines: every set, left and right beside each other where there is room. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len, set_cell_size

from hiptimer.history.records import SetRecord
from hiptimer.tui.cells import Line, Span, Tone
from hiptimer.tui.fit import plain, shorten
from hiptimer.tui.logged import SIDES, Logged, day_words
from hiptimer.tui.logged_cells import CHANGED, ValueCells, label, side_label
from hiptimer.values import dataclass

Abreast = tuple[SetRecord | None, ...]
"""The rows of one line: one, or the left and the right one."""

GAP = 2
MIDDLE = "│  "
HEADS = ("load", "pain", "more")
LEAST = tuple(map(len, ("RIGHT", *HEADS)))
NARROW = 56
"""Columns below which a side is a letter, and words are short."""
LONGEST_NAME = 16
MARGIN = 1
"""Columns before everything."""


def lines(logged: Logged, width: int) -> list[Line]:
    """All lines, for so many columns."""
    cells = ValueCells(logged, logged.originals)
    found = [cells.session(short=width < NARROW)]
    if cells.before:
        last = day_words(max(was.at for was in cells.before.values()))
        found.append((Span(f" {CHANGED} changed on {last}", Tone.CHANGED),))
    table = _table(cells, width)
    for exercise in dict.fromkeys(row.exercise for row in logged.record.sets):
        found += [(), *table.exercise([row for row in logged.record.sets if row.exercise == exercise])]
    return found


@dataclass(frozen=True, slots=True)
class _Table:
    """How wide everything is, and the lines that are made with that."""

    cells: ValueCells
    width: int
    label: int
    """Columns of the names of exercises and sets."""
    values: tuple[int, ...]
    """Of what was done, load, pain, reps more."""
    beside: bool
    """Left and right stand beside each other."""

    def exercise(self, mine: Sequence[SetRecord]) -> Iterator[Line]:
        """The name over the columns, then a line a set, and below it its notes."""
        beside = self.beside and all(row.side in SIDES for row in mine)
        yield self._head(mine, beside)
        sets: dict[object, list[SetRecord]] = {}
        for row in mine:
            sets.setdefault(row.set if beside else (row.set, row.step), []).append(row)
        for rows in sets.values():
            for abreast in _abreast(rows) if beside else [(row,) for row in rows]:
                yield tuple(self._set(abreast, beside))
            for row in rows:
                yield from self._note(row)

    def _head(self, mine: Sequence[SetRecord], beside: bool) -> Line:
        name = " " * MARGIN + self.cells.logged.name(mine[0])
        more = any(map(self.cells.asks_more, mine))
        heads = (*HEADS[:-1], HEADS[-1] if more else "")
        if not beside:
            room = MARGIN + self.label + GAP + self.values[0]
            told = _spread(heads, self.values[1:])
            return (Span(_fixed(name, room), Tone.NAME), Span(told, Tone.HEAD))
        sides = [_spread((side.upper(), *heads), self.values) for side in SIDES]
        named = Span(_fixed(name, MARGIN + self.label), Tone.NAME)
        return (named, Span(MIDDLE.join(sides), Tone.HEAD))

    def _set(self, abreast: Abreast, beside: bool) -> Iterator[Span]:
        row = next(row for row in abreast if row is not None)
        side = "" if beside else side_label(row, self.width < NARROW)
        yield Span(_fixed(" " * MARGIN + label(row, side), MARGIN + self.label), Tone.HEAD)
        for place, one in enumerate(abreast):
            if place:
                yield Span(MIDDLE, Tone.HEAD)
            for cell, room in zip(self._values(one), self.values, strict=True):
                text = "" if cell is None else shorten(cell.text, room)
                if cell is not None:
                    yield Span(text, cell.tone, cell.key)
                yield Span(" " * (room + GAP - cell_len(text)))

    def _values(self, row: SetRecord | None) -> tuple[Span | None, ...]:
        return (None,) * len(self.values) if row is None else self.cells.values(row)

    def _note(self, row: SetRecord) -> Iterator[Line]:
        cell = self.cells.note(row)
        if cell is None:
            return
        before = f"   {' '.join(filter(None, ('note', side_label(row, letter=False))))}: "
        room = max(self.width - len(before), len(before))
        for number, part in enumerate(plain(cell.text, room)):
            first = Span(before, Tone.HEAD) if number == 0 else Span(" " * len(before))
            yield (first, Span(shorten(part, room), cell.tone, cell.key if number == 0 else None))


def _fixed(text: str, room: int) -> str:
    return set_cell_size(shorten(text, room), room + GAP)


def _spread(words: Sequence[str], rooms: Sequence[int]) -> str:
    return "".join(_fixed(word, room) for word, room in zip(words, rooms, strict=True))


def _abreast(rows: Sequence[SetRecord]) -> list[Abreast]:
    """The rows of a set, the left and the right one of each direction beside each other."""
    directions = dict.fromkeys(row.part for row in rows)
    sides = [
        [[row for row in rows if (row.part, row.side) == (part, side)] for side in SIDES]
        for part in directions
    ]
    return [pair for left, right in sides for pair in zip_longest(left, right)]


def _table(cells: ValueCells, width: int) -> _Table:
    """As wide as what stands in it; left and right beside each other where that fits."""
    rows = cells.logged.record.sets
    values = tuple(
        max([least, *(cell_len(cell.text) for cell in column if cell is not None)])
        for least, column in zip(LEAST, zip(*map(cells.values, rows), strict=True), strict=False)
    )
    name = max((min(cell_len(cells.logged.name(row)), LONGEST_NAME) for row in rows), default=0)
    beside = max([name, *(len(label(row)) for row in rows)])
    sided = any(row.side in SIDES for row in rows)
    both = MARGIN + beside + GAP + 2 * (sum(values) + GAP * len(values)) + len(MIDDLE)
    if sided and both - GAP <= width:
        return _Table(cells, width, beside, values, True)
    letter = width < NARROW
    below = max((len(label(row, side_label(row, letter))) for row in rows), default=0)
    # there the name stands above the set and what was done
    return _Table(cells, width, max(below, name - GAP - sum(values[:1])), values, False)
