"""Histories as files: refused by hiptimer, and whether they were touched."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from hiptimer.history.database import open_database, open_to_read
from hiptimer.history.faults import HistoryError
from hiptimer.history.migrations import FIRST


def refused(path: Path, *, read: bool) -> str:
    with pytest.raises(HistoryError) as caught:
        open_to_read(path) if read else open_database(path)
    assert str(path) in str(caught.value)
    return str(caught.value)


def fingerprints(directory: Path) -> dict[str, str]:
    return {one.name: sha256(one.read_bytes()).hexdigest() for one in directory.iterdir() if one.is_file()}


def write_first(path: Path) -> None:
    """A history of the first hiptimer, with one hold of one session."""
    with closing(sqlite3.connect(path)) as old:
        old.executescript(FIRST)
        old.execute("PRAGMA user_version = 1")
        old.execute("INSERT INTO circuits VALUES ('d', 'name = \"Short\"')")
        old.execute(
            "INSERT INTO sessions VALUES (1, 'abc', 'Short', 'd', '{\"reach\": 0.0, \"count\": null,"
            ' "first_side": "left", "loads": []}\', \'2026-03-01T18:30:00+02:00\', 1772382600.0,'
            " '2026-03-01T18:57:00+02:00', 'finished', 5)"
        )
        old.execute(
            "INSERT INTO outcomes VALUES (1, 0, 0, 1, 'wall-push', 'left', NULL, NULL, 31.2, 0, 8.0, 'done',"
            " 0, NULL, NULL, 60.0, '2026-03-01T18:31:00+02:00', 1772382660.0)"
        )
        old.commit()
