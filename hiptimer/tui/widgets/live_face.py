"""The live session, drawn: name, digits, side in block letters, and a few lines of plain text."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from hiptimer.session.state import Done, Phase, Session
from hiptimer.tui.view import View
from hiptimer.tui.widgets.block_text import BlockText
from hiptimer.tui.widgets.line import Line
from hiptimer.tui.widgets.timeline import Cell, Timeline

MOST_BLOCKS = 3


class LiveFace(Vertical):
    """Shows a `View`. It decides nothing."""

    def __init__(self) -> None:
        super().__init__(id="live")
        self._outcomes: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield BlockText(id="heading")
        with Horizontal(id="main"):
            with Vertical(id="left"):
                yield BlockText(id="number", reserve="88")
                yield Line(id="text")
            with Vertical(id="right"):
                yield Line(id="right-title")
                for place in range(MOST_BLOCKS):
                    yield BlockText(id=f"block-{place}", classes="block")
                yield Line(id="lines")
        yield Line(id="tip")
        with Horizontal(id="course"):
            yield Timeline(id="timeline")
            yield Line(id="next")

    def show(self, shown: View, session: Session) -> None:
        """Draw a view; what is as before is left alone."""
        self.query_one("#heading", BlockText).update(shown.heading)
        number, text = self.query_one("#number", BlockText), self.query_one("#text", Line)
        number.update(shown.number)
        number.display = not shown.text
        text.display = bool(shown.text)
        text.show("\n\n".join(shown.text))
        self._show_right(shown, session)
        self.query_one("#tip", Line).show(shown.tip)
        self.query_one("#next", Line).show(shown.next)
        self._show_course(session)

    def _show_right(self, shown: View, session: Session) -> None:
        rest = session.shown_phase is Phase.REST
        self.query_one("#right").set_class(rest, "-coming")
        title = self.query_one("#right-title", Line)
        title.display = rest
        title.show("NEXT")
        for place in range(MOST_BLOCKS):
            block = self.query_one(f"#block-{place}", BlockText)
            block.display = place < len(shown.blocks)
            if block.display:
                block.update(shown.blocks[place])
        self.query_one("#lines", Line).show("\n".join(shown.lines))

    def _show_course(self, session: Session) -> None:
        now = (session.steps, session.outcomes, session.cursor)
        if now != self._outcomes:
            self._outcomes = now
            self.query_one("#timeline", Timeline).show(cells(session), breaks(session))


def cells(session: Session) -> tuple[Cell, ...]:
    """The state of every step."""
    return tuple(_cell(session, index) for index in range(len(session.steps)))


def _cell(session: Session, index: int) -> Cell:
    if index == session.cursor and session.phase is not Phase.FINISHED:
        return Cell.CURRENT
    made = session.outcomes.get(index)
    if not made:
        return Cell.AHEAD
    return {Done.DONE: Cell.DONE, Done.SKIPPED: Cell.SKIPPED, Done.INTERRUPTED: Cell.INTERRUPTED}[
        made[0].status
    ]


def breaks(session: Session) -> tuple[int, ...]:
    """Where a new round begins."""
    steps = session.steps
    return tuple(index for index in range(1, len(steps)) if steps[index].round != steps[index - 1].round)
