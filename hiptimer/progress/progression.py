"""What the runner could make harder next, and why. A suggestion, never a must."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from hiptimer.circuit.model import Exercise, Reps, Seconds, ToFatigue
from hiptimer.history.records import Morning, SessionRecord, SetRecord
from hiptimer.progress.goals import (
    goal_words,
    is_reached,
    last_set,
    legs,
    rows_of,
    sessions_needed,
)
from hiptimer.progress.holds import counted
from hiptimer.values import dataclass

BIG_JUMP = 0.10
"""Share of the present weight, above which a jump needs `SESSIONS_BIG_JUMP`. The design's choice."""
SESSIONS_BIG_JUMP = 3
TOO_MUCH_PAIN = 3
"""Pain (0-10) above which nothing is made harder. The design's choice."""


class Advance(StrEnum):
    """What is suggested."""

    VARIATION = "harder variation"
    WEIGHT = "next weight"
    STAY = "stay"
    """More was earned, but the reason says what speaks against it."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggestion and its reason."""

    advance: Advance
    reason: str = ""
    kg: float | None = None
    """The weight to take, one the runner owns; only with `Advance.WEIGHT`."""
    reps: int | None = None
    """Reps, in each direction, to begin with at that weight, where the target is a range."""
    variation: Exercise | None = None
    """The harder variation, where the circuit has one; only with `Advance.VARIATION`."""


def suggestion(
    sessions: Iterable[SessionRecord],
    exercise: Exercise,
    owned: Sequence[float],
    harder: Exercise | None = None,
) -> Suggestion | None:
    """What could come next in an exercise; None: not earned yet, or no heavier weight is known.

    `sessions` oldest first; `owned` in kg; `harder` the next variation, by
    `circuit.instead.harder_variation`. A variation, done under an id of its own, starts from nothing.
    """
    tried = [one for one in counted(sessions) if any(map(_was_tried, rows_of(one, exercise)))]
    load = _load(tried[-1], exercise) if tried else None
    found = _next(exercise, load, owned, harder)
    if found is None:
        return None
    needed = max(sessions_needed(exercise.target), _jump_sessions(load, found.kg))
    recent = tried[-needed:]
    reached = all(is_reached(one, exercise) for one in recent)
    same_load = found.kg is None or all(_load(one, exercise) == load for one in recent)
    if len(recent) < needed or not reached or not same_load:
        return None
    reason, against = _reason(exercise, needed), _against(recent, exercise)
    return Suggestion(Advance.STAY, f"{reason}, but {against}") if against else replace(found, reason=reason)


def _was_tried(row: SetRecord) -> bool:
    """Done, or left out because it hurt; a set that was merely skipped says nothing."""
    return row.status == "done" or (row.pain or 0) > TOO_MUCH_PAIN


def _load(session: SessionRecord, exercise: Exercise) -> float | None:
    """The kg of the last sets, of the lighter leg; None where one was never told. 0 is body weight."""
    loads = [row.load_kg for leg in legs(exercise) for row in last_set(session, exercise, leg)]
    told = [kg for kg in loads if kg is not None]
    return min(told) if told and len(told) == len(loads) else None


def _next(
    exercise: Exercise, load: float | None, owned: Sequence[float], harder: Exercise | None
) -> Suggestion | None:
    match exercise.target:
        case ToFatigue():
            return Suggestion(Advance.VARIATION, variation=harder)
        case Seconds() if harder is not None:
            return Suggestion(Advance.VARIATION, variation=harder)
        case Reps(low, high) if load is not None:
            kg = min((one for one in owned if one > load), default=None)
            reps = low if low < high else None
            return None if kg is None else Suggestion(Advance.WEIGHT, kg=kg, reps=reps)
        case _:
            return None


def _jump_sessions(load: float | None, kg: float | None) -> int:
    """From body weight every weight is a big jump."""
    is_big = load is not None and kg is not None and kg - load > BIG_JUMP * load
    return SESSIONS_BIG_JUMP if is_big else 0


def _reason(exercise: Exercise, sessions: int) -> str:
    both = " on both sides" if len(legs(exercise)) > 1 else ""
    often = f" in {sessions} sessions" if sessions > 1 else ""
    return f"{goal_words(exercise)}{both}{often}"


def _against(sessions: Sequence[SessionRecord], exercise: Exercise) -> str | None:
    """What speaks against more, in any of the sessions it would be built on."""
    pain = max((row.pain or 0 for one in sessions for row in rows_of(one, exercise)), default=0)
    if pain > TOO_MUCH_PAIN:
        return f"pain {pain}"
    if any(one.morning is Morning.WORSE for one in sessions):
        return "worse the next morning"
    return None
