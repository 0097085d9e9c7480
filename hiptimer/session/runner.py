"""The runner of a session: the one place where clock, session, journal and listeners meet.

Every look and every key goes the same way: Has the machine slept? What has run out since? What does
the key do? What changed is in the journal before it is adopted, and adopted before anyone is told.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from hiptimer.circuit.model import Count
from hiptimer.session import events as e
from hiptimer.session.ask import counting, ended, running
from hiptimer.session.clock import Clock
from hiptimer.session.machine import apply, settle
from hiptimer.session.replay import Entry, can_undo, replay
from hiptimer.session.state import Outcome, Phase, Session

SLEPT = 5.0
"""Seconds between two looks from which on the machine is taken to have slept."""
BOUNCE = 0.8
"""Seconds after a big key within which another one is dropped; a held key fires once."""
UNASKED = 2.0
"""Seconds of a set that began by itself, behind a skip, in which a big key is taken to answer a question
that a skip in a countdown does not ask."""
RETRY = 1.0
"""Seconds between two tries to write a journal that could not be written."""

log = logging.getLogger(__name__)

Listener = Callable[["Runner"], None]


class Journal(Protocol):
    """Where the runner writes what happened."""

    trouble: str | None

    def record(self, entries: Sequence[Entry], session: Session, at: float, wall: datetime) -> None:
        """Write events and the session they led to, durably; or keep them and say so in `trouble`."""

    def retry(self) -> None:
        """Try again to write what could not be written."""

    def close(self) -> None:
        """Nothing more comes."""


class Runner:
    """Runs one live session. `begun` is the session at its very beginning; `entries` its journal."""

    def __init__(self, clock: Clock, journal: Journal, begun: Session, entries: Sequence[Entry] = ()) -> None:
        self._clock = clock
        self._journal = journal
        self._begun = begun
        self._entries = list(entries)
        self._session = replay(begun, self._entries)
        self._zero = clock.now()
        self._looked = 0.0
        self._pressed = float("-inf")
        self._retried = 0.0
        self._woke = float("-inf")
        self._listeners: list[Listener] = []
        if self._entries:
            last = self._entries[-1].at
            self._zero -= last
            self._looked = last
            self._commit([Entry(last, e.Resumed())], apply(self._session, e.Resumed(), last), last)

    @property
    def session(self) -> Session:
        """The session as it stood at the last look."""
        return self._session

    @property
    def zero(self) -> float:
        """What the clock showed when the session began, in seconds."""
        return self._zero

    @property
    def trouble(self) -> str | None:
        """Why the session is not being saved just now, or None."""
        return self._journal.trouble

    @property
    def started(self) -> bool:
        """Whether anything has happened yet that is worth keeping."""
        return bool(self._entries)

    @property
    def woke(self) -> float:
        """When a sleep of the machine last changed the session; minus infinity: never since it was opened."""
        return self._woke

    @property
    def lasted(self) -> float:
        """Seconds from the first event to the end, or the last one so far, as the log counts them."""
        if not self._entries:
            return 0.0
        over = ended(self._session)
        return (self._entries[-1].at if over is None else over) - self.began

    @property
    def can_undo(self) -> bool:
        """Whether there is a key of the user's to take back."""
        return can_undo(self._entries)

    def now(self) -> float:
        """Seconds since the session began."""
        return self._clock.now() - self._zero

    @property
    def began(self) -> float:
        """The instant of the first event; 0.0 before it."""
        return self._entries[0].at if self._entries else 0.0

    def wall_at(self, at: float) -> datetime:
        """Date and time on the wall at an instant of the session, by what the wall says now."""
        return self._clock.wall() - timedelta(seconds=self.now() - at)

    def listen(self, listener: Listener) -> None:
        """Tell this listener, after those before it, whenever the session has changed."""
        self._listeners.append(listener)

    def forget(self, listener: Listener) -> None:
        """Tell this listener no more."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    def look(self) -> Session:
        """Let what ran out run out, and tell the listeners if that changed anything."""
        if self._catch_up(self.now()):
            self._tell()
        return self._session

    def send(self, event: e.Event) -> bool:
        """What the user did. False if it was illegal here, and changed nothing."""
        now = self.now()
        moved = self._catch_up(now)
        after = apply(self._session, event, now)
        changed = after != self._session
        if changed:
            self._commit([Entry(now, event)], after, now)
        if moved or changed:
            self._tell()
        return changed

    def bounced(self) -> bool:
        """Whether the big key, received now, came too soon after the one before to be meant."""
        before, self._pressed = self._pressed, self.now()
        return self._pressed - before < BOUNCE

    def press(self) -> bool:
        """The big key, unless it bounced, or was meant for the skip before it."""
        return not self.bounced() and not self._answers_skip() and self.send(e.Press())

    def _answers_skip(self) -> bool:
        session = self.look()
        skipped = bool(self._entries) and isinstance(self._entries[-1].event, e.Skip)
        fresh = session.phase is Phase.WORK and self.now() - session.since < UNASKED
        return skipped and fresh and counting(session) is not Count.TAP

    def undo(self) -> bool:
        """Take back the newest event of the user's; False if there is nothing to undo."""
        now = self.now()
        moved = self._catch_up(now)
        possible = self.can_undo
        if possible:
            entry = Entry(now, e.Undo())
            self._commit([entry], settle(replay(self._begun, [*self._entries, entry]), now), now)
        if moved or possible:
            self._tell()
        return possible

    def retry(self) -> None:
        """Try now to write what could not be written."""
        self._journal.retry()

    def close(self) -> None:
        """Nothing more comes: the journal is written as far as it can be, the listeners are let go."""
        self._listeners.clear()
        self._journal.close()

    def _catch_up(self, now: float) -> bool:
        """Sleep, then what ran out. True if the session changed."""
        before, last, self._looked = self._session, self._looked, now
        if running(before) and now - last > SLEPT:
            self._adopt_settled(last)
            woke = e.Woke(last)
            after = apply(self._session, woke, now)
            if after != self._session:
                self._commit([Entry(now, woke)], after, now)
                self._woke = now
        self._adopt_settled(now)
        if self._journal.trouble is not None and now - self._retried >= RETRY:
            self._retried = now
            self._journal.retry()
        return self._session is not before

    def _adopt_settled(self, at: float) -> None:
        settled = settle(self._session, at)
        if settled is self._session:
            return
        ran_out = sorted({row.at for row in _new_outcomes(self._session, settled)})
        if ran_out:
            self._commit([Entry(instant, e.Elapsed()) for instant in ran_out], settled, at)
        else:
            self._session = settled

    def _commit(self, entries: list[Entry], session: Session, at: float) -> None:
        """Durable first, then true."""
        self._journal.record(entries, session, at, self._clock.wall())
        self._entries.extend(entries)
        self._session = session

    def _tell(self) -> None:
        """Tell the listeners. One that fails is reported and cut off: it can't stop the clock."""
        for listener in tuple(self._listeners):
            try:
                listener(self)
            except Exception:
                log.exception("a listener failed and is cut off: %r", listener)
                self._listeners.remove(listener)


def _new_outcomes(before: Session, after: Session) -> list[Outcome]:
    return [
        row
        for index, made in after.outcomes.items()
        if before.outcomes.get(index) is not made
        for row in made
    ]
