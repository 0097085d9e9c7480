"""What the runner's keys do, one function for each thing a key can mean; `machine.TABLE` says where."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from hiptimer.circuit.model import Count
from hiptimer.session import events as e
from hiptimer.session.ask import (
    LAST_SECONDS,
    broken_hold,
    clock_reading,
    counting,
    following,
    moment,
    reps_at,
    target_total,
    tempo,
)
from hiptimer.session.edits import count_by
from hiptimer.session.moves import (
    OFFER_AGAIN,
    advance,
    countdown,
    finish,
    lead_in,
    log_done,
    log_interrupted,
    log_skipped,
    pause,
    ready,
    unpause,
    work_ends,
)
from hiptimer.session.state import Done, Moment, Phase, Session

UNSURE = 0.3
"""Seconds after an automatic start within which a Done is not believed."""
QUICKEST, SLOWEST = 1.0, 20.0
"""Seconds a rep, between which the tempo can be changed."""
TEMPO_STEP = 0.5
"""Seconds a rep by which one key changes the pace."""
TWICE = 3.0
"""Seconds after Done within which the big key does not cut the rest."""


def start(session: Session, event: e.Event, at: float) -> Session:
    """READY is answered: the lead-in begins."""
    return lead_in(session, at)


def hurry(session: Session, event: e.Event, at: float) -> Session:
    """The lead-in is cut to its last seconds."""
    return _cut(session, at, LAST_SECONDS)


def go_on_now(session: Session, event: e.Event, at: float) -> Session:
    """The rest is cut short; where the coming step would wait, this press has answered for it."""
    done = session.outcomes.get(session.logged, ()) if session.logged is not None else ()
    if any(row.status is Done.DONE and at - row.at < TWICE for row in done):
        return session
    if session.step.wait:
        return lead_in(session, at)
    hold = moment(session, Phase.WORK) is Moment.HOLD
    return _cut(session, at, max(LAST_SECONDS, session.step.lead_in) if hold else LAST_SECONDS)


def _cut(session: Session, at: float, seconds: float) -> Session:
    left = clock_reading(session, at)
    return session if left <= seconds else _with_left(session, seconds, at)


def _with_left(session: Session, left: float, at: float) -> Session:
    return replace(session, deadline=(at if session.frozen_at is None else session.frozen_at) + left)


def done(session: Session, event: e.Event, at: float) -> Session:
    """The set is done, unless it only just began by itself."""
    return session if at - session.since < UNSURE else advance(log_done(session, at), at)


def done_reps(session: Session, event: e.Event, at: float) -> Session:
    """Done; or one more rep where each press is one, and done with the last of them."""
    if counting(session) is not Count.TAP:
        return done(session, event, at)
    if at - session.since < UNSURE:
        return session
    tapped = replace(session, counted=session.counted + 1)
    return done(tapped, event, at) if tapped.counted >= (target_total(tapped) or 0) else tapped


def end_taps(session: Session, event: e.Event, at: float) -> Session:
    """The set is done with the taps so far."""
    return done(session, event, at) if counting(session) is Count.TAP else session


def pause_hold(session: Session, event: e.Event, at: float) -> Session:
    """A hold can't be paused: it ends as interrupted, and the session pauses."""
    return pause(log_interrupted(session, at), at)


def pause_phase(session: Session, event: e.Event, at: float) -> Session:
    """Everything stands still."""
    return pause(session, at)


def go_on(session: Session, event: e.Event, at: float) -> Session:
    """The paused phase goes on; a hold is offered again if it was short, else the session goes on."""
    if broken_hold(session):
        return advance(session, at) if session.held >= OFFER_AGAIN else ready(session, at)
    return unpause(session, at)


def redo_before(session: Session, event: e.Event, at: float) -> Session:
    """From READY one step further back."""
    return ready(session, at, session.cursor - 1) if session.cursor else session


def redo_same(session: Session, event: e.Event, at: float) -> Session:
    """READY of this step; nothing is logged."""
    return ready(session, at)


def redo_timed(session: Session, event: e.Event, at: float) -> Session:
    """READY of this hold or timed work; what was held stands as interrupted."""
    return ready(session if broken_hold(session) else log_interrupted(session, at), at)


