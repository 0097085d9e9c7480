"""Weeks, streaks and the gap since the last session."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from hiptimer.history.records import SetRecord
from hiptimer.progress.weeks import counted_days, effort, per_week, rest_note, streak

from .logbook import BEGAN, row, session

HOUR = timedelta(hours=1)


def sets(done: int) -> list[SetRecord]:
    return [row("left", number=n, reps=8) for n in range(1, done + 1)]


@pytest.mark.parametrize(
    ("weeks", "length"),
    [
        ((2, 2, 1, 2, 2, 0), 2),
        ((2, 2, 2, 1), 3),
        ((2, 2, 2, 2), 4),
        ((2, 2, 0, 3), 1),
        ((0,), 0),
        ((), 0),
    ],
)
def test_the_running_week_adds_to_a_streak_but_never_breaks_it(weeks: tuple[int, ...], length: int) -> None:
    assert streak(weeks) == length


def test_another_target_makes_another_streak() -> None:
    assert streak((1, 1, 1, 0), target=1) == 3
    assert streak((2, 2, 2), target=3) == 0


def test_sessions_are_counted_by_iso_week_up_to_now() -> None:
    began = [BEGAN + timedelta(days=day) for day in (0, 6, 7, 22)]
    assert per_week(began, BEGAN + timedelta(days=30)) == (2, 1, 0, 1, 0)


def test_a_week_runs_through_new_year() -> None:
    """Monday 29 December 2025 and Sunday 4 January 2026 are both in ISO week 2026-W01."""
    began = [datetime(2025, 12, 29, 7, tzinfo=UTC), datetime(2026, 1, 4, 22, tzinfo=UTC)]
    assert per_week(began, began[-1]) == (2,)


def test_sunday_night_is_sunday_where_the_runner_was() -> None:
    late = datetime(2026, 3, 1, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    assert per_week([late], BEGAN) == (1, 0)


def test_without_sessions_there_is_the_running_week() -> None:
    assert per_week([], BEGAN) == (0,)


def test_a_session_from_a_clock_ahead_of_time_is_left_out() -> None:
    assert per_week([BEGAN, BEGAN + timedelta(days=400)], BEGAN) == (1,)


def test_rest_days_never_break_a_streak() -> None:
    """Twice a week, on Monday and Sunday and then on Monday and Tuesday: up to 12 days between."""
    began = [BEGAN + timedelta(days=day) for day in (0, 1, 12, 13, 14, 15)]
    assert streak(per_week(began, BEGAN + timedelta(days=22))) == 3


@pytest.mark.parametrize(
    ("done", "planned", "status", "counted"),
    [
        (12, 24, "partial", True),
        (11, 24, "partial", False),
        (11, 24, "finished", False),
        (1, None, "finished", True),
        (24, None, "partial", False),
    ],
)
def test_half_of_the_planned_sets_make_a_session(
    done: int, planned: int | None, status: str, counted: bool
) -> None:
    assert bool(counted_days([(BEGAN, done, planned, status)], BEGAN + HOUR)) is counted


def test_thirty_hours_after_a_session_there_is_one_soft_note() -> None:
    assert rest_note(BEGAN, BEGAN + 30.5 * HOUR) == "30 h since the last session; 48 h let the hips recover"


def test_after_two_days_there_is_none() -> None:
    assert rest_note(BEGAN, BEGAN + 47.9 * HOUR) is not None
    assert rest_note(BEGAN, BEGAN + 48 * HOUR) is None


def test_a_clock_that_was_set_back_says_nothing() -> None:
    assert rest_note(BEGAN, BEGAN - HOUR) is None


def test_effort_is_rpe_times_minutes() -> None:
    assert effort(replace(session(sets(24)), rpe=7)) == 7 * 26
    assert effort(session(sets(24))) is None
    assert effort(replace(session(sets(24)), rpe=7, ended_at=None)) is None
