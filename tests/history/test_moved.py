"""The history is moved away, or an older copy put in its place, while a session is live: all is kept."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from hiptimer.history.rescue import open_rescued
from hiptimer.history.store import Store
from hiptimer.session.opening import open_left
from hiptimer.session.runner import Runner

from .days import Gym

ENDS = ("", "-wal", "-shm")


def beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


@contextmanager
def resumed_unkept(gym: Gym) -> Iterator[Runner]:
    """A session left in its second hold, resumed while another program held the history."""
    runner = gym.begin()
    gym.until_work(runner)
    gym.store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(gym.path, beside(gym.path, ".older"))
    gym.do(runner)
    gym.until_work(runner)
    session = gym.store.sessions(status="open")[0].id
    runner.close()
    gym.store.close()
    with closing(sqlite3.connect(gym.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        store = open_rescued(gym.path, gym.clock.wall())
        runner = open_left(store, gym.locks, gym.clock, session)
        assert store.unkept == "database is locked"
        other.execute("ROLLBACK")
    yield runner
    runner.close()
    store.close()


def check_whole(gym: Gym) -> None:
    """What is in the file now is all of the session, and its journal can be replayed."""
    gym.store = Store.open(gym.path)
    [record] = gym.store.sessions()
    assert (record.status, len(record.sets)) == ("finished", 6)
    assert record.sets[0].at.isoformat() == "2026-03-01T18:30:22+02:00"
    numbers = [n for (n,) in gym.ask("SELECT n FROM events ORDER BY n")]
    assert numbers == list(range(len(numbers)))
    kinds = gym.kinds()
    assert kinds[0] == "press" and kinds.count("resumed") == 1


def test_moved_away_the_session_is_in_the_new_one_from_its_first_event_on(gym: Gym) -> None:
    with resumed_unkept(gym) as runner:
        for end in ENDS:
            if beside(gym.path, end).exists():
                beside(gym.path, end).rename(beside(gym.path, f".moved{end}"))
        gym.finish(runner)
        assert runner.trouble is None
    check_whole(gym)


def test_an_older_copy_in_its_place_is_brought_up_to_the_session(gym: Gym) -> None:
    with resumed_unkept(gym) as runner:
        for end in ENDS[1:]:
            beside(gym.path, end).unlink(missing_ok=True)
        shutil.copy(beside(gym.path, ".older"), gym.path)
        gym.finish(runner)
        assert runner.trouble is None
    check_whole(gym)
