"""What many measurements come to: medians, percentiles, ratios of neighbours; is a target reached?

A machine that does other things meanwhile makes every figure worse, and a ratio of two that were measured one
after the other hardly. So what is told is the median of such ratios, with the quartiles beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median


class TooFew(Exception):
    """Something was measured less often than it was asked for: then nothing is said of it."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """The median of the ratios of neighbours, and the quartiles around it."""

    median: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    ours: str
    against: str = ""
    """What it is measured beside; empty for what has a limit of its own."""
    theirs: str = ""
    ratio: Ratio | None = None
    samples: int = 0
    target: str = ""
    reached: bool | None = None
    """None: there is no target."""


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest of the values that so many percent of them don't exceed."""
    ordered = sorted(values)
    return ordered[max(1, ceil(len(ordered) * percent / 100)) - 1]


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
    """Of values measured by turns: the first of ours by the first of theirs, and so on."""
    found = [one / other for one, other in zip(ours, theirs, strict=True)]
    return Ratio(median(found), percentile(found, 25), percentile(found, 75))


def enough(name: str, values: Sequence[float], wanted: int) -> None:
    """Raises `TooFew` where a value is missing."""
    if len(values) != wanted:
        raise TooFew(f"{name}: {len(values)} of {wanted} measurements")


def compared(
    name: str,
    ours: Sequence[float],
    against: str,
    theirs: Sequence[float],
    wanted: int,
    unit: Unit,
    most: float | None = None,
) -> Row:
    """A row of two that were measured by turns; reached if the median ratio is at most `most`."""
    enough(name, ours, wanted)
    enough(against, theirs, wanted)
    found = ratio(ours, theirs)
    return Row(
        name,
        unit.words(median(ours)),
        against,
        unit.words(median(theirs)),
        found,
        wanted,
        "" if most is None else f"<= {most:.2f}x",
        None if most is None else found.median <= most,
    )


def limited(
    name: str, value: float, samples: Sequence[float], wanted: int, unit: Unit, most: float | None = None
) -> Row:
    """A row of one value made of the samples, with a limit of its own."""
    enough(name, samples, wanted)
    return Row(
        name,
        unit.words(value),
        samples=wanted,
        target="" if most is None else f"<= {unit.words(most)}",
        reached=None if most is None else value <= most,
    )


@dataclass(frozen=True, slots=True)
class Unit:
    """In what a value is shown."""

    name: str
    times: float = 1.0
    digits: int = 1

    def words(self, value: float) -> str:
        """`412.0 ms` of 0.412 s."""
        return f"{value * self.times:,.{self.digits}f} {self.name}"


MILLISECONDS = Unit("ms", 1e3, 1)
FINE = Unit("ms", 1e3, 2)
CORE = Unit("% of a core", 1e2, 2)
MEGABYTES = Unit("MB", 1e-6, 1)


def table(rows: Sequence[Row]) -> list[str]:
    """The rows, as lines whose columns stand under each other."""
    cells = [("", "hiptimer", "beside", "", "ratio", "quartiles", "n", "target", ""), *map(_cells, rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(cells[0]))]
    return ["  ".join(map(str.ljust, line, widths)).rstrip() for line in cells]


def _cells(row: Row) -> tuple[str, ...]:
    found = row.ratio
    return (
        row.name,
        row.ours,
        row.against,
        row.theirs,
        f"{found.median:.2f}" if found else "",
        f"{found.low:.2f}-{found.high:.2f}" if found else "",
        str(row.samples) if row.samples else "",
        row.target,
        {True: "reached", False: "NOT REACHED", None: ""}[row.reached],
    )
