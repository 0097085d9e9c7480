"""The circuits on the screen: taken for today, copied, removed; a bad file hides none of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiptimer.circuit.file import parse
from hiptimer.circuit.library import builtin_names, find
from hiptimer.session.state import Phase
from hiptimer.tui.screens.builder import BuilderScreen
from hiptimer.tui.screens.circuits import CircuitsScreen
from hiptimer.tui.screens.home import HomeScreen
from hiptimer.tui.screens.preview import PreviewScreen
from hiptimer.tui.widgets.line import Line
from tests.circuits import TABATA
from tests.fakes import Gym

from .live import Live, live

MINE = 'name = "Mine"\n[[exercise]]\nid = "plank"\nname = "Plank" # on the mat\nseconds = 40\n'
BAD = 'name = "Bad"\nsets = 0\n[[exercise]]\nid = "plank"\nname = "Plank"\nseconds = 40\n'


def keep(gym: Gym, name: str, text: str) -> Path:
    gym.circuits.mkdir(exist_ok=True)
    path = gym.circuits / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


def said(it: Live) -> str:
    return it.top.query_one("#said", Line).text


async def words(it: Live) -> str:
    """What is on the screen, without lines and frames."""
    return " ".join((await it.picture()).replace("┃", " ").split())


async def to(it: Live, name: str) -> None:
    """The circuits, with one of them marked."""
    if not isinstance(it.top, CircuitsScreen):
        await it.keys("c")
    assert isinstance(it.top, CircuitsScreen)
    await it.keys(*["up"] * 20)
    for _ in range(20):
        if it.top.cells.cursor == name:
            return
        await it.keys("down")
    raise AssertionError(f"{name} is not there")


async def test_a_circuit_is_taken_for_today_and_home_starts_it(gym: Gym) -> None:
    keep(gym, "mine", TABATA)
    async with live(gym) as it:
        await to(it, "mine")
        await it.keys("enter")
        assert isinstance(it.top, HomeScreen)
        assert parse(TABATA).name in await it.picture()
        await it.wait_home(1.0)
        await it.keys("space")
        assert it.session.circuit == parse(TABATA)
        assert it.session.phase is Phase.READY
        await it.keys("q")
        assert parse(TABATA).name in await it.picture()


async def test_the_big_key_that_took_it_does_not_start_it_too(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("c", "space", "space")
        assert isinstance(it.top, HomeScreen)


async def test_a_bad_file_is_listed_with_its_first_fault_and_hides_no_other(gym: Gym) -> None:
    keep(gym, "bad", BAD)
    keep(gym, "mine", MINE)
    async with live(gym, size=(120, 30)) as it:
        await to(it, "bad")
        picture = await it.picture()
        assert "bad.toml:2: sets: expected a whole number from 1 to 50" in picture
        assert all(name in picture for name in (*builtin_names(), "mine"))
        for key in ("enter", "p"):
            await it.keys(key)
            assert isinstance(it.top, CircuitsScreen)
            assert "can't be used" in said(it)


async def test_a_built_in_circuit_that_is_looked_at_in_the_builder_leaves_no_file(gym: Gym) -> None:
    async with live(gym) as it:
        await to(it, "tabata")
        await it.keys("e")
        assert isinstance(it.top, BuilderScreen)
        assert "saving copies it" in await words(it)
        await it.keys("escape")
        assert isinstance(it.top, CircuitsScreen)
        assert it.top.cells.cursor == "tabata"
    assert not list(gym.circuits.glob("**/*.toml"))


async def test_a_built_in_circuit_is_copied_with_the_first_save(gym: Gym) -> None:
    async with live(gym) as it:
        await to(it, "tabata")
        await it.keys("e", "s", "enter")
        assert said(it) == "saved: my-tabata"
        assert "saving copies" not in await words(it)
        await it.keys("escape")
        assert isinstance(it.top, CircuitsScreen)
        assert it.top.cells.cursor == "my-tabata"
    assert (gym.circuits / "my-tabata.toml").read_text("utf-8") == find("tabata", Path("nowhere")).text


async def test_a_copy_needs_a_name_that_is_free(gym: Gym) -> None:
    keep(gym, "mine", MINE)
    async with live(gym) as it:
        await to(it, "mine")
        await it.keys("c", *["backspace"] * 1, *"tabata", "enter")
        assert "There is a circuit tabata already" in await words(it)
        await it.keys("ctrl+u", *"a/b", "enter")
        assert "this is a path" in await words(it)
        await it.keys("ctrl+u", *"other", "enter")
        assert said(it) == "other is a copy of mine"
    assert (gym.circuits / "other.toml").read_text("utf-8") == MINE


async def test_a_circuit_is_removed_after_asking_and_only_moved(gym: Gym) -> None:
    path = keep(gym, "mine", MINE)
    async with live(gym) as it:
        await to(it, "mine")
        await it.keys("x", "enter")
        assert path.exists()
        await it.keys("x", "y")
        assert said(it) == "mine is moved to removed/mine.toml"
        assert "Mine" not in await it.picture()
        await to(it, "tabata")
        await it.keys("x")
        assert said(it) == "tabata is built in, and stays"
    assert (gym.circuits / "removed" / "mine.toml").read_text("utf-8") == MINE


async def test_a_file_that_is_gone_or_spoiled_meanwhile_is_said(gym: Gym) -> None:
    path = keep(gym, "mine", MINE)
    async with live(gym) as it:
        await to(it, "mine")
        path.write_text(BAD, "utf-8")
        await it.keys("enter")
        assert isinstance(it.top, CircuitsScreen)
        assert "sets: expected" in said(it)
        path.unlink()
        await it.keys("x", "y")
        assert "There is no circuit" in said(it)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12), (60, 20), (97, 31)])
async def test_the_preview_has_every_step_at_every_size(gym: Gym, size: tuple[int, int]) -> None:
    async with live(gym, size=size) as it:
        await to(it, "runner-hips")
        await it.keys("p")
        assert isinstance(it.top, PreviewScreen)
        assert "ROUND 1" in await it.picture()
        await it.keys(*["pagedown"] * 10)
        assert "26:21" in await it.picture() and "BACK LUNGE" in await it.picture()
        await it.keys("escape")
        assert isinstance(it.top, CircuitsScreen)
