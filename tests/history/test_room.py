"""How little a key writes, and the room that is there for it."""

from __future__ import annotations

from hiptimer.history.room import NEEDED
from hiptimer.session.events import Swap

from .days import Gym


def test_a_key_that_changes_only_what_is_to_come_writes_a_single_page(gym: Gym) -> None:
    def moved() -> int:
        """How many pages were written since it was asked last."""
        return int(gym.store._db.execute("PRAGMA wal_checkpoint").fetchone()[1])

    runner = gym.begin()
    runner.send(Swap())
    assert moved() > 1
    runner.send(Swap())
    assert moved() == 1
    runner.close()


def test_a_session_has_its_room_on_the_disk_before_its_first_key(gym: Gym) -> None:
    runner = gym.begin()
    written = gym.path.with_name("history.db-wal")
    room = written.stat().st_size
    assert room >= NEEDED
    assert gym.store.sessions() == []
    assert gym.store.preferences() == {}
    gym.finish(runner)
    assert written.stat().st_size == room
    runner.close()


def test_a_session_that_finds_less_room_than_it_may_need_is_saved_all_the_same(gym: Gym) -> None:
    (pages,) = gym.store._db.execute("PRAGMA page_count").fetchone()
    gym.store._db.execute(f"PRAGMA max_page_count = {pages + 20}")
    runner = gym.begin()
    gym.finish(runner)
    assert runner.trouble is None
    runner.close()
    assert [len(session.sets) for session in gym.store.sessions()] == [6]
