"""What is written while the runner trains, and what is read of it afterwards."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from hiptimer.circuit.model import Side
from hiptimer.history.store import Store
from hiptimer.history.writing import Batch, Stamped
from hiptimer.session.events import Leave, Leaving, Redo, Weigh
from hiptimer.session.opening import close_all_as_partial
from tests.circuits import SHORT

from .days import BEGAN, OPTIONS, Gym


def test_a_finished_session_is_in_the_log_with_every_set(gym: Gym) -> None:
    gym.finished()
    (session,) = gym.store.sessions()
    assert (session.circuit, session.status, session.rpe) == ("Short", "finished", None)
    assert session.ended_at == session.sets[-1].at
    found = [(row.exercise, row.side, row.direction, row.reps, row.seconds) for row in session.sets]
    assert found == [
        ("wall-push", "left", None, None, 20.0),
        ("wall-push", "right", None, None, 20.0),
        ("lunge-halo", "left", "clockwise", 3, None),
        ("lunge-halo", "left", "counterclockwise", 3, None),
        ("lunge-halo", "right", "clockwise", 3, None),
        ("lunge-halo", "right", "counterclockwise", 3, None),
    ]


def test_the_session_begins_with_its_first_key_and_keeps_the_local_offset(gym: Gym) -> None:
    runner = gym.begin()
    gym.wait(runner, 60.0)
    gym.do(runner)
    runner.close()
    (session,) = gym.store.sessions()
    assert session.started_at == BEGAN + timedelta(seconds=61)
    assert session.started_at.utcoffset() == timedelta(hours=2)


def test_an_open_session_is_read_while_it_is_being_written(gym: Gym) -> None:
    runner = gym.begin()
    gym.do(runner)
    reader = Store.read(gym.path)
    assert reader is not None
    (session,) = reader.sessions()
    assert (session.status, session.ended_at, len(session.sets)) == ("open", None, 1)
    reader.close()
    runner.close()


def test_the_newest_sessions_come_last(gym: Gym) -> None:
    for day in (1, 0, 2):
        gym.finished(days=day)
    days = [(session.started_at - BEGAN).days for session in gym.store.sessions()]
    assert days == [0, 1, 2]
    assert [(session.started_at - BEGAN).days for session in gym.store.sessions(last=2)] == [1, 2]


def test_a_discarded_session_is_not_shown_nor_counted(gym: Gym) -> None:
    gym.finished()
    runner = gym.begin()
    gym.do(runner)
    runner.send(Leave(Leaving.DISCARD))
    runner.close()
    assert gym.store.count() == len(gym.store.sessions()) == 1
    assert len(gym.store.sessions(status="discarded")) == 1


def test_the_first_side_is_that_of_the_last_finished_session_of_the_circuit(gym: Gym) -> None:
    assert gym.store.first_side("Short") is None
    gym.finished()
    assert gym.store.first_side("Short") is Side.LEFT
    gym.finished(days=1)
    assert gym.store.first_side("Short") is Side.RIGHT
    runner = gym.begin()
    gym.do(runner)
    runner.close()
    assert gym.store.first_side("Short") is Side.RIGHT
    assert gym.store.first_side("Another") is None


def test_a_guest_is_in_the_log_and_in_nothing_that_is_made_of_it(gym: Gym) -> None:
    gym.finished()
    mine = gym.store.sessions()
    guest = gym.begin(options=replace(OPTIONS, guest=True))
    guest.send(Weigh(99.0))
    gym.finish(guest)
    guest.close()
    assert [one.guest for one in gym.store.sessions()] == [False, True]
    assert [gym.store.last_trained()] == mine
    assert gym.store.sessions(status="finished", guests=False) == mine
    assert gym.store.first_side("Short") is Side.LEFT
    assert gym.store.loads(["wall-push"]) == {}


def test_a_guest_begins_without_the_weights_and_the_side_of_the_user(gym: Gym) -> None:
    runner = gym.begin()
    runner.send(Weigh(8.0))
    gym.finish(runner)
    runner.close()
    guest = gym.begin(options=replace(OPTIONS, guest=True))
    assert guest.session.loads == {}
    assert guest.session.step.side is Side.LEFT
    guest.close()


def test_a_guest_s_session_that_is_resumed_is_still_the_guest_s(gym: Gym) -> None:
    guest = gym.begin(options=replace(OPTIONS, guest=True))
    gym.do(guest)
    guest.close()
    again = gym.resume(gym.store.sessions(status="open")[0].id)
    assert again.session.options.guest
    gym.finish(again)
    again.close()
    assert gym.store.sessions()[0].guest
    assert gym.store.last_trained() is None


def test_the_last_time_trained_is_a_session_that_is_over_with_a_set_done(gym: Gym) -> None:
    assert gym.store.last_trained() is None
    gym.finished()
    for pieces, leaving in ((1, Leaving.PARTIAL), (0, Leaving.PARTIAL), (2, Leaving.LATER)):
        gym.clock.reading += 86_400.0
        runner = gym.begin()
        gym.until_work(runner)
        for _ in range(pieces):
            gym.do(runner)
        runner.send(Leave(leaving))
        runner.close()
    last = gym.store.last_trained()
    assert last is not None
    assert (last.status, last.sets_done) == ("partial", 1)


def test_what_is_preferred_is_kept_until_it_is_said_again(gym: Gym) -> None:
    gym.store.prefer({"place": "room", "count": "tap"})
    gym.store.prefer({"count": "pace"})
    with closing(Store.open(gym.path)) as another:
        assert another.preferences() == {"place": "room", "count": "pace"}


def test_a_load_is_remembered_by_exercise_and_side(gym: Gym) -> None:
    runner = gym.begin()
    gym.do(runner)
    gym.do(runner)
    gym.until_work(runner)
    runner.send(Weigh(8.0))
    gym.finish(runner)
    runner.close()
    loads = gym.store.loads(["wall-push", "lunge-halo"])
    assert loads["lunge-halo", Side.LEFT] == 8.0
    assert ("wall-push", Side.LEFT) not in loads
    again = gym.begin(SHORT, replace(OPTIONS, first_side=Side.LEFT))
    assert again.session.loads == loads
    again.close()


def test_reach_is_taken_off_a_hold_and_kept_beside_it(gym: Gym) -> None:
    runner = gym.begin(SHORT, replace(OPTIONS, reach=4.0))
    gym.do(runner)
    runner.close()
    (row,) = gym.store.sessions()[0].sets
    assert (row.seconds, row.reach_s) == (16.0, 4.0)


def test_a_session_left_open_goes_on_and_no_row_is_there_twice(gym: Gym) -> None:
    runner = gym.begin()
    gym.do(runner)
    gym.do(runner)
    runner.close()
    (left,) = gym.store.sessions(status="open")
    again = gym.resume(left.id)
    gym.finish(again)
    again.close()
    (session,) = gym.store.sessions()
    assert (session.id, session.status, len(session.sets)) == (left.id, "finished", 6)
    assert session.sets[:2] == left.sets


def test_sets_are_in_the_order_in_which_they_were_completed(gym: Gym) -> None:
    runner = gym.begin()
    gym.do(runner)
    gym.do(runner)
    runner.send(Redo())
    runner.send(Redo())
    gym.do(runner)
    runner.close()
    (session,) = gym.store.sessions()
    assert [row.side for row in session.sets] == ["right", "left"]
    assert session.sets[0].at < session.sets[1].at


def test_an_unknown_session_is_a_key_error(gym: Gym) -> None:
    with pytest.raises(KeyError):
        gym.store.begun("nobody")


def test_a_session_half_written_is_not_written_at_all(gym: Gym) -> None:
    gym.finished()
    (session,) = gym.store.sessions()
    before = gym.store.entries(session.id)
    twice = Batch(0, [Stamped(before[0], BEGAN)] * 2, (), (), "partial", None, 9)
    with pytest.raises(sqlite3.IntegrityError):
        gym.store.append(session.id, twice)
    assert gym.store.entries(session.id) == before
    assert gym.store.sessions() == [session]


def test_the_file_says_it_is_all_right(gym: Gym) -> None:
    gym.finished()
    assert gym.store.check() == "ok"


def test_the_day_it_lay_unfinished_is_no_part_of_a_session_s_length(gym: Gym) -> None:
    runner = gym.begin()
    gym.do(runner)
    runner.send(Leave(Leaving.LATER))
    runner.close()
    gym.clock.reading += 86_400.0
    close_all_as_partial(gym.store, gym.locks, gym.clock)
    (session,) = gym.store.sessions()
    assert session.ended_at is not None
    assert session.ended_at - session.started_at > timedelta(days=1)
    assert session.seconds is not None
    assert session.seconds < 600.0


def test_a_weight_of_a_discarded_session_is_not_the_one_last_used(gym: Gym) -> None:
    runner = gym.begin()
    runner.send(Weigh(99.0))
    gym.do(runner)
    runner.send(Leave(Leaving.DISCARD))
    runner.close()
    assert gym.store.loads(["wall-push"]) == {}
