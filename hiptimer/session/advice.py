"""What is advised, and what is asked about: pain, and the weight in hand."""

from __future__ import annotations

from enum import StrEnum

from hiptimer.circuit.model import Reps
from hiptimer.session.ask import load_of, moment
from hiptimer.session.state import AFTER_A_SET, Done, Moment, Phase, Remark, Session

CARRY_ON_UP_TO, EASE_OFF_UP_TO = 3, 5
"""Pain, 0 to 10: up to the first one carries on, up to the second one eases off, beyond one stops."""


class Advice(StrEnum):
    """What to do about pain; `advice_words` says it in words."""

    CARRY_ON = "carry on"
    EASE_OFF = "ease off"
    STOP = "Stop this exercise. If it stays or comes back, see a physio."


def advice(pain: int) -> Advice:
    """What to do about a pain from 0 to 10."""
    if pain <= CARRY_ON_UP_TO:
        return Advice.CARRY_ON
    return Advice.EASE_OFF if pain <= EASE_OFF_UP_TO else Advice.STOP


def advice_words(pain: int, session: Session, index: int) -> str:
    """The advice on a pain in the set of a step, of what the set has: a wall push has no reps, no weight."""
    told = advice(pain)
    if told is not Advice.EASE_OFF:
        return told
    step = session.steps[index]
    if not isinstance(step.exercise.target, Reps):
        return "Ease off: stop sooner, or with less force."
    load = load_of(session, step)
    is_weighted = bool(step.exercise.load if load is None else load)
    return f"Ease off: fewer reps, {'less weight, or' if is_weighted else 'or'} less range."


def weighable(session: Session) -> tuple[int, ...]:
    """The steps a weight told now can be for: the coming one, then the one just done.

    Empty during a hold or timed work, where it has to wait until after the set.
    """
    if in_timed_set(session):
        return ()
    done = () if session.logged is None else (session.logged,)
    if session.phase is Phase.FINISHED:
        return done
    if session.shown_phase in AFTER_A_SET:
        return (session.cursor, *done)
    return (session.cursor,)


def weighs_logged(session: Session, index: int) -> bool:
    """Whether a weight told of a step now is that of its row in the log, too; else of sets to come only.

    Asked as the answer comes: the set may have ended since the question.
    """
    return index == session.logged and session.shown_phase in AFTER_A_SET


def reps_logged(session: Session) -> bool:
    """Whether the set that is in focus after it was done in reps."""
    index = session.logged
    if index is None or session.shown_phase not in AFTER_A_SET:
        return False
    done = any(row.status is Done.DONE for row in session.outcomes.get(index, ()))
    return done and isinstance(session.steps[index].exercise.target, Reps)


def asks_reserve(session: Session) -> bool:
    """Whether "how many more?" is a question now.

    It is asked after the last planned set of each side of an exercise done in reps, until it is answered or
    the next set is begun.
    """
    index = session.logged
    if index is None or not reps_logged(session):
        return False
    step = session.steps[index]
    last = max(one.round for one in session.steps if one.exercise.id == step.exercise.id and not one.extra)
    answered = session.remarks.get(index, Remark()).reserve is not None
    return step.round == last and not answered


def in_timed_set(session: Session) -> bool:
    """Whether a clock runs that no dialog may stop: a hold or timed work is under way."""
    return session.phase is Phase.WORK and moment(session) in (Moment.HOLD, Moment.TIMED)
