"""Circuits of one's own in the tests of the screens: files, and the way to one of them."""

from __future__ import annotations

from pathlib import Path

from hiptimer.tui.screens.circuits import CircuitsScreen
from hiptimer.tui.widgets.line import Line
from tests.fakes import Gym

from .live import Live

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
