"""Which sessions were left open, and which of them are live in some window.

filelock is imported where a lock is taken: where nothing was left, home takes none, and it is seen sooner.
"""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from hiptimer.circuit.text import clean
from hiptimer.history.records import SessionRecord
from hiptimer.history.store import Store

if TYPE_CHECKING:
    from filelock import FileLock

PATIENCE = 0.1
"""Seconds to wait for a session's lock: a look whether it is live holds it for an instant, too."""
NONE_OPEN = "no session is unfinished: leave --resume out to start a new one"
NONE_OF_GUESTS = "no guest's session is unfinished: leave --resume out to start a new one"

log = logging.getLogger(__name__)


class NothingToResume(Exception):
    """A session was to be resumed and none can be; the message is a sentence for the user."""


class Busy(NothingToResume):
    """The session is live in another window."""


class Unreadable(NothingToResume):
    """A session that was left open can't be resumed: of another hiptimer, or damaged."""

    def __init__(self, error: Exception) -> None:
        told = isinstance(error, (ValueError, sqlite3.Error))
        reason = clean(str(error)) if told else "its journal can't be read"
        super().__init__(
            f"the unfinished session can't be resumed: {reason}. "
            "A new one (n, or --new) ends it as partial, with all its sets"
        )


def need_open(store: Store, guest: bool | None = None) -> None:
    """Raise `NothingToResume` where no session is `unfinished`."""
    if not unfinished(store, guest):
        none = NONE_OF_GUESTS if guest else NONE_OPEN
        raise NothingToResume(f"nothing can be resumed: {store.unkept}" if store.unkept else none)


def unfinished(store: Store, guest: bool | None = None) -> list[SessionRecord]:
    """The sessions that are open, those live in a window too; the one to go on with first is the last.

    `guest`: those of guests alone, or the user's alone. With neither the user's come last, each the newest
    last: a guest who trained meanwhile leaves what the user goes on with as it was.
    """
    found = [one for one in store.earlier.sessions(status="open") if guest in (None, one.guest)]
    return sorted(found, key=lambda one: not one.guest)


def left_open(store: Store, locks: Path, guest: bool | None = None) -> list[SessionRecord]:
    """Those of the `unfinished` that were left and can be resumed: not live in a window."""
    return [record for record in unfinished(store, guest) if not is_live(locks, record.id)]


def is_live(locks: Path, session_id: str) -> bool:
    """Whether a session is running in some window just now."""
    if not _lock_file(locks, session_id).exists():
        return False
    try:
        lock_of(locks, session_id).release()
    except Busy:
        return True
    return False


def lock_of(locks: Path, session_id: str) -> FileLock:
    """The lock that marks a live session; the system lets it go when the process ends in any way.

    Where no file can be written there is none: the history stands beside it, and can't be written either.
    Raises `Busy` where another window holds it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(_lock_file(locks, session_id))
    try:
        locks.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=PATIENCE, poll_interval=PATIENCE / 10)
    except Timeout:
        raise Busy("this session is live in another window: go on there, or close it first") from None
    except OSError as error:
        log.warning("no lock: %s", error)
    return lock


def _lock_file(locks: Path, session_id: str) -> Path:
    return locks / f"{session_id}.lock"
