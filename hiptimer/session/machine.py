"""The session machine: what each event does in each phase, and what runs out by itself.

`apply` and `settle` are the whole of it, and both are pure. A session's state at an instant depends
only on the events before it and never on how often anybody looked: deadlines are instants, a timed
step ends at its own deadline however late that is noticed, and one `settle` from 0 to 100 equals a
hundred small ones. That is why a journal of events is enough to bring a session back exactly, why an
undo is a replay without an event, and why the tests need no clock.

`TABLE` holds every transition. A pair that is not in it is illegal and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from hiptimer.session import breaks, course, edits, jumps, keys
from hiptimer.session import events as e
from hiptimer.session.ask import moment
from hiptimer.session.moves import advance, arrive, log_done
from hiptimer.session.state import AFTER_A_SET, Moment, Phase, Session, Status

Handler = Callable[[Session, e.Event, float], Session]


def apply(session: Session, event: e.Event, at: float) -> Session:
    """What the event makes of the session at instant `at`; an illegal one changes nothing more.

    Deadlines before the event are settled first: up to `at`, or up to where a `Woke` fell asleep.
    """
    session = settle(session, event.since if isinstance(event, e.Woke) else at)
    if session.status is Status.DISCARDED:
        return session
    handler = TABLE.get((moment(session), type(event)))
    return session if handler is None else settle(handler(session, event, at), at)


def legal(session: Session, event: type[e.Event]) -> bool:
    """Whether an event of this kind means anything where the session stands."""
    handler = TABLE.get((moment(session), event))
    return handler is not None and (handler is not _as_paused or _paused_handler(session, event) is not None)


def takes_numbers(session: Session) -> bool:
    """Whether a number typed now is one: the target before a set, the value just logged after it."""
    return legal(session, e.Enter) and session.shown_phase in AFTER_A_SET | {Phase.READY}


def settle(session: Session, at: float) -> Session:
    """Let everything run out that has a deadline at or before `at`, each at its own deadline."""
    while session.deadline is not None and session.deadline <= at and session.frozen_at is None:
        session = _run_out(session, session.deadline)
    return session


def _run_out(session: Session, at: float) -> Session:
    match moment(session):
        case Moment.LEAD_IN | Moment.REST:
            return arrive(session, at)
        case Moment.HOLD:
            return keys.pause_hold(session, e.Pause(), at)
        case _:
            return advance(log_done(session, at), at)


def _as_paused(session: Session, event: e.Event, at: float) -> Session:
    """In PAUSED: what the event does in the phase that was paused."""
    handler = _paused_handler(session, type(event))
    return session if handler is None else handler(session, event, at)


def _paused_handler(session: Session, event: type[e.Event]) -> Handler | None:
    return TABLE.get((moment(session, session.paused), event))


_READY, _LEAD_IN, _REPS, _HOLD, _TIMED, _REST, _PAUSED, _FINISHED = Moment

TABLE: dict[tuple[Moment, type[e.Event]], Handler] = {
    (_READY, e.Press): keys.start,
    (_LEAD_IN, e.Press): keys.hurry,
    (_REPS, e.Press): keys.done_reps,
    (_HOLD, e.Press): keys.done,
    (_TIMED, e.Press): keys.done,
    (_REST, e.Press): keys.go_on_now,
    (_PAUSED, e.Press): keys.go_on,
    (_REPS, e.End): keys.end_taps,
    (_REPS, e.Tempo): keys.change_tempo,
    (_LEAD_IN, e.Pause): keys.pause_phase,
    (_REPS, e.Pause): keys.pause_phase,
    (_HOLD, e.Pause): keys.pause_hold,
    (_TIMED, e.Pause): keys.pause_phase,
    (_REST, e.Pause): keys.pause_phase,
    (_PAUSED, e.Pause): keys.go_on,
    (_READY, e.Redo): keys.redo_before,
    (_LEAD_IN, e.Redo): keys.redo_same,
    (_REPS, e.Redo): keys.redo_same,
    (_HOLD, e.Redo): keys.redo_timed,
    (_TIMED, e.Redo): keys.redo_timed,
    (_REST, e.Redo): keys.redo_logged,
    (_PAUSED, e.Redo): _as_paused,
    (_FINISHED, e.Redo): keys.redo_logged,
    (_READY, e.Skip): keys.skip,
    (_LEAD_IN, e.Skip): keys.skip,
    (_REPS, e.Skip): keys.skip,
    (_HOLD, e.Skip): keys.skip,
    (_TIMED, e.Skip): keys.skip,
    (_REST, e.Skip): keys.skip_coming,
    (_PAUSED, e.Skip): _as_paused,
    **{(place, e.Jump): jumps.jump for place in Moment if place is not _FINISHED},
    **{(place, e.Move): jumps.move for place in Moment if place not in (_HOLD, _TIMED, _FINISHED)},
    **{(place, e.Drop): keys.drop for place in Moment if place is not _FINISHED},
    **{(place, e.Substitute): course.substitute for place in Moment if place is not _FINISHED},
    (_READY, e.Nudge): edits.nudge,
    (_REST, e.Nudge): edits.nudge,
    (_PAUSED, e.Nudge): _as_paused,
    (_FINISHED, e.Nudge): edits.nudge,
    (_READY, e.Enter): edits.enter,
    (_REST, e.Enter): edits.enter,
    (_PAUSED, e.Enter): _as_paused,
    (_FINISHED, e.Enter): edits.enter,
    (_LEAD_IN, e.Extend): keys.extend,
    (_REST, e.Extend): keys.extend,
    (_PAUSED, e.Extend): _as_paused,
    **{(place, e.Swap): edits.swap for place in Moment},
    **{(place, e.AddRound): course.add_round for place in Moment},
    **{(place, e.CountBy): keys.count_otherwise for place in Moment if place is not _FINISHED},
    **{(place, e.Weigh): edits.weigh for place in Moment if place not in (_HOLD, _TIMED)},
    **{(place, e.Take): edits.take for place in (_READY, _LEAD_IN, _REST, _PAUSED)},
    **{(place, e.Pain): edits.pain for place in Moment},
    **{(place, e.Note): edits.note for place in Moment if place not in (_HOLD, _TIMED)},
    **{(place, e.Reserve): edits.reserve for place in (_REST, _FINISHED)},
    (_PAUSED, e.Reserve): _as_paused,
    (_FINISHED, e.Effort): edits.effort,
    (_LEAD_IN, e.Freeze): keys.freeze,
    (_REST, e.Freeze): keys.freeze,
    (_LEAD_IN, e.Thaw): keys.thaw,
    (_REST, e.Thaw): keys.thaw,
    (_LEAD_IN, e.Woke): breaks.woke_ready,
    (_REPS, e.Woke): breaks.woke_reps,
    (_HOLD, e.Woke): breaks.woke_timed,
    (_TIMED, e.Woke): breaks.woke_timed,
    (_REST, e.Woke): breaks.woke_ready,
    **{(place, e.Resumed): breaks.resumed for place in Moment if place is not _FINISHED},
    **{(place, e.Leave): breaks.leave for place in Moment},
}
"""Every transition: (where the session stands, what happens) -> what becomes of it."""
