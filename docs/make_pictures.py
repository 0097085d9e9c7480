"""Draw the pictures of the README from the real app: `python docs/make_pictures.py`.

The app runs headless with a clock that stands still until the script moves it, so that the same
pictures come out again. They are PNG because the fonts of an SVG break on web pages. Needs Pillow
(`pip install -e '.[pictures]'`) and a monospaced font: DejaVu Sans Mono, or `--font FILE`.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from rich.color import Color, ColorType
from rich.segment import Segment
from rich.terminal_theme import DIMMED_MONOKAI
from textual.pilot import Pilot

from hiptimer.audio.chain import Status
from hiptimer.circuit.library import find
from hiptimer.circuit.plan import Options
from hiptimer.history.store import Store
from hiptimer.tui.app import HiptimerApp
from hiptimer.tui.audible import Audible
from hiptimer.tui.screens.session import SessionScreen
from hiptimer.tui.world import World

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.history import make

HERE = Path(__file__).parent / "pictures"
CELL = (10, 20)
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"
BLOCKS = {"█": (0, 0, 1, 1), "▀": (0, 0, 1, 0.5), "▄": (0, 0.5, 1, 1)}
"""Drawn as rectangles (left, top, right, bottom of a cell), so that no font leaves gaps between them."""
BRAILLE = {chr(0x2800 + bits): bits for bits in range(256)}
"""Drawn as dots, in the places that Unicode gives their bits: few fonts have them."""
DOT = 1.8
"""Radius, in pixels."""


def dots(character: str) -> list[tuple[int, int]]:
    """The dots of a sign of braille, as (column, row) in its cell of 2 by 4."""
    places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    return [place for bit, place in enumerate(places) if BRAILLE[character] >> bit & 1]


class StandingClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> float:
        """Seconds since the clock was made."""
        return self.seconds

    def wall(self) -> datetime:
        """A fixed day, and the seconds on it."""
        berlin = timezone(timedelta(hours=1))
        return datetime(2026, 11, 22, 18, 30, tzinfo=berlin) + timedelta(seconds=self.seconds)


class NoSound:
    """A player that could be heard, and is not."""

    status = Status("picture", "", True)

    def cue_sheet(self, sheet: Sequence[object], zero: float) -> None:
        """Nothing sounds."""

    def say(self, phrases: tuple[str, ...]) -> None:
        """Nothing is said."""

    def play(self, cue: object) -> None:
        """Nothing sounds."""

    def volume(self, level: int) -> None:
        """Nothing sounds, at any volume."""

    def mute(self, muted: bool) -> None:
        """Nothing sounds anyway."""

    def not_heard(self) -> None:
        """Nobody listens."""

    def close(self) -> None:
        """Nothing to end."""


class Scene:
    """The app in a terminal of one size, moved by keys and by seconds."""

    def __init__(self, pilot: Pilot[int], app: HiptimerApp, clock: StandingClock) -> None:
        self._pilot, self._app, self._clock = pilot, app, clock

    async def press(self, *keys: str, after: float = 0.0) -> None:
        """Let some seconds pass, then press keys, each a second after the one before."""
        self._clock.seconds += after
        for key in keys:
            await self._look()
            await self._pilot.press(key)
            self._clock.seconds += 1.0
        self._clock.seconds -= 1.0
        await self._look()

    async def wait(self, seconds: float) -> None:
        """Let seconds pass, in steps short enough not to look like sleep."""
        for _ in range(int(seconds)):
            self._clock.seconds += 1.0
            await self._look()

    async def until(self, phase: str) -> None:
        """Let seconds pass until a phase has come; where the session waits, the big key is pressed."""
        screen = self._app.screen
        assert isinstance(screen, SessionScreen)
        while screen.runner.session.phase != phase:
            if screen.runner.session.phase == "READY":
                await self.press("space", after=2.0)
            await self.wait(1)

    async def _look(self) -> None:
        if isinstance(self._app.screen, SessionScreen):
            self._app.screen.runner.look()
            self._app.screen.show()
        await self._pilot.pause()

    def draw(self, name: str, font: str) -> None:
        """Write the screen as it is now."""
        strips = self._app.screen._compositor.render_strips(self._app.size)
        picture([list(strip) for strip in strips], self._app.size.width, font).save(
            HERE / f"{name}.png", optimize=True
        )


def picture(lines: Sequence[Sequence[Segment]], columns: int, font_file: str) -> Image.Image:
    """The cells of a screen as an image."""
    wide, high = CELL
    image = Image.new("RGB", (columns * wide, len(lines) * high))
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(font_file, 16)
    for row, line in enumerate(lines):
        column = 0
        for text, style, _ in line:
            front, back = (
                colour(getattr(style, "color", None), "#e6edf3"),
                colour(getattr(style, "bgcolor", None), "#10151c"),
            )
            for character in text:
                left, top = column * wide, row * high
                draw.rectangle((left, top, left + wide - 1, top + high - 1), fill=back)
                if character in BLOCKS:
                    x0, y0, x1, y1 = BLOCKS[character]
                    box = (left + x0 * wide, top + y0 * high, left + x1 * wide - 1, top + y1 * high - 1)
                    draw.rectangle(box, fill=front)
                elif character in BRAILLE:
                    for x, y in dots(character):
                        middle = (left + (2 * x + 1) * wide / 4, top + (2 * y + 1) * high / 8)
                        draw.circle(middle, DOT, fill=front)
                elif character != " ":
                    draw.text((left, top), character, font=font, fill=front)
                column += 1
    return image


def colour(value: Color | None, default: str) -> str:
    """A colour of a cell as `#rrggbb`."""
    if value is None or value.type is ColorType.DEFAULT:
        return default
    return value.get_truecolor(DIMMED_MONOKAI).hex


Play = Callable[[Scene, str], Awaitable[None]]


async def show(play: Play, size: tuple[int, int], font: str, sessions: int = 0) -> None:
    """An app in a terminal of this size, with so many sessions in its history, and what is done with it."""
    clock = StandingClock()
    with tempfile.TemporaryDirectory() as folder:
        if sessions:
            make(Path(folder) / "history.db", Path(folder) / "locks", sessions, seed=7)
        store = Store.open(Path(folder) / "history.db")
        world = World(
            store=store,
            locks=Path(folder) / "locks",
            clock=clock,
            audible=Audible(),
            open_sound=lambda ring, changed: NoSound(),
            circuits=Path(folder) / "circuits",
            text=find("runner-hips", Path(folder)).text,
            options=Options(),
        )
        app = HiptimerApp(world)
        async with app.run_test(size=size) as pilot:
            scene = Scene(pilot, app, clock)
            if not sessions:
                await scene.press("escape", after=2.0)  # the questions of the first start
            await play(scene, font)
        store.close()


async def at_80x24(scene: Scene, font: str) -> None:
    """A hold."""
    await scene.press("space", after=2.0)
    await scene.press("w", "0", "enter")
    await scene.press("space", after=2.0)
    await scene.wait(10 + 34)
    scene.draw("hold", font)


async def at_120x40(scene: Scene, font: str) -> None:
    """What is shown of an exercise before it, and of a session after it."""
    await scene.press("space", after=2.0)
    scene.draw("ready", font)
    for seconds in HOLDS:
        await scene.until("WORK")
        await scene.wait(seconds)
        await scene.press("space")
        if seconds == HOLDS[1]:
            await scene.wait(12)
            scene.draw("next", font)
    await scene.until("FINISHED")
    await scene.wait(2)
    scene.draw("summary", font)


async def over_weeks(scene: Scene, font: str) -> None:
    """Left against right."""
    await scene.press("s", after=2.0)
    scene.draw("sides", font)


HOLDS = (34, 38, 20, 22, 24, 25, 30, 31, 36, 33, 20, 21, 25, 24, 31, 30, 29, 35, 21, 22, 25, 25, 30, 32)
"""Seconds from the start of each set to the big key."""


async def main(font: str) -> None:
    """All pictures."""
    await show(at_80x24, (80, 24), font)
    await show(at_120x40, (120, 40), font)
    await show(over_weeks, (100, 28), font, sessions=14)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--font", default=FONT, help="a monospaced TrueType font (default: DejaVu Sans Mono)"
    )
    HERE.mkdir(exist_ok=True)
    asyncio.run(main(arguments.parse_args().font))
