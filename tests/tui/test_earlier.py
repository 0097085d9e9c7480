"""What earlier sessions say in this one: results of reps, a weight that is offered, and how many more."""

from __future__ import annotations

import pytest

from hiptimer.progress.hints import NONE, Hints, LastTime
from hiptimer.progress.progression import Advance, Suggestion
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from hiptimer.tui.earlier import last_words, offer, offer_phrases, question_phrases
from hiptimer.weights import Unit
from tests.fakes import Gym
from tests.session.builders import HIPS, THRUST, Day, only

from .live import live

LAST = {
    ("hip-thrust", "left"): LastTime(((8,), (8,), (6,)), 12.0),
    ("lunge-halo", "right"): LastTime(((4, 3),), None),
}
NEXT = {"hip-thrust": Suggestion(Advance.WEIGHT, "last set 10 or more on both sides", 14.0)}
EARLIER = Hints(LAST, NEXT)
THRUSTS = only(THRUST, sets=2)


def test_the_last_result_and_its_weight_in_words() -> None:
    steps = Day(HIPS).session.steps
    thrust = next(step for step in steps if step.exercise.id == "hip-thrust" and step.side == "left")
    halo = next(step for step in steps if step.exercise.id == "lunge-halo" and step.side == "right")
    assert last_words(EARLIER, thrust, Unit.KG) == "last time 8 8 6, 12 kg"
    assert last_words(EARLIER, halo, Unit.KG) == "last time 4+3"
    assert last_words(EARLIER, steps[0], Unit.KG) == ""


def test_a_weight_is_offered_with_its_reason_until_it_is_taken() -> None:
    day = Day(THRUSTS)
    assert offer_phrases(day.session, EARLIER, Unit.KG) == (
        "t takes 14 kg: last set 10 or more on both sides",
        "t takes 14 kg",
    )
    taken = offer(day.session, EARLIER)
    assert taken == e.Take("hip-thrust", 14.0)
    day.do(taken)
    assert offer(day.session, EARLIER) is None
    assert set(day.session.loads.values()) == {14.0}
    day.undo()
    assert offer(day.session, EARLIER) == taken


def test_with_a_range_it_begins_at_its_lower_end() -> None:
    found = Hints(suggestions={"lunge-halo": Suggestion(Advance.WEIGHT, "all sets 6+6", 10.0, 3)})
    day = Day(HIPS).until(2, Phase.REST)
    assert offer_phrases(day.session, found, Unit.KG)[1] == "t takes 10 kg, 3 reps"
    day.do(offer(day.session, found) or e.Press())
    assert day.session.targets["lunge-halo"] == 3
    assert offer_phrases(Day(HIPS).until(2, Phase.WORK).session, found, Unit.KG) == ()


def test_how_many_more_is_asked_after_the_last_round_alone() -> None:
    assert question_phrases(Day(THRUSTS).until(1, Phase.SWITCH).session) == ()
    last = Day(THRUSTS).until(3, Phase.SWITCH)
    assert question_phrases(last.session)[1] == "How many more?  0 1 2 3+"
    assert question_phrases(last.do(e.Reserve(0)).session) == ()


async def test_last_time_is_shown_for_reps_and_never_for_a_hold(gym: Gym) -> None:
    gym.finished()
    async with live(gym, gym.at(Phase.READY)) as it:
        assert "last time" not in await it.picture()
        await it.until(Phase.REST)
        assert "last time 3+3" in await it.picture()


async def test_one_key_takes_what_is_suggested_and_one_takes_it_back(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        it.screen.hints = Hints(
            suggestions={"lunge-halo": Suggestion(Advance.WEIGHT, "all sets 6+6", 10.0, 3)}
        )
        it.screen.show()
        assert "t takes 10 kg, 3 reps: all sets 6+6" in await it.picture()
        await it.keys("t")
        assert it.session.loads["lunge-halo", it.session.step.side] == 10.0
        assert "t takes" not in await it.picture()
        await it.keys("u")
        assert "t takes" in await it.picture()


async def test_where_nothing_is_suggested_the_key_does_nothing(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        before = it.session
        await it.keys("t")
        assert it.session is before and it.screen.hints.suggestions == NONE.suggestions


@pytest.mark.parametrize(("key", "reserve"), [("2", 2), ("0", 0)])
async def test_one_digit_answers_how_many_more(gym: Gym, key: str, reserve: int) -> None:
    async with live(gym, gym.at(Phase.SWITCH, 3)) as it:
        assert "How many more" in await it.picture()
        await it.keys(key, "f5")
        assert it.session.remarks[2].reserve == reserve
        assert "How many more" not in await it.picture()
        await it.keys("u")
        assert 2 not in it.session.remarks or it.session.remarks[2].reserve is None


async def test_a_digit_answers_by_itself_after_a_moment(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.SWITCH, 3)) as it:
        await it.keys("3")
        assert 2 not in it.session.remarks
        await it.pilot.pause(1.4)
        assert it.session.remarks[2].reserve == 3


async def test_digits_with_enter_still_correct_the_set(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.SWITCH, 3)) as it:
        await it.keys("1", "2", "enter")
        assert it.session.outcomes[2][0].reps == 12
        assert 2 not in it.session.remarks
        await it.keys("1", "escape", "f5")
        assert 2 not in it.session.remarks


async def test_k_asks_after_any_set_of_reps(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.SWITCH, 3)) as it:
        await it.keys("k", "1")
        assert it.session.remarks[2].reserve == 1
        await it.keys("k", "3")
        assert it.session.remarks[2].reserve == 3
