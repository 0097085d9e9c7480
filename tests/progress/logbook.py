"""Sessions as the log has them, written down by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from hiptimer.history.records import SessionRecord, SetRecord

WALL = "wall-push"
BEGAN = datetime(2026, 3, 2, 18, 0, tzinfo=timezone(timedelta(hours=2)))
"""A Monday."""

TABLE = {
    "weak left": "32/41 35/38 30/42 36/44 33/45 38/43",
    "one bad day": "12/40",
    "even": "40/44 45/41 38/43 44/40 42/45 43/41",
    "three days": "30/40 31/39 29/41",
    "borderline": "36/40 36/40 36/40 36/40 36/40 36/40",
}
"""Holds left/right in seconds, a session each."""


def row(
    side: str | None,
    *,
    number: int = 1,
    exercise: str = WALL,
    seconds: float | None = None,
    reps: int | None = None,
    direction: str | None = None,
    kg: float | None = None,
    status: str = "done",
    pain: int | None = None,
    extra: int = 0,
    reserve: int | None = None,
) -> SetRecord:
    return SetRecord(
        set=number, exercise=exercise, side=side, direction=direction, reps=reps, seconds=seconds,
        reach_s=0.0, load_kg=kg, status=status, extra=extra, pain=pain, note=None, at=BEGAN, reserve=reserve,
    )  # fmt: skip


def session(sets: Iterable[SetRecord], day: float = 0.0, status: str = "finished") -> SessionRecord:
    began = BEGAN + timedelta(days=day)
    ended = began + timedelta(minutes=26)
    guest = status == "guest"
    status = "finished" if guest else status
    return SessionRecord(f"day {day}", "Runner's hips", began, ended, status, None, tuple(sets), guest=guest)


def holds(
    rounds: Iterable[tuple[float, float]], first: str = "left", exercise: str = WALL
) -> list[SetRecord]:
    """Holds (left, right), a round each; `first` is held first in round 1, the other in round 2."""
    rows: list[SetRecord] = []
    for number, (left, right) in enumerate(rounds, 1):
        pair = [
            row("left", number=number, seconds=left, exercise=exercise),
            row("right", number=number, seconds=right, exercise=exercise),
        ]
        rows += pair if (first == "left") == (number % 2 == 1) else pair[::-1]
    return rows


def log_of(days: str, first: Sequence[str] = ("left", "right")) -> list[SessionRecord]:
    """`32/41 35/38` as sessions of one round, two days apart; the first side flips between sessions."""
    pairs = [tuple(map(float, pair.split("/"))) for pair in days.split()]
    return [
        session(holds([(left, right)], first[n % len(first)]), 2.0 * n)
        for n, (left, right) in enumerate(pairs)
    ]


def one_side(seconds: Sequence[float], days: Sequence[float] | None = None) -> list[SessionRecord]:
    """Sessions of one left hold each."""
    days = days or [3.0 * n for n in range(len(seconds))]
    return [session([row("left", seconds=s)], day) for s, day in zip(seconds, days, strict=True)]


def mirrored(sessions: Iterable[SessionRecord]) -> list[SessionRecord]:
    """The same with left and right exchanged."""
    other = {"left": "right", "right": "left"}
    return [
        replace(one, sets=tuple(replace(row, side=other[row.side or ""]) for row in one.sets))
        for one in sessions
    ]


def scaled(sessions: Iterable[SessionRecord], factor: float) -> list[SessionRecord]:
    """The same with every hold so many times as long."""
    return [
        replace(one, sets=tuple(replace(row, seconds=(row.seconds or 0.0) * factor) for row in one.sets))
        for one in sessions
    ]
