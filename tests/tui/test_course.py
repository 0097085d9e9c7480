"""The screen of a session whose steps come and go."""

from __future__ import annotations

from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from hiptimer.tui.course import Cell, breaks, cells
from tests.fakes import Gym
from tests.session.builders import WHOLE, Day

from .live import live

TEXT = """
name = "Whole"
sets = 2
[[exercise]]
id = "swings"
name = "Swings"
seconds = 20
block = "warm-up"
[[exercise]]
id = "lunge"
name = "Lunge"
reps = 8
sides = "each"
[[exercise]]
id = "bridge"
name = "Bridge"
reps = 15
instead_of = "lunge"
[[exercise]]
id = "stretch"
name = "Stretch"
seconds = 20
block = "cool-down"
"""


def test_the_course_has_a_gap_between_the_parts() -> None:
    assert breaks(Day(WHOLE).session) == (1, 5, 9)
    assert list(cells(Day(WHOLE).until(1, Phase.READY).session))[:2] == [Cell.DONE, Cell.CURRENT]


async def test_another_exercise_is_shown_in_its_place_and_taken_back(gym: Gym) -> None:
    gym.text, gym.options = TEXT, Options()
    async with live(gym, gym.at(Phase.REST)) as it:
        assert it.says("#status") == "REST · ROUND 1/2 · LUNGE · LEFT"
        it.runner.send(e.Substitute("lunge", "bridge"))
        await it.settle()
        assert it.says("#status") == "REST · ROUND 1/2 · BRIDGE"
        assert it.says("#coming") == "BRIDGE"
        await it.keys("u")
        assert it.says("#status") == "REST · ROUND 1/2 · LUNGE · LEFT"


async def test_the_last_round_leads_to_the_cool_down_unless_one_is_added(gym: Gym) -> None:
    gym.text, gym.options = TEXT, Options()
    async with live(gym, gym.at(Phase.REST, 5)) as it:
        assert it.says("#status") == "REST · COOL-DOWN · STRETCH"
        await it.keys("a")
        assert it.says("#status") == "REST · ROUND 3/3 · LUNGE · LEFT"
        assert it.says("#notice") == "round 3 added"
        await it.until(Phase.FINISHED)
        text = await it.picture()
        assert "8 of 8 sets done" in text
    assert [exercise for exercise, _, _ in gym.rows()] == ["swings", *["lunge"] * 6, "stretch"]
