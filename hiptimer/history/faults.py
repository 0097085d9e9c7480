"""What can be wrong with the history file, in the words of a user."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from hiptimer.file_words import why

FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""All that SQLite can raise: the second where it complains of names so broken that Python can't read it."""
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class HistoryError(Exception):
    """The history can't be used; the message is a sentence for the user, `reason` a few words of it."""

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message)
        self.reason = reason or message


class Damaged(HistoryError):
    """The file itself is broken, by SQLite's own word: no permission, lock or full disk is at fault."""


def unusable(path: Path, error: Exception) -> HistoryError:
    """What kept the history from being read or written, as a sentence that says what to do."""
    start = f"can't use the history {path}"
    if isinstance(error, (OSError, sqlite3.OperationalError, sqlite3.IntegrityError)):
        reason = why(path, error)
        advice = f"Check that {path.parent} can be written and has room, or set HIPTIMER_HOME to another one"
        return HistoryError(f"{start}: {reason}. {advice}", reason)
    reason = "the history is damaged"
    if isinstance(error, UnicodeDecodeError) or getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE:
        advice = "Nothing was changed. hiptimer start sets it aside; or put a backup in its place"
        return Damaged(f"{start}: it is damaged. {advice}", reason)
    # values that mean nothing
    advice = "Put a backup in its place, or move it away: nothing was changed"
    return HistoryError(f"{start}: it is damaged, or no hiptimer history. {advice}", reason)


def damage(reason: str) -> sqlite3.DatabaseError:
    """An error as SQLite's own of a file that is broken."""
    error = sqlite3.DatabaseError(reason)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error
