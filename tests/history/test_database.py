"""The history file: durable, locked as briefly as can be, and read without a trace."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hiptimer.history.database import open_database, open_to_read
from hiptimer.history.store import Store

from .days import Gym
from .files import fingerprints, refused


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


def test_a_history_in_memory_is_as_any_other(gym: Gym) -> None:
    gym.store.close()
    gym.store = Store.in_memory()
    gym.finished()
    assert len(gym.store.sessions()[0].sets) == 6


def test_reading_a_locked_history_waits_for_nobody(gym: Gym) -> None:
    gym.finished()
    with gym.locked():
        store = Store.read(gym.path)
        assert store is not None and len(store.sessions()) == 1
        store.close()
        assert "locked" in refused(gym.path, read=False)


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
    kept = {name for (name,) in gym.ask("SELECT name FROM preferences")}
    assert kept == {"before", "theirs", "after"}
