"""The moves a session is made of: entering a phase, logging a set, going on to the next step.

The machine's table is written in terms of these; each takes a session and returns another.
"""

from __future__ import annotations

from dataclasses import replace

from hiptimer.circuit.model import Count, Order
from hiptimer.circuit.plan import Step
from hiptimer.session.ask import (
    LAST_SECONDS,
    call_ahead,
    clock_reading,
    closes_itself,
    counting,
    following,
    in_other_rounds,
    load_of,
    moment,
    reps_at,
    same_set,
    target_reps,
    target_seconds,
    target_total,
    tempo,
)
from hiptimer.session.cues import Cue, Due
from hiptimer.session.state import Done, Moment, Outcome, Phase, Session, Status

HOLD_LIMIT = 300.0
"""Seconds after which a hold is taken to be abandoned: it is interrupted and the session pauses."""
OFFER_AGAIN = 10.0
"""An interrupted hold shorter than this many seconds is offered again; a longer one has tired the leg."""
SHORTEST = 1.0
"""Seconds of a hold under which an interruption logs nothing."""


def ready(session: Session, at: float, cursor: int | None = None) -> Session:
    """READY of a step: the one given, or the one at the cursor."""
    cursor = session.cursor if cursor is None else cursor
    return _enter(replace(session, cursor=cursor, status=_open(session)), Phase.READY, at)


def lead_in(session: Session, at: float) -> Session:
    """LEAD-IN of the step at the cursor; without a lead-in, its WORK."""
    if session.step.lead_in <= 0:
        return replace(work(session, at), call=Due(at, Cue.GO))
    return _enter(session, Phase.LEAD_IN, at, at + session.step.lead_in)


def work(session: Session, at: float) -> Session:
    """WORK of the step at the cursor, its clock at zero."""
    fresh = replace(session, counted=0, beat=at)
    return _enter(fresh, Phase.WORK, at, work_ends(fresh, at))


def work_ends(session: Session, since: float) -> float | None:
    """When the work at the cursor runs out by itself, its clock having stood at zero at `since`."""
    match moment(session, Phase.WORK):
        case Moment.HOLD:
            return since + HOLD_LIMIT
        case Moment.TIMED:
            return since + target_seconds(session)
        case _ if closes_itself(session):
            left = (target_total(session) or 0) - session.counted
            return session.beat + left * tempo(session)
        case _:
            return None


def countdown(now: Step, coming: Step, order: Order) -> tuple[Phase, float]:
    """The countdown between the step just left and the coming one: phase, seconds."""
    rests = coming.rests
    if same_set(now, coming):
        return Phase.SWITCH, rests.switch
    if now.exercise.id == coming.exercise.id:
        return Phase.REST, rests.round
    return Phase.REST, rests.round if in_other_rounds(now, coming, order) else rests.exercise


def advance(session: Session, at: float) -> Session:
    """Leave the step at the cursor for the next one, through its countdown; or FINISHED."""
    coming = following(session, session.cursor)
    if coming is None:
        return finish(session, at)
    phase, seconds = countdown(session.step, session.steps[coming], session.circuit.order)
    return _enter(replace(session, cursor=coming), phase, at, at + seconds)


def finish(session: Session, at: float) -> Session:
    """FINISHED: nothing is left to do."""
    return replace(_enter(session, Phase.FINISHED, at), status=Status.FINISHED)


def arrive(session: Session, at: float) -> Session:
    """A countdown has run out: WORK begins, or the step waits at READY."""
    waits = session.phase is not Phase.LEAD_IN and session.step.wait
    return replace(ready(session, at) if waits else work(session, at), call=call_ahead(session))


def pause(session: Session, at: float) -> Session:
    """PAUSED, everything of the phase kept for `unpause`."""
    in_work = session.phase is Phase.WORK
    return replace(
        session,
        phase=Phase.PAUSED,
        since=at,
        deadline=None,
        frozen_at=None,
        paused=session.phase,
        left=None if in_work else clock_reading(session, at),
        held=at - session.since if in_work else 0.0,
        counted=reps_at(session, at) if is_paced(session) else session.counted,
    )


