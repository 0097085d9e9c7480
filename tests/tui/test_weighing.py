"""The weight of an exercise, asked in a session: chosen or typed, for both sides or for one."""

from __future__ import annotations

import pytest

from hiptimer.circuit.model import Side
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.advice import weighs_logged
from hiptimer.session.state import Phase
from hiptimer.tui.fit import KEPT
from hiptimer.tui.screens.weighing import WeightDialog
from hiptimer.tui.widgets.line import Line
from hiptimer.weights import Unit, Weights
from tests.circuits import TAPPED, hips
from tests.fakes import Gym
from tests.often import long

from .live import Live, live

OWNED = Weights((4.0, 6.0, 8.0))
LEFT, RIGHT = ("lunge-halo", Side.LEFT), ("lunge-halo", Side.RIGHT)


@pytest.fixture
def halo(gym: Gym) -> Gym:
    """Three weights are owned, and it is the halo's turn."""
    gym.text, gym.weights = hips(), OWNED
    return gym


def marked(it: Live) -> list[str]:
    """The lines with the mark of the chosen one."""
    return [line.text for line in it.top.query(Line) if line.text.startswith(">")]


async def test_a_weight_is_typed_and_is_for_both_sides(halo: Gym) -> None:
    async with live(halo, halo.at(Phase.WORK, 2)) as it:
        await it.keys("w")
        assert isinstance(it.top, WeightDialog)
        assert "Weight for LUNGE HALO" in await it.picture()
        await it.keys("7", ",", "5")
        assert "> 7.5_ kg" in await it.picture()
        await it.keys("enter")
        assert it.dismissed
        assert "MEDIUM-HEAVY 7.5 kg" in it.says("#lines")
        assert it.session.loads == {LEFT: 7.5, RIGHT: 7.5}


@pytest.mark.parametrize(
    ("keys", "kg"),
    [
        (("down", "enter"), 0.0),
        (("down", "down", "space"), 4.0),
        (("right", "right", "right", "right", "right", "right", "pagedown"), 8.0),
        (("up", "enter"), 8.0),
        (("left", "left", "enter"), 6.0),
        (("9", "up", "enter"), 8.0),
        (("9", "backspace", "5", "enter"), 5.0),
    ],
)
async def test_what_is_owned_is_chosen_with_the_arrows(halo: Gym, keys: tuple[str, ...], kg: float) -> None:
    async with live(halo, halo.at(Phase.WORK, 2)) as it:
        await it.keys("w", *keys)
        assert it.dismissed
        assert it.session.loads == {LEFT: kg, RIGHT: kg}


async def test_the_weight_as_it_is_stands_marked_though_it_is_not_owned(halo: Gym) -> None:
    async with live(halo, halo.at(Phase.WORK, 2)) as it:
        await it.keys("w", "5", "enter", "w")
        assert marked(it) == ["> 5 kg"]
        await it.keys("down")
        assert marked(it) == ["> 6 kg"]
        await it.keys("escape")
        assert it.session.loads[LEFT] == 5.0


