"""The log as its screens use it: pages of it, one session in full, what is changed in it. No Textual here."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.file import parse
from hiptimer.circuit.model import Exercise
from hiptimer.history.changes import Change, NotAllowed, edits, instant_after, of_session, taken_back
from hiptimer.history.records import SessionRecord
from hiptimer.history.store import Store
from hiptimer.session.lives import is_live
from hiptimer.tui.logged import Logged
from hiptimer.tui.logged_edit import Refused, Wanted, changes
from hiptimer.weights import Unit

UNFINISHED = "It is unfinished: r on home goes on with it, and there it can be corrected."
LIVE = "It is open in another window: close it there first."
ELSEWHERE = "Not changed: it was changed in another window. It is shown as it is now."
GONE = "It is not in the log any more."

log = logging.getLogger(__name__)


class LogTrouble(Exception):
    """The history can't be read or written just now; the message is a sentence for the user."""


class Stale(Refused):
    """A session is not as it was shown any more: nothing was changed."""

    def __init__(self, fresh: Logged) -> None:
        super().__init__(ELSEWHERE)
        self.fresh = fresh
        """As it is now."""


class Logbook:
    """Reads and changes the log. Its methods raise `LogTrouble`, those that change a session `Refused`, too.

    Nothing was changed then.
    """

    def __init__(self, store: Store, locks: Path, now: Callable[[], datetime], unit: Unit = Unit.KG) -> None:
        self._store = store
        self._locks = locks
        self._now = now
        self._unit = unit

    def count(self) -> int:
        """How many sessions there are."""
        with _read():
            return self._store.count()

    def page(self, before: SessionRecord | None, number: int) -> list[SessionRecord]:
        """So many sessions before one, newest first; None: from the newest on."""
        with _read():
            return self._store.before(before, number)

    def read(self, session_id: str) -> Logged:
        """One session in full."""
        with _read():
            record = self._store.session(session_id)
            if record is None or record.status == "discarded":
                raise LogTrouble(GONE)
            return Logged(
                record,
                tuple(self._store.changes(session_id)),
                self._exercises(session_id),
                self._unit,
                self._kept(record),
            )

    def _exercises(self, session_id: str) -> Mapping[str, Exercise]:
        try:
            return {one.id: one for one in parse(self._store.begun(session_id).text).every}
        except CircuitFaults:
            # of a log that came without its circuits, or of a version that reads them in another way
            return {}

    def _kept(self, record: SessionRecord) -> str:
        if is_live(self._locks, record.id):
            return LIVE
        return UNFINISHED if record.status == "open" else ""

    def amend(self, logged: Logged, wanted: Wanted) -> tuple[Change, ...]:
        """Bring about what is wanted; what was changed, perhaps nothing."""
        try:
            made = changes(logged, wanted, self._now())
        except NotAllowed as error:
            raise Refused(f"that can't be changed ({error})") from error
        self._write(logged, made)
        return made

    def undo(self, logged: Logged) -> tuple[Change, ...]:
        """Take back the last edit that stands; what was changed by it, nothing where none stands."""
        standing = edits(logged.changes)
        if not standing:
            return ()
        made = taken_back(standing[-1], instant_after(logged.changes, self._now()))
        self._write(logged, made)
        return made

    def delete(self, logged: Logged) -> None:
        """Take a session out of the log; it stays in the file."""
        at = instant_after(logged.changes, self._now())
        self._write(logged, (of_session(logged.record, "status", "discarded", at),))

    def has_deleted(self) -> bool:
        """Whether there is a session to be brought back."""
        with _read():
            return bool(self._store.deleted())

    def bring_back(self) -> SessionRecord | None:
        """The session that was deleted last, back in the log; None where none is deleted."""
        with _read():
            names = self._store.deleted()
            if not names:
                return None
            made = self._store.changes(names[0])
        deletion = next(one for one in reversed(made) if one.place == (-1, -1, "status"))
        with _written():
            self._store.amend(names[0], taken_back([deletion], instant_after(made, self._now())))
        return self.read(names[0]).record

    def _write(self, logged: Logged, made: tuple[Change, ...]) -> None:
        """Only on what the user has seen: what a value was is kept with the change, and has to be true."""
        fresh = self.read(logged.record.id)
        if fresh.kept:
            raise Refused(fresh.kept)
        if (fresh.record, fresh.changes) != (logged.record, logged.changes):
            raise Stale(fresh)
        if made:
            with _written():
                self._store.amend(logged.record.id, made)


@contextmanager
def _read() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, ValueError) as error:
        log.warning("log not read: %s", error)
        raise LogTrouble(f"The log can't be read: {error}. Go back and try again.") from error


@contextmanager
def _written() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, KeyError, ValueError) as error:
        log.warning("change not written: %s", error)
        raise LogTrouble(f"Not changed, it can't be written: {error}. Try again.") from error
