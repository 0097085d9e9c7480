"""Bringing a session back from its journal, and undo, which is a replay without an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hiptimer.session.ask import broken_hold
from hiptimer.session.breaks import rewound
from hiptimer.session.events import (
    AddRound,
    Effort,
    Enter,
    Event,
    Leave,
    Leaving,
    Note,
    Nudge,
    Pain,
    Pause,
    Reserve,
    Swap,
    Take,
    Undo,
    Weigh,
)
from hiptimer.session.machine import apply, settle
from hiptimer.session.moves import unpause
from hiptimer.session.state import Phase, Session
from hiptimer.values import dataclass

CLOCKS_ALONE = (Nudge, Enter, Swap, AddRound, Weigh, Take, Pain, Note, Reserve, Effort)
"""Events that start and stop nothing: without them, all that came after happens as it did."""
ENDED_EARLY = Leave(Leaving.PARTIAL)
"""The one way of leaving that stays on the screen, with a summary; there it can be taken back."""


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
    event: Event


def replay(start: Session, entries: Iterable[Entry]) -> Session:
    """The session as it stands after the last entry. `start` is the session as it began."""
    session = start
    for entry in _kept(entries):
        if isinstance(entry, Gap):
            session = _without(settle(session, entry.removed), entry)
        else:
            session = apply(session, entry.event, entry.at)
    return session


def _without(session: Session, gap: Gap) -> Session:
    """The session carried over a gap; taking back a pause is going on, for no time passed in it."""
    if isinstance(gap.event, Pause) and session.phase is not Phase.PAUSED:
        paused = apply(session, gap.event, gap.removed)
        if paused.paused is not None and not broken_hold(paused):
            return unpause(paused, gap.at)
    return rewound(session, gap.removed, gap.at)


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
        kept[place:] = [Gap(removed.at, undo.at, removed.event)]


def _newest_of_user(kept: Sequence[Entry | Gap]) -> int | None:
    """Where the newest event of the user's stands; None if a barrier, or nothing, comes first."""
    for place in range(len(kept) - 1, -1, -1):
        entry = kept[place]
        if isinstance(entry, Entry) and entry.event.barrier and entry.event != ENDED_EARLY:
            return None
        if isinstance(entry, Entry) and entry.event.by_user:
            return place
    return None
