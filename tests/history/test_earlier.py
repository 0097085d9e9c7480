"""One bad value in an older session keeps nobody from training: it is left out of what a session asks."""

from __future__ import annotations

import sqlite3

import pytest

from hiptimer.history.store import Store
from hiptimer.session.opening import hints, left_open, open_new
from tests.circuits import SHORT

from .days import OPTIONS, Gym

SPOILT = [
    ("sessions", "started_at", "'the day before yesterday'"),
    ("sessions", "started_at", "'2026-03-02T18:30:00'"),
    ("sessions", "ended_at", "'x'"),
    ("sessions", "rpe", "'x'"),
    ("sessions", "planned", "'x'"),
    ("sessions", "morning", "'x'"),
    ("sessions", "id", "'../x'"),
    ("sessions", "circuit", "cast(x'ff' AS TEXT)"),
    ("outcomes", "at", "'x'"),
    ("outcomes", "reps", "'x'"),
    ("outcomes", "seconds", "9e999"),
    ("outcomes", "seconds", "-1.0"),
    ("outcomes", "side", "x'00'"),
    ("outcomes", "load_kg", "'heavy'"),
    ("outcomes", "note", "cast(x'ff' AS TEXT)"),
    ('outcomes', '"set"', "'x'"),
    ("outcomes", "extra", "1e300"),
]  # fmt: skip
"""One value of the second of three sessions."""


def spoil(gym: Gym, table: str, column: str, value: str) -> None:
    key = "number" if table == "sessions" else "session"
    gym.store._db.execute(f"UPDATE {table} SET {column} = {value} WHERE {key} = 2")


@pytest.fixture
def gym(gym: Gym) -> Gym:
    for day in range(3):
        gym.finished(day)
    return gym


@pytest.mark.parametrize(("table", "column", "value"), SPOILT)
def test_a_session_begins_whatever_an_older_one_says(gym: Gym, table: str, column: str, value: str) -> None:
    spoil(gym, table, column, value)
    assert left_open(gym.store, gym.locks) == []
    runner = open_new(gym.store, gym.locks, gym.clock, SHORT, OPTIONS)
    assert hints(gym.store, runner.session).last["lunge-halo", "left"].sets == ((3, 3),)
    newest = gym.store.earlier.last_trained()
    assert newest is not None and newest.started_at.day == 3
    gym.do(runner)
    assert runner.trouble is None
    runner.close()


def test_only_the_unreadable_one_is_left_out(gym: Gym) -> None:
    spoil(gym, "outcomes", "at", "'x'")
    days = [one.started_at.day for one in gym.store.earlier.sessions()]
    assert days == [1, 3]
    assert [one.started_at.day for one in gym.store.earlier.last_of("lunge-halo", 2)] == [1, 3]
    spoil(gym, "sessions", "started_at", "'x'")
    assert len(list(gym.store.earlier.trained())) == 2


def test_who_shows_the_log_is_told_what_is_wrong(gym: Gym) -> None:
    spoil(gym, "outcomes", "at", "'x'")
    with pytest.raises(ValueError, match="x"):
        gym.store.sessions()


def test_a_history_that_cannot_be_read_at_all_tells_nothing() -> None:
    store = Store(sqlite3.connect(":memory:"))
    earlier = store.earlier
    assert (earlier.sessions(), earlier.preferences(), earlier.count()) == ([], {}, 0)
    assert (earlier.first_side("Short"), earlier.loads(["wall-push"]), list(earlier.trained())) == (
        None,
        {},
        [],
    )
    store.close()


@pytest.mark.parametrize("renamed", ["events RENAME COLUMN kind TO k", "outcomes RENAME COLUMN reps TO r"])
def test_what_could_not_be_read_back_is_not_said_to_be_saved(gym: Gym, renamed: str) -> None:
    gym.store._db.execute(f"ALTER TABLE {renamed}")
    runner = open_new(gym.store, gym.locks, gym.clock, SHORT, OPTIONS)
    gym.do(runner)
    assert "no column" in (runner.trouble or "")
    runner.close()
