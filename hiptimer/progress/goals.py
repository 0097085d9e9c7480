"""What has to be reached before an exercise is made harder: the weaker side decides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from statistics import median

from hiptimer.circuit.model import Exercise, Reps, Seconds, Sides, Target, ToFatigue
from hiptimer.history.records import SessionRecord, SetRecord
from hiptimer.progress.holds import side_seconds

LONG_HOLD = 60.0
"""Seconds both medians must reach. All thresholds here are the design's choice."""
BEYOND_TARGET = 2
"""Reps over the target in the last set: thrusts 8 + 2, lunges 12 + 2."""
MUCH_LEFT = 3
"""Reps left in reserve that count as much as `BEYOND_TARGET`."""


def legs(exercise: Exercise) -> tuple[str | None, ...]:
    """The sides that the log has for an exercise."""
    match exercise.sides:
        case Sides.EACH:
            return ("left", "right")
        case Sides.ALTERNATING:
            return ("both",)
        case Sides.NONE:
            return (None,)


def rows_of(session: SessionRecord, exercise: Exercise) -> list[SetRecord]:
    """The rows of one exercise, in order of completion."""
    return [row for row in session.sets if row.exercise == exercise.id]


def last_set(session: SessionRecord, exercise: Exercise, leg: str | None) -> list[SetRecord]:
    """The rows of one leg's last set, one for each direction; empty where it has none."""
    mine = [row for row in rows_of(session, exercise) if row.side == leg]
    return [row for row in mine if row.set == mine[-1].set]


def sessions_needed(target: Target) -> int:
    """How many sessions in a row must reach the goal; the top of a range says enough by itself."""
    return 1 if _is_range(target) else 2


def goal_words(exercise: Exercise) -> str:
    """What was reached, as the reason of a suggestion: `all sets 6+6`."""
    match exercise.target:
        case Reps(_, high) if _is_range(exercise.target):
            return f"all sets {'+'.join([str(high)] * max(1, len(exercise.directions)))}"
        case Reps(_, high):
            return f"last set {high + BEYOND_TARGET} or more (or {MUCH_LEFT}+ reps left)"
        case Seconds(_, high) if high is not None:
            return f"all sets {high:g} s"
        case _:
            return f"held {LONG_HOLD:.0f} s or more"


def is_reached(session: SessionRecord, exercise: Exercise) -> bool:
    """Whether a session reached the goal, on every leg."""
    match exercise.target:
        case ToFatigue():
            return all(_held_long(side_seconds(session, exercise.id, leg)) for leg in legs(exercise))
        case Reps(_, high) | Seconds(_, high) if high is not None and _is_range(exercise.target):
            return session.status == "finished" and _all_at(high, session, exercise)
        case Reps(_, high):
            return all(_beyond(high, session, exercise, leg) for leg in legs(exercise))
        case _:
            return False


def _is_range(target: Target) -> bool:
    return isinstance(target, Reps | Seconds) and target.high is not None and target.low < target.high


def _held_long(seconds: list[float]) -> bool:
    return bool(seconds) and median(seconds) >= LONG_HOLD


def _all_at(top: float, session: SessionRecord, exercise: Exercise) -> bool:
    """Every set of every leg, each direction for itself: 5 one way and 7 the other is not 6 and 6."""
    rows = rows_of(session, exercise)
    wanted = set(product(legs(exercise), exercise.directions or (None,)))
    return wanted <= {(row.side, row.direction) for row in rows} and all(_reached(rows, top))


def _beyond(target: int, session: SessionRecord, exercise: Exercise, leg: str | None) -> bool:
    rows = last_set(session, exercise, leg)
    if not rows or any(row.status != "done" for row in rows):
        return False
    much_left = max(row.reserve or 0 for row in rows) >= MUCH_LEFT
    return much_left or all(_reached(rows, target + BEYOND_TARGET))


def _reached(rows: list[SetRecord], least: float) -> Iterator[bool]:
    """For each row, whether it is done with so many reps, or seconds of timed work."""
    return (row.status == "done" and (row.reps or row.seconds or 0) >= least for row in rows)
