"""All that the history says, read once for a command."""

from __future__ import annotations

from datetime import datetime

from hiptimer.history.overviews import Known, overviews
from hiptimer.history.series import Series
from hiptimer.progress.account import Account
from hiptimer.progress.holds import counted
from hiptimer.progress.overview import RECENT
from hiptimer.progress.regularity import regularity
from hiptimer.progress.weeks import TARGET
from hiptimer.weights import Weights


def account(past: Series, now: datetime, weights: Weights, known: Known, target: int = TARGET) -> Account:
    """What the history comes to; `target` is sessions a week. Raises `sqlite3.Error` where it can't be read.

    An exercise that only guests did, or that is in no session that is over, is left out.
    """
    found = tuple(one for one in overviews(past, weights, known) if one.sessions)
    told = {one.exercise.id for one in found}
    unknown = (name for name in past.exercises() if name not in told and known(name) is None)
    sessions = (one for one in past.sessions(RECENT, guests=False) if one.status != "open")
    return Account(
        at=now,
        regularity=regularity(past.span(), past.trained(), now, target),
        exercises=found,
        unknown=tuple(name for name in unknown if past.last_of(name, 1)),
        sessions=counted(sessions),
        logged=bool(past.sessions(1)),
    )
