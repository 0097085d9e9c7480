"""The history for a session, whatever state its file is in: a session can always be timed.

A damaged file is set aside, and a new one begun. A file that can't be used for any other reason is left
exactly as it is; what can be read of it is read into memory, and each write tries the file once more.
"""

from __future__ import annotations

import logging
import sqlite3
import sys
from contextlib import AbstractContextManager, closing, suppress
from datetime import datetime
from pathlib import Path

from hiptimer.circuit.text import clean
from hiptimer.file_words import why
from hiptimer.history.aside import Replaced, identity, set_aside
from hiptimer.history.database import check, open_database, open_in_memory, open_to_read
from hiptimer.history.faults import Damaged, HistoryError, unusable
from hiptimer.history.store import Store

log = logging.getLogger(__name__)


class Unkept(Store):
    """What a history held when it could last be read, in memory; its own file as soon as that can be used."""

    def __init__(self, path: Path, error: HistoryError) -> None:
        super().__init__(open_in_memory() if isinstance(error, Damaged) else _read_into_memory(path))
        self._path = path
        self.unkept = error.reason
        self.news = f"{error}. The session can be timed, but it is NOT BEING SAVED"

    def _writing(self) -> AbstractContextManager[None]:
        """Raises `sqlite3.OperationalError` as long as the file can't be used."""
        if self.unkept:
            self._reach()
        return super()._writing()

    def _reach(self) -> None:
        try:
            found = open_database(self._path)
        except HistoryError as error:
            self.unkept = error.reason
            raise sqlite3.OperationalError(error.reason) from error
        self._db.close()
        self._db = found
        self._is_at(self._path)
        self.unkept = ""


def open_history(path: Path, now: datetime) -> Store:
    """The history, to be written, whatever is wrong with its file: that is said on standard error."""
    store = open_rescued(path, now)
    if store.news and sys.stderr is not None:
        print(f"hiptimer: {clean(store.news)}.", file=sys.stderr, flush=True)
    return store


def open_rescued(path: Path, now: datetime) -> Store:
    """The history, to be written. Never raises: what is wrong stands in `unkept` and `news`."""
    which = identity(path)
    try:
        return _opened(path)
    except Damaged as error:
        log.warning("damaged: %s", error)
        return _begun_anew(path, which, now)
    except HistoryError as error:
        log.warning("not being saved: %s", error)
        return Unkept(path, error)


def _begun_anew(path: Path, which: tuple[int, int] | None, now: datetime) -> Store:
    aside = None
    try:
        aside = set_aside(path, which, now)
    except (Replaced, FileNotFoundError):
        log.warning("another window has set it aside meanwhile")
    except OSError as error:
        return Unkept(path, _stays(path, error))
    try:
        store = _opened(path)
    except HistoryError as error:
        return Unkept(path, error)
    if aside is not None:
        store.news = f"the history was damaged: it is set aside as {aside}, and a new one is begun"
    return store


def _stays(path: Path, error: OSError) -> Damaged:
    reason = f"the history is damaged, and {why(path, error)}"
    return Damaged(f"can't use {path}: {reason}. It was left as it is", reason)


def _opened(path: Path) -> Store:
    """The history, if the newest of what is in it can be read, too. Raises `HistoryError`."""
    store = Store.open(path)
    try:
        store.preferences()
        store.sessions(1)
        store.last_trained()
    except (sqlite3.Error, ValueError, TypeError) as error:
        store.close()
        raise unusable(path, error) from error
    return store


def _read_into_memory(path: Path) -> sqlite3.Connection:
    """A copy of the history; an empty one where it can't be read."""
    with suppress(HistoryError, sqlite3.Error, ValueError, TypeError):
        found = open_to_read(path)
        if found is not None:
            with closing(found):
                return _sound_copy(found)
    return open_in_memory()


def _sound_copy(found: sqlite3.Connection) -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        found.backup(memory)
        check(memory)
        memory.execute("PRAGMA foreign_keys = ON")
        Store(memory).last_trained()
    except BaseException:
        memory.close()
        raise
    return memory
