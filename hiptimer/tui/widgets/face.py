"""The large part of the live screen: name, digits, side and what belongs to them, as large as they fit."""

from __future__ import annotations

import re
from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Container

from hiptimer.figure.signs import Signs
from hiptimer.tui.column import Box, paragraphs
from hiptimer.tui.fit import KEPT, clean, unbroken
from hiptimer.tui.layout import Parts, Places, place
from hiptimer.tui.view import View
from hiptimer.tui.widgets.block_text import BlockText
from hiptimer.tui.widgets.figure import FigureView
from hiptimer.tui.widgets.line import Line

PARTS = (
    "heading",
    "number",
    "text",
    "title",
    "coming",
    "caption",
    "side",
    "limb",
    "first",
    "lines",
    "figure",
)
"""The names of the boxes of `layout.place`, which are the widgets' ids."""


class Face(Container):
    """Shows a `View`, each part in the box that `layout.place` gives it. It decides nothing."""

    def __init__(self, now: Callable[[], float], signs: Signs) -> None:
        super().__init__(id="face")
        self._now = now
        self._signs = signs
        self._parts = Parts("")
        self._places: Places = {}

    def compose(self) -> ComposeResult:
        """In any order: each has a place of its own."""
        yield BlockText(id="heading")
        yield BlockText(id="number")
        yield Line(id="text")
        yield Line("NEXT", id="title")
        yield BlockText(id="coming", classes="block")
        yield Line(id="caption")
        yield BlockText(id="side", classes="block")
        yield BlockText(id="limb")
        yield BlockText(id="first")
        yield Line(id="lines")
        yield FigureView(self._now, signs=self._signs, id="figure")

    def show(self, shown: View) -> None:
        """Draw a view but for its figure; what is as before is left alone."""
        wanted = parts(shown)
        if wanted != self._parts:
            self._parts = wanted
            for name in ("number", "side", "limb"):
                self.query_one(f"#{name}", BlockText).reserve = getattr(wanted, name)
            self._place()
        self.query_one("#heading", BlockText).update(shown.heading)
        self.query_one("#number", BlockText).update(shown.number)
        self.query_one("#coming", BlockText).update(shown.coming)
        self.query_one("#side", BlockText).update(one_line(shown.side))
        self.query_one("#limb", BlockText).update(limb(shown))

    def on_resize(self, event: events.Resize) -> None:
        """Another size, another arrangement."""
        self._place()

    def _place(self) -> None:
        places = place(self._parts, *self.content_size)
        lines = self._parts.lines
        first = lines[:1] if "first" in places else ()
        self.query_one("#first", BlockText).update("".join(first))
        prose = {"text": self._parts.text, "caption": (self._parts.caption,), "lines": lines[len(first) :]}
        for name, text in prose.items():
            box = places.get(name, Box(0, 0, 0, 0))
            self.query_one(f"#{name}", Line).show(paragraphs(text, box.width, box.height))
        if places == self._places:
            return
        self._places = places
        for name in PARTS:
            widget = self.query_one(f"#{name}")
            widget.display = name in places
            if placed := places.get(name):
                widget.styles.offset = (placed.x, placed.y)
                widget.styles.width = placed.width
                widget.styles.height = placed.height


def parts(shown: View) -> Parts:
    """What is to be placed: with the widest digits and the longer side, so that nothing moves for those."""
    return Parts(
        heading=shown.name,
        number=re.sub(r"\d", "8", shown.number).rjust(2, "8") if shown.number else "",
        coming=shown.coming,
        side=one_line((*shown.side[:-1], shown.side[-1].replace("LEFT", "RIGHT"))) if shown.side else "",
        limb=re.sub(r"\bleft\b", "right", limb(shown)),
        lines=tuple(map(unbroken, shown.lines)),
        text=shown.text,
        caption=clean(shown.whole_name),
        figure=shown.figure is not None,
    )


def limb(shown: View) -> str:
    """What the other limb does; or in a rest the weight to take, not broken before its unit."""
    return KEPT.join(shown.limb.rsplit(" ", 1)) if shown.coming else shown.limb


def one_line(words: tuple[str, ...]) -> str:
    """`words` as one text that is broken between them only."""
    return " ".join(word.replace(" ", KEPT) for word in words)
