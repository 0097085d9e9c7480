"""How regularly the runner trains, and how hard: weeks, streak, the gap since the last session, effort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from hiptimer.history.records import SessionRecord

TARGET = 2
"""Sessions a week. All thresholds here are the design's choice."""
WEEKS_BACK = 104
"""Weeks that are looked back on."""
COUNTS_FROM = 0.5
"""Share of its planned sets from which on a session counts."""
REST_HOURS = 48
"""Hours since the last session, under which a soft note is due."""

Trained = tuple[datetime, int, int | None, str]
"""Of a session that is over: when it began, planned steps done, steps planned if known, its status."""


def recent(trained: Iterable[Trained], now: datetime) -> list[Trained]:
    """Those of the last `WEEKS_BACK` weeks, of sessions that come newest first."""
    return list(takewhile(lambda one: now - one[0] < timedelta(weeks=WEEKS_BACK), trained))


def counted_days(trained: Iterable[Trained], now: datetime) -> list[datetime]:
    """When the sessions began that count for their weeks, of those of the last `WEEKS_BACK` weeks.

    They come newest first. One whose plan is not known counts where it was finished.
    """
    return [
        at
        for at, done, planned, status in recent(trained, now)
        if (done >= COUNTS_FROM * planned if planned else status == "finished")
    ]


def per_week(began: Iterable[datetime], now: datetime) -> tuple[int, ...]:
    """Sessions in each ISO week from the first session's to the running one, oldest first.

    Each instant counts on the day it had where the runner was: its own offset.
    """
    running = _week(now)
    found = Counter(week for week in map(_week, began) if week <= running)
    return tuple(found[week] for week in range(min(found, default=running), running + 1))


def _week(at: datetime) -> int:
    """The number of an ISO week, counted through all years. (Day 1 of the calendar was a Monday.)"""
    return (at.toordinal() - 1) // 7


def streak(weeks: Sequence[int], target: int = TARGET) -> int:
    """How many weeks in a row reached the target; the running week, the last, adds but never breaks."""
    if not weeks:
        return 0
    *past, running = weeks
    whole = sum(1 for _ in takewhile(lambda sessions: sessions >= target, reversed(past)))
    return whole + (running >= target)


def rest_note(last: datetime, now: datetime) -> str | None:
    """One soft note when the last session is less than 48 h ago; never a reason to block."""
    since = now - last
    if not timedelta(0) <= since < timedelta(hours=REST_HOURS):
        return None
    hours = since // timedelta(hours=1)
    ago = f"{hours} h" if hours else "less than an hour"
    return f"{ago} since the last session; {REST_HOURS} h let the hips recover"


def effort(session: SessionRecord) -> float | None:
    """Session RPE (0-10) times minutes (Foster 2001); None where either is not known."""
    if session.rpe is None or session.seconds is None:
        return None
    return session.rpe * session.seconds / 60
