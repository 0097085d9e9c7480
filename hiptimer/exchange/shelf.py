"""Whole sessions read from the history file and put into it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from hiptimer.exchange.values import Logged, LoggedEvent, LoggedSet
from hiptimer.exchange.writing import digest
from hiptimer.history.changes import Change

_SESSION = (
    "s.number, s.id, s.circuit, c.text, s.options, s.started_at, s.ended_at, s.status, s.rpe, s.morning,"
    " s.guest, s.planned"
)
_SET = (
    'step, part, "set", exercise, side, direction, reps, seconds, reach_s, load_kg, status, extra, pain,'
    " note, reserve, at_s, at"
)


class Shelf:
    """The history as sessions that are taken along. Raises `sqlite3.Error` where it can't be."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def ids(self, since: date | None = None, begins: str = "") -> list[str]:
        """The sessions begun on a day or later, whose id begins so, oldest first."""
        found = self.connection.execute(
            "SELECT id FROM sessions WHERE substr(started_at, 1, 10) >= ? AND substr(id, 1, ?) = ?"
            " ORDER BY started_utc, id",
            (since.isoformat() if since else "", len(begins), begins),
        )
        return [name for (name,) in found]

    def newest(self) -> str | None:
        """The session that was begun last; a discarded one is out of the log."""
        row = self.connection.execute(
            "SELECT id FROM sessions WHERE status <> 'discarded' ORDER BY started_utc DESC, id DESC LIMIT 1"
        ).fetchone()
        return None if row is None else str(row[0])

    def circuits(self, ids: Sequence[str]) -> dict[str, str]:
        """The circuit files of some sessions, by their digests."""
        wanted = set(ids)
        found = self.connection.execute("SELECT id, digest FROM sessions")
        digests = {name for session, name in found if session in wanted}
        texts = self.connection.execute("SELECT digest, text FROM circuits")
        return {name: text for name, text in texts if name in digests}

    def read(self, session_id: str) -> Logged | None:
        """A session with everything that is kept of it; None where there is none of this id."""
        row = self.connection.execute(
            f"SELECT {_SESSION} FROM sessions s JOIN circuits c USING (digest) WHERE s.id = ?", (session_id,)
        ).fetchone()
        if row is None:
            return None
        number, *told, guest, planned = row
        sets, events, changes = self._sets(number), self._events(number), self._changes(number)
        kept = (tuple(sets), tuple(events), tuple(changes))
        return Logged(*told, bool(guest), planned, *kept)  # type: ignore[call-arg]

    def _sets(self, number: int) -> Iterator[LoggedSet]:
        found = self.connection.execute(
            f"SELECT {_SET} FROM outcomes WHERE session = ? ORDER BY at_s, step, part", (number,)
        )
        for *before, extra, pain, note, reserve, at_s, at in found:
            yield LoggedSet(*before, bool(extra), pain, note, reserve, at_s, at)  # type: ignore[call-arg]

    def _events(self, number: int) -> Iterator[LoggedEvent]:
        found = self.connection.execute(
            "SELECT at, wall, kind, value FROM events WHERE session = ? ORDER BY n", (number,)
        )
        return (LoggedEvent(*row) for row in found)

    def _changes(self, number: int) -> Iterator[Change]:
        found = self.connection.execute(
            "SELECT at, step, part, field, before, after FROM changes WHERE session = ? ORDER BY n", (number,)
        )
        for at, step, part, field, before, after in found:
            yield Change(datetime.fromisoformat(at), step, part, field, json.loads(before), json.loads(after))

    def put(self, session: Logged) -> None:
        """A session in the place of what there is of it, in a transaction of the caller's."""
        self.connection.execute(
            "INSERT OR IGNORE INTO circuits VALUES (?, ?)", (digest(session.text), session.text)
        )
        number = self._put_session(session)
        for table in ("outcomes", "events", "changes"):
            self.connection.execute(f"DELETE FROM {table} WHERE session = ?", (number,))
        self.connection.executemany(
            f"INSERT INTO outcomes ({_SET}, session, at_utc) VALUES ({_marks(19)})",
            [(*_cells(row), number, _utc(row.at)) for row in session.sets],
        )
        self.connection.executemany(
            f"INSERT INTO events VALUES ({_marks(6)})",
            [(number, n, one.at, one.wall, one.kind, one.value) for n, one in enumerate(session.events)],
        )
        self.connection.executemany(
            f"INSERT INTO changes VALUES ({_marks(8)})",
            [(number, n, *_change(one)) for n, one in enumerate(session.changes)],
        )

    def _put_session(self, session: Logged) -> int:
        columns = {
            "id": session.id, "circuit": session.circuit, "digest": digest(session.text),
            "options": session.options, "started_at": session.started_at,
            "started_utc": _utc(session.started_at), "ended_at": session.ended_at, "status": session.status,
            "rpe": session.rpe, "morning": session.morning, "guest": session.guest,
            "planned": session.planned,
        }  # fmt: skip
        # not REPLACE: the number stays, and with it the order of those begun at once
        again = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "id")
        self.connection.execute(
            f"INSERT INTO sessions ({', '.join(columns)}) VALUES ({_marks(len(columns))})"
            f" ON CONFLICT (id) DO UPDATE SET {again}",
            tuple(columns.values()),
        )
        (number,) = self.connection.execute(
            "SELECT number FROM sessions WHERE id = ?", (session.id,)
        ).fetchone()
        return int(number)


def _marks(number: int) -> str:
    return ", ".join("?" * number)


def _utc(stamp: str) -> float:
    return datetime.fromisoformat(stamp).timestamp()


def _cells(row: LoggedSet) -> tuple[object, ...]:
    return (
        row.step, row.part, row.set, row.exercise, row.side, row.direction, row.reps, row.seconds,
        row.reach_s, row.load_kg, row.status, row.extra, row.pain, row.note, row.reserve, row.at_s, row.at,
    )  # fmt: skip


def _change(change: Change) -> tuple[object, ...]:
    before, after = json.dumps(change.before), json.dumps(change.after)
    return change.at.isoformat(), change.step, change.part, change.field, before, after
