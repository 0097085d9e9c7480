"""The builder: a circuit is made and changed with keys only, and nothing of it is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.widgets import Static

from hiptimer.circuit.draft import of_text
from hiptimer.circuit.file import parse
from hiptimer.circuit.library import find
from hiptimer.circuit.model import Circuit
from hiptimer.tui.screens.builder import BuilderScreen
from hiptimer.tui.screens.circuits import CircuitsScreen
from hiptimer.tui.screens.dialogs import ChooseDialog, EntryDialog
from hiptimer.tui.screens.exercise import ExerciseScreen
from hiptimer.tui.screens.filling import FillingScreen
from hiptimer.tui.screens.help import HelpScreen
from hiptimer.tui.screens.home import HomeScreen
from hiptimer.tui.screens.picking import PickDialog
from hiptimer.tui.widgets.line import Line
from tests.fakes import Gym

from .live import Live, live
from .test_circuits_screen import MINE, keep, said, to

HIPS = find("runner-hips", Path("nowhere")).text


async def go(it: Live, place: tuple[object, ...]) -> None:
    """To a value, with the arrows."""
    screen = it.top
    assert isinstance(screen, FillingScreen)
    for _ in range(2):
        before = None
        while screen.cells.cursor != before:
            before = screen.cells.cursor
            if before == place:
                return
            await it.keys("down")
        await it.keys(*["pageup"] * 6)
    raise AssertionError(f"{place} is not there")


async def write(it: Live, text: str) -> None:
    """Type over what stands in a field."""
    assert isinstance(it.top, EntryDialog)
    await it.keys("end", "ctrl+u")
    for sign in text:
        it.app.post_message(Key(_character_to_key(sign), sign))
    await it.keys("enter")


def hint(it: Live) -> str:
    """What a dialog says of what was typed."""
    return str(it.top.query_one(".dialog-hint", Static).content)


async def choose(it: Live, words: str) -> None:
    """An answer, with the arrows."""
    assert isinstance(it.top, PickDialog)
    for _ in range(20):
        chosen = it.top.query(".-chosen").first(Line)
        if chosen.text == f"> {words}":
            await it.keys("enter")
            return
        await it.keys("down")
    raise AssertionError(f"{words} is no answer")


def typed(value: Any) -> str:
    """A value as somebody would type it, or its words in a list."""
    match value:
        case bool():
            return "yes" if value else "no"
        case [int() as low, int() as high]:
            return f"{low}-{high}"
        case list():
            return ", ".join(value)
        case _:
            return str(value)


async def fill(it: Live, place: tuple[object, ...], value: Any) -> None:
    """One value of the form, wherever it stands."""
    if isinstance(value, dict):
        for name, inner in value.items():
            await fill(it, (*place, name), inner)
    elif isinstance(value, list) and place[-1] in ("kit", "how", "setup", "work", "late", "why"):
        for number, line in enumerate(value):
            await fill(it, (*place, number), line)
    else:
        await go(it, place)
        await it.keys("enter")
        if isinstance(it.top, PickDialog):
            await choose(it, typed(value))
        else:
            await write(it, typed(value))


async def new(it: Live, name: str) -> None:
    await it.keys("c", "n")
    await write(it, name)
    assert isinstance(it.top, BuilderScreen)


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


async def test_what_is_changed_is_saved_with_the_comments_and_the_old_file_is_kept(gym: Gym) -> None:
    path = keep(gym, "mine", MINE)
    async with live(gym) as it:
        await to(it, "mine")
        await it.keys("e", "enter")
        await fill(it, ("exercise", 0, "seconds"), "30-1:30")
        await it.keys("s")
        assert said(it) == "saved: mine"
        await it.keys("escape", "escape")
        assert isinstance(it.top, CircuitsScreen)
    assert path.read_text("utf-8") == MINE.replace("seconds = 40", "seconds = [30, 90]")
    assert (gym.circuits / "earlier" / "mine.toml").read_text("utf-8") == MINE


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


async def test_what_can_not_be_is_refused_in_words_and_can_be_typed_again(gym: Gym) -> None:
    keep(gym, "mine", MINE)
    async with live(gym) as it:
        await to(it, "mine")
        await it.keys("e")
        await go(it, ("sets",))
        await it.keys("enter")
        await write(it, "4-3")
        assert 'low-high with the lower first, please; not "4-3"' in hint(it)
        await write(it, "many")
        assert 'not "many"' in hint(it)
        await write(it, "3-4")
        assert isinstance(it.top, BuilderScreen)
        assert it.top.desk.draft.raw["sets"] == [3, 4]


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


async def test_leaving_with_something_unsaved_asks(gym: Gym) -> None:
    path = keep(gym, "mine", MINE)
    async with live(gym) as it:
        await to(it, "mine")
        await it.keys("e")
        await fill(it, ("sets",), 5)
        await it.keys("ctrl+q")
        assert isinstance(it.top, ChooseDialog)
        await it.keys("escape")
        assert isinstance(it.top, BuilderScreen)
        await it.keys("escape", "d")
        assert isinstance(it.top, CircuitsScreen)
        assert path.read_text("utf-8") == MINE
        await it.keys("e")
        await fill(it, ("sets",), 5)
        await it.keys("escape", "s")
        assert isinstance(it.top, CircuitsScreen)
    assert parse(path.read_text("utf-8")).sets == (5, 5)


async def test_a_file_that_was_changed_meanwhile_is_not_written_over_unasked(gym: Gym) -> None:
    path = keep(gym, "mine", MINE)
    other = MINE.replace("40", "50")
    async with live(gym) as it:
        await to(it, "mine")
        await it.keys("e")
        await fill(it, ("sets",), 5)
        path.write_text(other, "utf-8")
        await it.keys("s")
        assert isinstance(it.top, ChooseDialog)  # its words are broken where the path of the day is long
        assert "was changed by something else" in it.top._title
        await it.keys("escape")
        assert path.read_text("utf-8") == other
        await it.keys("s", "n")
        await write(it, "mine-too")
        assert said(it) == "saved: mine-too"
        assert path.read_text("utf-8") == other


async def test_mine_takes_the_place_of_the_changed_file_which_is_kept(gym: Gym) -> None:
    path = keep(gym, "mine", MINE)
    async with live(gym) as it:
        await to(it, "mine")
        await it.keys("e")
        await fill(it, ("sets",), 5)
        path.write_text("theirs", "utf-8")
        await it.keys("s", "o")
        assert said(it) == "saved: mine"
    assert parse(path.read_text("utf-8")).sets == (5, 5)
    assert (gym.circuits / "earlier" / "mine.toml").read_text("utf-8") == "theirs"


async def test_where_nothing_can_be_written_it_is_said_and_nothing_is_lost(
    gym: Gym, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(gym, "mine", MINE)

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    async with live(gym, size=(120, 30)) as it:
        await to(it, "mine")
        await it.keys("e")
        await fill(it, ("sets",), 5)
        monkeypatch.setattr("hiptimer.circuit.keeping.write_whole", refused)
        await it.keys("s")
        assert said(it).startswith("not saved: ")
        assert "can't be written: you may not write in" in said(it)
        assert "not saved" in it.says("#builder-length")


ODD = ["[bold]x[/]", "שלום", "🏃‍♀️ 👩🏽", "é" * 200, "{other}", "a\u200db", "体幹" * 60]


@pytest.mark.parametrize(
    ("name", "size"),
    [
        pytest.param(name, size, marks=[pytest.mark.long] if (number + small) % 2 else [])
        for number, name in enumerate(ODD)
        for small, size in enumerate([(80, 24), (40, 12)])
    ],
)
async def test_any_name_is_shown_as_text_and_breaks_no_line(
    gym: Gym, name: str, size: tuple[int, int]
) -> None:
    keep(gym, "mine", MINE.replace('"Mine"', f'"{name}"').replace('"Plank"', f'"{name}"'))
    async with live(gym, size=size) as it:
        await to(it, "mine")
        for keys in ((), ("e",), ("enter",), ("enter",), ("escape", "p")):
            await it.keys(*keys)
            await it.picture()
            strips = it.top._compositor.render_strips()
            assert all(strip.cell_length == size[0] for strip in strips)
        if name == ODD[0]:
            assert "[bold]" in (await it.picture()).lower()


@pytest.mark.parametrize("name", ["x" * 501, "\x1b[31mred", "a\u202eb"])
async def test_a_name_that_could_steer_the_terminal_or_has_no_end_never_gets_in(gym: Gym, name: str) -> None:
    async with live(gym) as it:
        await it.keys("c", "n")
        it.app.post_message(Paste(name))
        await it.settle()
        await it.keys("enter")
        assert isinstance(it.top, EntryDialog)
        assert "please" in await it.picture()
        assert "\x1b" not in await it.picture() and "\u202e" not in await it.picture()


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
