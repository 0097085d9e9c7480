"""What the shell says of the session after the screen is gone: one line. No Textual here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiptimer.circuit.text import number_of
from hiptimer.history.records import length
from hiptimer.session.state import Done, Session, Status

if TYPE_CHECKING:
    from hiptimer.session.runner import Runner


def farewell(runner: Runner) -> str:
    """What became of a session that is closed; empty where nothing is worth saying."""
    session = runner.session
    if not runner.started:
        return ""
    if runner.trouble is not None:
        return f"Not all of it was saved: {runner.trouble}."
    match session.status:
        case Status.FINISHED:
            return f"Finished: {_done(session, runner.lasted)}, in the log. hiptimer log shows it."
        case Status.PARTIAL:
            return f"Finished as partial: {_done(session, runner.lasted)}, in the log. hiptimer log shows it."
        case Status.DISCARDED:
            return "Discarded: it is not in the log."
        case Status.OPEN:
            return "Saved. hiptimer start --resume goes on."


def _done(session: Session, seconds: float) -> str:
    """`24 sets in 26 min`."""
    sets = sum(any(row.status is Done.DONE for row in made) for made in session.outcomes.values())
    return f"{number_of(sets, 'set')} in {length(seconds)}"
