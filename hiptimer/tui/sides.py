"""What the Sides screen says of an exercise: values and words, without Textual."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from statistics import median

from hiptimer.circuit.model import ToFatigue
from hiptimer.history.records import SessionRecord
from hiptimer.progress.overview import Overview, Side
from hiptimer.progress.progression import Advance
from hiptimer.progress.tables import sets_words
from hiptimer.progress.words import change_words, order, sentence, suggestion_words, told, trend_words
from hiptimer.tui.plot import Series
from hiptimer.weights import shown, weight_words

NOTHING = (
    "Nothing is logged yet.",
    "Left and right are compared here; from three sessions on, with how sure that is.",
)
LETTERS = {"left": "L", "right": "R"}
ONE_LETTER = "o"


def series(overview: Overview) -> tuple[list[Series], str]:
    """What is plotted, a value a session, and what it is: seconds held, else weight, else reps."""
    if isinstance(overview.exercise.target, ToFatigue):
        held = {side: [(one.at, one.seconds) for one in it.held] for side, it in overview.sides.items()}
        return _series(held), "seconds held, the median of each session"
    weighed = _by_side(overview, "load_kg")
    if any(weighed.values()):
        unit = overview.unit
        amounts = {side: [(at, shown(kg, unit)) for at, kg in points] for side, points in weighed.items()}
        return _series(amounts), f"weight of each session, in {unit}"
    timed = _by_side(overview, "seconds")
    if any(timed.values()):
        return _series(timed), "seconds a set, the median of each session"
    return _series(_by_side(overview, "reps")), "reps a set, the median of each session"


def _series(points: dict[str | None, list[tuple[datetime, float]]]) -> list[Series]:
    return [Series(LETTERS.get(side or "", ONE_LETTER), tuple(found)) for side, found in points.items()]


def _by_side(overview: Overview, column: str) -> dict[str | None, list[tuple[datetime, float]]]:
    return {side: list(_medians(overview.sessions, side, column)) for side in overview.sides}


def _medians(
    sessions: tuple[SessionRecord, ...], side: str | None, column: str
) -> Iterator[tuple[datetime, float]]:
    for one in sessions:
        values = [getattr(row, column) for row in one.done() if row.side == side]
        told = [value for value in values if value is not None]
        if told:
            yield one.started_at, median(told)


def legend(overview: Overview, what: str) -> tuple[str, ...]:
    """What the letters of the plot mean, and its values, where there are any; the longest phrase first."""
    if not overview.sessions:
        return ("",)
    short = what.partition(",")[0]
    if set(overview.sides) == set(LETTERS):
        return f"L left  R right  = both: {what}", f"L left  R right: {short}", short
    return f"{ONE_LETTER} {what}", f"{ONE_LETTER} {short}"


def verdict_lines(overview: Overview) -> tuple[str, list[str]]:
    """The verdict in two or three words, and in its sentence with what belongs to it."""
    if not overview.sessions:
        return "not done yet", ["Not in a session of your own: guests' and unfinished ones don't count."]
    verdict = overview.verdict
    if verdict is None:
        if set(overview.sides) != set(LETTERS):
            return "no sides to compare", ["Both legs work together here, or neither side is meant."]
        return "not compared", ["Sides are compared in holds to fatigue; here both do the same by plan."]
    finding, *said = told(verdict, len(overview.sessions))
    return finding, [line if line.endswith("?") else f"{line}." for line in said]


def parted(overview: Overview, said: list[str]) -> tuple[list[str], list[str]]:
    """What never stands apart from the verdict, its range and that it may be the order; and the rest."""
    if overview.verdict is None:
        return said, []
    beside = (f"{sentence(overview.verdict)}.", f"{order(overview.verdict)}.")
    return [line for line in said if line in beside], [line for line in said if line not in beside]


def side_lines(overview: Overview) -> list[str]:
    """A line a side: last and best, where it is going; none where there is nothing to tell."""
    if not overview.sessions:
        return []
    names = [side.upper() if side in LETTERS else "" for side in overview.sides]
    width = max(map(len, names))
    return [
        f"{name:<{width}}  {' · '.join(_side(overview, leg, side))}".strip()
        for name, (leg, side) in zip(names, overview.sides.items(), strict=True)
    ]


def _side(overview: Overview, leg: str | None, side: Side) -> Iterator[str]:
    if last := last_sets(overview, leg):
        yield f"last time {last}"
    if side.longest is not None:
        yield f"best {side.longest:.0f} s"
    if side.load is not None:
        yield weight_words(side.load, overview.unit)
    if side.heaviest and side.heaviest != side.load:
        yield f"heaviest {weight_words(side.heaviest, overview.unit)}"
    if side.change is not None and side.change.is_real:
        yield f"changed {change_words(side.change)}"
    if side.trend is not None:
        yield trend_words(side.trend)


def last_sets(overview: Overview, leg: str | None) -> str:
    """The sets of a leg in the newest session that has one done: `8 8 6`, `3+3 3+3`, `31 28 s`; or empty."""
    each = (sets_words([row for row in one.sets if row.side == leg]) for one in reversed(overview.sessions))
    return next(filter(None, each), "")


def suggestion_line(overview: Overview) -> str:
    """What could come next, with its reason; empty where nothing is suggested."""
    found = overview.suggestion
    if found is None:
        return ""
    return f"{'' if found.advance is Advance.STAY else 'next: '}{suggestion_words(found, overview.unit)}"
