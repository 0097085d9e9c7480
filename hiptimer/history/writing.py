"""A session as it is written: its events, and the rows they changed. Each function works in a transaction of
the caller's. Imports are late: the log, which writes nothing, has to be fast."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from hiptimer.values import dataclass

if TYPE_CHECKING:
    from hiptimer.session.replay import Entry
    from hiptimer.session.rows import Row

T = TypeVar("T")

_OUTCOME = (
    'session, step, part, "set", exercise, side, direction, reps, seconds, reach_s, load_kg, status, extra,'
    " pain, note, at_s, at, at_utc, reserve"
)
"""The columns of a logged row, as `_columns` gives them after the session."""

_PUT_OUTCOME = f"INSERT OR REPLACE INTO outcomes ({_OUTCOME}) VALUES ({', '.join('?' * 19)})"

_STANDING = "status, ended_at, rpe, planned"
"""What a session's own row says that its events change, as `_standing` gives it."""


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


class Behind(sqlite3.OperationalError):
    """The file has less of a session than was written: it was moved away, or an older one stands there."""


def add(connection: sqlite3.Connection, begun: Begun, batch: Batch) -> None:
    """A new session and its first events."""
    from hashlib import sha256

    digest = sha256(begun.text.encode()).hexdigest()
    connection.execute("INSERT OR IGNORE INTO circuits VALUES (?, ?)", (digest, begun.text))
    started = (begun.started_at.isoformat(), begun.started_at.timestamp())
    added = connection.execute(
        f"INSERT INTO sessions (id, circuit, digest, options, started_at, started_utc, guest, {_STANDING})"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(begun.id, begun.circuit, digest, begun.options, *started, begun.guest),
            *_standing(batch, begun.planned),
        ),
    )
    assert added.lastrowid is not None
    _write(connection, added.lastrowid, batch)


def append(connection: sqlite3.Connection, session_id: str, batch: Batch) -> None:
    """More events of a session and what they changed. Raises `Behind`."""
    found = connection.execute(
        f"SELECT number, coalesce((SELECT max(n) + 1 FROM events WHERE session = number), 0), {_STANDING}"
        " FROM sessions WHERE id = ?",
        (session_id,),
    ).fetchone()
    if found is None or found[1] < batch.first:
        raise Behind("the history was moved away, or exchanged")
    number, _, *stood = found
    standing = _standing(batch, stood[-1])
    # most events change nothing of it; SQLite would write its pages in two indices all the same
    if standing != tuple(stood):
        connection.execute(
            f"UPDATE sessions SET ({_STANDING}) = (?, ?, ?, ?) WHERE number = ?", (*standing, number)
        )
    _write(connection, number, batch)


def restore(connection: sqlite3.Connection, begun: Begun, batch: Batch) -> None:
    """All of a session, in the place of the part of it that the file has, if any."""
    connection.execute("DELETE FROM sessions WHERE id = ?", (begun.id,))
    add(connection, begun, batch)


def end(connection: sqlite3.Connection, session_id: str, at: datetime) -> None:
    """An open session is over as partial."""
    connection.execute(
        "UPDATE sessions SET status = 'partial', ended_at = ? WHERE id = ? AND status = 'open'",
        (at.isoformat(), session_id),
    )


def _write(connection: sqlite3.Connection, number: int, batch: Batch) -> None:
    # by name: where damage has renamed a column, nobody could read it back
    connection.executemany(
        "INSERT INTO events (session, n, at, wall, kind, value) VALUES (?, ?, ?, ?, ?, ?)",
        _events(number, batch),
    )
    connection.executemany(
        "DELETE FROM outcomes WHERE session = ? AND step = ? AND part = ?",
        [(number, *key) for key in batch.gone],
    )
    connection.executemany(_PUT_OUTCOME, [(number, *_columns(one)) for one in batch.changed])


def _standing(batch: Batch, planned: int | None) -> tuple[object, ...]:
    """`planned`: what stands there, if the batch says nothing of it."""
    return (
        batch.status,
        batch.ended_at and batch.ended_at.isoformat(),
        batch.rpe,
        planned if batch.planned is None else batch.planned,
    )


def _events(number: int, batch: Batch) -> list[tuple[object, ...]]:
    import json

    from hiptimer.session.codec import to_fields

    return [
        (
            number,
            batch.first + place,
            one.value.at,
            one.wall.isoformat(),
            one.value.event.kind,
            json.dumps(to_fields(one.value.event)),
        )
        for place, one in enumerate(batch.entries)
    ]


def _columns(one: Stamped[Row]) -> tuple[object, ...]:
    row = one.value
    return (
        row.step, row.part, row.set, row.exercise, row.side, row.direction, row.reps, row.seconds,
        row.reach_s, row.load_kg, row.status, row.extra, row.pain, row.note, row.at,
        one.wall.isoformat(), one.wall.timestamp(), row.reserve,
    )  # fmt: skip
