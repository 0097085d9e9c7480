"""The visible twin of a cue in the middle of a set: the session works deaf, too.

The cues at the edges of a phase need no word of their own: the whole screen changes with them.
"""

from __future__ import annotations

from math import ceil

from hiptimer.circuit.model import Count
from hiptimer.session.ask import (
    HALFWAY_FROM,
    clock_reading,
    counting,
    moment,
    reps_counted,
    target_reps,
    target_seconds,
    target_total,
    timed_left,
)
from hiptimer.session.speech import STILL_HOLDING
from hiptimer.session.state import Moment, Phase, Session

TWIN_SECONDS = 3.0
"""How long such a word stands, in seconds."""
EDGE = 1e-6
"""Seconds by which a reading may miss a whole second and still be meant to be it."""


def twin(session: Session, at: float) -> str:
    """The word for a cue in the middle of a set, for those who can't hear it; mostly none."""
    if session.phase is not Phase.WORK:
        return ""
    match moment(session):
        case Moment.HOLD:
            asked = STILL_HOLDING <= clock_reading(session, at) + EDGE < STILL_HOLDING + TWIN_SECONDS
            return "STILL?" if asked else ""
        case Moment.TIMED:
            half, left = target_seconds(session) // 2, ceil(timed_left(session, at) - EDGE)
            halfway = target_seconds(session) >= HALFWAY_FROM and half - TWIN_SECONDS < left <= half
            return "HALFWAY" if halfway else ""
        case _ if counting(session) is not Count.KEY:
            counted, each = reps_counted(session, at), target_reps(session) or 1
            if counted == target_total(session):
                return "DONE?"
            return "REVERSE" if counted and counted % each == 0 else ""
        case _:
            return ""
