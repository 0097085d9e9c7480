"""The live session, drawn: the large part, and under it a tip, the course of the session and what is next."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from hiptimer.figure.signs import Signs
from hiptimer.session.state import Session
from hiptimer.tui.course import breaks, cells
from hiptimer.tui.showing import Showing
from hiptimer.tui.view import View
from hiptimer.tui.widgets.face import Face
from hiptimer.tui.widgets.figure import FigureView
from hiptimer.tui.widgets.large_line import LargeLine
from hiptimer.tui.widgets.line import Line
from hiptimer.tui.widgets.timeline import Timeline


class LiveFace(Vertical):
    """Shows a `View`. It decides nothing."""

    def __init__(self, now: Callable[[], float], signs: Signs) -> None:
        super().__init__(id="live")
        self._now = now
        self._signs = signs
        self._outcomes: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Face(self._now, self._signs)
        yield Line(id="tip")
        yield LargeLine(id="large-tip")
        with Horizontal(id="course"):
            yield Timeline(id="timeline")
            yield Line(id="next")
        yield LargeLine(id="large-next")

    def show(self, shown: View, session: Session) -> None:
        """Draw a view but for its figure; what is as before is left alone."""
        self.query_one(Face).show(shown)
        for name, phrases in (("tip", shown.tip), ("next", shown.next)):
            self.query_one(f"#{name}", Line).show(*phrases)
            self.query_one(f"#large-{name}", LargeLine).show(*phrases)
        self._show_course(session)

    def move(self, figure: Showing | None) -> None:
        """Draw the figure. All words together take as long, and those are what a key is pressed for."""
        self.query_one(FigureView).show(figure)

    def _show_course(self, session: Session) -> None:
        now = (session.steps, session.outcomes, session.cursor)
        if now != self._outcomes:
            self._outcomes = now
            self.query_one("#timeline", Timeline).show(cells(session), breaks(session))
