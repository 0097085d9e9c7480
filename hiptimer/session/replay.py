"""Bringing a session back from its journal, and undo, which is a replay without an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hiptimer.session.breaks import rewound
from hiptimer.session.events import AddRound, Effort, Enter, Event, Note, Nudge, Pain, Swap, Undo, Weigh
from hiptimer.session.machine import apply, settle
from hiptimer.session.state import Session

CLOCKS_ALONE = (Nudge, Enter, Swap, AddRound, Weigh, Pain, Note, Effort)
"""Events that start and stop nothing: without them, all that came after happens as it did."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event of the journal and the instant it happened at, in seconds since the session began."""

    at: float
    event: Event


@dataclass(frozen=True, slots=True)
class Gap:
    """In place of an event that was taken back: the session stands as at `removed`, and it is `at`."""

    removed: float
    at: float


def replay(start: Session, entries: Iterable[Entry]) -> Session:
    """The session as it stands after the last entry. `start` is the session as it began."""
    session = start
    for entry in _kept(entries):
        if isinstance(entry, Gap):
            session = rewound(settle(session, entry.removed), entry.removed, entry.at)
        else:
            session = apply(session, entry.event, entry.at)
    return session


def can_undo(entries: Sequence[Entry]) -> bool:
    """Whether there is an event of the user's to take back."""
    return _newest_of_user(_kept(entries)) is not None


def _kept(entries: Iterable[Entry]) -> list[Entry | Gap]:
    """The entries that count, each `Undo` carried out."""
    kept: list[Entry | Gap] = []
    for entry in entries:
        if not isinstance(entry.event, Undo):
            kept.append(entry)
            continue
        place = _newest_of_user(kept)
        if place is not None:
            _take_back(kept, place, entry)
    return kept


def _take_back(kept: list[Entry | Gap], place: int, undo: Entry) -> None:
    removed = kept[place]
    if isinstance(removed, Entry) and isinstance(removed.event, CLOCKS_ALONE):
        kept[place:] = [*kept[place + 1 :], undo]
    elif isinstance(removed, Entry):
        kept[place:] = [Gap(removed.at, undo.at)]


def _newest_of_user(kept: Sequence[Entry | Gap]) -> int | None:
    """Where the newest event of the user's stands; None if a barrier, or nothing, comes first."""
    for place in range(len(kept) - 1, -1, -1):
        entry = kept[place]
        if isinstance(entry, Entry) and entry.event.barrier:
            return None
        if isinstance(entry, Entry) and entry.event.by_user:
            return place
    return None
