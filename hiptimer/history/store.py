"""The history: sessions, events and sets, in one SQLite file. Imports are late: the log has to be fast."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from hiptimer.history.database import open_database, open_to_read, transaction
from hiptimer.history.records import SessionRecord, SetRecord

if TYPE_CHECKING:
    from hiptimer.circuit.model import Side
    from hiptimer.session.replay import Entry
    from hiptimer.session.rows import Row

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stamped(Generic[T]):
    """Something, and the date and time on the wall it happened at."""

    value: T
    wall: datetime


@dataclass(frozen=True, slots=True)
class Begun:
    """A session as it was begun: enough to begin it again, and replay its events."""

    id: str
    circuit: str
    text: str
    """The circuit file, as it was then."""
    options: str
    """JSON, as `opening` wrote it."""
    started_at: datetime


@dataclass(frozen=True, slots=True)
class Batch:
    """What one transaction adds to a session."""

    first: int
    """Number of the first entry, from 0."""
    entries: Sequence[Stamped[Entry]]
    changed: Sequence[Stamped[Row]]
    gone: Sequence[tuple[int, int]]
    """(step, part) of rows that are no more, by an undo."""
    status: str
    ended_at: datetime | None
    rpe: int | None


class Store:
    """The open history. Every method raises `sqlite3.Error` when the file can't be read or written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    @classmethod
    def open(cls, path: Path) -> Store:
        """The history, to be written; made if it is not there. Raises `HistoryError`."""
        return cls(open_database(path))

    @classmethod
    def read(cls, path: Path) -> Store | None:
        """The history, to be read only; None where there is none. Raises `HistoryError`."""
        connection = open_to_read(path)
        return None if connection is None else cls(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def add(self, begun: Begun, batch: Batch) -> None:
        """A new session and its first events, durably."""
        from hashlib import sha256

        digest = sha256(begun.text.encode()).hexdigest()
        with transaction(self._db):
            self._db.execute("INSERT OR IGNORE INTO circuits VALUES (?, ?)", (digest, begun.text))
            self._db.execute(
                "INSERT INTO sessions (id, circuit, digest, options, started_at, started_utc, status)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    begun.id,
                    begun.circuit,
                    digest,
                    begun.options,
                    begun.started_at.isoformat(),
                    begun.started_at.timestamp(),
                    batch.status,
                ),
            )
            self._write(begun.id, batch)

    def append(self, session_id: str, batch: Batch) -> None:
        """More events of a session and what they changed, durably."""
        with transaction(self._db):
            self._write(session_id, batch)

    def _write(self, session_id: str, batch: Batch) -> None:
        import json

        from hiptimer.session.codec import to_fields

        (number,) = self._db.execute("SELECT number FROM sessions WHERE id = ?", (session_id,)).fetchone()
        self._db.executemany(
            "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    number,
                    batch.first + place,
                    one.value.at,
                    one.wall.isoformat(),
                    one.value.event.kind,
                    json.dumps(to_fields(one.value.event)),
                )
                for place, one in enumerate(batch.entries)
            ],
        )
        self._db.executemany(
            "DELETE FROM outcomes WHERE session = ? AND step = ? AND part = ?",
            [(number, *key) for key in batch.gone],
        )
        self._db.executemany(
            f"INSERT OR REPLACE INTO outcomes VALUES ({', '.join('?' * 18)})",
            [(number, *_columns(one)) for one in batch.changed],
        )
        self._db.execute(
            "UPDATE sessions SET status = ?, ended_at = ?, rpe = ? WHERE number = ?",
            (batch.status, batch.ended_at and batch.ended_at.isoformat(), batch.rpe, number),
        )

    def begun(self, session_id: str) -> Begun:
        """How a session was begun. Raises `KeyError` for an id that is not there."""
        row = self._db.execute(
            "SELECT s.id, s.circuit, c.text, s.options, s.started_at"
            " FROM sessions s JOIN circuits c USING (digest) WHERE s.id = ?",
            (session_id,),
        ).fetchone()
        if row is None:
            raise KeyError(session_id)
        return Begun(row[0], row[1], row[2], row[3], datetime.fromisoformat(row[4]))

    def entries(self, session_id: str) -> list[Entry]:
        """The journal of a session, oldest first. Raises `ValueError` for an event not known."""
        import json

        from hiptimer.session.codec import from_fields
        from hiptimer.session.replay import Entry

        found = self._db.execute(
            "SELECT e.at, e.kind, e.value FROM events e JOIN sessions s ON s.number = e.session"
            " WHERE s.id = ? ORDER BY e.n",
            (session_id,),
        )
        return [Entry(at, from_fields(kind, json.loads(value))) for at, kind, value in found]

    def row_stamps(self, session_id: str) -> dict[tuple[int, int], datetime]:
        """When each logged row of a session was completed, by (step, part)."""
        found = self._db.execute(
            "SELECT o.step, o.part, o.at FROM outcomes o JOIN sessions s ON s.number = o.session"
            " WHERE s.id = ?",
            (session_id,),
        )
        return {(step, part): datetime.fromisoformat(at) for step, part, at in found}

    def sessions(self, last: int | None = None, status: str | None = None) -> list[SessionRecord]:
        """The newest sessions, oldest of them first; discarded ones are left out."""
        which = "status <> 'discarded'" if status is None else "status = ?"
        found = self._db.execute(
            "SELECT number, id, circuit, started_at, ended_at, status, rpe,"
            " (SELECT at FROM events WHERE session = number ORDER BY n DESC LIMIT 1)"
            " - (SELECT at FROM events WHERE session = number ORDER BY n LIMIT 1)"
            f" FROM sessions WHERE {which} ORDER BY started_utc DESC, number DESC LIMIT ?",
            (*([] if status is None else [status]), -1 if last is None else last),
        ).fetchall()
        when = datetime.fromisoformat
        return [
            SessionRecord(name, circuit, when(begun), ended and when(ended), how, rpe, sets, lasted)
            for number, name, circuit, begun, ended, how, rpe, lasted in reversed(found)
            for sets in [tuple(self._sets(number))]
        ]

    def _sets(self, number: int) -> Iterator[SetRecord]:
        found = self._db.execute(
            'SELECT "set", exercise, side, direction, reps, seconds, reach_s, load_kg, status, extra, pain,'
            " note, at FROM outcomes WHERE session = ? ORDER BY at_s, step, part",
            (number,),
        )
        return (SetRecord(*row, datetime.fromisoformat(at)) for *row, at in found)  # type: ignore[call-arg]

    def first_side(self, circuit: str) -> Side | None:
        """The side that the last finished session of a circuit began on; None if there is none."""
        from hiptimer.circuit.model import Side

        row = self._db.execute(
            "SELECT o.side FROM outcomes o WHERE o.side IN ('left', 'right') AND o.session ="
            " (SELECT number FROM sessions WHERE status = 'finished' AND circuit = ?"
            " ORDER BY started_utc DESC LIMIT 1) ORDER BY o.step LIMIT 1",
            (circuit,),
        ).fetchone()
        return None if row is None else Side(row[0])

    def loads(self, exercises: Iterable[str]) -> Mapping[tuple[str, Side | None], float]:
        """Kilograms last used, by exercise and side."""
        from hiptimer.circuit.model import Side

        found: dict[tuple[str, Side | None], float] = {}
        for exercise in exercises:
            for side in (Side.LEFT, Side.RIGHT, Side.BOTH, None):
                row = self._db.execute(
                    "SELECT o.load_kg FROM outcomes o JOIN sessions s ON s.number = o.session"
                    " WHERE o.exercise = ? AND o.side IS ? AND o.load_kg IS NOT NULL"
                    " AND s.status <> 'discarded' ORDER BY o.at_utc DESC LIMIT 1",
                    (exercise, side and side.value),
                ).fetchone()
                if row is not None:
                    found[exercise, side] = row[0]
        return found

    def count(self) -> int:
        """How many sessions the log shows: all but the discarded ones."""
        found = self._db.execute("SELECT count(*) FROM sessions WHERE status <> 'discarded'").fetchone()
        return int(found[0])

    def check(self) -> str:
        """SQLite's own check of the file: `ok`, or what is wrong."""
        return str(self._db.execute("PRAGMA quick_check(1)").fetchone()[0])


def _columns(one: Stamped[Row]) -> tuple[object, ...]:
    row = one.value
    return (
        row.step, row.part, row.set, row.exercise, row.side, row.direction, row.reps, row.seconds,
        row.reach_s, row.load_kg, row.status, row.extra, row.pain, row.note, row.at,
        one.wall.isoformat(), one.wall.timestamp(),
    )  # fmt: skip
