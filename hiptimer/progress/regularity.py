"""How regularly the runner has trained, over all sessions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from statistics import fmean

from hiptimer.progress.weeks import TARGET, Trained, counted_days, per_week, recent, streak
from hiptimer.values import dataclass

RECENT_WEEKS = 8
"""Whole weeks that the mean looks back on. The design's choice."""

Span = tuple[int, datetime | None, datetime | None]
"""How many sessions there are, and when the first and the last began."""


@dataclass(frozen=True, slots=True)
class Regularity:
    """The user's own sessions that are over: how many of all time, and how it went in the last two years."""

    sessions: int
    first: datetime | None
    """When the very first began."""
    last: datetime | None
    weeks: tuple[int, ...]
    """Sessions that count, in each ISO week from the first such one's to the running one."""
    target: int
    """Sessions a week."""
    streak: int
    """Weeks in a row that reached the target."""
    share_done: float | None
    """Of the planned sets, 0 to 1; None where no session tells its plan."""

    @property
    def recent(self) -> tuple[int, ...]:
        """The last whole weeks; the running one only where there is no other."""
        return self.weeks[:-1][-RECENT_WEEKS:] or self.weeks

    @property
    def a_week(self) -> float:
        """Sessions a week, in the `recent` weeks."""
        return fmean(self.recent)


def regularity(span: Span, trained: Iterable[Trained], now: datetime, target: int = TARGET) -> Regularity:
    """How regularly somebody trained who has these sessions, the newest first."""
    told = recent(trained, now)
    weeks = per_week(counted_days(told, now), now)
    shares = [min(1.0, done / planned) for _, done, planned, _ in told if planned]
    return Regularity(
        *span,
        weeks=weeks,
        target=target,
        streak=streak(weeks, target),
        share_done=fmean(shares) if shares else None,
    )
