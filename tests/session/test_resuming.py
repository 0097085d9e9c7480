"""A session that was left goes on as it was, in one window at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Timer

import pytest
from filelock import FileLock

from hiptimer.circuit.plan import Options
from hiptimer.paths import Paths
from hiptimer.session import events as e
from hiptimer.session.lives import Busy, NothingToResume, Unreadable, is_live, left_open
from hiptimer.session.opening import open_newest
from hiptimer.session.state import Phase
from tests.fakes import Gym
from tests.history.days import BEGAN

from .builders import sides


def test_it_goes_on_at_ready_of_the_set_that_was_running_and_no_time_has_passed(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.WORK, 2)
    gym.wait(runner, 7.0)
    runner.send(e.Swap())
    stood = runner.now()
    session = open_id(gym)
    runner.close()
    gym.clock.reading += 86_400.0
    again = gym.resume(session)
    assert again.now() == pytest.approx(stood)
    assert (again.session.phase, again.session.cursor) == (Phase.READY, 2)
    assert sides(again) == ["left", "right", "right", "left"]
    assert again.session.outcomes == runner.session.outcomes
    assert gym.kinds()[-1] == "resumed"
    gym.wait(again, 600.0)
    assert again.session.phase is Phase.READY


def test_a_session_resumed_next_day_has_the_days_of_its_sets(gym: Gym) -> None:
    session = gym.left(cursor=1)
    gym.clock.reading += 86_400.0
    runner = gym.resume(session)
    gym.finish(runner)
    runner.close()
    [record] = gym.store.sessions()
    assert (record.status, len(record.sets)) == ("finished", 6)
    assert record.sets[0].at < BEGAN + timedelta(minutes=5)
    assert record.sets[1].at > BEGAN + timedelta(days=1)
    assert record.ended_at is not None
    assert record.ended_at > BEGAN + timedelta(days=1)


def test_a_hold_that_died_with_the_app_is_no_row_and_is_done_again(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.WORK)
    gym.wait(runner, 40.0)
    session = open_id(gym)
    runner.close()
    again = gym.resume(session)
    assert (again.session.phase, again.session.cursor) == (Phase.READY, 0)
    assert gym.rows() == []


def test_what_was_done_before_cannot_be_undone_after_resuming(gym: Gym) -> None:
    runner = gym.resume(gym.left(cursor=1))
    assert not runner.can_undo
    assert not runner.undo()
    assert gym.rows() == [("wall-push", "left", "done")]


def test_circuit_and_options_are_those_it_was_begun_with(gym: Gym) -> None:
    gym.options = Options(sets=2, reach=4.0, rest=33.0)
    session = gym.left(cursor=1)
    gym.text, gym.options = "", Options()
    runner = gym.resume(session)
    assert runner.session.circuit.name == "Short"
    assert runner.session.options == Options(sets=2, reach=4.0, rest=33.0)
    assert [row.net_seconds for row in runner.session.outcomes[0]] == [pytest.approx(16.0)]


def test_a_second_window_cannot_take_a_live_session(gym: Gym) -> None:
    runner = gym.begin()
    runner.press()
    session = open_id(gym)
    assert is_live(gym.locks, session)
    assert left_open(gym.store, gym.locks) == []
    with pytest.raises(Busy, match="live in another window"):
        gym.resume(session)
    runner.close()
    assert not is_live(gym.locks, session)
    assert list(gym.locks.iterdir()) == []
    assert [record.id for record in left_open(gym.store, gym.locks)] == [session]
    again = gym.resume(session)
    with pytest.raises(Busy):
        gym.resume(session)
    again.close()


def test_somebody_who_looks_at_it_this_instant_does_not_make_it_live(gym: Gym) -> None:
    session = gym.left(cursor=1)
    looks = FileLock(gym.locks / f"{session}.lock", thread_local=False)
    for act in (lambda: is_live(gym.locks, session), lambda: gym.resume(session).close()):
        looks.acquire()
        done = Timer(0.03, looks.release)
        done.start()
        assert not act()
        done.join()


def test_a_session_is_locked_where_its_history_can_be_written_whatever_else_cannot(
    gym: Gym, tmp_path: Path
) -> None:
    session = gym.left(cursor=1)
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    gym.locks = Paths(in_the_way, gym.path.parent, in_the_way).locks
    runner = gym.resume(session)
    with pytest.raises(Busy):
        gym.resume(session)
    runner.close()


def test_a_session_that_is_not_there_lets_its_lock_go(gym: Gym) -> None:
    with pytest.raises(Unreadable, match="its journal can't be read"):
        gym.resume("no-such")
    assert not is_live(gym.locks, "no-such")


def test_a_journal_from_a_newer_hiptimer_is_refused_and_its_lock_let_go(gym: Gym) -> None:
    session = gym.left(cursor=1)
    gym.store._db.execute("UPDATE events SET kind = 'somersault' WHERE n = 0")
    with pytest.raises(Unreadable, match="somersault"):
        gym.resume(session)
    assert not is_live(gym.locks, session)


def open_id(gym: Gym) -> str:
    return gym.store.sessions(status="open")[-1].id


def test_what_the_user_left_is_gone_on_with_before_what_a_guest_left_later(gym: Gym) -> None:
    own = gym.left(cursor=1)
    gym.options = replace(gym.options, guest=True)
    guests = gym.left(cursor=1)
    assert (own, guests) == tuple(one.id for one in gym.store.sessions())
    for guest, ids in ((None, [guests, own]), (False, [own]), (True, [guests])):
        assert [one.id for one in left_open(gym.store, gym.locks, guest)] == ids
        runner = open_newest(gym.store, gym.locks, gym.clock, guest)
        assert runner.session.options.guest is bool(guest)
        runner.close()


def test_a_guest_cannot_resume_the_users_session(gym: Gym) -> None:
    gym.left(cursor=1)
    with pytest.raises(NothingToResume, match="no guest's session is unfinished"):
        open_newest(gym.store, gym.locks, gym.clock, guest=True)
