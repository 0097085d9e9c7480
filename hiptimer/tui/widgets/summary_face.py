"""The finished session, drawn: a word, the facts, and left and right on both sides of a line."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from hiptimer.session.status import BETWEEN
from hiptimer.tui import glyphs
from hiptimer.tui.fit import KEPT
from hiptimer.tui.summary import Summary
from hiptimer.tui.summary_head import fitting
from hiptimer.tui.widgets.block_text import BlockText
from hiptimer.tui.widgets.line import Line
from hiptimer.tui.widgets.summary_table import SummaryTable


class SummaryFace(Vertical):
    """Shows what was done, left and right side by side."""

    def __init__(self) -> None:
        super().__init__(id="summary")
        self._shown: Summary | None = None

    def compose(self) -> ComposeResult:
        """A word and the facts, then the exercises."""
        with Container(id="summary-top"):
            yield BlockText(id="summary-heading")
            yield Line(id="summary-facts")
        yield SummaryTable(id="table")

    def show(self, shown: Summary) -> None:
        """Draw a summary."""
        self._shown = shown
        self.query_one(SummaryTable).show(shown)
        self._show_top(self.size.width)

    def turn_page(self) -> None:
        """The exercises that had no room."""
        self.query_one(SummaryTable).turn_page()

    def on_resize(self, event: events.Resize) -> None:
        """Another size, another word."""
        self._show_top(event.size.width)

    def _show_top(self, width: int) -> None:
        """The longest heading that fits; the facts beside it where it is wide, or low."""
        if self._shown is None or not width:
            return
        low = self.screen.has_class("-low") or self.screen.has_class("-flat")
        wide = self.screen.has_class("-wide") or self.screen.has_class("-vast")
        headings, (day, length, circuit, sets) = self._shown.headings, self._shown.facts
        if low:
            heading = headings[0] if width >= PLAIN else headings[-1]
        else:
            heading = next((one for one in headings if glyphs.size(one, 1)[0] <= width), headings[-1])
        self.query_one("#summary-heading", BlockText).update(heading if low else heading.replace(" ", KEPT))
        facts = self.query_one("#summary-facts", Line)
        if wide and not low:
            facts.show("\n".join((day, length, circuit, sets)))
            return
        room = width - len(heading) - 2 if low else width
        joined = (
            BETWEEN.join(some)
            for some in ((day, length, circuit, sets), (day, length, sets), (length, sets), (sets,))
        )
        facts.show(fitting(room, *joined))


PLAIN = 56
"""Columns from which on the longest heading has room in a line with the facts."""
