"""How regularly the runner has trained, over all sessions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean

from hiptimer.progress.weeks import COUNTS_FROM, TARGET, per_week, streak

RECENT_WEEKS = 8
"""Whole weeks that the mean looks back on. The design's choice."""


@dataclass(frozen=True, slots=True)
class Regularity:
    """The user's own sessions that are over, by week."""

    sessions: int
    first: datetime | None
    last: datetime | None
    weeks: tuple[int, ...]
    """Sessions that count, in each ISO week from the first session's to the running one."""
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


def regularity(
    trained: Iterable[tuple[datetime, int, int | None, str]], now: datetime, target: int = TARGET
) -> Regularity:
    """Of sessions as `Series.trained` tells them: when begun, planned steps done, steps planned, status.

    A session counts for its week from half of its planned sets on. One that doesn't know its plan, of an
    older version, counts if it was finished.
    """
    told = list(trained)
    began = sorted(at for at, *_ in told)
    counting = [at for at, done, planned, status in told if _counts(done, planned, status)]
    shares = [min(1.0, done / planned) for _, done, planned, _ in told if planned]
    # the weeks begin with the first session, even where that one was too short to count
    weeks = per_week(counting, now)
    before = len(per_week(began, now)) - len(weeks)
    return Regularity(
        sessions=len(told),
        first=began[0] if began else None,
        last=began[-1] if began else None,
        weeks=(0,) * before + weeks,
        target=target,
        streak=streak(weeks, target),
        share_done=fmean(shares) if shares else None,
    )


def _counts(done: int, planned: int | None, status: str) -> bool:
    return done / planned >= COUNTS_FROM if planned else status == "finished"
