"""One screen of a live session in many sizes and moments, and what must stand on it in each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from math import ceil

from textual.geometry import Region

from hiptimer.session.state import Phase, Session
from hiptimer.tui.keys import SESSION_KEYS, sign
from hiptimer.tui.view import view
from hiptimer.tui.widgets.block_text import BlockText
from hiptimer.tui.words import keys_phrases, status_phrases

from .live import Live

SIZES = [
    (40, 12), (40, 60), (50, 16), (50, 40), (60, 20), (72, 24), (80, 24), (100, 30), (120, 40), (200, 20),
    (200, 60),
]  # fmt: skip
VAST = (178, 50)
"""From here on tip and next are in block letters."""
BIG = ("#heading", "#number", "#coming", "#side", "#limb")
ODD = """
name = "Odd"
sets = 12
[rest]
lead_in = 600
switch = 600
exercise = 3600
round = 600
[[exercise]]
id = "long"
name = "Long name"
short = "SUPERLUNGE"
reps = 888
sides = "each"
side_label = "supporting"
other = "{other} leg long behind, heel as far as it goes"
directions = ["clockwise", "counterclockwise"]
load = "as heavy as you can move without losing"
[[exercise]]
id = "plank"
name = "Plank"
short = "PLANK"
seconds = 600
[[exercise]]
id = "march"
name = "March"
short = "MARCH WIDE"
reps = 10
sides = "alternating"
[[exercise]]
id = "other"
name = "Another alphabet"
short = "ПЛАНКА"
to_fatigue = true
sides = "each"
side_label = "нога"
"""
"""Long words, no side and both, three digits, 10:00 and an hour, another alphabet."""


class Sweep:
    """One screen in many sizes and moments: to resize it costs far more than to change its phase."""

    def __init__(self, it: Live) -> None:
        self.it = it
        self.moments: list[tuple[Session, float]] = []
        it.screen._looks.plan = lambda app, now: None  # type: ignore[method-assign]

    def keep(self) -> None:
        """This moment is to be looked at."""
        self.moments.append((self.it.session, self.it.gym.clock.reading))

    async def walk(self, *places: tuple[Phase, int]) -> None:
        """Moments of one session, each a little after its phase began."""
        for phase, cursor in places:
            await self.it.until(phase, cursor)
            await self.it.wait(0.5)
            self.keep()

    async def each(
        self, sizes: Sequence[tuple[int, int]] = SIZES
    ) -> AsyncIterator[tuple[tuple[int, int], list[str]]]:
        """Every size and every moment, as the rows of the terminal."""
        now = (self.it.session, self.it.gym.clock.reading)
        for size in sizes:
            for moment in self.moments:
                yield size, await self.at(size, moment)
        await self.at(size, now)

    async def at(self, size: tuple[int, int], moment: tuple[Session, float] | None = None) -> list[str]:
        """The rows of the terminal, in that size."""
        if self.it.app.size != size:
            await self.it.pilot.resize_terminal(*size)
        if moment is not None:
            self.it.runner._session, self.it.gym.clock.reading = moment
            self.it.screen.show()
        await self.it.drawn()
        return ["".join(part.text for part in strip) for strip in self.it.top._compositor.render_strips()]

    def big(self, selector: str) -> BlockText:
        return self.it.screen.query_one(selector, BlockText)

    def check(self, rows: list[str], size: tuple[int, int]) -> None:
        """What must stand on any screen of a live session."""
        session = self.it.session
        shown = view(session, self.it.runner.now())
        text, where = "\n".join(rows), f"{session.phase} {size}\n" + "\n".join(rows)
        assert any(phrase in text for phrase in status_phrases(session)), where
        if size[0] >= VAST[0] and size[1] >= VAST[1]:
            for name, phrases in (("#large-tip", shown.tip), ("#large-next", shown.next)):
                assert self.big(name).text in phrases
                self.check_whole(self.big(name), rows, where)
        else:
            assert any(phrase in text for phrase in shown.next), where
        assert self.it.says("#button") == f"SPACE {shown.button}"
        bound = {binding.id: f"{sign(binding)} {binding.description}" for binding in SESSION_KEYS}
        keys = self.it.says("#keys")
        kept = 2 if "leave" in shown.keys else 1
        assert keys in keys_phrases([bound[name] for name in shown.keys], kept), where
        assert "? Keys" in keys and keys in text, where
        texts = (shown.heading, shown.number, shown.coming, " ".join(shown.side), shown.limb)
        for selector, words in zip((*BIG, "#button"), (*texts, f"SPACE {shown.button}"), strict=True):
            if words:
                assert self.big(selector).text.replace("\u00a0", " ") == words
                self.check_whole(self.big(selector), rows, where)
        if shown.number:
            assert self.big("#number").scale, where

    def check_whole(self, block: BlockText, rows: list[str], where: str) -> None:
        """All of its glyphs lie inside its region, that one on the screen, and nothing covers them."""
        fit, region = block.fit, block.content_region
        assert block.display and fit.text.replace("\n", " ") == block.text, f"{block.id} {where}"
        assert fit.columns <= region.width and fit.rows <= region.height, f"{block.id} {where}"
        assert Region(0, 0, len(rows[0]), len(rows)).contains_region(region), f"{block.id} {where}"
        for y in range(region.height):
            drawn = block.render_line(y).text
            assert rows[region.y + y][region.x : region.right] == drawn, f"{block.id} {where}"

    def rows(self, selector: str) -> int:
        """Rows that the letters of a text stand on."""
        return ceil(self.letters(selector))

    def letters(self, selector: str) -> float:
        """How high a capital of a text stands, in rows of the terminal."""
        fit = self.big(selector).fit
        return fit.face.height * fit.scale / 2 or 0.6

    def check_legible(self, size: tuple[int, int]) -> None:
        """From 3 m away: the sizes of design/live.md."""
        width, height = size
        if width >= 60:
            for selector in ("#heading", "#coming", "#side"):
                if self.big(selector).display and self.big(selector).text:
                    assert self.rows(selector) >= 3, f"{selector} {size} {self.it.session.phase}"
        if self.big("#number").display and len(self.big("#number").text) <= 2:
            least = 18 if width >= 120 and height >= 40 else 12 if width >= 80 and height >= 24 else 3
            assert self.rows("#number") >= least, f"{size} {self.it.session.phase}"
