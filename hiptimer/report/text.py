"""A report as text, 80 columns wide; a plot is a table of the newest sessions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from textwrap import wrap

from hiptimer.circuit.text import clean, columns
from hiptimer.progress.tables import Table, seconds_words
from hiptimer.progress.words import NOTHING, day, lsi_brief
from hiptimer.report.document import Block, Document, Paragraph, Plot, Points

WIDTH = 80
NEWEST = 12
"""Sessions of a plot that are told one by one."""
LSI = (
    "LSI: the side that was held shorter (L or R) in percent of the other, the median of the rounds compared "
    "one by one. It can differ from what the seconds beside it give: those are each side's own median."
)
_NARROWEST = 20
"""Columns that the last cell of a row has at least."""


def to_text(document: Document) -> str:
    """The whole report, ending in a line's end. Safe to print."""
    lines = [document.title, "=" * len(document.title)]
    lines += [line for one in document.about for line in _wrapped(one)]
    for section in document.sections:
        title = _wrapped(section.title)
        lines += ["", *title, "-" * len(title[-1])]
        for place, block in enumerate(section.blocks):
            lines += [""] * (place > 0 and isinstance(block, Table | Plot)) + list(_block(block))
    return "\n".join(lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text, is_strong):
            yield from _wrapped(text.upper() if is_strong else text)
        case Points(lines):
            for line in lines:
                yield from wrap(clean(line), WIDTH, initial_indent="- ", subsequent_indent="  ")
        case Table():
            yield from _table(block)
        case Plot():
            yield from _wrapped(block.title)
            yield from _table(_sessions(block))
            yield from _wrapped(LSI) if block.compared else ()


def _wrapped(text: str) -> list[str]:
    return wrap(clean(text), WIDTH) or [""]


def _table(table: Table) -> list[str]:
    """Its lines; the last cell of a row goes on below itself where it is too long."""
    rows = [tuple(map(clean, row)) for row in (table.head, *table.rows)]
    before = max((len(line) + 2 for line in columns([row[:-1] for row in rows])), default=0)
    space = max(_NARROWEST, WIDTH - before)
    return columns([part for row in rows for part in _parts(row, space)], table.numbers)


def _parts(row: Sequence[str], space: int) -> Iterator[tuple[str, ...]]:
    first, *more = wrap(row[-1], space) or [""]
    yield (*row[:-1], first)
    yield from ((*("" for _ in row[:-1]), one) for one in more)


def _sessions(plot: Plot) -> Table:
    """The newest sessions: the seconds of each series and, where both sides were held, the LSI."""
    held = [{one.at: one.seconds for one in series.points} for series in plot.series]
    days = sorted({at for series in held for at in series})[-NEWEST:]
    names = [series.name.upper() or "HELD" for series in plot.series]
    rows = ((day(at), *(seconds_words(one.get(at)) for one in held), _lsi(plot, at)) for at in days)
    return Table(("DATE", *names, "LSI" * bool(plot.compared)), tuple(rows), tuple(range(1, len(names) + 2)))


def _lsi(plot: Plot, at: datetime) -> str:
    found = plot.compared.get(at)
    return NOTHING * bool(plot.compared) if found is None else lsi_brief(found)
