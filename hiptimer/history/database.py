"""The history file itself: opened, brought to today's shape, never damaged.

WAL with full synchronisation: a committed transaction survives the death of the app and of the
machine. A file from a newer hiptimer is refused; before an older one is changed it is backed up
beside itself. What becomes of a session whose history is refused stands in `rescue`.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from hiptimer.history.faults import FAULTS, HistoryError, damage, unusable
from hiptimer.history.migrations import NEWEST, SCRIPTS
from hiptimer.history.room import PAGE

PATIENCE = 0.25
"""Seconds to wait for another process that holds the file."""
LARGEST_CHECKED = 50_000_000
"""Bytes up to which all of a file is checked as it is opened: thirty years, and a fifth of a second."""
_FAULTS = (OSError, *FAULTS)


def open_database(path: Path) -> sqlite3.Connection:
    """The history, ready to be written; made if it is not there. Raises `HistoryError`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _look_at(path)
        connection = _connect(path)
    except _FAULTS as error:
        raise unusable(path, error) from error
    try:
        if path.stat().st_size <= LARGEST_CHECKED:
            check(connection)
        _migrate(connection, path)
        # opening a file proves little: only a write lock shows that it can be written
        with transaction(connection):
            # and where it can only be read, SQLite gives no more than a lock to read, and doesn't say so
            if not os.access(path, os.W_OK):
                raise sqlite3.OperationalError("attempt to write a readonly database")
    except _FAULTS as error:
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
        _look_at(path)
        if _half_made(path):
            return open_database(path)
        connection, version = _connect_to_read(path)
    except FileNotFoundError:
        return None
    except _FAULTS as error:
        raise unusable(path, error) from error
    if version == NEWEST:
        return connection
    connection.close()
    return open_database(path) if version else None


def _connect_to_read(path: Path) -> tuple[sqlite3.Connection, int]:
    """A connection and the version of its file; in a directory that can't be written, too."""
    try:
        return _connect_in_mode("mode=ro", path)
    except sqlite3.OperationalError:
        # a WAL file wants to write its index beside it even to be read
        wal = _wal(path)
        if wal.exists() and wal.stat().st_size:
            return _copied(path)
        return _connect_in_mode("mode=ro&immutable=1", path)


def _connect_in_mode(mode: str, path: Path) -> tuple[sqlite3.Connection, int]:
    uri = f"{path.absolute().as_uri()}?{mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE)
    try:
        return connection, _version(connection, path)
    except BaseException:
        connection.close()
        raise


def _copied(path: Path) -> tuple[sqlite3.Connection, int]:
    """The history in memory, with what was written last and stands beside the file still."""
    from shutil import copyfile
    from tempfile import TemporaryDirectory

    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with TemporaryDirectory() as directory:
            copy = Path(directory, path.name)
            copyfile(path, copy)
            copyfile(_wal(path), _wal(copy))
            with closing(sqlite3.connect(copy)) as found:
                found.backup(memory)
        check(memory)
        return memory, _version(memory, path)
    except BaseException:
        memory.close()
        raise


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


def check(connection: sqlite3.Connection) -> None:
    """Look through the whole file. Raises `sqlite3.DatabaseError` where it is damaged."""
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise damage(found)


def _look_at(path: Path) -> None:
    """See the damage that SQLite would make worse, by writing into the file what waits beside it."""
    wal = _wal(path)
    if not (path.exists() and path.stat().st_size) and wal.exists() and wal.stat().st_size:
        raise damage("file is empty or gone, and what was written last is still beside it")
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a directory", str(path))
    if not path.is_file():
        return
    if not os.access(path, os.R_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    if _half_made(path):
        return
    # SQLite has to look by itself: who opens and closes the file beside it takes away its locks on the file,
    # those of every connection of this process ("immutable": at nothing but the file)
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as found:
        try:
            found.execute("SELECT 1 FROM sqlite_master LIMIT 1")
        except sqlite3.Error as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
                raise


def _half_made(path: Path) -> bool:
    """Whether the machine stopped as SQLite made the file: what stands beside it takes that back."""
    beside = path.with_name(f"{path.name}-journal")
    return path.is_file() and path.stat().st_size <= PAGE and beside.exists() and bool(beside.stat().st_size)


def _wal(path: Path) -> Path:
    """What was written last stands in it, until SQLite moves it into the file."""
    return path.with_name(f"{path.name}-wal")


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
            f"knows {NEWEST}): update hiptimer, nothing was changed",
            "the history was written by a newer hiptimer",
        )
    return int(version)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection, path)
    if version == NEWEST:
        return
    if version:
        with closing(sqlite3.connect(path.with_name(f"{path.name}.before-{version + 1}"))) as backup:
            connection.backup(backup)
    with transaction(connection):
        # another process may have done it while this one waited
        _run_scripts(connection, _version(connection, path))


def _run_scripts(connection: sqlite3.Connection, version: int) -> None:
    for number in range(version, NEWEST):
        for statement in filter(str.strip, SCRIPTS[number].split(";")):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {NEWEST}")
