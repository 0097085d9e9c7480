"""The holds that count, and the pairs and values that a session makes of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from statistics import median
from typing import Protocol

from hiptimer.circuit.model import Side
from hiptimer.history.records import SessionRecord
from hiptimer.values import dataclass

SHORTEST = 1.0
"""Seconds; a shorter hold is a slip (the session machine logs none under 1 s either)."""


class Logged(Protocol):
    """A logged set, of the history or of the session that runs."""

    @property
    def set(self) -> int:
        """The round; in straight order the set of its exercise."""

    @property
    def exercise(self) -> str:
        """Its id."""

    @property
    def side(self) -> str | None:
        """`left`, `right`; others are in no pair."""

    @property
    def status(self) -> str:
        """`done`, `skipped`, `interrupted`."""

    @property
    def seconds(self) -> float | None:
        """Those that count; None for reps."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The two holds of one round, in seconds."""

    left: float
    right: float
    left_first: bool

    @property
    def difference(self) -> float:
        """ln(right/left): above 0 the left was held shorter; exactly the negative when sides are swapped."""
        return math.log(self.right) - math.log(self.left)


@dataclass(frozen=True, slots=True)
class PairedSession:
    """A session with at least one valid pair."""

    pairs: tuple[Pair, ...]

    @property
    def difference(self) -> float:
        """The session's value: the median of ln(right/left) over its rounds."""
        return median(pair.difference for pair in self.pairs)

    @property
    def shorter(self) -> Side | None:
        """The side held shorter in this session; None when neither was."""
        return shorter_side(self.difference)

    @property
    def lsi(self) -> float:
        """The shorter side in percent of the other."""
        return percent(self.difference)


@dataclass(frozen=True, slots=True)
class Held:
    """How long one side was held in one session: the median of its valid holds."""

    at: datetime
    """When the session began."""
    seconds: float


def counted(sessions: Iterable[SessionRecord]) -> tuple[SessionRecord, ...]:
    """The sessions that statistics may look at, in their order. The one place that leaves sessions out."""
    return tuple(one for one in sessions if not one.guest and one.status != "discarded")


def valid_seconds(row: Logged, exercise: str) -> float | None:
    """The seconds of a hold of the exercise that ended by fatigue and lasted 1 s or more; else None.

    `exercise` is the id of one that is held to fatigue: the log alone can't tell a hold from timed
    work. Another variation has another id, and so a series of its own.
    """
    if row.exercise != exercise or row.status != "done" or row.seconds is None:
        return None
    return row.seconds if row.seconds >= SHORTEST else None


def side_seconds(session: SessionRecord, exercise: str, side: str | None) -> list[float]:
    """The valid holds of one side in a session, in order of completion."""
    found = (valid_seconds(row, exercise) for row in session.sets if row.side == side)
    return [seconds for seconds in found if seconds is not None]


def paired_sessions(sessions: Iterable[SessionRecord], exercise: str) -> tuple[PairedSession, ...]:
    """The counted sessions that have at least one pair of valid holds, in their order."""
    found = (paired(one.sets, exercise) for one in counted(sessions))
    return tuple(one for one in found if one is not None)


def paired(sets: Sequence[Logged], exercise: str) -> PairedSession | None:
    """What the sets of one session make, in order of completion; None without a pair of valid holds."""
    pairs = tuple(_pairs(sets, exercise))
    return PairedSession(pairs) if pairs else None


def _pairs(sets: Sequence[Logged], exercise: str) -> Iterator[Pair]:
    """A pair is one round's. Its first side is the one completed first: rows stand in that order."""
    begun: dict[int, tuple[str | None, float]] = {}
    for row in sets:
        seconds = valid_seconds(row, exercise)
        if seconds is None:
            continue
        match begun.setdefault(row.set, (row.side, seconds)), row.side:
            case ("left", left), "right":
                yield Pair(left, seconds, left_first=True)
            case ("right", right), "left":
                yield Pair(seconds, right, left_first=False)


def held(sessions: Iterable[SessionRecord], exercise: str, side: str | None) -> tuple[Held, ...]:
    """One side's median hold in each counted session that has a valid one, in their order."""
    found = ((one.started_at, side_seconds(one, exercise, side)) for one in counted(sessions))
    return tuple(Held(at, median(seconds)) for at, seconds in found if seconds)


def shorter_side(difference: float) -> Side | None:
    """The side that was held shorter, of ln(right/left); None where neither was."""
    if not difference:
        return None
    return Side.LEFT if difference > 0 else Side.RIGHT


def percent(difference: float) -> float:
    """A difference as LSI; rounded, so that 36 s of 40 s are 90 and not the next number below."""
    return round(100 * math.exp(-abs(difference)), 9)


def lsi(left: float | None, right: float | None) -> float | None:
    """Limb symmetry index: the shorter in percent of the longer; None if one is missing or both are 0."""
    if left is None or right is None or not (longer := max(left, right)):
        return None
    return 100 * min(left, right) / longer
