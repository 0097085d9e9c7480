"""The finished session, drawn."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from hiptimer.session.state import Session
from hiptimer.tui.summary import summary_lines
from hiptimer.tui.widgets.block_text import BlockText
from hiptimer.tui.widgets.line import Line


class SummaryFace(Vertical):
    """Shows what was done, left and right side by side."""

    def __init__(self) -> None:
        super().__init__(id="summary")

    def compose(self) -> ComposeResult:
        """A word and a table."""
        yield BlockText("WELL DONE ✓", id="summary-heading")
        yield Line(id="table")

    def show(self, session: Session, row: int) -> None:
        """Draw the table."""
        self.query_one("#table", Line).show("\n".join(summary_lines(session, row, self.app.size.width - 4)))
