"""What the history tells of the sessions done: the log, and what one session hands to the next.

Imports are late: the log has to be fast.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from hiptimer.history.records import Morning, SessionRecord, SetRecord

if TYPE_CHECKING:
    from typing import Any

    from hiptimer.circuit.model import Side

_SESSION = (
    "number, id, circuit, started_at, ended_at, status, rpe,"
    " coalesce((SELECT at FROM events WHERE session = number AND wall = ended_at ORDER BY n DESC LIMIT 1),"
    " (SELECT at FROM events WHERE session = number ORDER BY n DESC LIMIT 1))"
    " - (SELECT at FROM events WHERE session = number ORDER BY n LIMIT 1), guest, planned, morning"
)
"""The columns of a session, as `_record` takes them. What was said of it later is not in its length: it
lasted to the event that ended it, which has the wall time of its end."""

T = TypeVar("T")


class Past:
    """The history as it is read. Every method raises `sqlite3.Error` when the file can't be."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def _ask(self, sql: str, values: Sequence[object] = ()) -> Iterator[Any]:
        """The rows that answer a question, one after the other."""
        return self._db.execute(sql, values)

    def _each(self, rows: Iterable[Any], make: Callable[[Any], T]) -> Iterator[T]:
        """What is made of each row; `ValueError` or `TypeError` where its values mean nothing."""
        return map(make, rows)

    def sessions(
        self, last: int | None = None, status: str | None = None, *, guests: bool = True
    ) -> list[SessionRecord]:
        """The newest sessions, oldest of them first; discarded ones are left out, guests' if wanted."""
        which = "status <> 'discarded'" if status is None else "status = ?"
        whose = "" if guests else " AND NOT guest"
        return self._records(which + whose, () if status is None else (status,), last)

    def before(self, session: SessionRecord | None, number: int) -> list[SessionRecord]:
        """A page of the log: the `number` sessions before one, newest first; None: from the newest on."""
        if session is None:
            return self.sessions(number)[::-1]
        found = self._db.execute(
            f"SELECT {_SESSION} FROM sessions WHERE status <> 'discarded' AND (started_utc, number) <"
            " (SELECT started_utc, number FROM sessions WHERE id = ?)"
            " ORDER BY started_utc DESC, number DESC LIMIT ?",
            (session.id, number),
        ).fetchall()
        return [self._record(row) for row in found]

    def session(self, session_id: str) -> SessionRecord | None:
        """One session, discarded or not; None where there is none of this id."""
        row = self._db.execute(f"SELECT {_SESSION} FROM sessions WHERE id = ?", (session_id,)).fetchone()
        return None if row is None else self._record(row)

    def last_trained(self) -> SessionRecord | None:
        """The newest session of the user's that is over and has a set done; a guest's is left out."""
        found = self._records(
            # not by name, which would have all of them found and sorted
            "status NOT IN ('open', 'discarded') AND NOT guest AND EXISTS"
            " (SELECT 1 FROM outcomes o WHERE o.session = number AND o.status = 'done')",
            (),
            1,
        )
        return found[0] if found else None

    def _records(self, which: str, values: Sequence[str], last: int | None) -> list[SessionRecord]:
        # LIMIT has it answered from an index, and no more is read than is taken
        found = self._ask(
            f"SELECT {_SESSION} FROM sessions WHERE {which} ORDER BY started_utc DESC, number DESC LIMIT -1",
            values,
        )
        return list(islice(self._each(found, self._record), last))[::-1]

    def _record(self, row: Sequence[Any], exercise: str | None = None) -> SessionRecord:
        """A session from its row of `_SESSION`, with its sets: all, or those of one exercise."""
        number, name, circuit, begun, ended, status, rpe, lasted, guest, planned, morning = row
        when = datetime.fromisoformat
        return SessionRecord(
            name, circuit, when(begun), ended and when(ended), status, rpe,
            tuple(self._sets(number, exercise)), lasted, bool(guest), planned, morning and Morning(morning),
        )  # fmt: skip

    def _sets(self, number: int, exercise: str | None) -> Iterator[SetRecord]:
        found = self._db.execute(
            'SELECT "set", exercise, side, direction, reps, seconds, reach_s, load_kg, status, extra, pain,'
            " note, reserve, step, part, at FROM outcomes"
            " WHERE session = ? AND exercise = coalesce(?, exercise) ORDER BY at_s, step, part",
            (number, exercise),
        )
        return (
            SetRecord(*row, datetime.fromisoformat(at), *rest)  # type: ignore[call-arg]
            for *row, reserve, step, part, at in found
            for rest in [(reserve, step, part)]
        )

    def first_side(self, circuit: str) -> Side | None:
        """The side that the user's last finished session of a circuit began on; None if there is none."""
        from hiptimer.circuit.model import Side

        found = self._ask(
            "SELECT o.side FROM outcomes o WHERE o.side IN ('left', 'right') AND o.session ="
            " (SELECT number FROM sessions WHERE status = 'finished' AND NOT guest AND circuit = ?"
            " ORDER BY started_utc DESC LIMIT 1) ORDER BY o.step LIMIT 1",
            (circuit,),
        )
        return next((Side(side) for (side,) in found), None)

    def loads(self, exercises: Iterable[str]) -> Mapping[tuple[str, Side | None], float]:
        """Kilograms the user last used, by exercise and side."""
        from hiptimer.circuit.model import Side

        found: dict[tuple[str, Side | None], float] = {}
        for exercise in exercises:
            for side in (Side.LEFT, Side.RIGHT, Side.BOTH, None):
                kilograms = self._ask(
                    "SELECT o.load_kg FROM outcomes o JOIN sessions s ON s.number = o.session"
                    " WHERE o.exercise = ? AND o.side IS ? AND o.load_kg IS NOT NULL"
                    " AND s.status <> 'discarded' AND NOT s.guest ORDER BY o.at_utc DESC LIMIT 1",
                    (exercise, side and side.value),
                )
                for load in self._each(kilograms, self._load):
                    found[exercise, side] = load
        return found

    def _load(self, row: Sequence[Any]) -> float:
        return row[0]  # type: ignore[no-any-return]

    def preferences(self) -> dict[str, str]:
        """What the user has answered once and for all, by name."""
        return dict(self._ask("SELECT name, value FROM preferences"))

    def count(self) -> int:
        """How many sessions the log shows: all but the discarded ones."""
        return sum(
            number for (number,) in self._ask("SELECT count(*) FROM sessions WHERE status <> 'discarded'")
        )

    def check(self) -> str:
        """SQLite's own check of the file: `ok`, or what is wrong."""
        return str(self._db.execute("PRAGMA quick_check(1)").fetchone()[0])
