"""The cue sheet: every sound of a session ahead, and the instant it is due.

Sounds are planned, not noticed: the sheet tells what will sound if no key is pressed, so that a
thread of its own can be on time whatever the screen is doing. One boundary is one sound file; two
tones never start at one instant.
"""

from __future__ import annotations

from collections.abc import Iterator

from hiptimer.circuit.model import Count, Order
from hiptimer.session.ask import (
    LAST_SECONDS,
    call_ahead,
    counting,
    done_now,
    moment,
    reps_at,
    target_reps,
    target_total,
)
from hiptimer.session.cues import Cue, Due
from hiptimer.session.machine import settle
from hiptimer.session.state import COUNTDOWNS, Moment, Phase, Session

STILL_HOLDING = 90.0
"""Seconds of a hold after which the runner is asked whether it still goes on."""
HALFWAY_FROM = 20.0
"""Timed work of at least this many seconds has a halfway cue."""
TRANSITIONS = 3
"""How many phases ahead the sheet looks; each key and each phase brings a new sheet."""


def cue_sheet(session: Session) -> tuple[Due, ...]:
    """Every sound from the beginning of this phase on, if no key is pressed, in order of time.

    Looks three phases ahead; what is already past is in it too, so that a sound which is no longer
    in a newer sheet is known to be cancelled.
    """
    sheet: list[Due] = []
    for _ in range(TRANSITIONS):
        sheet.extend(due for due in _of_phase(session) if due not in sheet)
        if session.deadline is None or session.frozen_at is not None:
            break
        session = settle(session, session.deadline)
    return tuple(sorted(sheet, key=lambda due: due.at))


def _of_phase(session: Session) -> Iterator[Due]:
    if session.call is not None:
        yield session.call
    if done_now(session):
        yield Due(session.since, _done_cue(session))
    if session.phase in COUNTDOWNS:
        if session.frozen_at is None:
            yield call_ahead(session)
    elif session.phase is Phase.PAUSED:
        yield Due(session.since, Cue.PAUSED)
    elif session.phase is Phase.WORK:
        yield from _of_work(session)


def _done_cue(session: Session) -> Cue:
    """The cue of a set that is done, and of what follows it."""
    match session.phase:
        case Phase.SWITCH:
            return Cue.DONE_SWITCH
        case Phase.FINISHED:
            return Cue.DONE_FINISHED
        case _:
            return Cue.DONE_ROUND if begins_round(session) else Cue.DONE_REST


def begins_round(session: Session) -> bool:
    """Whether the step at the cursor is in another round than the one logged last."""
    if session.logged is None or session.circuit.order is Order.STRAIGHT:
        return False
    return session.steps[session.logged].round != session.step.round


def _of_work(session: Session) -> Iterator[Due]:
    match moment(session):
        case Moment.HOLD:
            yield Due(session.since + STILL_HOLDING, Cue.STILL)
        case Moment.TIMED:
            yield from _of_timed(session)
        case _ if counting(session) is Count.PACE:
            yield from _of_pace(session)


def _of_timed(session: Session) -> Iterator[Due]:
    assert session.deadline is not None
    seconds = session.deadline - session.since
    if seconds >= HALFWAY_FROM:
        yield Due(session.since + seconds / 2, Cue.HALFWAY)
    if seconds >= 2 * LAST_SECONDS:
        yield Due(session.deadline - LAST_SECONDS, Cue.COUNT_OUT)


def _of_pace(session: Session) -> Iterator[Due]:
    """One tick a rep; the first of each other direction is told apart."""
    tempo, each = session.step.exercise.tempo, target_reps(session) or 1
    begun = reps_at(session, session.beat)
    for number in range(begun + 1, (target_total(session) or 0) + 1):
        turn = number > each and (number - 1) % each == 0
        at = session.beat + (number - begun) * tempo
        if session.deadline is None or at < session.deadline:
            yield Due(at, Cue.REVERSE if turn else Cue.TICK)
