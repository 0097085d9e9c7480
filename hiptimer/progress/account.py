"""All that the log says, as one value: what `hiptimer stats` and the report are made of."""

from __future__ import annotations

from datetime import datetime

from hiptimer.history.records import SessionRecord
from hiptimer.progress.overview import Overview
from hiptimer.progress.regularity import Regularity
from hiptimer.values import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """What the user's own sessions that are over come to."""

    at: datetime
    """When it was made, with the local offset."""
    regularity: Regularity
    exercises: tuple[Overview, ...]
    """Those in the log that are known, in the order of their circuit."""
    unknown: tuple[str, ...] = ()
    """Ids in the log that no circuit tells more of."""
    sessions: tuple[SessionRecord, ...] = ()
    """The newest, `overview.RECENT` at most, oldest first, whole."""
    logged: bool = False
    """Whether the log has any session: a guest's and an unfinished one, too."""
