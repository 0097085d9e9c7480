"""The questions asked of a session. Nothing here changes anything."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from hiptimer.circuit.instead import alternatives
from hiptimer.circuit.model import Block, Count, Exercise, Order, Reps, Seconds, SetEnd, Side, ToFatigue
from hiptimer.circuit.plan import Step, rounds_asked
from hiptimer.session.cues import Cue, Due
from hiptimer.session.state import AFTER_A_SET, COUNTDOWNS, Done, Moment, Phase, Session, Status

LAST_SECONDS = 3.0
"""The end of a countdown that is always left, so that 3-2-1-go sounds."""
DONE_LENGTH = 1.0
"""Seconds a DONE cue is left alone before a count-in may begin."""
HALFWAY_FROM = 20.0
"""Timed work of at least this many seconds has a halfway cue, and the word for it."""


def moment(session: Session, phase: Phase | None = None) -> Moment:
    """The row of the table that the session, or the given phase of it, stands in."""
    match phase or session.phase:
        case Phase.SWITCH | Phase.REST:
            return Moment.REST
        case Phase.WORK:
            match session.step.exercise.target:
                case Reps():
                    return Moment.REPS
                case ToFatigue():
                    return Moment.HOLD
                case Seconds():
                    return Moment.TIMED
        case other:
            return Moment(other.value.lower())


def broken_hold(session: Session) -> bool:
    """Whether the session is paused over a hold, which the pause has ended."""
    return session.paused is Phase.WORK and moment(session, Phase.WORK) is Moment.HOLD


def running(session: Session) -> bool:
    """Whether time matters now, so that a long silence of the clock means the machine slept."""
    if session.phase is Phase.WORK:
        return moment(session) is not Moment.REPS or counting(session) is Count.PACE
    return session.phase in COUNTDOWNS and session.frozen_at is None


def ended(session: Session) -> float | None:
    """The instant at which the session was over, whatever was said of it since; None while it is open."""
    return None if session.status is Status.OPEN else session.since


def focus(session: Session) -> int | None:
    """The step that a correction, a pain or a note is about; None when no set was logged yet."""
    return session.logged if session.shown_phase in AFTER_A_SET else session.cursor


def following(session: Session, after: int) -> int | None:
    """The next step to do: the first later one still open, else the first earlier one, else None."""
    return next(coming(session, after), None)


def coming(session: Session, after: int) -> Iterator[int]:
    """The steps still open, in the order in which they come: the later ones, then the earlier ones."""
    around = chain(range(after + 1, len(session.steps)), range(after + 1))
    return (index for index in around if index not in session.closed)


def pair(session: Session, index: int) -> tuple[int, int] | None:
    """The two steps that are the sides of one exercise in one round, in order; None if one-sided."""
    step = session.steps[index]
    if step.side not in (Side.LEFT, Side.RIGHT):
        return None
    for first in (index - 1, index):
        if first >= 0 and first + 1 < len(session.steps) and same_set(*session.steps[first : first + 2]):
            return first, first + 1
    return None


def same_set(one: Step, other: Step) -> bool:
    """Whether two steps are sides of one exercise in one round."""
    return one.exercise.id == other.exercise.id and one.round == other.round


def pair_complete(session: Session, index: int) -> bool:
    """Whether both sides of the step's pair are logged; true for a step without a pair."""
    both = pair(session, index)
    return both is None or all(place in session.outcomes for place in both)


def counting(session: Session) -> Count:
    """Who counts the reps of the step at the cursor."""
    return session.count or session.step.exercise.count


def closes_itself(session: Session) -> bool:
    """Whether the paced set at the cursor ends by itself at its target."""
    return counting(session) is Count.PACE and session.step.exercise.end is SetEnd.COUNT


def target(session: Session, step: Step | None = None) -> int | float | None:
    """Reps asked of a step in each direction, or seconds of timed work; None for a hold."""
    exercise = (step or session.step).exercise
    match exercise.target:
        case Reps(low, _):
            return session.targets.get(exercise.id, low)
        case Seconds(low):
            return session.targets.get(exercise.id, low)
        case _:
            return None


def target_reps(session: Session, step: Step | None = None) -> int | None:
    """Reps asked of a step, in each direction; None for holds and timed work."""
    asked = target(session, step)
    reps = isinstance((step or session.step).exercise.target, Reps)
    return int(asked) if reps and asked is not None else None


def target_seconds(session: Session, step: Step | None = None) -> float:
    """Seconds asked of a step of timed work; 0 for any other."""
    asked = target(session, step)
    timed = isinstance((step or session.step).exercise.target, Seconds)
    return float(asked) if timed and asked is not None else 0.0


def halfway(session: Session) -> float | None:
    """The instant at which half of the timed work under way is over; None where nobody is told of it."""
    seconds = target_seconds(session)
    return session.since + seconds / 2 if seconds >= HALFWAY_FROM else None


