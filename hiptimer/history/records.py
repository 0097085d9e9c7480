"""The records: sessions and their sets as the log shows them. Pure values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

FORMAT = "hiptimer"
VERSION = 1
"""Of the JSON that `log --json` prints."""


@dataclass(frozen=True, slots=True)
class SetRecord:
    """One logged set of one side, and of one direction where the exercise has them."""

    set: int
    """The round; in straight order the set of its exercise."""
    exercise: str
    side: str | None
    """left, right, both (alternating), or None where sides mean nothing."""
    direction: str | None
    reps: int | None
    seconds: float | None
    """In tenths; `reach_s` is already taken off."""
    reach_s: float
    load_kg: float | None
    """0.0 is body weight; None: never told."""
    status: str
    """done, skipped, interrupted."""
    extra: int
    """1 beyond what was prescribed, else 0."""
    pain: int | None
    note: str | None
    at: datetime
    """When the set ended, with the local offset."""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session of the log."""

    id: str
    circuit: str
    started_at: datetime
    ended_at: datetime | None
    status: str
    """open, finished, partial, guest (discarded ones are not shown)."""
    rpe: int | None
    sets: tuple[SetRecord, ...]

    @property
    def seconds(self) -> float | None:
        """Length from the first key to the end; None while it is open."""
        return None if self.ended_at is None else (self.ended_at - self.started_at).total_seconds()

    def done(self) -> tuple[SetRecord, ...]:
        """The sets that were done."""
        return tuple(row for row in self.sets if row.status == "done")


def to_json(sessions: Iterable[SessionRecord]) -> dict[str, object]:
    """The log as `log --json` prints it, newest session last."""
    return {"format": FORMAT, "version": VERSION, "sessions": [_session(one) for one in sessions]}


def _session(record: SessionRecord) -> dict[str, object]:
    return {
        "id": record.id,
        "circuit": record.circuit,
        "started_at": stamp(record.started_at),
        "ended_at": None if record.ended_at is None else stamp(record.ended_at),
        "status": record.status,
        "rpe": record.rpe,
        "sets": [_set(row) for row in record.sets],
    }


def _set(row: SetRecord) -> dict[str, object]:
    return {
        "set": row.set,
        "exercise": row.exercise,
        "side": row.side,
        "direction": row.direction,
        "reps": row.reps,
        "seconds": row.seconds,
        "reach_s": row.reach_s,
        "load_kg": row.load_kg,
        "status": row.status,
        "extra": bool(row.extra),
        "pain": row.pain,
        "note": row.note,
        "at": stamp(row.at),
    }


def stamp(instant: datetime) -> str:
    """ISO 8601 with the offset, to the second."""
    return instant.isoformat(timespec="seconds")


def table(sessions: Sequence[SessionRecord]) -> list[str]:
    """The log for people, a line a session: date, length, sets done, holds left and right."""
    head = ("DATE", "MIN", "SETS", "HOLDS LEFT", "HOLDS RIGHT", "")
    body = [head, *(_line(one) for one in sessions)]
    widths = [max(len(row[place]) for row in body) for place in range(len(head))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in body
    ]


def _line(record: SessionRecord) -> tuple[str, ...]:
    length = record.seconds
    return (
        f"{record.started_at:%Y-%m-%d %H:%M}",
        "-" if length is None else str(round(length / 60)),
        str(len(record.done())),
        _holds(record, "left"),
        _holds(record, "right"),
        "" if record.status == "finished" else record.status,
    )


def _holds(record: SessionRecord, side: str) -> str:
    """Seconds of the done holds and timed sets of one side, in order, as `31.2 28.4 s`."""
    held = [row.seconds for row in record.done() if row.side == side and row.seconds is not None]
    return " ".join(f"{seconds:.0f}" for seconds in held) + " s" if held else "-"