def redo_logged(session: Session, event: e.Event, at: float) -> Session:
    """READY of the step just logged; its row stands until it is done again."""
    return session if session.logged is None else ready(session, at, session.logged)


def skip(session: Session, event: e.Event, at: float) -> Session:
    """The current step is skipped and the session goes on; it is the one in focus then."""
    cursor = session.cursor
    if cast(e.Skip, event).step not in (None, cursor):
        return session
    return advance(replace(log_skipped(session, (cursor,), at), logged=cursor), at)


def skip_coming(session: Session, event: e.Event, at: float) -> Session:
    """The coming step is skipped and the same countdown goes on, towards the next one."""
    if cast(e.Skip, event).step not in (None, session.cursor):
        return session
    return _to_next(log_skipped(session, (session.cursor,), at), at)


def drop(session: Session, event: e.Event, at: float) -> Session:
    """All open steps of an exercise are skipped; if one of them is the current one, the session goes on."""
    exercise = cast(e.Drop, event).exercise
    steps = enumerate(session.steps)
    indexes = tuple(i for i, step in steps if step.exercise.id == exercise and i not in session.closed)
    dropped = log_skipped(session, indexes, at)
    if session.step.exercise.id != exercise:
        return dropped if indexes else session
    if session.shown_phase in (Phase.SWITCH, Phase.REST):
        return _to_next(dropped, at)
    return advance(replace(dropped, logged=session.cursor), at)


def _to_next(session: Session, at: float) -> Session:
    """The countdown leads to the next open step; FINISHED where there is none."""
    coming = following(session, session.cursor)
    if coming is None:
        return finish(session, at)
    behind = session.cursor if session.logged is None else session.logged
    phase, _ = countdown(session.steps[behind], session.steps[coming], session.circuit.order)
    if session.phase is Phase.PAUSED:
        return replace(session, cursor=coming, paused=phase)
    return replace(session, cursor=coming, phase=phase)


def extend(session: Session, event: e.Event, at: float) -> Session:
    """The countdown becomes longer, or shorter down to its last 3 s."""
    left = clock_reading(session, at)
    changed = max(left + cast(e.Extend, event).seconds, min(left, LAST_SECONDS))
    if changed == left:
        return session
    if session.phase is Phase.PAUSED:
        return replace(session, left=changed)
    return _with_left(session, changed, at)


def freeze(session: Session, event: e.Event, at: float) -> Session:
    """A dialog opens over a countdown."""
    return replace(session, frozen_at=at) if session.frozen_at is None else session


def thaw(session: Session, event: e.Event, at: float) -> Session:
    """The dialog is closed and the countdown goes on from where it stood, with 3 s at least."""
    if session.frozen_at is None:
        return session
    left = max(LAST_SECONDS, clock_reading(session, at))
    return replace(session, frozen_at=None, deadline=at + left)


def change_tempo(session: Session, event: e.Event, at: float) -> Session:
    """A slower or faster pace, from the rep under way on."""
    if counting(session) is not Count.PACE:
        return session
    changed = max(QUICKEST, min(SLOWEST, tempo(session) + cast(e.Tempo, event).seconds))
    if changed == tempo(session):
        return session
    tempos = {**session.tempos, session.step.exercise.id: changed}
    on = replace(session, counted=reps_at(session, at), beat=at, tempos=tempos)
    return replace(on, deadline=work_ends(on, on.since))


def counting_next(session: Session) -> Count:
    """Who counts after one more change: the key, the pace, the taps, in turn."""
    ways = list(Count)
    return ways[(ways.index(counting(session)) + 1) % len(ways)]


def count_otherwise(session: Session, event: e.Event, at: float) -> Session:
    """Another way of counting; in a set, what was counted so far is kept."""
    if session.phase is not Phase.WORK or moment(session) is not Moment.REPS:
        return count_by(session, event, at)
    so_far = 0 if counting(session) is Count.KEY else reps_at(session, at)
    changed = replace(count_by(session, event, at), counted=so_far, beat=at)
    return replace(changed, deadline=work_ends(changed, changed.since))
