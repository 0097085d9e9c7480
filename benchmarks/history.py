"""A history of any length: `python -m benchmarks.history DIRECTORY 10000`.

Some days are played by the app's own machine and journal with a clock moved by hand; the rest are copies of
them on other days, so that every session is one that could be resumed, exported or corrected.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hiptimer.circuit.library import HOME_CIRCUIT, find
from hiptimer.circuit.model import Side, ToFatigue
from hiptimer.circuit.plan import Options
from hiptimer.history.store import Store
from hiptimer.paths import HOME_VARIABLE
from hiptimer.session import events as e
from hiptimer.session.ask import load_of
from hiptimer.session.opening import open_new
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase

DISTINCT = 40
"""Days that are played."""
APART = timedelta(days=3.5)
NEWEST = datetime(2026, 11, 20, 18, tzinfo=UTC)
LOOK = 2.0
"""Seconds between two looks; more than 5 would be taken for sleep."""


class HandClock:
    """Stands still until it is moved."""

    def __init__(self, began: datetime) -> None:
        self.reading = 0.0
        self._began = began

    def now(self) -> float:
        """Seconds on the one axis."""
        return self.reading

    def wall(self) -> datetime:
        """Date and time."""
        return self._began + timedelta(seconds=self.reading)


def make(path: Path, locks: Path, sessions: int, seed: int = 1) -> None:
    """A history of so many finished sessions, the newest on the same day whatever their number."""
    chance = random.Random(seed)
    store = Store.open(path)
    store._db.execute("PRAGMA synchronous = OFF")
    store.prefer({"first-start": "done"})
    text = find(HOME_CIRCUIT, path.parent).text
    for day in reversed(range(min(DISTINCT, sessions))):
        _play(store, locks, text, NEWEST - APART * day, chance)
    _copy(store._db, range(DISTINCT, sessions), chance)
    store.close()


def _play(store: Store, locks: Path, text: str, began: datetime, chance: random.Random) -> None:
    clock = HandClock(began)
    runner = open_new(store, locks, clock, text, Options())
    runner.send(e.Weigh(0.0))
    while runner.session.phase is not Phase.FINISHED:
        clock.reading += LOOK
        runner.look()
        if runner.session.phase is Phase.WORK:
            _wait(runner, clock, _work_seconds(runner, chance))
            runner.press()
        elif load_of(runner.session, runner.session.step) is None:
            runner.send(e.Weigh(chance.choice((6.0, 8.0, 10.0))))
        elif runner.session.phase is Phase.READY:
            runner.press()
    runner.close()


def _work_seconds(runner: Runner, chance: random.Random) -> float:
    """A left that holds shorter, and reps of 4 s."""
    step = runner.session.step
    if not isinstance(step.exercise.target, ToFatigue):
        return 32.0
    usual = 30.0 if step.side is Side.LEFT else 36.0
    return usual * chance.lognormvariate(0.0, 0.15)


def _wait(runner: Runner, clock: HandClock, seconds: float) -> None:
    until = clock.reading + seconds
    while clock.reading < until:
        clock.reading = min(until, clock.reading + LOOK)
        runner.look()


def _copy(database: sqlite3.Connection, days: range, chance: random.Random) -> None:
    """The days played, again on earlier days, in one transaction."""
    played = database.execute("SELECT * FROM sessions ORDER BY number DESC").fetchall()
    events = [_rows(database, "events", one[0]) for one in played]
    outcomes = [_rows(database, "outcomes", one[0]) for one in played]
    database.execute("BEGIN")
    for day in days:
        which = day % DISTINCT
        back, number = APART * (day - which), day + 1
        _, _, circuit, digest, options, started_at, started, ended_at, *rest = played[which]
        session = (
            number, str(uuid.UUID(int=chance.getrandbits(128))), circuit, digest, options,
            _earlier(started_at, back), started - back.total_seconds(), _earlier(ended_at, back), *rest,
        )  # fmt: skip
        _insert(database, "sessions", [session])
        _insert(
            database,
            "events",
            [(number, n, at, _earlier(str(wall), back), *more) for _, n, at, wall, *more in events[which]],
        )
        _insert(database, "outcomes", _on_another_day(outcomes[which], number, back))
    database.execute("COMMIT")


def _on_another_day(
    rows: Sequence[tuple[object, ...]], number: int, back: timedelta
) -> Iterator[tuple[object, ...]]:
    for _, *values, at, at_utc, reserve in rows:
        assert isinstance(at_utc, float)
        yield number, *values, _earlier(str(at), back), at_utc - back.total_seconds(), reserve


def _rows(database: sqlite3.Connection, table: str, number: int) -> list[tuple[object, ...]]:
    return database.execute(f"SELECT * FROM {table} WHERE session = ?", (number,)).fetchall()


def _insert(
    database: sqlite3.Connection,
    table: str,
    rows: Iterator[tuple[object, ...]] | Sequence[tuple[object, ...]],
) -> None:
    for row in rows:
        database.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def _earlier(stamp: str, back: timedelta) -> str:
    return (datetime.fromisoformat(stamp) - back).isoformat()


def main() -> None:
    """Make a history under a directory, which is used with HIPTIMER_HOME."""
    parser = argparse.ArgumentParser(description=f"A history under DIRECTORY, to be used as {HOME_VARIABLE}.")
    parser.add_argument("directory", type=Path)
    parser.add_argument("sessions", type=int)
    asked = parser.parse_args()
    make(asked.directory / "data" / "history.db", asked.directory / "data" / "locks", asked.sessions)


if __name__ == "__main__":
    main()
