"""A circuit is made and changed in the builder's forms, with keys only."""

from __future__ import annotations

from typing import Any

from textual.events import Key
from textual.keys import _character_to_key
from textual.widgets import Static

from hiptimer.tui.screens.builder import BuilderScreen
from hiptimer.tui.screens.dialogs import EntryDialog
from hiptimer.tui.screens.filling import FillingScreen
from hiptimer.tui.screens.picking import PickDialog
from hiptimer.tui.widgets.line import Line

from .live import Live


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
