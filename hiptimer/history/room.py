"""Room on the disk for what a session is going to write, taken before its first key."""

from __future__ import annotations

import sqlite3

NEEDED = 512 * 1024
"""Bytes: a session of thirty sets writes about 130 pages of 4 kB."""
_FEW = 10
"""Pages that may wait in memory for their commit; what is more goes to the disk at once."""
PAGE = 4096
"""Bytes of a page, where nobody asked SQLite for another size."""


def make_room(connection: sqlite3.Connection) -> None:
    """Make the file longer to which SQLite appends all it writes. Raises `sqlite3.Error`.

    A commit that makes it longer by itself waits until its file system has noted the new length, too: half
    as long again. What is written here is rolled back, so that SQLite writes over it from then on.
    """
    (usual,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA cache_size = {_FEW}")
    try:
        connection.execute(
            "INSERT OR REPLACE INTO preferences VALUES ('room', zeroblob(?))", (NEEDED + _FEW * PAGE,)
        )
    finally:
        # SQLite has taken it back by itself where the disk is full
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute(f"PRAGMA cache_size = {usual}")
