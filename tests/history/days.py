"""Sessions lived through with a clock that is moved by hand, and kept in a real file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

from hiptimer.circuit.plan import Options
from hiptimer.history.store import Store
from hiptimer.session.opening import open_left, open_new
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase
from tests.circuits import SHORT
from tests.empty import bring_empty

OPTIONS = Options(lead_in=1.0, switch=4.0, rest=4.0, round_rest=4.0)
BEGAN = datetime(2026, 3, 1, 18, 30, tzinfo=timezone(timedelta(hours=2)))


class HandClock:
    """Stands still until it is moved."""

    def __init__(self, days: float = 0.0) -> None:
        self.reading = 500.0
        self._wall = BEGAN + timedelta(days=days, seconds=-self.reading)

    def now(self) -> float:
        return self.reading

    def set_wall(self, by: timedelta) -> None:
        """Somebody, or summer time, sets the clock on the wall."""
        self._wall += by

    def wall(self) -> datetime:
        return self._wall + timedelta(seconds=self.reading)


class Gym:
    """A history in a directory, and the sessions done with it."""

    def __init__(self, home: Path, text: str = SHORT, options: Options = OPTIONS) -> None:
        self.path = home / "data" / "history.db"
        self.locks = home / "data" / "locks"
        bring_empty(self.path)
        self.store = Store.open(self.path)
        self.store._db.execute("PRAGMA synchronous = OFF")  # no test here pulls the plug
        self.clock = HandClock()
        self.text = text
        self.options = options

    def close(self) -> None:
        self.store.close()

    def begin(self, text: str = "", options: Options | None = None) -> Runner:
        return open_new(self.store, self.locks, self.clock, text or self.text, options or self.options)

    def resume(self, session_id: str) -> Runner:
        return open_left(self.store, self.locks, self.clock, session_id)

    def wait(self, runner: Runner, seconds: float) -> None:
        """Time goes by while the app looks."""
        until = self.clock.reading + seconds
        while self.clock.reading < until:
            self.clock.reading = min(until, self.clock.reading + 2.0)
            runner.look()

    def press(self, runner: Runner) -> bool:
        """The big key, a second after whatever was before."""
        self.wait(runner, 1.0)
        return runner.press()

    def until_work(self, runner: Runner) -> None:
        while runner.session.phase is not Phase.WORK:
            if runner.session.phase is Phase.READY:
                self.press(runner)
            else:
                self.wait(runner, 1.0)

    def do(self, runner: Runner, seconds: float = 20.0) -> None:
        """One piece of work, whatever has to come before it. (The bounce rule takes 1 s of the length.)"""
        self.until_work(runner)
        self.wait(runner, seconds - 1.0)
        self.press(runner)

    def finish(self, runner: Runner) -> None:
        while runner.session.phase is not Phase.FINISHED:
            self.do(runner)

    def finished(self, days: float = 0.0, text: str = "") -> None:
        """A whole session, begun `days` after the first."""
        self.clock = HandClock(days)
        runner = self.begin(text)
        self.finish(runner)
        runner.close()

    # -- what another process sees

    def kinds(self) -> list[str]:
        """The events in the file."""
        return [str(kind) for (kind,) in self.ask("SELECT kind FROM events ORDER BY session, n")]

    def rows(self) -> list[tuple[object, ...]]:
        """Exercise, side, status of every logged set."""
        return self.ask("SELECT exercise, side, status FROM outcomes ORDER BY session, at_s, step, part")

    def statuses(self) -> list[str]:
        return [str(status) for (status,) in self.ask("SELECT status FROM sessions ORDER BY number")]

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.path)) as other:
            return other.execute(sql).fetchall()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Another process holds the history; nobody has the patience to wait for it."""
        self.store._db.execute("PRAGMA busy_timeout = 1")
        with closing(sqlite3.connect(self.path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            yield
            other.execute("ROLLBACK")
