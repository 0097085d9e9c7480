"""Every screen of a day with the app, one after the other, each handed to the test once it is drawn."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

from rich.segment import Segment
from textual.screen import Screen

from hiptimer.session import events as e
from hiptimer.session.state import Phase
from tests.fakes import Gym

from .live import Live, live

IN_A_SET = ("s", "j", "?", "h", "q", "w", "ctrl+t")
"""Keys that open a dialog."""
FINISHED = ("o", "n", "e", "?")
LOGGED = ("?", "enter", "s", "n", "d")


@dataclass(frozen=True, slots=True)
class Seen:
    """A screen as it stands in the terminal."""

    name: str
    it: Live

    @property
    def top(self) -> Screen[object]:
        return self.it.top

    def segments(self) -> Iterator[Segment]:
        """What is drawn, with its colours; of what a dialog covers, nothing."""
        dialog = self.top.query(".dialog")
        region = dialog.first().region if dialog else self.top.region
        for y, strip in enumerate(self.top._compositor.render_strips()):
            if region.y <= y < region.bottom:
                yield from strip.crop(region.x, region.right)


async def a_day(gym: Gym, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Seen]:
    """Home, every phase, the dialogs, the summary."""
    async with live(gym, size=size) as it:
        yield await seen("home", it)
        async for dialog in dialogs(it, "home", ("?", "ctrl+t")):
            yield dialog
        await it.keys("s")
        yield await seen("sides, nothing logged", it)
        await it.keys("?")
        yield await seen("sides, ?", it)
        await it.keys("escape", "escape")
        await it.keys("w", "8", "enter", "1", "6", "enter", "5")
        yield await seen("weights", it)
        await it.keys("escape", "0", "enter")
        yield await seen("weights, a problem", it)
        async for dialog in dialogs(it, "weights", ("?",)):
            yield dialog
        await it.keys("escape", "escape")
        async for screen in the_settings(it):
            yield screen
        async for screen in the_circuits(it):
            yield screen
        await it.wait_home(1.0)
        await it.keys("space")
        yield await seen("ready", it)
        await it.press()
        yield await seen("lead-in", it)
        await it.until(Phase.WORK)
        yield await seen("work", it)
        async for dialog in dialogs(it, "work", IN_A_SET):
            yield dialog
        await it.keys("p")
        yield await seen("paused", it)
        await it.keys("p")
        await it.until(Phase.SWITCH)
        yield await seen("switch", it)
        await it.until(Phase.REST)
        yield await seen("rest", it)
        it.screen.add_class("-flash")
        yield await seen("flash", it)
        it.screen.remove_class("-flash")
        it.runner.send(e.Skip())
        await it.until(Phase.FINISHED)
        yield await seen("finished", it)
        async for dialog in dialogs(it, "finished", FINISHED):
            yield dialog
        await it.keys("q", "s")
        yield await seen("sides", it)
        await it.keys("escape")
        async for screen in the_log(it):
            yield screen


async def the_settings(it: Live) -> AsyncIterator[Seen]:
    await it.keys("e", "left", "1", "1", "enter")
    yield await seen("settings, refused", it)
    await it.keys("escape", "x")
    yield await seen("settings", it)
    async for dialog in dialogs(it, "settings", ("?",)):
        yield dialog
    await it.keys("up", "enter")
    yield await seen("keys", it)
    async for dialog in dialogs(it, "keys", ("?", "d")):
        yield dialog
    await it.keys("r", "p")
    yield await seen("keys, a clash", it)
    await it.keys("escape")
    yield await seen("keys, a button is asked for", it)
    await it.keys("escape", "escape", "escape")


async def the_circuits(it: Live) -> AsyncIterator[Seen]:
    it.gym.circuits.mkdir()
    (it.gym.circuits / "bad.toml").write_text('name = "Bad"\n', "utf-8")
    await it.keys("c")
    yield await seen("circuits", it)
    async for dialog in dialogs(it, "circuits", ("?", "n", "c", "p")):
        yield dialog
    await it.keys("up", "up")
    yield await seen("circuits, a fault", it)
    async for dialog in dialogs(it, "circuits, a fault", ("e",)):
        yield dialog
    await it.keys("down")
    await it.keys("e")
    yield await seen("builder", it)
    async for dialog in dialogs(it, "builder", ("?", "a")):
        yield dialog
    await it.keys("enter")
    yield await seen("exercise", it)
    async for dialog in dialogs(it, "exercise", ("?", "enter")):
        yield dialog
    await it.keys("down", "down", "down")
    async for dialog in dialogs(it, "to fatigue", ("enter",)):
        yield dialog
    await it.keys("x")
    yield await seen("exercise, a fault", it)
    await it.keys("escape", "escape")
    yield await seen("builder, leaving", it)
    await it.keys("d", "escape")


async def the_log(it: Live) -> AsyncIterator[Seen]:
    await it.keys("l")
    yield await seen("log", it)
    async for dialog in dialogs(it, "log", ("?", "d")):
        yield dialog
    await it.keys("enter")
    yield await seen("logged", it)
    async for dialog in dialogs(it, "logged", LOGGED):
        yield dialog
    await it.keys("9", "x", "enter")
    yield await seen("logged, refused", it)
    await it.keys("backspace", "enter")
    yield await seen("logged, changed", it)
    await it.keys("escape")


async def dialogs(it: Live, under: str, keys: tuple[str, ...]) -> AsyncIterator[Seen]:
    for key in keys:
        await it.keys(key)
        yield await seen(f"{under}, {key}", it)
        await it.keys("escape")


async def seen(name: str, it: Live) -> Seen:
    await it.picture()
    return Seen(name, it)
