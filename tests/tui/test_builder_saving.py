"""What is made in the builder is saved when the user says so, and nothing that stood there is lost."""

from __future__ import annotations

import pytest

from hiptimer.circuit.file import parse
from hiptimer.tui.screens.builder import BuilderScreen
from hiptimer.tui.screens.circuits import CircuitsScreen
from hiptimer.tui.screens.dialogs import ChooseDialog
from tests.fakes import Gym

from .forms import fill, write
from .live import live
from .own import MINE, keep, said, to


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
