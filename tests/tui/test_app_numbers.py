"""Numbers typed: what was logged is corrected, a target is set."""

from __future__ import annotations

from hiptimer.session.state import Phase
from tests.circuits import TAPPED
from tests.fakes import Gym

from .live import live


async def test_a_number_is_typed_seen_and_kept(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        await it.keys("3", "1")
        assert it.says("#notice") == "31 s for WALL PUSH RIGHT: enter keeps it, escape forgets it"
        await it.keys("enter")
        assert it.says("#notice") == ""
        assert "WALL PUSH RIGHT 31 s" in it.says("#next")
        assert it.session.phase is Phase.REST  # enter was not the big key
    assert gym.ask("SELECT seconds FROM outcomes WHERE side = 'right'") == [(31.0,)]


async def test_a_number_is_taken_back_digit_by_digit_or_at_once(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        before = it.session
        await it.keys("3", "1", "backspace")
        assert it.says("#notice").startswith("3 s for")
        await it.keys("backspace")
        assert it.says("#notice") == ""
        await it.keys("4", "escape", "5", "6", "escape")
        assert it.says("#notice") == ""
        assert it.session is before  # no undo, and nothing was corrected


async def test_a_number_left_standing_is_forgotten_when_the_set_begins(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        await it.keys("9")
        await it.until(Phase.WORK)
        assert it.says("#notice") == ""


async def test_in_a_set_digits_mean_nothing_and_that_is_said(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK)) as it:
        before = it.session
        await it.keys("3")
        assert it.says("#notice") == "nothing to correct now"
        assert it.session is before


async def test_a_target_is_typed_at_ready(gym: Gym) -> None:
    gym.text = TAPPED
    async with live(gym, gym.begin()) as it:
        await it.keys("1", "2", "enter")
        assert it.session.phase is Phase.READY
        assert "12 reps" in it.says("#lines")
        await it.keys("down")
        assert "11 reps" in it.says("#lines")


async def test_a_number_says_what_it_becomes(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.SWITCH, 3)) as it:
        await it.keys("6")
        assert (
            it.says("#notice") == "6 reps for LUNGE HALO LEFT, clockwise: enter keeps it, escape forgets it"
        )
        await it.keys("escape", "down")
    async with live(gym, gym.begin()) as it:
        await it.keys("6")
        assert it.says("#notice") == "a hold has no target; escape forgets it"


async def test_a_digit_that_may_answer_the_question_says_both(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.FINISHED)) as it:
        await it.keys("2")
        assert it.says("#notice").startswith("2 more; or enter: 2 reps for LUNGE HALO RIGHT, clockwise")


async def test_a_typed_target_says_so(gym: Gym) -> None:
    gym.text = TAPPED
    async with live(gym, gym.begin()) as it:
        await it.keys("1")
        assert it.says("#notice").startswith("1 rep asked of BRIDGE")
        await it.keys("2")
        assert it.says("#notice") == "12 reps asked of BRIDGE: enter keeps it, escape forgets it"


async def test_two_presses_of_down_in_the_rest_store_less_and_the_rest_stays_as_long(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.SWITCH, 3)) as it:
        deadline = it.session.deadline
        await it.keys("down", "down")
        assert it.session.deadline == deadline
    assert gym.ask("SELECT reps FROM outcomes WHERE exercise = 'lunge-halo' ORDER BY part") == [(1,), (3,)]
