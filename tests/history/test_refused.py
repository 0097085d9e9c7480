"""A history that can't be used is refused in a sentence, and not touched."""

from __future__ import annotations

import os
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

from hiptimer.history.migrations import NEWEST
from hiptimer.history.store import Store

from .days import Gym
from .files import fingerprints, refused

needs_permissions = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions don't stop this user"
)


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A history of a hiptimer that is yet to come, in the journal mode that it likes."""
    path = tmp_path / "history.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE sessions (something TEXT)")
    connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
    connection.close()
    return path


@pytest.mark.parametrize("read", [True, False])
def test_a_newer_file_is_refused_and_not_touched(newer: Path, read: bool) -> None:
    before = fingerprints(newer.parent)
    said = refused(newer, read=read)
    assert "newer hiptimer" in said and "update hiptimer" in said
    assert fingerprints(newer.parent) == before


@pytest.mark.parametrize("read", [True, False])
@pytest.mark.parametrize(
    "content",
    [b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4000],
    ids=["a text", "a header and no more"],
)
def test_a_damaged_file_is_refused_and_not_touched(tmp_path: Path, content: bytes, read: bool) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(content)
    assert "damaged" in refused(path, read=read)
    assert fingerprints(tmp_path) == {"history.db": sha256(content).hexdigest()}


def test_damage_in_the_middle_is_found_when_it_is_read(gym: Gym) -> None:
    for day in range(30):
        gym.finished(days=day)
    gym.store.close()
    content = bytearray(gym.path.read_bytes())
    content[8192:] = b"\x55" * (len(content) - 8192)
    gym.path.write_bytes(content)
    store = Store.read(gym.path)
    assert store is not None
    with pytest.raises(sqlite3.Error):
        store.sessions()
    store.close()


@pytest.mark.parametrize("read", [True, False])
def test_a_file_in_place_of_the_directory_is_a_sentence(tmp_path: Path, read: bool) -> None:
    (tmp_path / "data").write_text("in the way")
    said = refused(tmp_path / "data" / "history.db", read=read)
    assert "HIPTIMER_HOME" in said


@pytest.mark.parametrize("read", [True, False])
def test_a_directory_in_place_of_the_file_is_a_sentence(tmp_path: Path, read: bool) -> None:
    (tmp_path / "history.db").mkdir()
    assert "history.db: it is a directory. Check" in refused(tmp_path / "history.db", read=read)


@needs_permissions
def test_in_a_directory_that_can_only_be_read_the_log_is_read_and_nothing_is_begun(gym: Gym) -> None:
    gym.finished()
    gym.store.close()
    gym.path.chmod(0o400)
    gym.path.parent.chmod(0o500)
    try:
        store = Store.read(gym.path)
        assert store is not None and len(store.sessions()) == 1
        store.close()
        assert "HIPTIMER_HOME" in refused(gym.path, read=False)
    finally:
        gym.path.parent.chmod(0o700)


@needs_permissions
def test_a_directory_that_may_not_be_looked_into_is_not_an_empty_log(gym: Gym) -> None:
    gym.path.parent.chmod(0)
    try:
        refused(gym.path, read=True)
    finally:
        gym.path.parent.chmod(0o700)