def target_total(session: Session, step: Step | None = None) -> int | None:
    """Reps asked of a step in all its directions; None for holds and timed work."""
    reps = target_reps(session, step)
    return None if reps is None else reps * max(1, len((step or session.step).exercise.directions))


def reps_at(session: Session, at: float) -> int:
    """What stands big during a set of reps: the target, or the reps counted by pace or taps."""
    total = target_total(session) or 0
    match counting(session):
        case Count.KEY:
            return total
        case Count.TAP:
            return session.counted
        case Count.PACE:
            beats = int(max(0.0, at - session.beat) / tempo(session) + 1e-9)
            return min(total, session.counted + beats)


def reps_counted(session: Session, at: float) -> int:
    """Reps counted so far in the set under way or paused, in all its directions."""
    return reps_at(session, at) if session.phase is Phase.WORK else session.counted


def tempo(session: Session, step: Step | None = None) -> float:
    """Seconds a rep of a step takes when the app counts."""
    exercise = (step or session.step).exercise
    return session.tempos.get(exercise.id, exercise.tempo)


def paced_reps(session: Session) -> Iterator[tuple[int, float]]:
    """The reps still to be counted at the pace, and the instant of each."""
    begun, pace = reps_at(session, session.beat), tempo(session)
    for number in range(begun + 1, (target_total(session) or 0) + 1):
        yield number, session.beat + (number - begun) * pace


def begins_round(session: Session) -> bool:
    """Whether the step at the cursor is in another round than the one logged last."""
    if session.logged is None:
        return False
    return in_other_rounds(session.steps[session.logged], session.step, session.circuit.order)


def in_other_rounds(now: Step, coming: Step, order: Order) -> bool:
    """Whether two steps are in different rounds; a warm-up and a cool-down are in none."""
    repeated = now.block is coming.block is Block.MAIN
    return repeated and now.round != coming.round and order is Order.ROUNDS


def planned(session: Session) -> tuple[int, ...]:
    """The steps of the rounds that were asked for; those of added rounds are not among them."""
    asked = rounds_asked(session.circuit, session.options)
    return tuple(index for index, step in enumerate(session.steps) if step.round <= asked)


def exercises(session: Session) -> tuple[Exercise, ...]:
    """The exercises that the session has steps of, each alternative after what it can stand in for."""
    circuit, there = session.circuit, {step.exercise.id for step in session.steps}
    every = (one for first in circuit.exercises for one in (first, *alternatives(circuit, first.id)))
    return tuple(dict.fromkeys(one for one in every if one.id in there))


def load_of(session: Session, step: Step) -> float | None:
    """Kilograms last used for the step's exercise and side; None if never told."""
    return session.loads.get((step.exercise.id, step.side))


def loads_of(session: Session, exercise: Exercise) -> dict[Side | None, float]:
    """Kilograms last used for an exercise by side, left first; sides never told are left out."""
    sides = (Side.LEFT, Side.RIGHT, Side.BOTH, None)
    return {side: session.loads[exercise.id, side] for side in sides if (exercise.id, side) in session.loads}


def loads_used(session: Session) -> list[float]:
    """Kilograms of the sets made so far, in the order in which they ended; those never told left out."""
    made = [row for rows in session.outcomes.values() for row in rows if row.status is not Done.SKIPPED]
    return [row.load_kg for row in sorted(made, key=lambda row: row.at) if row.load_kg is not None]


def clock_reading(session: Session, at: float) -> float:
    """Seconds on the set's clock, or left of the countdown; of the paused phase in PAUSED."""
    if session.phase is Phase.PAUSED:
        return session.held if session.left is None else session.left
    now = at if session.frozen_at is None else session.frozen_at
    if session.phase in COUNTDOWNS and session.deadline is not None:
        return max(0.0, session.deadline - now)
    return max(0.0, at - session.since)


def timed_left(session: Session, at: float) -> float:
    """Seconds left of the timed work under way or paused."""
    return max(0.0, target_seconds(session) - clock_reading(session, at))


def done_now(session: Session) -> bool:
    """Whether a set marked done began this phase."""
    logged = () if session.logged is None else session.outcomes.get(session.logged, ())
    return any(row.status is Done.DONE and row.at == session.since for row in logged)


def call_ahead(session: Session) -> Due:
    """The cue that ends the running countdown: 3-2-1-go, or go alone where it has no room."""
    assert session.deadline is not None
    if session.phase is not Phase.LEAD_IN and session.step.wait:
        return Due(session.deadline, Cue.READY)
    room = session.deadline - session.since - (DONE_LENGTH if done_now(session) else 0.0)
    if room >= LAST_SECONDS - 1e-6:
        return Due(session.deadline - LAST_SECONDS, Cue.COUNT_IN)
    return Due(session.deadline, Cue.GO)
