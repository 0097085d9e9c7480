"""The history: sessions, events and sets, in one SQLite file. Imports are late: the log has to be fast."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hiptimer.history import writing
from hiptimer.history.aside import identity
from hiptimer.history.database import open_database, open_in_memory, open_to_read, transaction
from hiptimer.history.faults import FAULTS
from hiptimer.history.series import Series
from hiptimer.history.writing import Batch, Begun, Stamped

if TYPE_CHECKING:
    from hiptimer.history.changes import Change
    from hiptimer.history.earlier import Earlier
    from hiptimer.session.replay import Entry

MOVED = "the history was moved or deleted"
REPLACED = "another file is in the place of the history"


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

    @property
    def earlier(self) -> Earlier:
        """The same history, as a session asks it: what can't be read is left out, and nothing raises."""
        from hiptimer.history.earlier import Earlier

        return Earlier(self._db)

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
            raise sqlite3.OperationalError(MOVED if gone else REPLACED)
        return transaction(self._db)

    def make_room(self) -> None:
        """Take the room on the disk that a session is going to need, if it is there; it is quicker then."""
        from hiptimer.history.room import make_room

        if self._place is not None:
            with suppress(*FAULTS):
                make_room(self._db)

    def add(self, begun: Begun, batch: Batch) -> None:
        """A new session and its first events, durably."""
        with self._writing():
            writing.add(self._db, begun, batch)

    def append(self, session_id: str, batch: Batch) -> None:
        """More events of a session and what they changed, durably. Raises `Behind`, too: `restore` it."""
        with self._writing():
            writing.append(self._db, session_id, batch)

    def restore(self, begun: Begun, batch: Batch) -> None:
        """All of a session that is live, durably, in the place of the part of it that the file has."""
        with self._writing():
            writing.restore(self._db, begun, batch)

    def end(self, session_id: str, at: datetime) -> None:
        """An open session is over as partial, durably; its sets and its events stay as they are."""
        with self._writing():
            writing.end(self._db, session_id, at)

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

    def journal(self, session_id: str) -> list[Stamped[Entry]]:
        """The same, each with its time on the wall. Raises `ValueError` for one that is none, too."""
        walls = self._db.execute(
            "SELECT e.wall FROM events e JOIN sessions s ON s.number = e.session WHERE s.id = ? ORDER BY e.n",
            (session_id,),
        )
        stamps = [datetime.fromisoformat(wall) for (wall,) in walls]
        return [Stamped(*both) for both in zip(self.entries(session_id), stamps, strict=True)]

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
