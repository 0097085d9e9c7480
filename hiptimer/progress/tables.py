"""What is said of the sides of an exercise, as a table; drawn by whoever shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from hiptimer.circuit.model import ToFatigue
from hiptimer.history.records import SetRecord
from hiptimer.progress import words as say
from hiptimer.progress.overview import Overview, Side
from hiptimer.progress.words import NOTHING
from hiptimer.values import dataclass
from hiptimer.weights import Unit

MOST_SETS = 4
"""Sets of the last session that are shown; the last ones."""


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of text, not yet safe to print."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    """Columns that are set to the right."""


def sides_table(found: Overview) -> Table:
    """A line for each side: the last session, the best, what has changed, the weight."""
    is_hold = isinstance(found.exercise.target, ToFatigue)
    cells = _hold_cells if is_hold else _set_cells
    rows = [dict(cells(one, found.unit)) for one in found.sides.values()]
    sets = [sets_words(_of_side(found, side)) or NOTHING for side in found.sides]
    kept = [title for title in rows[0] if any(row[title] != NOTHING for row in rows)]
    return Table(
        ("", "LAST SESSION", *kept),
        tuple(
            (say.side_words(side), last, *(row[title] for title in kept))
            for side, last, row in zip(found.sides, sets, rows, strict=True)
        ),
    )


def sets_words(rows: Sequence[SetRecord]) -> str:
    """The sets of one side that were done, the last `MOST_SETS`: `31 28 s`, `8 8 6`, `3+3 4+3`."""
    done = [row for row in rows if row.status == "done"]
    each = ["+".join(map(_made, part)) for _, part in groupby(done, lambda row: row.set)]
    unit = " s" if any(row.seconds is not None for row in done) else ""
    return " ".join(each[-MOST_SETS:]) + unit


def seconds_words(seconds: float | None) -> str:
    """`33 s`, or `-`."""
    return NOTHING if seconds is None else f"{seconds:.0f} s"


def _of_side(found: Overview, side: str | None) -> list[SetRecord]:
    return [row for row in found.sessions[-1].sets if row.side == side] if found.sessions else []


def _made(row: SetRecord) -> str:
    return f"{row.seconds:.0f}" if row.seconds is not None else f"{row.reps}"


def _hold_cells(side: Side, unit: Unit) -> Iterator[tuple[str, str]]:
    number = len(side.held)
    yield "LONGEST", seconds_words(side.longest)
    yield "CHANGE", say.change_words(side.change) if side.change else say.missing_change(number)
    yield "TREND", say.trend_words(side.trend) if side.trend else say.missing_trend(number)
    yield "WEIGHT", say.load_words(side.load, unit)


def _set_cells(side: Side, unit: Unit) -> Iterator[tuple[str, str]]:
    yield "LONGEST", seconds_words(side.longest)
    yield "WEIGHT", say.load_words(side.load, unit)
    yield "HEAVIEST", say.load_words(side.heaviest, unit)
