"""What the keys of a session mean where it stands. Pure."""

from __future__ import annotations

from hiptimer.circuit.model import Count
from hiptimer.session import events as e
from hiptimer.session.advice import reps_logged
from hiptimer.session.ask import counting, focus, moment, pair, target
from hiptimer.session.machine import legal
from hiptimer.session.state import AFTER_A_SET, Done, Moment, Phase, Session
from hiptimer.values import dataclass

EVENTS: dict[str, type[e.Event] | None] = {
    "press": e.Press,
    "pause": e.Pause,
    "redo": e.Redo,
    "skip": e.Skip,
    "jump": e.Jump,
    "more": e.Nudge,
    "less": e.Nudge,
    "direction-back": e.Nudge,
    "direction-on": e.Nudge,
    "longer": e.Extend,
    "shorter": e.Extend,
    "swap": e.Swap,
    "take": e.Take,
    "reserve": e.Reserve,
    "add-round": e.AddRound,
    "count": e.CountBy,
    "end": e.End,
    "weight": e.Weigh,
    "pain": e.Pain,
    "note": e.Note,
    "effort": e.Effort,
    "page": None,
}
"""The event a key stands for, if any, by the id of its binding; those not in it work at any time."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What help says of a key."""

    name: str
    does: str


def means_now(session: Session, key: str, event: type[e.Event] | None, usual: Meaning) -> Meaning | None:
    """What a key means now, by the id of its binding and its event: as usual, another thing, or nothing."""
    match key:
        case "press":
            meant = True
        case "page":
            meant = session.phase is Phase.FINISHED
        case "longer" | "shorter" if _paced(session):
            return Meaning("Slower" if key == "longer" else "Faster", "the count, by half a second a rep")
        case "end":
            meant = _in_reps(session) and counting(session) is Count.TAP
        case "more" | "less":
            if session.shown_phase is Phase.READY:
                return None if target(session) is None else Meaning(usual.name, "the target of this exercise")
            meant = _values_logged(session) > 0
        case "direction-back" | "direction-on":
            meant = _values_logged(session) > 1
        case "swap":
            index = focus(session)
            meant = index is not None and pair(session, index) is not None
        case "reserve":
            meant = reps_logged(session)
        case "redo" if session.phase is Phase.READY:
            meant = session.cursor > 0
        case _:
            meant = event is not None and legal(session, event)
    return usual if meant else None


def _in_reps(session: Session) -> bool:
    return session.phase is Phase.WORK and moment(session) is Moment.REPS


def _paced(session: Session) -> bool:
    return _in_reps(session) and counting(session) is Count.PACE


def _values_logged(session: Session) -> int:
    """How many values of the set just logged can be corrected: one for each direction."""
    if session.logged is None or session.shown_phase not in AFTER_A_SET:
        return 0
    made = session.outcomes.get(session.logged, ())
    return sum(row.status is not Done.SKIPPED for row in made)
