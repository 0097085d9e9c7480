"""READY of an exercise that says nothing of how it is done: its whole name, its figure, larger letters."""

from __future__ import annotations

import pytest

from hiptimer.circuit.plan import Options
from hiptimer.session.state import Phase
from hiptimer.tui.position import text, whole_name
from tests.fakes import Gym

from .live import live
from .sweep import Sweep

NAME = "Single-leg runner's stance knee push into wall"
BARE = f"""
name = "Without tips"
[[exercise]]
id = "wall-push"
name = "{NAME}"
short = "WALL PUSH"
to_fatigue = true
sides = "each"
"""
OF_WALL = """
side_label = "stand"
other = "push {other} knee into wall"
figure = "wall-push"
"""


@pytest.fixture
def bare(gym: Gym) -> Gym:
    gym.text, gym.options = BARE, Options()
    return gym


@pytest.mark.parametrize(
    ("size", "least"), [((80, 24), (30, 13)), ((120, 40), (50, 24)), ((60, 20), (24, 9))]
)
async def test_given_no_tips_the_figure_takes_the_room_of_the_text(
    bare: Gym, size: tuple[int, int], least: tuple[int, int]
) -> None:
    bare.text = BARE + OF_WALL
    async with live(bare, bare.begin(), size=size) as it:
        figure = it.screen.query_one("#figure")
        assert figure.display and not it.screen.query_one("#text").display
        assert figure.region.width >= least[0] and figure.region.height >= least[1]
        assert it.screen.query_one("#side").region.x <= 1
        assert it.says("#caption").split() == NAME.split()


async def test_given_no_figure_either_the_letters_are_larger(bare: Gym) -> None:
    async with live(bare, bare.begin()) as it:
        sweep = Sweep(it)
        await sweep.at((80, 24))
        assert it.says("#side") == "LEFT" and sweep.letters("#side") >= 7
        assert it.screen.query_one("#side").region.x <= 1
        assert it.says("#caption") == NAME
        heading, caption = (it.screen.query_one(name).region for name in ("#heading", "#caption"))
        assert heading.bottom <= caption.y <= heading.bottom + 1


async def test_in_work_and_rest_the_whole_name_is_gone(bare: Gym) -> None:
    async with live(bare, bare.begin()) as it:
        for phase in (Phase.LEAD_IN, Phase.WORK, Phase.SWITCH, Phase.REST):
            await it.until(phase)
            assert not it.screen.query_one("#caption").display


STOP = "The set ends when the knee leaves the wall, a hip drops or the foot moves."


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24)])
async def test_what_ends_a_set_is_read_before_the_name(bare: Gym, size: tuple[int, int]) -> None:
    bare.text = BARE + OF_WALL + f'tips = {{ stop = "{STOP}" }}\n'
    async with live(bare, bare.begin(), size=size) as it:
        assert it.says("#text").split() == STOP.split()
        assert it.screen.query_one("#text").region.height >= len(it.says("#text").splitlines())
        assert it.screen.query_one("#caption").display or size < (80, 24)


def test_how_it_is_done_or_a_name_that_is_drawn_big_leaves_it_out(bare: Gym) -> None:
    assert whole_name(bare.begin().session) == NAME
    bare.text = BARE.replace(NAME, "Wall push")
    assert whole_name(bare.begin().session) == ""
    bare.text = BARE + 'tips = { how = "Stand tall." }\n'
    assert text(bare.begin().session) == ("Stand tall.",) and whole_name(bare.begin().session) == ""
