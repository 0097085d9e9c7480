"""What READY says of an exercise besides what is asked: how to get into position, or its whole name. Pure."""

from __future__ import annotations

from hiptimer.session.ask import broken_hold
from hiptimer.session.moves import OFFER_AGAIN
from hiptimer.session.state import Phase, Session


def text(session: Session) -> tuple[str, ...]:
    """In place of the digits: what became of a paused hold, or how to get into position."""
    if broken_hold(session):
        again = session.held < OFFER_AGAIN
        return (
            "A hold is not paused: it has ended here, and is logged as interrupted.",
            "It was short. Go on, and you can hold this side again." if again else "Go on with the next set.",
        )
    if session.phase is not Phase.READY:
        return ()
    tips = session.step.exercise.tips
    return (*tips.how, *([tips.stop] if tips.stop else []))


def whole_name(session: Session) -> str:
    """The name of an exercise that does not say how it is done; empty where it is what is drawn big."""
    exercise = session.step.exercise
    if session.phase is not Phase.READY or broken_hold(session) or exercise.tips.how:
        return ""
    return exercise.name if exercise.name.upper() != exercise.short.upper() else ""
