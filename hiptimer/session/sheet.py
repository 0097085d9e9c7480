"""The cue sheet: every sound of a session ahead, and the instant it is due.

Sounds are planned, not noticed: the sheet tells what will sound if no key is pressed, so that a
thread of its own can be on time whatever the screen is doing. One boundary is one sound file; two
tones never start at one instant.
"""

from __future__ import annotations

from collections.abc import Iterator

from hiptimer.circuit.model import Count
from hiptimer.session.ask import (
    LAST_SECONDS,
    begins_round,
    call_ahead,
    counting,
    done_now,
    moment,
    paced_reps,
    target_reps,
)
from hiptimer.session.cues import DONE_SECONDS, Cue, Due, Rank, Sheet
from hiptimer.session.machine import settle
from hiptimer.session.speech import STILL_HOLDING, Voice, spoken
from hiptimer.session.state import COUNTDOWNS, Moment, Phase, Session

HALFWAY_FROM = 20.0
"""Timed work of at least this many seconds has a halfway cue."""
TRANSITIONS = 3
"""How many phases ahead the sheet looks; each key and each phase brings a new sheet."""


def cue_sheet(session: Session) -> tuple[Due, ...]:
    """Every sound from the beginning of this phase on, if no key is pressed, in order of time.

    Looks three phases ahead; what is already past is in it too, so that a sound which is no longer
    in a newer sheet is known to be cancelled.
    """
    dues = dict.fromkeys(due for phase in _phases(session) for due in _of_phase(phase))
    return tuple(sorted(dues, key=lambda due: due.at))


def heard(session: Session, voice: Voice) -> Sheet:
    """The cue sheet and what is spoken; a rep that is counted aloud has no tone."""
    words = dict.fromkeys(said for phase in _phases(session) for said in spoken(phase, voice))
    counted = {said.at for said in words if said.rank is Rank.COUNT}
    beats = (Cue.TICK, Cue.REVERSE)
    dues = (due for due in cue_sheet(session) if due.cue not in beats or due.at not in counted)
    return tuple(sorted((*dues, *words), key=lambda item: item.at))


def _phases(session: Session) -> Iterator[Session]:
    """The session now, and as it will stand in the phases to come, if no key is pressed."""
    for _ in range(TRANSITIONS):
        yield session
        if session.deadline is None or session.frozen_at is not None:
            return
        session = settle(session, session.deadline)


def _of_phase(session: Session) -> Iterator[Due]:
    if session.call is not None:
        yield session.call
    elif done_now(session):
        yield Due(session.since, _done_cue(session))
    if session.phase in COUNTDOWNS:
        if session.frozen_at is None:
            yield call_ahead(session)
    elif session.phase is Phase.PAUSED:
        yield Due(session.since, Cue.PAUSED)
    elif session.phase is Phase.WORK:
        yield from _of_work(session)


def _done_cue(session: Session) -> Cue:
    """The cue of a set that is done, and of what follows it where there is time for that."""
    match session.phase:
        case Phase.SWITCH:
            cue = Cue.DONE_SWITCH
        case Phase.FINISHED:
            return Cue.DONE_FINISHED
        case _:
            cue = Cue.DONE_ROUND if begins_round(session) else Cue.DONE_REST
    is_cut = session.phase in COUNTDOWNS and call_ahead(session).at - session.since < DONE_SECONDS[cue]
    return Cue.DONE if is_cut else cue


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
    each = target_reps(session) or 1
    for number, at in paced_reps(session):
        turn = number > each and (number - 1) % each == 0
        if session.deadline is None or at < session.deadline:
            yield Due(at, Cue.REVERSE if turn else Cue.TICK)
