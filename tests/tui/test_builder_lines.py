"""What the builder shows of an exercise and says of what is wrong: what belongs to it, and all of it."""

from __future__ import annotations

import pytest

from hiptimer.circuit.draft import of_text, put
from hiptimer.circuit.schema import ExerciseKeys
from hiptimer.tui.form import exercise_place, rows
from hiptimer.tui.screens.exercise import ExerciseScreen
from tests.fakes import Gym

from .forms import go
from .live import live
from .own import MINE, keep, said, to, words


def own_rests(target: str) -> set[str]:
    """The countdowns that can be given to an exercise with a target."""
    draft = of_text(MINE.replace("seconds = 40", target))
    found = rows(draft, ExerciseKeys.TABLE, exercise_place(0))
    return {str(row.place[-1]) for row in found if "rest" in row.place}


@pytest.mark.parametrize(
    ("target", "lead_ins"),
    [
        ("to_fatigue = true", {"lead_in"}),
        ("seconds = 40", {"lead_in"}),
        ("reps = 8", {"lead_in_reps"}),
        ("seconds = 40\nrest = { lead_in_reps = 2 }", {"lead_in", "lead_in_reps"}),
    ],
)
def test_an_exercise_is_asked_for_its_own_lead_in_only(target: str, lead_ins: set[str]) -> None:
    assert own_rests(target) & {"lead_in", "lead_in_reps"} == lead_ins
    assert {"switch", "exercise", "round"} <= own_rests(target)


def test_as_long_as_there_is_no_target_both_are_there() -> None:
    draft = put(of_text(MINE), ("exercise", 0, "seconds"), None)
    names = {str(row.place[-1]) for row in rows(draft, ExerciseKeys.TABLE, exercise_place(0))}
    assert {"lead_in", "lead_in_reps"} <= names


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_what_keeps_it_from_being_a_circuit_is_read_whole(gym: Gym, size: tuple[int, int]) -> None:
    keep(gym, "mine", MINE)
    async with live(gym, size=(80, 40)) as it:
        await to(it, "mine")
        await it.keys("e", "enter")
        assert isinstance(it.top, ExerciseScreen)
        await go(it, ("exercise", 0, "seconds"))
        await it.keys("x")
        await it.pilot.resize_terminal(*size)
        assert said(it).startswith("not a circuit yet: ") and len(said(it)) > 78
        assert said(it) in await words(it)
        await it.keys("u")
        await it.drawn()
        assert it.top.query_one("#said").region.height <= 1
