"""The records: sessions and their sets as the log shows them. Pure values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from hiptimer.circuit.text import clean, columns
from hiptimer.values import dataclass

FORMAT = "hiptimer"
VERSION = 1
"""Of the JSON that `log --json` prints."""


class Morning(StrEnum):
    """How the morning after a session was."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


_NUMBERS = (1, 2)
"""Columns of the table."""


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
    reserve: int | None = None
    """Reps there would have been after the last one, 3 is "3 or more"; None: not asked, or not said."""
    step: int = 0
    """Its step's place in the session, from 0."""
    part: int = 0
    """The direction's place in its step, from 0."""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session of the log."""

    id: str
    circuit: str
    started_at: datetime
    ended_at: datetime | None
    status: str
    """open, finished, partial (discarded ones are not shown)."""
    rpe: int | None
    sets: tuple[SetRecord, ...]
    lasted: float | None = None
    """Seconds from the first event to the one that ended it, or the last so far; None: not known.

    The time it lay unfinished did not pass.
    """
    guest: bool = False
    """Somebody else's: shown in the log, left out of all that is made of it."""
    planned: int | None = None
    """How many steps the session had as it began; None: not known."""
    morning: Morning | None = None
    """What the user said of the next morning; None: not asked, or not said."""

    @property
    def seconds(self) -> float | None:
        """Length from the first key to the end, without the time it lay unfinished; None while it is open."""
        if self.ended_at is None:
            return None
        between = (self.ended_at - self.started_at).total_seconds()
        if self.lasted is None:
            return max(0.0, between)
        # the clock on the wall may have been set back meanwhile
        return min(between, self.lasted) if between >= 0.0 else self.lasted

    def done(self) -> tuple[SetRecord, ...]:
        """The sets that were done."""
        return tuple(row for row in self.sets if row.status == "done")

    @property
    def sets_done(self) -> int:
        """How many sets were done; the directions of one set count once."""
        return len({(row.set, row.exercise, row.side) for row in self.done()})


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
        "guest": record.guest,
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
    """The log for people, a line a session: date, length, sets done, seconds held left and right.

    The circuit is named where the log has more than one. Safe to print.
    """
    several = len({one.circuit for one in sessions}) > 1
    head = ("DATE", "LENGTH", "SETS", "HELD LEFT", "HELD RIGHT", "CIRCUIT" if several else "", "")
    body = [head, *(_line(one, several) for one in sessions)]
    return columns(body, _NUMBERS)


def _line(record: SessionRecord, several: bool) -> tuple[str, ...]:
    return (
        f"{record.started_at:%Y-%m-%d %H:%M}",
        length(record.seconds),
        str(record.sets_done),
        holds(record, "left"),
        holds(record, "right"),
        clean(record.circuit) if several else "",
        standing(record),
    )


def standing(record: SessionRecord) -> str:
    """What sets a session apart from a finished one of the user's: `guest, partial`; mostly nothing."""
    status = "" if record.status == "finished" else clean(record.status)
    return ", ".join(filter(None, ("guest" if record.guest else "", status)))


def length(seconds: float | None) -> str:
    """`27 min`, `40 s` under a minute, `-` while the session is open."""
    if seconds is None:
        return "-"
    return f"{seconds:.0f} s" if round(seconds) < 60 else f"{seconds / 60:.0f} min"


def holds(record: SessionRecord, side: str) -> str:
    """Seconds of the done holds and timed sets of one side, in order, as `31 28 s`."""
    held = [row.seconds for row in record.done() if row.side == side and row.seconds is not None]
    return " ".join(f"{seconds:.0f}" for seconds in held) + " s" if held else "-"
