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
from tests.circuits import TABATA
from tests.fakes import Gym
from tests.often import long

from .live import live
from .own import BAD, MINE, keep, said, to, words


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


@pytest.mark.parametrize("size", [(40, 12), (97, 31), *long((80, 24), (120, 40), (60, 20))])
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
