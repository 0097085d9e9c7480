"""The history for a session, whatever state its file is in: damage is set aside, all else is left alone."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hiptimer.history.faults import HistoryError
from hiptimer.history.rescue import open_rescued
from hiptimer.history.store import Store
from hiptimer.session.opening import open_new
from tests.circuits import SHORT

from .days import OPTIONS, Gym

NOW = datetime(2026, 11, 23, 2, 50, tzinfo=UTC)
ASIDE = "history.db.damaged-2026-11-23T02-50-00"
HOLDS_OPEN = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute("SELECT count(*) FROM sessions").fetchone()
print("open", flush=True)
sys.stdin.read()
"""


def names(path: Path) -> set[str]:
    return {one.name for one in path.parent.iterdir()}


def test_a_sound_history_is_opened_and_nothing_is_said(gym: Gym) -> None:
    gym.finished()
    with closing(open_rescued(gym.path, NOW)) as store:
        assert (store.count(), store.unkept, store.news) == (1, "", "")


def test_a_damaged_one_is_set_aside_with_what_is_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    for end, content in (("", b"no database"), ("-wal", b"the last set"), ("-shm", b"an index")):
        path.with_name(path.name + end).write_bytes(content)
    with closing(open_rescued(path, NOW)) as store:
        assert (store.count(), store.unkept) == (0, "")
        assert ASIDE in store.news
    for end, content in (("", b"no database"), ("-wal", b"the last set"), ("-shm", b"an index")):
        assert path.with_name(ASIDE + end).read_bytes() == content


def test_two_in_one_second_have_two_names(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    for content in (b"the first", b"the second"):
        path.write_bytes(content)
        open_rescued(path, NOW).close()
    assert path.with_name(ASIDE).read_bytes() == b"the first"
    assert path.with_name(f"{ASIDE}-2").read_bytes() == b"the second"


def test_an_empty_file_with_the_last_sets_still_beside_it_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    path.touch()
    path.with_name("history.db-wal").write_bytes(b"SQLite would delete this")
    open_rescued(path, NOW).close()
    assert path.with_name(f"{ASIDE}-wal").read_bytes() == b"SQLite would delete this"


JOURNAL = bytes.fromhex("d9d505f920a163d7 00000000 bddab38f 00000000 00000200 00001000").ljust(512, b"\0")
"""What SQLite keeps beside a file of no page while it writes the first one."""


@pytest.mark.parametrize("way", ["written", "read"])
def test_given_the_power_failed_as_the_file_was_made_it_is_made_anew(tmp_path: Path, way: str) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(bytes(512) + b"SQLite" * 512 + bytes(512))
    path.with_name("history.db-journal").write_bytes(JOURNAL)
    store = open_rescued(path, NOW) if way == "written" else Store.read(path)
    assert store is not None and (store.news, store.sessions()) == ("", [])
    store.close()
    assert [one.name for one in tmp_path.iterdir()] == ["history.db"]


@pytest.mark.skipif(sys.platform == "win32", reason="there a file that is open can't be written over")
def test_one_that_another_program_has_open_stays(gym: Gym) -> None:
    gym.finished()
    gym.store.close()
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS_OPEN, str(gym.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None and other.stdout.readline() == b"open\n"
        gym.path.write_bytes(b"overwritten")
        with closing(open_rescued(gym.path, NOW)) as store:
            assert "open in another window" in store.unkept
        assert gym.path.read_bytes() == b"overwritten"
        assert not any("damaged" in name for name in names(gym.path))
        other.communicate(b"")


def test_values_that_mean_nothing_set_nothing_aside(gym: Gym) -> None:
    gym.finished()
    gym.store._db.execute("UPDATE sessions SET started_at = 'the day before yesterday'")
    gym.store.close()
    with closing(open_rescued(gym.path, NOW)) as store:
        assert store.unkept
        assert store.count() == 0
    assert not any("damaged" in name for name in names(gym.path))


def test_what_can_be_read_is_there_and_what_is_done_waits_for_the_file(gym: Gym) -> None:
    gym.finished()
    with gym.locked():
        store = open_rescued(gym.path, NOW)
        assert store.unkept == "database is locked"
        assert store.last_trained() == gym.store.last_trained()
        runner = open_new(store, gym.locks, gym.clock, SHORT, OPTIONS)
        assert runner.trouble == "database is locked"
        gym.do(runner)
        assert runner.trouble == "database is locked"
        assert gym.store.count() == 1
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            store.prefer({"count": "tap"})
    gym.wait(runner, 4.0)
    assert runner.trouble is None and store.unkept == ""
    gym.finish(runner)
    runner.close()
    store.close()
    assert [one.status for one in gym.store.sessions()] == ["finished", "finished"]
    assert len(gym.store.sessions()[-1].sets) == 6


def test_a_directory_in_its_place_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    path.mkdir()
    with closing(open_rescued(path, NOW)) as store:
        assert store.unkept
    assert names(path) == {"history.db"}


def test_only_a_history_to_be_written_is_set_aside(tmp_path: Path) -> None:
    from hiptimer.history.store import Store

    path = tmp_path / "history.db"
    path.write_bytes(b"no database")
    with pytest.raises(HistoryError):
        Store.read(path)
    assert names(path) == {"history.db"}
