"""When the thread is broken: the machine slept, the session was left or opened again, a key taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from hiptimer.session import events as e
from hiptimer.session.ask import LAST_SECONDS, broken_hold, following, moment, planned, reps_at
from hiptimer.session.keys import thaw
from hiptimer.session.moves import (
    OFFER_AGAIN,
    finish,
    is_paced,
    log_interrupted,
    ready,
    seconds_held,
    work_ends,
)
from hiptimer.session.state import COUNTDOWNS, Moment, Phase, Session, Status

TAKE_BACK = 5.0
"""Seconds within which a Done can be taken back and the hold goes on as if nothing had been pressed."""


def woke_ready(session: Session, event: e.Event, at: float) -> Session:
    """The countdown was missed: READY of the step it led to."""
    return ready(session, at)


def woke_reps(session: Session, event: e.Event, at: float) -> Session:
    """The set stays; a pace counts on from where it stood when the machine fell asleep."""
    return _count_on(session, cast(e.Woke, event).since, at) if is_paced(session) else session


def woke_timed(session: Session, event: e.Event, at: float) -> Session:
    """Nobody knows what happened after the machine fell asleep: interrupted then, and READY."""
    since = cast(e.Woke, event).since
    return _ready_after(log_interrupted(session, since), since - session.since, at)


def resumed(session: Session, event: e.Event, at: float) -> Session:
    """READY of the step that was running; of the next one, where a long hold had been interrupted."""
    if broken_hold(session):
        return _ready_after(session, session.held, at)
    return ready(session, at)


def leave(session: Session, event: e.Event, at: float) -> Session:
    """The session is left open for later, or it ends here."""
    how = cast(e.Leave, event).how
    stopped = session if session.phase is Phase.FINISHED else _stop(session, at)
    if how is e.Leaving.DISCARD:
        return replace(stopped, status=Status.DISCARDED)
    if how is e.Leaving.LATER or stopped.phase is Phase.FINISHED:
        return stopped
    complete = all(index in stopped.closed for index in planned(stopped))
    return replace(finish(stopped, at), status=Status.FINISHED if complete else Status.PARTIAL)


def _stop(session: Session, at: float) -> Session:
    """READY, to be resumed some time; a hold or timed work under way is interrupted."""
    work = moment(session, session.shown_phase)
    if work is Moment.TIMED or (work is Moment.HOLD and session.phase is Phase.WORK):
        return _ready_after(log_interrupted(session, at), seconds_held(session, at), at)
    return resumed(session, e.Resumed(), at)


def _ready_after(session: Session, held: float, at: float) -> Session:
    """READY of the same step if it was held shortly, else of the next one, or FINISHED."""
    coming = following(session, session.cursor) if held >= OFFER_AGAIN else session.cursor
    return finish(session, at) if coming is None else ready(session, at, coming)


def _count_on(session: Session, since: float, at: float) -> Session:
    """A paced count that stood still from `since` to `at` goes on."""
    on = replace(session, counted=reps_at(session, since), beat=at)
    return replace(on, deadline=work_ends(on, on.since))


def rewound(session: Session, removed: float, at: float) -> Session:
    """The session as it stood at `removed`, carried to `at` after an undo.

    What was attended goes on; what would have run out unattended since stops at READY. A dialog that
    was open then has been closed since.
    """
    if session.frozen_at is not None:
        session = thaw(session, e.Thaw(), removed)
    if session.phase in COUNTDOWNS:
        over = session.deadline is not None and session.deadline <= at
        if over:
            return ready(session, at)
        return replace(session, deadline=max(session.deadline or 0.0, at + LAST_SECONDS))
    if session.phase is not Phase.WORK or at - removed <= TAKE_BACK:
        return session
    if moment(session) is Moment.REPS:
        return _count_on(session, removed, at) if is_paced(session) else session
    return ready(session, at)
