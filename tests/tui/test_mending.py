"""A circuit file with faults: all of them are told, and the builder opens it where it has room for them."""

from __future__ import annotations

import tomllib

import pytest

from hiptimer.circuit.draft import Draft, fault
from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.file import parse
from hiptimer.circuit.mending import mendable
from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys
from hiptimer.circuit.tables import Raw, Table, Tables
from hiptimer.circuit.writing import toml
from hiptimer.tui.filling import hint, options, text_now, title
from hiptimer.tui.form import exercise_lines, exercise_place, form_lines, rows
from hiptimer.tui.screens.builder import BuilderScreen
from hiptimer.tui.screens.circuits import CircuitsScreen
from hiptimer.tui.screens.faults import FaultsSheet
from tests.circuit.mutations import mutated
from tests.fakes import Gym

from .forms import fill, go
from .live import live
from .own import BAD, keep, said, to, words

TWO_FAULTS = BAD.replace("seconds = 40", "seconds = 4000 # long")


async def test_all_faults_are_told_and_mended_one_by_one_in_the_builder(gym: Gym) -> None:
    path = keep(gym, "bad", TWO_FAULTS)
    async with live(gym) as it:
        await to(it, "bad")
        await it.keys("e")
        assert isinstance(it.top, FaultsSheet)
        picture = await words(it)
        assert "line 2: sets: expected" in picture and "line 6: exercise[1].seconds: expected" in picture
        await it.keys("e")
        assert isinstance(it.top, BuilderScreen)
        assert "not a circuit yet: sets: expected" in said(it)
        await fill(it, ("sets",), 2)
        assert "exercise[1].seconds: expected" in said(it)
        await it.keys("s")
        assert said(it).startswith("not saved: exercise[1].seconds")
        await go(it, ("exercise", 0))
        await it.keys("enter")
        await fill(it, ("exercise", 0, "seconds"), 40)
        await it.keys("s")
        assert said(it) == "saved: bad"
    mended = TWO_FAULTS.replace("sets = 0", "sets = 2").replace("4000", "40")
    assert path.read_text("utf-8") == mended
    assert (gym.circuits / "earlier" / "bad.toml").read_text("utf-8") == TWO_FAULTS


async def test_what_only_an_editor_can_mend_is_told_with_the_command(gym: Gym) -> None:
    keep(gym, "my bad", 'name = "Open\n')
    async with live(gym) as it:
        await to(it, "my bad")
        await it.keys("e")
        picture = await words(it)
        assert (
            "line 1, column 13: expected a quotation mark" in picture
            and 'hiptimer circuits edit "my bad"' in picture
        )
        assert "builder" not in picture
        await it.keys("e")
        assert isinstance(it.top, FaultsSheet)
        await it.keys("space")
        assert isinstance(it.top, CircuitsScreen)


@pytest.mark.parametrize(
    "spoiled",
    [
        BAD.replace("sets", "set"),
        BAD.replace("[[exercise]]", "[exercise]"),
        BAD.replace('id = "plank"', ""),
        BAD.replace('"Plank"', "7"),
        BAD + "lead_in = 3\n[exercise.rest]\nlead_in = 4\n",
        BAD.replace("0", "[[0]]"),
        BAD.replace('"Plank"', '"\\u001b[2J"'),
        BAD + 'tips = "up"\n',
    ],
)
def test_what_the_form_has_no_room_for_is_left_to_an_editor(spoiled: str) -> None:
    with pytest.raises(CircuitFaults):
        parse(spoiled)
    assert mendable(spoiled) is None


def test_of_a_spoiled_file_the_builder_drops_nothing_and_shows_every_row() -> None:
    opened = [(text, draft) for text in mutated(500, seed=3) if (draft := mendable(text)) is not None]
    assert len(opened) > 50
    for text, draft in opened:
        given = tomllib.loads(text.removeprefix("\ufeff"))
        assert count(tomllib.loads(toml(draft.raw))) >= count(given)
        show(draft)
        assert isinstance(fault(draft), str)


def count(raw: Raw, table: Table = CircuitKeys.TABLE) -> int:
    """Values in a table, those of the tables in it, too."""
    inner = {key.name: key.kind for key in table.keys}
    found = 0
    for name, one in raw.items():
        match inner[name], one:
            case Table() as kind, dict():
                found += count(one, kind)
            case Tables(each), list():
                found += sum(count(exercise, each) for exercise in one)
            case _:
                found += 1
    return found


def show(draft: Draft) -> None:
    """Every row of the builder, and what is asked for it."""
    exercise_lines(draft, 80)
    every = [list(rows(draft, CircuitKeys.TABLE, ()))]
    for number in range(len(draft.exercises)):
        every.append(list(rows(draft, ExerciseKeys.TABLE, exercise_place(number))))
    for found in every:
        form_lines(found, 80)
        for row in found:
            assert title(draft, row) and hint(row)
            options(draft, row)
            text_now(row)
