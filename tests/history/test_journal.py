"""The journal of a live session: durable first, and what happens when it can't be."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hiptimer.session.events import Effort, Leave, Leaving, Note, Nudge, Redo, Weigh

from .days import BEGAN, Gym


def test_a_session_begun_while_the_file_is_locked_is_written_later(gym: Gym) -> None:
    runner = gym.begin()
    with gym.locked():
        gym.do(runner)
        assert runner.trouble is not None
    runner.close()
    (session,) = gym.store.sessions()
    assert session.started_at == BEGAN + timedelta(seconds=1)
    assert len(session.sets) == 1


def test_a_complaint_that_python_can_not_read_is_a_fault_like_any_other(
    gym: Gym, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a name in a damaged schema."""
    runner = gym.begin()

    def add(*_: object) -> None:
        raise UnicodeDecodeError("utf-8", b"\xb5", 0, 1, "invalid start byte")

    with monkeypatch.context() as damaged:
        damaged.setattr(gym.store, "add", add)
        assert runner.press() and runner.trouble
    gym.clock.reading += 1.0
    runner.look()
    assert not runner.trouble and len(gym.store.sessions()) == 1


def test_a_row_corrected_later_keeps_the_time_of_its_set(gym: Gym) -> None:
    runner = gym.begin()
    gym.do(runner)
    gym.do(runner)
    gym.do(runner)
    (before,) = gym.store.sessions()
    gym.wait(runner, 2.0)
    gym.clock.set_wall(timedelta(hours=1))
    runner.send(Nudge(-1))
    (after,) = gym.store.sessions()
    assert [row.reps for row in before.sets] != [row.reps for row in after.sets]
    assert [row.at for row in before.sets] == [row.at for row in after.sets]
    runner.close()


def test_what_ran_out_is_dated_when_it_did_and_not_when_it_was_noticed(gym: Gym) -> None:
    runner = gym.begin('name = "Plank"\nsets = 1\n[[exercise]]\nid = "plank"\nname = "Plank"\nseconds = 9\n')
    gym.until_work(runner)
    gym.wait(runner, 8.5 - runner.now() + runner.session.since)
    gym.clock.reading += 3.0
    runner.look()
    (session,) = gym.store.sessions()
    assert session.ended_at == session.sets[0].at == gym.clock.wall() - timedelta(seconds=2.5)
    runner.close()


def test_leaving_ends_the_session_and_undoing_the_finish_opens_it(gym: Gym) -> None:
    runner = gym.begin()
    gym.finish(runner)
    assert gym.store.sessions()[0].ended_at is not None
    runner.undo()
    (open_again,) = gym.store.sessions()
    assert (open_again.status, open_again.ended_at) == ("open", None)
    gym.wait(runner, 6.0)
    runner.send(Leave(Leaving.PARTIAL))
    (left,) = gym.store.sessions()
    assert (left.status, left.ended_at) == ("partial", gym.clock.wall())
    runner.close()


def test_what_is_said_of_a_finished_session_does_not_make_it_longer(gym: Gym) -> None:
    runner = gym.begin()
    gym.do(runner)
    runner.send(Leave(Leaving.LATER))
    runner.close()
    gym.clock.reading += 86_400.0
    runner = gym.resume(gym.store.sessions()[0].id)
    gym.finish(runner)
    (finished,) = gym.store.sessions()
    assert finished.seconds == pytest.approx(runner.lasted)
    for said in (Effort(7), Weigh(8.0, logged=True), Nudge(1), Note("well")):
        gym.clock.reading += 3600.0
        gym.clock.set_wall(timedelta(hours=2))
        assert runner.send(said)
    runner.undo()
    (after,) = gym.store.sessions()
    assert (after.ended_at, after.seconds, after.rpe) == (finished.ended_at, finished.seconds, 7)
    assert finished.seconds == pytest.approx(runner.lasted)
    runner.close()


def test_a_set_that_is_done_again_ends_the_session_anew(gym: Gym) -> None:
    runner = gym.begin()
    gym.finish(runner)
    (first,) = gym.store.sessions()
    gym.clock.reading += 60.0
    assert runner.send(Redo())
    assert gym.store.sessions()[0].ended_at is None
    gym.finish(runner)
    (again,) = gym.store.sessions()
    assert again.ended_at == again.sets[-1].at
    assert (again.seconds or 0.0) > 60.0 + (first.seconds or 0.0)
    runner.close()
