"""The sessions of a file joined with those of the history, and what became of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from hiptimer.exchange.faults import Unfit
from hiptimer.exchange.joining import joined
from hiptimer.exchange.journals import Replayer
from hiptimer.exchange.reading import Reader
from hiptimer.exchange.scanning import Scan
from hiptimer.exchange.shelf import Shelf
from hiptimer.exchange.values import Logged

APART = 1.0
"""Seconds between two beginnings, from which on it is not the same session; `log --json` leaves out less."""

_AGAIN = "copy it again, or export it again"


@dataclass(frozen=True, slots=True)
class Refused:
    """Something of the file that is not taken."""

    line: int
    what: str
    """Which session, or empty where it is about the file."""
    reason: str


@dataclass(slots=True)
class Tally:
    """What became of the sessions of a file."""

    added: int = 0
    changed: int = 0
    same: int = 0
    refused: list[Refused] = field(default_factory=list)
    refused_sessions: int = 0


class Taking:
    """Takes the sessions of one file. `is_live` tells of an id whether that session runs in a window."""

    def __init__(self, shelf: Shelf, is_live: Callable[[str], bool]) -> None:
        self._shelf = shelf
        self._is_live = is_live
        self._replayer = Replayer()
        self.tally = Tally()

    def take(self, scan: Scan, progress: Callable[[int], None]) -> None:
        """All sessions of a file, in a transaction of the caller's; `progress` hears how many so far."""
        circuits = scan.values.get("circuits")
        reader = Reader(circuits if isinstance(circuits, dict) else {})
        for n, (line, value) in enumerate(scan.read(), 1):
            try:
                self._join(reader.read(value))
            except Unfit as unfit:
                self.tally.refused_sessions += 1
                what = f"session {n}{_named(value)}"
                self.tally.refused.extend(Refused(line, what, reason) for reason in unfit.reasons)
            progress(n)
        if scan.broken is not None:
            place, reason = scan.broken
            self.tally.refused.append(Refused(scan.line(place), "", f"{reason}: {_AGAIN}"))

    def _join(self, session: Logged) -> None:
        kept = self._shelf.read(session.id)
        if kept is None:
            self._replayer.check(session)
            self._shelf.put(session)
            self.tally.added += 1
            return
        if abs(_began(kept) - _began(session)) >= APART:
            raise Unfit(f"the history has another session of this id, begun at {kept.started_at}")
        both = joined(kept, session)
        if both == kept:
            self.tally.same += 1
            return
        if self._is_live(session.id):
            raise Unfit("it is live in a window just now: close it there, then import again")
        self._replayer.check(session)
        self._shelf.put(both)
        self.tally.changed += 1


def _began(session: Logged) -> float:
    return datetime.fromisoformat(session.started_at).timestamp()


def _named(value: object) -> str:
    """The id, as far as there is one."""
    name = value.get("id") if isinstance(value, dict) else None
    return f" ({name[:36]})" if isinstance(name, str) else ""
