"""How much is asked of a step, and what of it is drawn big. Pure."""

from __future__ import annotations

from hiptimer.session.state import Phase, Session
from hiptimer.session.status import BETWEEN
from hiptimer.tui.words import asked, asked_briefly, side_blocks
from hiptimer.weights import Unit

MOST_BIG = 10
"""Characters up to which it is drawn big: those of the longest name."""
SECONDS, SEC = " s", " sec"


def much_asked(session: Session, unit: Unit) -> tuple[tuple[str, ...], str]:
    """What is drawn big of it, and the rest: at READY of an exercise without sides there is their room."""
    step = session.step
    if session.shown_phase is Phase.REST:
        return (), asked_briefly(session, step, unit)
    whole = asked(session, step, unit)
    much, _, more = whole.partition(BETWEEN)
    if session.shown_phase is not Phase.READY or side_blocks(step) or len(much) > MOST_BIG:
        return (), whole
    # drawn big, an S by itself would be read as a 5
    return (f"{much.removesuffix(SECONDS)}{SEC}" if much.endswith(SECONDS) else much,), more
