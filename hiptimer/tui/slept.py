"""What is said when the machine was asleep and has woken. No Textual here."""

from __future__ import annotations

from hiptimer.session.ask import moment
from hiptimer.session.state import Done, Moment, Session

SLEPT = "The laptop slept"


def slept_words(before: Session, after: Session) -> str:
    """What became of the session that stood as `before` as it fell asleep."""
    match moment(before):
        case Moment.HOLD:
            work = "hold"
        case Moment.TIMED:
            work = "set"
        case Moment.REPS:
            return f"{SLEPT}: the set goes on."
        case _:
            return f"{SLEPT}: the countdown is over, press when you are ready."
    rows = after.outcomes.get(before.cursor, ())
    logged = any(row.status is Done.INTERRUPTED for row in rows) and rows != before.outcomes.get(
        before.cursor
    )
    said = f"that {work} is logged as interrupted" if logged else f"that {work} was not logged"
    return f"{SLEPT}: {said}{'; do it again' if after.cursor == before.cursor else ''}."
