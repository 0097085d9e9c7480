"""The history file itself: opened, brought to today's shape, never damaged.

WAL with full synchronisation: a committed transaction survives the death of the app and of the
machine. A file from a newer hiptimer is refused; before an older one is changed it is backed up
beside itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from hiptimer.history.migrations import NEWEST, SCRIPTS

PATIENCE = 0.25
"""Seconds to wait for another process that holds the file."""


class HistoryError(Exception):
    """The history can't be used; the message is a sentence for the user."""


def open_database(path: Path) -> sqlite3.Connection:
    """The history, ready to be written; made if it is not there. Raises `HistoryError`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _connect(path)
    except (OSError, sqlite3.Error) as error:
        raise unusable(path, error) from error
    try:
        _migrate(connection, path)
        # opening a file proves little: only a write lock shows that it can be written
        with transaction(connection):
            pass
    except sqlite3.Error as error:
        connection.close()
        raise unusable(path, error) from error
    except HistoryError:
        connection.close()
        raise
    return connection


def open_in_memory() -> sqlite3.Connection:
    """A history that is gone when it is closed."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    _run_scripts(connection, 0)
    return connection


def open_to_read(path: Path) -> sqlite3.Connection | None:
    """The history, to be read only; None where there is none yet. Raises `HistoryError`."""
    try:
        # not path.exists(): on newer Pythons that is False for a directory that may not be looked into
        path.stat()
        connection, version = _connect_to_read(path)
    except FileNotFoundError:
        return None
    except (OSError, sqlite3.Error) as error:
        raise unusable(path, error) from error
    if version == NEWEST:
        return connection
    connection.close()
    return open_database(path) if version else None


def _connect_to_read(path: Path) -> tuple[sqlite3.Connection, int]:
    """A connection and the version of its file; in a directory that can't be written, too."""
    uri = path.absolute().as_uri()
    # a WAL file wants to write its index beside it even to be read; "immutable" does without
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        connection = sqlite3.connect(f"{uri}?{mode}", uri=True, timeout=PATIENCE)
        try:
            return connection, _version(connection, path)
        except BaseException as error:
            connection.close()
            if not isinstance(error, sqlite3.OperationalError) or "immutable" in mode:
                raise
    raise AssertionError


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; durable when it ends."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite has taken it back by itself where the disk is full
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        # a newer file must not even be switched to another journal mode
        _version(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection, path: Path) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > NEWEST:
        raise HistoryError(
            f"the history {path} was written by a newer hiptimer (its format is {version}, this hiptimer "
            f"knows {NEWEST}): update hiptimer, nothing was changed"
        )
    return int(version)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection, path)
    if version == NEWEST:
        return
    if version:
        with closing(sqlite3.connect(path.with_name(f"{path.name}.before-{version + 1}"))) as backup:
            connection.backup(backup)
    connection.execute("BEGIN IMMEDIATE")
    try:
        # another process may have done it while this one waited
        _run_scripts(connection, _version(connection, path))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _run_scripts(connection: sqlite3.Connection, version: int) -> None:
    for number in range(version, NEWEST):
        for statement in filter(str.strip, SCRIPTS[number].split(";")):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {NEWEST}")


def unusable(path: Path, error: Exception) -> HistoryError:
    """What kept the history from being read or written, as a sentence that says what to do."""
    match error:
        case OSError():
            reason, damaged = error.strerror or str(error), False
        case sqlite3.OperationalError() | sqlite3.IntegrityError():
            reason, damaged = str(error), False
        case _:
            # what SQLite calls "malformed" or "not a database", and values that mean nothing
            reason, damaged = "it is damaged, or no hiptimer history", True
    advice = (
        "Move it away, or put a backup in its place: nothing was changed"
        if damaged
        else f"Check that {path.parent} exists and can be written, or set HIPTIMER_HOME to another directory"
    )
    return HistoryError(f"can't use the history {path}: {reason}. {advice}")
