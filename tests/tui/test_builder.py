"""The builder: a circuit is made and changed with keys only, and a change is made wherever it has to be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hiptimer.circuit.draft import of_text
from hiptimer.circuit.file import parse
from hiptimer.circuit.library import find
from hiptimer.circuit.model import Circuit
from hiptimer.tui.screens.builder import BuilderScreen
from hiptimer.tui.screens.exercise import ExerciseScreen
from hiptimer.tui.screens.help import HelpScreen
from hiptimer.tui.screens.home import HomeScreen
from hiptimer.tui.screens.picking import PickDialog
from tests.fakes import Gym

from .forms import fill, go, new, write
from .live import live
from .own import MINE, keep, said, to

HIPS = find("runner-hips", Path("nowhere")).text


def meant(circuit: Circuit) -> Circuit:
    """Without what says who made it."""
    return replace(circuit, author="")


@pytest.mark.long
async def test_the_builder_makes_runner_hips_from_nothing(gym: Gym) -> None:
    raw: Any = of_text(HIPS).raw
    async with live(gym, size=(80, 40)) as it:
        await new(it, raw["name"])
        for name in ("kit", "sets"):
            await fill(it, (name,), raw[name])
        for number, exercise in enumerate(raw["exercise"]):
            await go(it, ("exercise", number))
            await it.keys("enter")
            await write(it, exercise["name"])
            assert isinstance(it.top, ExerciseScreen)
            for name, value in exercise.items():
                if name != "name":
                    await fill(it, ("exercise", number, name), value)
            await it.keys("escape")
        assert "~27 min · not saved" in await it.picture()
        await it.keys("s")
        await write(it, "made")
        assert said(it) == "saved: made"
    made = (gym.circuits / "made.toml").read_text("utf-8")
    assert meant(parse(made)) == meant(parse(HIPS))


async def test_home_has_the_circuit_as_it_was_changed(gym: Gym) -> None:
    keep(gym, "mine", MINE)
    async with live(gym) as it:
        await to(it, "mine")
        await it.keys("enter")
        await to(it, "mine")
        await it.keys("e")
        await fill(it, ("name",), "Yours")
        await it.keys("s", "escape", "escape")
        assert isinstance(it.top, HomeScreen)
        assert "Yours" in await it.picture()


async def test_exercises_are_ordered_copied_removed_and_brought_back(gym: Gym) -> None:
    async with live(gym) as it:
        await to(it, "runner-hips")
        await it.keys("e")
        builder = it.top
        assert isinstance(builder, BuilderScreen)

        def ids() -> list[object]:
            return [one["id"] for one in builder.desk.draft.exercises]

        first = ids()
        await it.keys("shift+down")
        assert ids() == [first[1], first[0], *first[2:]]
        assert builder.marked == 1
        await it.keys("shift+up", "shift+up")
        assert ids() == first
        await it.keys("c")
        assert ids() == [first[0], "wall-push-2", *first[1:]]
        await it.keys("x", "u", "u")
        assert ids() == first
        await go(it, ("exercise", 0))
        await it.keys(*["x"] * 4)
        assert ids() == []
        assert said(it) == "not a circuit yet: no exercise yet"
        await it.keys("s")
        assert said(it) == "not saved: no exercise yet"
        await it.keys("u", "u", "u", "u", "s")
        assert ids() == first


async def test_one_target_takes_the_place_of_another_with_what_belongs_to_it(gym: Gym) -> None:
    keep(gym, "mine", MINE)
    async with live(gym, size=(80, 40)) as it:
        await to(it, "mine")
        await it.keys("e", "enter")
        screen = it.top
        assert isinstance(screen, ExerciseScreen)
        await fill(it, ("exercise", 0, "reps"), 8)
        await fill(it, ("exercise", 0, "directions"), ["clockwise"])
        assert "seconds" not in screen.desk.draft.exercises[0]
        await fill(it, ("exercise", 0, "to_fatigue"), True)
        assert set(screen.desk.draft.exercises[0]) == {"id", "name", "to_fatigue"}
        await go(it, ("exercise", 0, "to_fatigue"))
        await it.keys("x")
        assert "exactly one of to_fatigue, reps, seconds" in said(it)


async def test_an_id_that_is_changed_is_changed_where_it_is_named(gym: Gym) -> None:
    more = '[[exercise]]\nid = "b"\nname = "B"\nreps = 3\ninstead_of = "plank"\n'
    keep(gym, "mine", MINE + more)
    async with live(gym) as it:
        await to(it, "mine")
        await it.keys("e", "enter")
        await fill(it, ("exercise", 0, "id"), "plank-2")
        screen = it.top
        assert isinstance(screen, ExerciseScreen)
        assert screen.desk.draft.exercises[1]["instead_of"] == "plank-2"
        await it.keys("right")
        await fill(it, ("exercise", 1, "instead_of", 0), "plank-2: Plank")
        await it.keys("enter")
        assert isinstance(it.top, PickDialog)


async def test_every_key_is_in_the_help(gym: Gym) -> None:
    keep(gym, "mine", MINE)
    async with live(gym, size=(100, 40)) as it:
        await to(it, "mine")
        for keys, word in (
            ((), "Remove"),
            (("escape", "e"), "done earlier"),
            (("escape", "enter"), "Leave out"),
        ):
            await it.keys(*keys, "?")
            assert isinstance(it.top, HelpScreen)
            assert word in await it.picture()