def unpause(session: Session, at: float) -> Session:
    """The paused phase goes on where it stood; a countdown with 3 s at least."""
    phase = session.paused
    assert phase is not None
    if phase is Phase.WORK:
        on = replace(session, beat=at)
        since = at - session.held
        return _enter(on, phase, since, work_ends(on, since))
    return _enter(session, phase, at, at + max(LAST_SECONDS, session.left or 0.0))


def log_done(session: Session, at: float) -> Session:
    """The step at the cursor is done, with what stands big on the screen."""
    step = session.step
    load = load_of(session, step)
    match moment(session):
        case Moment.REPS:
            rows = tuple(
                Outcome(Done.DONE, at, reps=reps, load_kg=load)
                for reps in _by_direction(session, reps_at(session, at))
            )
        case Moment.HOLD:
            reach = session.options.reach or 0.0
            rows = (Outcome(Done.DONE, at, seconds=at - session.since, reach=reach, load_kg=load),)
        case _:
            rows = (Outcome(Done.DONE, at, seconds=at - session.since, load_kg=load),)
    return _log(session, rows, close=True)


def log_interrupted(session: Session, at: float) -> Session:
    """The hold or timed work at the cursor was broken off; too short, or done before: no new row."""
    held = seconds_held(session, at)
    standing = session.outcomes.get(session.cursor, ())
    longer = any(row.status is Done.INTERRUPTED and (row.seconds or 0.0) > held for row in standing)
    if held < SHORTEST or longer or any(row.status is Done.DONE for row in standing):
        return session
    load = load_of(session, session.step)
    return _log(session, (Outcome(Done.INTERRUPTED, at, seconds=held, load_kg=load),), held >= OFFER_AGAIN)


def seconds_held(session: Session, at: float) -> float:
    """Seconds of the hold or timed work at the cursor, also while it is paused."""
    return session.held if session.phase is Phase.PAUSED else at - session.since


def log_skipped(session: Session, indexes: tuple[int, ...], at: float) -> Session:
    """The steps are skipped; a row that stands from before is kept."""
    outcomes = dict(session.outcomes)
    for index in indexes:
        directions = max(1, len(session.steps[index].exercise.directions))
        outcomes.setdefault(index, (Outcome(Done.SKIPPED, at),) * directions)
    return replace(session, outcomes=outcomes, closed=session.closed | set(indexes))


def is_paced(session: Session) -> bool:
    """Whether the app is counting reps now."""
    return session.phase is Phase.WORK and moment(session) is Moment.REPS and counting(session) is Count.PACE


def _log(session: Session, rows: tuple[Outcome, ...], close: bool) -> Session:
    cursor = session.cursor
    return replace(
        session,
        outcomes={**session.outcomes, cursor: rows},
        closed=session.closed | {cursor} if close else session.closed,
        logged=cursor,
    )


def _by_direction(session: Session, total: int) -> tuple[int, ...]:
    """Reps counted in all, dealt to the directions in order: 5 of 3+3 are 3 and 2."""
    directions = max(1, len(session.step.exercise.directions))
    each = target_reps(session) or 0
    dealt = [max(0, min(each, total - each * place)) for place in range(directions)]
    dealt[-1] = total - sum(dealt[:-1])
    return tuple(dealt)


def _open(session: Session) -> Status:
    return session.status if session.status is Status.DISCARDED else Status.OPEN


def _enter(session: Session, phase: Phase, since: float, deadline: float | None = None) -> Session:
    return replace(
        session,
        phase=phase,
        since=since,
        deadline=deadline,
        call=None,
        frozen_at=None,
        paused=None,
        left=None,
        held=0.0,
    )
