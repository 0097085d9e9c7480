"""What is said in the middle of a phase, and when: seconds now and then, 3-2-1, reps counted aloud. Pure.

Few enough that a screen reader can keep up, and nothing of a hold is a target.
"""

from __future__ import annotations

from collections.abc import Iterator

from hiptimer.circuit.model import Count
from hiptimer.session.ask import (
    HALFWAY_FROM,
    LAST_SECONDS,
    call_ahead,
    counting,
    moment,
    paced_reps,
    target_reps,
    target_total,
)
from hiptimer.session.cues import Cue
from hiptimer.session.speech import STILL_HOLDING
from hiptimer.session.state import COUNTDOWNS, Moment, Phase, Session
from hiptimer.values import dataclass

EVERY = 15
"""Seconds between two marks of a hold, a rest or timed work."""
EVERY_LONG, LONG = 60, 120
"""And of what is left of a countdown above `LONG` seconds."""
ROOM = 2.0
"""Seconds without a mark after a phase has been announced."""
ALMOST = 10


@dataclass(frozen=True, slots=True)
class Mark:
    """A few words and the instant they are due, in seconds since the session began."""

    at: float
    words: str


def marks(session: Session) -> list[Mark]:
    """Everything that will be said in the session's phase if no key is pressed, in order of time."""
    return sorted(_marks(session), key=lambda mark: mark.at)


def _marks(session: Session) -> Iterator[Mark]:
    if session.phase in COUNTDOWNS and session.frozen_at is None:
        yield from _countdown(session, aloud=call_ahead(session).cue is Cue.COUNT_IN)
    elif session.phase is Phase.WORK:
        match moment(session):
            case Moment.HOLD:
                yield from _hold(session)
            case Moment.TIMED:
                yield from _timed(session)
            case _ if counting(session) is Count.PACE:
                yield from _paced(session)


def _countdown(session: Session, aloud: bool) -> Iterator[Mark]:
    assert session.deadline is not None
    whole = session.deadline - session.since
    for left in _told(whole):
        yield Mark(session.deadline - left, f"{left} s")
    if aloud:
        for left in (3, 2, 1):
            if left <= whole - 0.5:
                yield Mark(session.deadline - left, str(left))


def _told(whole: float) -> Iterator[int]:
    """The seconds left that are told of a countdown of so many."""
    seconds = {*range(EVERY, LONG, EVERY), *range(EVERY_LONG, int(whole), EVERY_LONG), ALMOST}
    return (left for left in seconds if left <= whole - ROOM)


def _hold(session: Session) -> Iterator[Mark]:
    assert session.deadline is not None
    for held in range(EVERY, int(session.deadline - session.since), EVERY):
        asked = ". Still holding?" if held == STILL_HOLDING else ""
        yield Mark(session.since + held, f"{held} s{asked}")


def _timed(session: Session) -> Iterator[Mark]:
    assert session.deadline is not None
    whole = session.deadline - session.since
    half = whole / 2 if whole >= HALFWAY_FROM else 0.0
    for mark in _countdown(session, aloud=whole >= 2 * LAST_SECONDS):
        if mark.at != session.deadline - half:
            yield mark
    if half:
        yield Mark(session.since + half, f"halfway, {half:g} s")


def _paced(session: Session) -> Iterator[Mark]:
    """Each rep that the app counts, in its own direction."""
    each, total = target_reps(session) or 1, target_total(session) or 0
    for number, at in paced_reps(session):
        if session.deadline is not None and at >= session.deadline:
            return
        after = ". Reverse" if number % each == 0 and number < total else ""
        yield Mark(at, f"{(number - 1) % each + 1}{'. Done?' if number == total else after}")
