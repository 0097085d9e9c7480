"""How long the runner usually holds, for the estimate of a session's length. Never shown as a target."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from hiptimer.history.records import SessionRecord
from hiptimer.progress.holds import counted, valid_seconds

ENOUGH = 3
"""Sessions from which on the runner's own holds are better than the assumed ones."""
WINDOW = 8
"""Sessions it looks back on, as a verdict does: the runner of today."""


def usual_hold(sessions: Iterable[SessionRecord], exercise: str) -> float | None:
    """The median of the runner's own valid holds of both sides, in seconds; None before 3 sessions."""
    each = ([valid_seconds(row, exercise) for row in one.sets] for one in counted(sessions))
    held = [[seconds for seconds in one if seconds is not None] for one in each]
    recent = [one for one in held if one][-WINDOW:]
    return median(seconds for one in recent for seconds in one) if len(recent) >= ENOUGH else None
