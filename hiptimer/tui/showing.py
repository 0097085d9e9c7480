"""Which figure the live screen shows, and how it moves. No Textual here."""

from __future__ import annotations

from hiptimer.circuit.model import Count, Direction, Side
from hiptimer.session.ask import counting, moment, reps_counted, target_reps, tempo
from hiptimer.session.state import Moment, Phase, Session
from hiptimer.values import dataclass


@dataclass(frozen=True, slots=True)
class Showing:
    """A figure that moves."""

    name: str
    side: Side | None = None
    direction: Direction = Direction.CLOCKWISE
    period: float | None = None
    """Seconds a rep takes; None: as long as the figure itself says."""
    since: float = 0.0
    """The second at which a rep began, by the clock that the figure moves by."""
    demonstrates: bool = False
    """It moves until it has been seen for long enough, and stands then in the position that matters."""


def showing(session: Session, at: float) -> Showing | None:
    """The figure shows what to do and what comes; it has no place where the clock alone matters."""
    step = session.step
    counted = moment(session, Phase.WORK) is Moment.REPS
    shows = session.phase in (Phase.READY, Phase.REST) or (
        counted and session.phase in (Phase.LEAD_IN, Phase.WORK)
    )
    if not shows or not step.exercise.figure:
        return None
    paced = session.phase is Phase.WORK and counting(session) is Count.PACE
    return Showing(
        step.exercise.figure,
        step.side,
        _direction(session, at) if paced else (*step.exercise.directions, Direction.CLOCKWISE)[0],
        tempo(session) if paced else None,
        session.beat if paced else 0.0,
        session.phase is Phase.READY,
    )


def _direction(session: Session, at: float) -> Direction:
    """The direction of the rep that is under way."""
    directions, each = session.step.exercise.directions, target_reps(session)
    if not directions or not each:
        return Direction.CLOCKWISE
    return directions[min(reps_counted(session, at) // each, len(directions) - 1)]
