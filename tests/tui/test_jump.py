"""The jump list: what is done, where to go on, what is done instead, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.model import Order
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.state import Phase, Session
from hiptimer.tui.jumping import jump_lines
from hiptimer.tui.screens.dialogs import ChooseDialog
from hiptimer.tui.screens.jump import JumpDialog
from hiptimer.tui.widgets.cell_view import CellView
from hiptimer.weights import Unit
from tests.circuits import TABATA, hips
from tests.fakes import Gym
from tests.often import long
from tests.session.builders import HIPS, WHOLE, Day

from .live import Live, live
from .test_course import TEXT


def told(session: Session, room: int = 70) -> list[str]:
    lines = jump_lines(session, Unit.KG, room)
    return ["".join(span.text for span in line).strip() for line in lines]


def listed(it: Live) -> JumpDialog:
    assert isinstance(it.top, JumpDialog)
    return it.top


# -- what it says


def test_every_step_stands_under_its_round_with_what_became_of_it() -> None:
    day = (
        Day(HIPS).do(e.Skip()).until(1, Phase.WORK).wait(31.0).press().until(2, Phase.WORK).wait(20.0).press()
    )
    assert told(day.session)[:6] == [
        "ROUND 1 of 3",
        "× WALL PUSH LEFT    skipped",
        "▰ WALL PUSH RIGHT   done 31 s",
        "▰ LUNGE HALO LEFT   done 3+3",
        "◆ LUNGE HALO RIGHT  next, 3+3 reps · MEDIUM-HEAVY",
        "▱ HIP THRUST LEFT   8 reps · HEAVY",
    ]


def test_a_hold_is_not_told_before_its_pair_is_complete() -> None:
    day = Day(HIPS).until(0, Phase.WORK).wait(31.0).press()
    assert told(day.session)[1:3] == ["▰ WALL PUSH LEFT    done", "◆ WALL PUSH RIGHT   next, to fatigue"]
    day.until(1, Phase.WORK).wait(28.0).press()
    assert told(day.session)[1] == "▰ WALL PUSH LEFT    done 31 s"
    long = Day(HIPS).until(0, Phase.WORK).wait(20.0).do(e.Jump(2))
    assert told(long.session)[1] == "¦ WALL PUSH LEFT    interrupted"


def test_a_step_that_is_done_again_says_both() -> None:
    day = Day(HIPS).until(4, Phase.REST).do(e.Jump(2))
    assert told(day.session)[3] == "◆ LUNGE HALO LEFT   now, done 3+3"


def test_warm_up_and_cool_down_have_their_names_and_sets_their_numbers() -> None:
    lines = told(Day(WHOLE).session)
    assert lines[0] == "WARM-UP" and lines[2] == "ROUND 1 of 2" and lines[-3] == "COOL-DOWN"
    straight = told(Day(replace(WHOLE, order=Order.STRAIGHT)).session)
    assert straight[2:6] == [
        "SETS",
        "▱ 1  WALL PUSH LEFT    to fatigue",
        "▱ 1  WALL PUSH RIGHT   to fatigue",
        "▱ 2  WALL PUSH RIGHT   to fatigue",
    ]


def test_where_there_is_less_room_there_are_fewer_words() -> None:
    assert told(Day(HIPS).session, 34)[3] == "▱ LUNGE HALO LEFT   3+3 reps"
    assert told(Day(HIPS).session, 28)[3] == "▱ LUNGE HALO LEFT"
    session = Day(HIPS).until(1, Phase.WORK).wait(20.0).do(e.Pause()).press().session
    assert told(session, 44)[2] == "¦ WALL PUSH RIGHT   interrupted 20 s"
    assert told(session, 34)[2] == "¦ WALL PUSH RIGHT   20 s"


# -- what it does


async def test_the_cursor_is_on_the_current_step_and_the_big_key_jumps(gym: Gym) -> None:
    gym.text = hips()
    async with live(gym, gym.at(Phase.REST, 2)) as it:
        await it.keys("j")
        picture = await it.picture()
        assert ">◆ LUNGE HALO LEFT" in picture and "next" in picture
        await it.keys("down", "down", "space")
        assert it.place == (Phase.READY, 4)
        assert it.says("#status") == "READY · ROUND 1/3 · HIP THRUST · LEFT"
        assert it.says("#next").endswith("then RIGHT")
        await it.until(Phase.REST, 6)
        await it.keys("j")
        assert "▱ LUNGE HALO LEFT" in await it.picture()
        await it.keys("home", "down", "down", "enter")
        assert it.place == (Phase.READY, 2)


async def test_escape_or_the_current_step_changes_nothing_and_the_rest_goes_on(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        for key in ("escape", "j", "space"):
            await it.keys("j")
            await it.wait(60.0)
            assert it.session.phase is Phase.REST
            await it.keys("down", "up", key)
            assert it.dismissed
            assert it.place == (Phase.REST, 2)
            await it.wait(0.9)
        assert "jump" not in gym.kinds()


async def test_a_set_goes_on_and_the_list_follows_it(gym: Gym) -> None:
    gym.text = TABATA
    async with live(gym, gym.at(Phase.WORK)) as it:
        await it.wait(15.0)
        await it.keys("j")
        assert "◆ SQUAT  now" in await it.picture()
        await it.wait(6.0)
        picture = await it.picture()
        assert "▰ SQUAT  done 20 s" in picture
        assert "◆ SQUAT  next" in picture


async def test_an_exercise_is_moved_and_the_cursor_goes_with_it(gym: Gym) -> None:
    gym.text = hips()
    async with live(gym, gym.at(Phase.READY), size=(120, 40)) as it:
        await it.keys("j", "down", "down", "]")
        assert "moved, in the later rounds too" in await it.picture()
        assert listed(it).chosen == 4
        await it.keys("shift+down", "shift+up", "[", "[")
        assert it.session.step.exercise.id == "lunge-halo"
        assert listed(it).chosen == 0
        await it.keys("[")
        assert "nothing there to change places with" in await it.picture()
        await it.keys("escape")
        assert it.says("#status") == "READY · ROUND 1/3 · LUNGE HALO · LEFT"
        await it.keys("u")
        assert it.says("#status") == "READY · ROUND 1/3 · WALL PUSH · LEFT"


async def test_in_a_hold_nothing_is_moved_and_it_says_so(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK)) as it:
        await it.keys("j", "down", "down", "[")
        assert "moving: after the set" in await it.picture()
        await it.keys("up")
        assert "space jump" in await it.picture()


async def test_another_exercise_is_done_instead_from_the_list(gym: Gym) -> None:
    gym.text, gym.options = TEXT, Options()
    async with live(gym, gym.at(Phase.REST)) as it:
        await it.keys("j", "s")
        assert isinstance(it.top, ChooseDialog)
        assert "BRIDGE instead, for today" in await it.picture()
        await it.keys("1")
        assert "◆ BRIDGE" in await it.picture()
        await it.keys("up", "s")
        assert "nothing to do instead of SWINGS" in await it.picture()
        await it.keys("escape")
        assert it.says("#status") == "REST · ROUND 1/2 · BRIDGE"


async def test_skip_offers_the_alternative(gym: Gym) -> None:
    gym.text, gym.options = TEXT, Options()
    async with live(gym, gym.begin()) as it:
        await it.keys("j", "down", "space", "s")
        assert "1  BRIDGE instead, for today" in await it.picture()
        await it.keys("1")
        assert it.says("#status") == "READY · ROUND 1/2 · BRIDGE"


async def test_a_click_marks_a_step_and_one_more_jumps(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        await it.keys("j")
        await it.picture()
        for _ in range(2):
            assert isinstance(it.top, JumpDialog)
            await it.pilot.click(CellView, offset=(6, 3))
            await it.settle()
        assert it.place == (Phase.READY, 2)


@pytest.mark.parametrize("size", [(40, 12), (97, 31), *long((60, 20), (200, 60))])
async def test_it_fits_and_scrolls(gym: Gym, size: tuple[int, int]) -> None:
    gym.text = hips()
    async with live(gym, gym.begin(), size=size) as it:
        await it.keys("j", "end")
        picture = await it.picture()
        assert ">▱ BACK LUNGE RIGHT" in picture
        assert "space jump" in picture
        await it.pilot.resize_terminal(60, 16)
        assert ">▱ BACK LUNGE RIGHT" in await it.picture()


async def test_when_all_is_done_there_is_nothing_to_jump_to(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.FINISHED)) as it:
        await it.keys("j")
        assert it.dismissed
