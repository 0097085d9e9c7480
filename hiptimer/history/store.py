"""The history: sessions, events and sets, in one SQLite file. Imports are late: the log has to be fast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import OperationalError
from typing import TYPE_CHECKING, Generic, TypeVar

from hiptimer.history.aside import identity
from hiptimer.history.database import open_database, open_in_memory, open_to_read, transaction
from hiptimer.history.series import Series

if TYPE_CHECKING:
    from hiptimer.history.changes import Change
    from hiptimer.session.replay import Entry
    from hiptimer.session.rows import Row

T = TypeVar("T")
MOVED = "the history was moved or deleted"
REPLACED = "another file is in the place of the history"


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
    guest: bool = False
    """Somebody else's: in the log, and in nothing that is made of it."""
    planned: int | None = None
    """How many steps the session had as it began; None where it is read back."""


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
    planned: int | None = None
    """Steps of the rounds asked for, which an exchanged exercise can change; None: as it was."""


class Store(Series):
    """The open history. Every method raises `sqlite3.Error` when the file can't be read or written."""

    unkept = ""
    """Why nothing of it reaches the disk; empty where all of it does."""
    news = ""
    """What the user has to know of the way it was opened; mostly nothing."""
    _place: tuple[Path, tuple[int, int] | None] | None = None
    """Where its file is, and which one that is; None for one that is in memory, or only read."""

    @classmethod
    def open(cls, path: Path) -> Store:
        """The history, to be written; made if it is not there. Raises `HistoryError`."""
        store = cls(open_database(path))
        store._is_at(path)
        return store

    def _is_at(self, path: Path) -> None:
        self._place = path, identity(path)

    @classmethod
    def in_memory(cls) -> Store:
        """A history that leaves no trace."""
        return cls(open_in_memory())

    @classmethod
    def read(cls, path: Path) -> Store | None:
        """The history, to be read only; None where there is none. Raises `HistoryError`."""
        connection = open_to_read(path)
        return None if connection is None else cls(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _writing(self) -> AbstractContextManager[None]:
        """A transaction: all or nothing, durable when it ends.

        Raises `sqlite3.OperationalError` where its file is gone or is another one by now: SQLite itself would
        write on, into a file that nobody finds again.
        """
        if self._place is not None and identity(self._place[0]) != self._place[1]:
            gone = not self._place[0].exists()
            raise OperationalError(MOVED if gone else REPLACED)
        return transaction(self._db)

    def add(self, begun: Begun, batch: Batch) -> None:
        """A new session and its first events, durably."""
        from hashlib import sha256

        digest = sha256(begun.text.encode()).hexdigest()
        with self._writing():
            self._db.execute("INSERT OR IGNORE INTO circuits VALUES (?, ?)", (digest, begun.text))
            self._db.execute(
                "INSERT INTO sessions (id, circuit, digest, options, started_at, started_utc, status, guest,"
                " planned) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    begun.id,
                    begun.circuit,
                    digest,
                    begun.options,
                    begun.started_at.isoformat(),
                    begun.started_at.timestamp(),
                    batch.status,
                    begun.guest,
                    begun.planned,
                ),
            )
            self._write(begun.id, batch)

    def append(self, session_id: str, batch: Batch) -> None:
        """More events of a session and what they changed, durably."""
        with self._writing():
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
            f"INSERT OR REPLACE INTO outcomes VALUES ({', '.join('?' * 19)})",
            [(number, *_columns(one)) for one in batch.changed],
        )
        self._db.execute(
            "UPDATE sessions SET status = ?, ended_at = ?, rpe = ?, planned = coalesce(?, planned)"
            " WHERE number = ?",
            (batch.status, batch.ended_at and batch.ended_at.isoformat(), batch.rpe, batch.planned, number),
        )

    def amend(self, session_id: str, changes: Sequence[Change]) -> None:
        """Change what is logged of a session that is over, durably, and keep what was changed.

        Raises `KeyError` for an id that is not there, `ValueError` for a session that is still open, for a
        set it doesn't have and for a value that can't be in the log: then nothing is changed.
        """
        from hiptimer.history.amending import amend

        with self._writing():
            amend(self._db, session_id, changes)

    def changes(self, session_id: str) -> list[Change]:
        """What was changed in a session after it, oldest first."""
        from hiptimer.history.amending import changes

        return changes(self._db, session_id)

    def deleted(self) -> list[str]:
        """The ids of the sessions that `amend` discarded, the newest of them first.

        One that was discarded when it was left is not among them.
        """
        from hiptimer.history.amending import deleted

        return deleted(self._db)

    def begun(self, session_id: str) -> Begun:
        """How a session was begun. Raises `KeyError` for an id that is not there."""
        row = self._db.execute(
            "SELECT s.id, s.circuit, c.text, s.options, s.started_at, s.guest"
            " FROM sessions s JOIN circuits c USING (digest) WHERE s.id = ?",
            (session_id,),
        ).fetchone()
        if row is None:
            raise KeyError(session_id)
        return Begun(row[0], row[1], row[2], row[3], datetime.fromisoformat(row[4]), bool(row[5]))

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

    def prefer(self, values: Mapping[str, str]) -> None:
        """Keep answers, durably; those not named stay as they are."""
        with self._writing():
            self._db.executemany("INSERT OR REPLACE INTO preferences VALUES (?, ?)", values.items())


def _columns(one: Stamped[Row]) -> tuple[object, ...]:
    row = one.value
    return (
        row.step, row.part, row.set, row.exercise, row.side, row.direction, row.reps, row.seconds,
        row.reach_s, row.load_kg, row.status, row.extra, row.pain, row.note, row.at,
        one.wall.isoformat(), one.wall.timestamp(), row.reserve,
    )  # fmt: skip
