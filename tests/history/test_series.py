"""The history by exercise: the user's own sessions that are over, and no more of them than asked for."""

from __future__ import annotations

import pytest

from hiptimer.circuit.plan import Options
from hiptimer.history.changes import of_session
from hiptimer.history.overviews import exercises, overviews, read
from hiptimer.progress.goals import legs
from hiptimer.session import events as e
from hiptimer.session.events import Leave, Leaving
from tests.circuits import SHORT

from .days import Gym

PLANKS = SHORT.replace("lunge-halo", "side-plank").replace('name = "Short"', 'name = "Planks"')


@pytest.fixture
def gym(gym: Gym) -> Gym:
    for day in range(5):
        gym.finished(2.0 * day)
    return gym


def test_the_newest_sessions_of_an_exercise_with_its_sets_alone(gym: Gym) -> None:
    found = gym.store.last_of("wall-push", 3)
    assert [one.started_at for one in found] == [one.started_at for one in gym.store.sessions()[-3:]]
    assert {row.exercise for one in found for row in one.sets} == {"wall-push"}
    assert [one.id for one in gym.store.first_of("wall-push", 2)] == [
        one.id for one in gym.store.sessions()[:2]
    ]
    assert gym.store.last_of("wall-push", 99) == gym.store.first_of("wall-push", 99)
    assert gym.store.last_of("nothing", 3) == []


def test_what_is_a_guest_s_open_or_discarded_is_not_the_user_s(gym: Gym) -> None:
    guest = Options(lead_in=1.0, switch=4.0, rest=4.0, round_rest=4.0, guest=True)
    gym.finish(gym.begin(options=guest))
    for thrown_away in (gym.begin(), gym.begin(options=guest)):
        gym.do(thrown_away, 300.0)
        thrown_away.send(Leave(Leaving.DISCARD))
    left = gym.begin()
    gym.do(left, 250.0)
    assert len(gym.store.last_of("wall-push", 99)) == 5
    assert (gym.store.longest("wall-push", "left") or 0) < 100
    assert len(list(gym.store.trained())) == 5
    first, last = gym.store.sessions()[0], gym.store.sessions()[4]
    assert gym.store.span() == (5, first.started_at, last.started_at)


def test_bests_are_of_all_time_and_of_one_side(gym: Gym) -> None:
    gym.clock.reading += 86400
    runner = gym.begin()
    gym.until_work(runner)
    side = runner.session.step.side
    runner.send(e.Redo())
    runner.send(e.Weigh(12.0))
    gym.do(runner, 44.0)
    gym.finish(runner)
    assert side is not None
    assert gym.store.longest("wall-push", side.value) == 44.0
    assert gym.store.longest("wall-push", side.other.value) == 20.0
    assert gym.store.heaviest("wall-push", side.value) == 12.0
    assert gym.store.heaviest("lunge-halo", "left") is None


def test_exercises_are_known_from_the_circuits_in_the_log(gym: Gym) -> None:
    gym.finished(20.0, PLANKS)
    assert gym.store.exercises() == ["side-plank", "wall-push", "lunge-halo"]
    found = list(exercises(gym.store))
    assert [one.id for one in found] == ["wall-push", "side-plank", "lunge-halo"]
    assert [one.exercise.id for one in overviews(gym.store)] == [one.id for one in found]


def test_the_share_of_a_session_that_was_done_is_told_newest_first(gym: Gym) -> None:
    runner = gym.begin()
    gym.do(runner)
    runner.send(e.Skip())
    runner.send(Leave(Leaving.PARTIAL))
    done = [(done, planned, status) for _, done, planned, status in gym.store.trained()]
    assert done == [(1, 4, "partial"), *[(4, 4, "finished")] * 5]
    more = gym.begin()
    more.send(e.AddRound())
    gym.finish(more)
    assert next(gym.store.trained())[1:] == (4, 4, "finished")  # an extra round is no part of the plan


def test_an_overview_has_every_side_and_the_verdict_of_a_hold_alone(gym: Gym) -> None:
    wall, halo = (read(gym.store, one) for one in exercises(gym.store))
    assert wall.verdict is not None and wall.verdict.sessions == 5
    assert halo.verdict is None and tuple(halo.sides) == legs(halo.exercise)
    left = wall.sides["left"]
    assert left.last == left.longest == 20.0 and len(left.held) == 5 and left.load is None


def test_a_page_of_the_log_goes_back_from_where_the_last_one_ended(gym: Gym) -> None:
    everything = gym.store.sessions()[::-1]
    pages = []
    page = gym.store.before(None, 2)
    while page:
        pages.append(page)
        page = gym.store.before(page[-1], 2)
    assert [len(one) for one in pages] == [2, 2, 1]
    assert [one for page in pages for one in page] == everything
    gym.store.amend(everything[0].id, [of_session(everything[0], "status", "discarded", gym.clock.wall())])
    assert gym.store.before(None, 9) == everything[1:]
    assert gym.store.session(everything[0].id) is not None
