"""Changes of the log after its session, as they are written: the values, and beside them what they were."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby

from hiptimer.history.changes import Change, check


def amend(connection: sqlite3.Connection, session_id: str, changes: Sequence[Change]) -> None:
    """Write changes, in a transaction of the caller's. Raises as `Store.amend` does."""
    found = connection.execute("SELECT number, status FROM sessions WHERE id = ?", (session_id,)).fetchone()
    if found is None:
        raise KeyError(session_id)
    number, status = found
    if status == "open":
        raise ValueError("the session is unfinished: resume it and correct it there, or finish it first")
    n, last = connection.execute(
        "SELECT n + 1, at FROM changes WHERE session = ? ORDER BY n DESC LIMIT 1", (number,)
    ).fetchone() or (0, None)
    for change in _in_time(changes, last and datetime.fromisoformat(last)):
        check(change)
        _set(connection, number, change)
        _keep(connection, number, n, change)
        n += 1


def _in_time(changes: Sequence[Change], before: datetime | None) -> Iterator[Change]:
    """Where a clock stood still or was set back, an instant after the one before: logs are joined by time.

    Changes made at once stay so, but for two of one value.
    """
    for _, together in groupby(changes, key=lambda one: one.at):
        seen: set[tuple[int, int, str]] = set()
        now = None
        for change in together:
            if now is None or change.place in seen:
                now = before = _later(change.at, before)
                seen.clear()
            seen.add(change.place)
            yield replace(change, at=now)


def _later(at: datetime, before: datetime | None) -> datetime:
    return at if before is None or at > before else (before + timedelta(microseconds=1)).astimezone(at.tzinfo)


def _set(connection: sqlite3.Connection, number: int, change: Change) -> None:
    # the field is one of those that `check` knows
    if change.step is None:
        written = connection.execute(
            f"UPDATE sessions SET {change.field} = ? WHERE number = ?", (change.after, number)
        )
    else:
        written = connection.execute(
            f"UPDATE outcomes SET {change.field} = ? WHERE session = ? AND step = ? AND part = ?",
            (change.after, number, change.step, change.part),
        )
    if written.rowcount != 1:
        raise ValueError("the session has no such set")


def _keep(connection: sqlite3.Connection, number: int, n: int, change: Change) -> None:
    connection.execute(
        "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            n,
            change.at.isoformat(),
            change.step,
            change.part,
            change.field,
            json.dumps(change.before),
            json.dumps(change.after),
        ),
    )


def changes(connection: sqlite3.Connection, session_id: str) -> list[Change]:
    """The changes of a session, oldest first."""
    found = connection.execute(
        "SELECT c.at, c.step, c.part, c.field, c.before, c.after FROM changes c"
        " JOIN sessions s ON s.number = c.session WHERE s.id = ? ORDER BY c.n",
        (session_id,),
    )
    return [
        Change(datetime.fromisoformat(at), step, part, field, json.loads(before), json.loads(after))
        for at, step, part, field, before, after in found
    ]


def deleted(connection: sqlite3.Connection) -> list[str]:
    """The ids of the sessions that were deleted from the log, the one deleted last first."""
    found = connection.execute(
        "SELECT s.id, c.at FROM changes c JOIN sessions s ON s.number = c.session"
        " WHERE s.status = 'discarded' AND c.field = 'status' AND c.after = ?",
        (json.dumps("discarded"),),
    )
    last = sorted((datetime.fromisoformat(at), name) for name, at in found)
    return list(dict.fromkeys(name for _, name in reversed(last)))
