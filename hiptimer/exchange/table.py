"""The sets as a table for spreadsheets, a line each. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from hiptimer.circuit.text import clean
from hiptimer.history.records import SessionRecord, SetRecord, stamp

COLUMNS = (
    "session_id", "started_at", "circuit", "set", "exercise", "side", "direction", "reps", "seconds",
    "reach_s", "load_kg", "status", "extra", "pain", "rpe", "note", "at",
)  # fmt: skip
BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def lines(sessions: Iterable[SessionRecord]) -> Iterator[str]:
    """The lines of the table without their ends, its head first."""
    yield ",".join(COLUMNS)
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="")
    for session in sessions:
        for row in session.sets:
            writer.writerow([text(cell) if isinstance(cell, str) else cell for cell in _cells(session, row)])
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()


def text(cell: str) -> str:
    """Text that no spreadsheet takes for a formula, that steers no terminal and is on one line."""
    return clean(f"'{cell}" if cell.startswith(BEGINS_FORMULA) else cell)


def _cells(session: SessionRecord, row: SetRecord) -> tuple[str | int | float | None, ...]:
    return (
        session.id, stamp(session.started_at), session.circuit, row.set, row.exercise, row.side,
        row.direction, row.reps, row.seconds, row.reach_s, row.load_kg, row.status, int(row.extra),
        row.pain, session.rpe, row.note, stamp(row.at),
    )  # fmt: skip
