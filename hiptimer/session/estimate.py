"""About how long a session, or the rest of it, will take."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hiptimer.circuit.model import Circuit, Count, Reps, Seconds
from hiptimer.circuit.plan import Options, Step
from hiptimer.session.ask import clock_reading, coming, target_seconds, target_total, tempo
from hiptimer.session.moves import countdown
from hiptimer.session.state import COUNTDOWNS, Phase, Session, begin

REP_SECONDS = 4.0
"""Seconds a rep takes, where nobody counts at a pace: an assumption."""
HOLD_SECONDS = 30.0
"""Seconds a hold takes, until the user's own are known: an assumption."""
Holds = Mapping[str, float]
"""Seconds the user's own holds take, by exercise id; `HOLD_SECONDS` for those that are not in it."""
NOT_KNOWN: Holds = MappingProxyType({})


def work_seconds(session: Session, index: int, holds: Holds = NOT_KNOWN) -> float:
    """About how long the work of one step takes, in seconds."""
    step = session.steps[index]
    match step.exercise.target:
        case Seconds():
            return target_seconds(session, step)
        case Reps():
            return (target_total(session, step) or 0) * _rep_seconds(session, step)
        case _:
            return holds.get(step.exercise.id, HOLD_SECONDS)


def _rep_seconds(session: Session, step: Step) -> float:
    paced = (session.count or step.exercise.count) is Count.PACE
    return tempo(session, step) if paced else REP_SECONDS


def seconds_left(session: Session, at: float, after: float | None = None, holds: Holds = NOT_KNOWN) -> float:
    """About how many seconds from `at` to the end of the session.

    `after` is `seconds_after(session, holds)` where the caller has kept it: it walks all steps still open.
    """
    if session.phase is Phase.FINISHED:
        return 0.0
    shown, cursor = session.shown_phase, session.cursor
    reading = clock_reading(session, at)
    if shown is Phase.WORK:
        left = max(0.0, work_seconds(session, cursor, holds) - reading)
    else:
        before = reading if shown in COUNTDOWNS else session.step.lead_in
        left = before + work_seconds(session, cursor, holds)
    return left + (seconds_after(session, holds) if after is None else after)


def seconds_after(session: Session, holds: Holds = NOT_KNOWN) -> float:
    """About how long all steps still open after the one at the cursor take, countdowns included."""
    total, last = 0.0, session.cursor
    for index in coming(session, session.cursor):
        if index == session.cursor:
            break
        step = session.steps[index]
        seconds = countdown(session.steps[last], step, session.circuit.order)[1]
        total += seconds + (step.lead_in if step.wait else 0.0) + work_seconds(session, index, holds)
        last = index
    return total


def is_exact(session: Session) -> bool:
    """Whether the clock alone decides how long it takes: timed work that nobody has to begin or to end."""
    left = [step for index, step in enumerate(session.steps) if index not in session.closed]
    timed = all(isinstance(step.exercise.target, Seconds) for step in left)
    return timed and not any(step.wait for step in left if step is not session.step)


def minutes_of(circuit: Circuit) -> int:
    """About how many minutes a whole session of the circuit takes."""
    return minutes(seconds_left(begin(circuit, Options()), 0.0))


def minutes(seconds: float) -> int:
    """Seconds as whole minutes, one at least."""
    return max(1, round(seconds / 60))
