"""The history file: never damaged, and refused in a sentence when it can't be used."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from hiptimer.circuit.model import Side
from hiptimer.history import database
from hiptimer.history.database import HistoryError, open_database, open_to_read
from hiptimer.history.migrations import FIRST, NEWEST, SCRIPTS
from hiptimer.history.store import Store

from .days import Gym

needs_permissions = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions don't stop this user"
)


def refused(path: Path, *, read: bool) -> str:
    with pytest.raises(HistoryError) as caught:
        open_to_read(path) if read else open_database(path)
    assert str(path) in str(caught.value)
    return str(caught.value)


def fingerprints(directory: Path) -> dict[str, str]:
    return {one.name: sha256(one.read_bytes()).hexdigest() for one in directory.iterdir() if one.is_file()}


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


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a right there")
def test_what_was_written_last_is_read_too_where_nothing_can_be_written(gym: Gym, tmp_path: Path) -> None:
    gym.finished()
    killed = tmp_path / "killed" / "history.db"
    killed.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copy(f"{gym.path}{end}", f"{killed}{end}")
    # SQLite can't make its index there
    killed.with_name("history.db-shm").symlink_to(killed.parent / "nowhere" / "index")
    before = fingerprints(killed.parent)
    store = Store.read(killed)
    assert store is not None and store.sessions() == gym.store.sessions()
    store.close()
    assert fingerprints(killed.parent) == before


@needs_permissions
def test_a_directory_that_may_not_be_looked_into_is_not_an_empty_log(gym: Gym) -> None:
    gym.path.parent.chmod(0)
    try:
        refused(gym.path, read=True)
    finally:
        gym.path.parent.chmod(0o700)


def test_reading_makes_no_file(tmp_path: Path) -> None:
    assert open_to_read(tmp_path / "data" / "history.db") is None
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_an_empty_log_and_then_a_history(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    path.touch()
    assert open_to_read(path) is None
    store = Store.open(path)
    assert store.count() == 0
    store.close()


def test_a_history_is_durable_and_checks_what_refers_to_what(gym: Gym) -> None:
    connection = open_database(gym.path)
    found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert found == ["wal", 2]
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    connection.close()


def test_an_older_history_is_backed_up_and_then_changed(gym: Gym, monkeypatch: pytest.MonkeyPatch) -> None:
    gym.finished()
    gym.store.close()
    monkeypatch.setattr(database, "SCRIPTS", (*SCRIPTS, "ALTER TABLE sessions ADD COLUMN place TEXT"))
    monkeypatch.setattr(database, "NEWEST", NEWEST + 1)
    connection = open_database(gym.path)
    assert connection.execute("PRAGMA user_version").fetchone() == (NEWEST + 1,)
    assert connection.execute("SELECT place FROM sessions").fetchall() == [(None,)]
    connection.close()
    backup = sqlite3.connect(gym.path.with_name(f"history.db.before-{NEWEST + 1}"))
    assert backup.execute("PRAGMA user_version").fetchone() == (NEWEST,)
    assert backup.execute("SELECT count(*) FROM outcomes").fetchone() == (6,)
    backup.close()


def test_a_history_from_before_there_were_guests_keeps_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
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
    with closing(Store.open(path)) as store:
        (session,) = store.sessions()
        assert (session.guest, session.rpe, session.sets[0].seconds) == (False, 5, 31.2)
        assert store.last_trained() == session
        assert store.first_side("Short") is Side.LEFT
        assert store.loads(["wall-push"]) == {("wall-push", Side.LEFT): 8.0}
        assert store.begun("abc").guest is False
        assert store.preferences() == {}
    assert path.with_name("history.db.before-2").exists()


def test_a_history_in_memory_is_as_any_other(gym: Gym) -> None:
    gym.store.close()
    gym.store = Store.in_memory()
    gym.finished()
    assert len(gym.store.sessions()[0].sets) == 6


def test_a_change_that_fails_halfway_leaves_the_old_history(
    gym: Gym, monkeypatch: pytest.MonkeyPatch
) -> None:
    gym.finished()
    bad = "ALTER TABLE sessions ADD COLUMN place TEXT; ALTER TABLE nowhere ADD COLUMN x TEXT"
    monkeypatch.setattr(database, "SCRIPTS", (*SCRIPTS, bad))
    monkeypatch.setattr(database, "NEWEST", NEWEST + 1)
    refused(gym.path, read=False)
    monkeypatch.undo()
    assert len(gym.store.sessions()) == 1
    connection = open_database(gym.path)
    assert connection.execute("PRAGMA user_version").fetchone() == (NEWEST,)
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(sessions)")]
    assert "id" in columns and "place" not in columns
    connection.close()


def test_reading_a_locked_history_waits_for_nobody(gym: Gym) -> None:
    gym.finished()
    other = sqlite3.connect(gym.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = Store.read(gym.path)
    assert store is not None and len(store.sessions()) == 1
    store.close()
    assert "locked" in refused(gym.path, read=False)
    other.close()


WRITES = """
import sys
from pathlib import Path
from hiptimer.history.store import Store
store = Store.open(Path(sys.argv[1]))
store.prefer({"theirs": "1"})
store.close()
"""


@pytest.mark.parametrize("look", [Store.read, Store.open])
def test_a_second_look_at_it_takes_no_lock_from_the_first(
    gym: Gym, look: Callable[[Path], Store | None]
) -> None:
    gym.store.prefer({"before": "1"})
    second = look(gym.path)
    assert second is not None
    second.close()
    # what ends last moves what waits beside the file into it, and takes it away
    subprocess.run([sys.executable, "-c", WRITES, str(gym.path)], check=True)
    assert gym.path.with_name("history.db-wal").exists()
    gym.store.prefer({"after": "1"})
    with closing(sqlite3.connect(gym.path)) as other:
        kept = {name for (name,) in other.execute("SELECT name FROM preferences")}
    assert kept == {"before", "theirs", "after"}