async def test_a_weight_that_is_none_is_not_taken(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        await it.keys("w", "enter")
        assert "choose one with up and down, or type it" in await it.picture()
        for wrong in ("999", "."):
            await it.keys(*wrong, "enter")
            assert "a number from 0 to 200, please" in await it.picture()
            await it.keys(*["backspace"] * 3)
        await it.keys("x", "-", "escape")
        assert it.dismissed
        assert it.session.loads == {}


# -- in pounds


async def test_in_pounds_an_owned_weight_stays_itself_and_a_typed_one_is_kept_in_kilograms(halo: Gym) -> None:
    halo.weights = Weights((8.0, 9.07), Unit.LB)
    async with live(halo, halo.at(Phase.WORK, 2)) as it:
        await it.keys("w")
        picture = await it.picture()
        assert "17.6 lb" in picture
        assert "20 lb" in picture
        await it.keys("1", "7", ".", "6", "enter")
        assert it.session.loads[LEFT] == 8.0
        assert "MEDIUM-HEAVY 17.6 lb" in it.says("#lines")
        await it.keys("w", "2", "5", "enter")
        assert it.session.loads[LEFT] == 11.34
        assert "MEDIUM-HEAVY 25 lb" in it.says("#lines")


# -- each side its own


async def test_sides_are_split_on_request_only_and_joined_again(halo: Gym) -> None:
    async with live(halo, halo.at(Phase.WORK, 2)) as it:
        await it.keys("w")
        assert "both sides   x each side its own" in await it.picture()
        await it.keys("8", "enter", "w", "x")
        picture = await it.picture()
        assert "Weight for LUNGE HALO LEFT" in picture
        assert "left only   x both sides" in picture
        await it.keys("6", "enter")
        assert it.session.loads == {LEFT: 6.0, RIGHT: 8.0}
        await it.keys("w")  # as it stands: split
        assert "left only   x both sides" in await it.picture()
        await it.keys("4", "enter")
        assert it.session.loads == {LEFT: 4.0, RIGHT: 8.0}
        await it.keys("w", "x", "enter")
        assert it.session.loads == {LEFT: 4.0, RIGHT: 4.0}


async def test_an_exercise_without_sides_has_none_to_split(gym: Gym) -> None:
    gym.text = hips().replace('sides = "each"', 'sides = "alternating"')
    async with live(gym, gym.at(Phase.READY)) as it:
        await it.keys("w", "x")
        assert "both sides" not in (picture := await it.picture()) and "each side" not in picture
        await it.keys("8", "enter")
        assert it.session.loads == {("wall-push", Side.BOTH): 8.0}


async def test_both_sides_reach_the_log_as_they_were(halo: Gym) -> None:
    async with live(halo, halo.at(Phase.WORK, 2)) as it:
        await it.keys("w", "8", "enter", "w", "x", "6", "enter")
        await it.until(Phase.REST, 4)
    found = halo.ask(
        "SELECT DISTINCT side, load_kg FROM outcomes WHERE exercise = 'lunge-halo' ORDER BY side"
    )
    assert found == [("left", 6.0), ("right", 8.0)]
    again = halo.resume(halo.store.sessions(status="open")[-1].id)
    assert (again.session.loads[LEFT], again.session.loads[RIGHT]) == (6.0, 8.0)
    again.close()


# -- which set


async def test_in_a_rest_it_is_asked_which_set_is_meant(halo: Gym) -> None:
    async with live(halo, halo.at(Phase.SWITCH, 3)) as it:
        await it.keys("w")
        assert "LUNGE HALO RIGHT, coming" in await it.picture()
        assert "LUNGE HALO LEFT, just done" in await it.picture()
        await it.keys("d", "8", "enter")
        assert {row.load_kg for row in it.session.outcomes[2]} == {8.0}
        await it.keys("w", "c", "9", "enter")
        assert {row.load_kg for row in it.session.outcomes[2]} == {8.0}
        assert it.session.loads[RIGHT] == 9.0


async def test_the_side_just_done_alone_may_have_had_another_weight(halo: Gym) -> None:
    async with live(halo, halo.at(Phase.SWITCH, 3)) as it:
        await it.keys("w", "c", "8", "enter", "w", "d", "x", "6", "enter")
        assert {row.load_kg for row in it.session.outcomes[2]} == {6.0}
        assert it.session.loads == {LEFT: 6.0, RIGHT: 8.0}


async def test_the_weight_of_the_last_set_is_told_on_the_summary(halo: Gym) -> None:
    async with live(halo, halo.at(Phase.FINISHED)) as it:
        last = it.session.cursor
        await it.keys("w", "8", "enter")
        assert [row.load_kg for row in it.session.outcomes[last]] == [8.0]
        assert it.session.outcomes[last - 1][0].load_kg is None
    assert halo.ask("SELECT load_kg FROM outcomes ORDER BY step DESC LIMIT 1") == [(8.0,)]


async def test_the_last_set_may_end_by_itself_while_its_weight_is_asked(gym: Gym) -> None:
    gym.text, gym.options = TAPPED.replace('"tap"', '"pace"'), Options(sets=1)
    async with live(gym, gym.at(Phase.WORK, 1)) as it:
        await it.keys("w")
        await it.until(Phase.FINISHED)
        await it.keys("8", "enter")
        assert [row.load_kg for row in it.session.outcomes[1]] == [8.0]


def test_a_set_that_is_done_again_is_weighed_as_one_to_come(gym: Gym) -> None:
    runner = gym.at(Phase.SWITCH, 1)
    assert weighs_logged(runner.session, 0) and not weighs_logged(runner.session, 1)
    runner.send(e.Redo())
    assert runner.session.logged == runner.session.cursor == 0
    assert not weighs_logged(runner.session, 0)
    runner.close()


# -- where it is seen


@pytest.mark.parametrize("size", [(40, 12), (80, 24), *long((60, 20), (120, 40))])
async def test_all_of_the_dialog_is_seen_and_the_marked_weight_with_it(
    halo: Gym, size: tuple[int, int]
) -> None:
    halo.weights = Weights(tuple(float(kg) for kg in range(1, 31)))
    async with live(halo, halo.at(Phase.WORK, 2), size=size) as it:
        await it.keys("w", "up")
        picture = await it.picture()
        for words in (
            "Weight for LUNGE HALO",
            "> 30 kg",
            "type it, in kg",
            "x each side its own",
            "escape back",
        ):
            assert words in picture, words
        await it.keys("enter", "w")  # as it stands
        assert "> 30 kg" in await it.picture()


async def test_the_rest_says_which_weight_is_needed_next(halo: Gym) -> None:
    halo.weights = Weights((8.0, 16.0), adjustable=True)
    async with live(halo, halo.at(Phase.REST, 2), size=(120, 40)) as it:
        await it.keys("w", "c", "8", "enter")
        assert it.says("#limb") == f"set it to 8{KEPT}kg"
        await it.until(Phase.REST, 4)
        await it.keys("w", "c", "1", "6", "enter")
        assert it.says("#limb") == f"set it to 16{KEPT}kg"
