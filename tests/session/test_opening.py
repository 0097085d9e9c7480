"""Opening sessions: a new one, and one that was left, as it was."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.model import Side
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.opening import Busy, Unreadable, close_all_as_partial, is_live, left_open
from hiptimer.session.runner import Runner
from hiptimer.session.state import Done, Phase
from tests.fakes import BEGAN, Gym

# -- resume


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
    assert [record.id for record in left_open(gym.store, gym.locks)] == [session]
    again = gym.resume(session)
    with pytest.raises(Busy):
        gym.resume(session)
    again.close()


def test_a_session_that_is_not_there_lets_its_lock_go(gym: Gym) -> None:
    with pytest.raises(KeyError):
        gym.resume("no-such")
    assert not is_live(gym.locks, "no-such")


def test_a_journal_from_a_newer_hiptimer_is_refused_and_its_lock_let_go(gym: Gym) -> None:
    session = gym.left(cursor=1)
    gym.store._db.execute("UPDATE events SET kind = 'somersault' WHERE n = 0")
    with pytest.raises(Unreadable, match="What is logged of it stays"):
        gym.resume(session)
    assert not is_live(gym.locks, session)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE circuits SET text = 'name = '",
        "UPDATE sessions SET options = '{}'",
        "UPDATE events SET value = '{\"extra\": 1'",
        "UPDATE events SET kind = 'somersault' WHERE n = 0",
    ],
)
def test_one_that_cannot_be_resumed_can_be_ended_and_keeps_its_sets(gym: Gym, damage: str) -> None:
    gym.left(cursor=1)
    gym.store._db.execute(damage)
    with pytest.raises(Unreadable):
        gym.resume(open_id(gym))
    close_all_as_partial(gym.store, gym.locks, gym.clock)
    assert gym.statuses() == ["partial"]
    assert gym.rows() == [("wall-push", "left", "done")]


# -- closing


def test_sessions_left_open_are_closed_as_partial_and_keep_their_sets(gym: Gym) -> None:
    gym.left(cursor=1)
    gym.left(cursor=2, phase=Phase.REST)
    close_all_as_partial(gym.store, gym.locks, gym.clock)
    assert gym.statuses() == ["partial", "partial"]
    assert len(gym.rows()) == 3
    assert all(record.ended_at for record in gym.store.sessions())
    assert left_open(gym.store, gym.locks) == []


def test_a_session_live_in_another_window_is_not_closed(gym: Gym) -> None:
    runner = gym.begin()
    runner.press()
    close_all_as_partial(gym.store, gym.locks, gym.clock)
    assert gym.statuses() == ["open"]
    runner.close()


# -- a new one


def test_the_first_side_alternates_from_finished_session_to_session(gym: Gym) -> None:
    firsts = []
    for day in range(3):
        gym.finished(days=day)
        firsts.append(gym.store.sessions(1)[0].sets[0].side)
    assert firsts == ["left", "right", "left"]


def test_a_session_left_partial_leaves_the_first_side_to_the_next(gym: Gym) -> None:
    gym.finished()
    gym.left(cursor=1)
    close_all_as_partial(gym.store, gym.locks, gym.clock)
    assert sides(gym.begin()) == ["right", "left", "right", "left"]


def test_another_circuit_has_its_own_turn(gym: Gym) -> None:
    gym.finished()
    gym.text = gym.text.replace('name = "Short"', 'name = "Other"')
    assert gym.begin().session.step.side is Side.LEFT


def test_the_weight_of_last_time_is_in_hand_again(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.READY)
    runner.send(e.Weigh(0.0))
    gym.until(runner, Phase.REST, 2)
    runner.send(e.Weigh(8.0))
    gym.finish(runner)
    runner.close()
    loads = gym.begin().session.loads
    both = (Side.LEFT, Side.RIGHT)
    assert loads == {
        **{("wall-push", side): 0.0 for side in both},
        **{("lunge-halo", side): 8.0 for side in both},
    }


def test_a_broken_circuit_opens_nothing(gym: Gym) -> None:
    gym.text = "sets = 1"
    with pytest.raises(CircuitFaults):
        gym.begin()
    assert not gym.locks.exists()
    assert gym.statuses() == []


def test_a_discarded_session_is_hidden_but_restorable(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.REST)
    runner.send(e.Leave(e.Leaving.DISCARD))
    runner.close()
    assert gym.store.sessions() == []
    assert left_open(gym.store, gym.locks) == []
    assert [row[2] for row in gym.rows()] == [Done.DONE, Done.DONE]


def open_id(gym: Gym) -> str:
    return gym.store.sessions(status="open")[-1].id


def sides(runner: Runner) -> list[str]:
    return [str(step.side) for step in runner.session.steps]
