"""The how-to of an exercise: position, what ends the set, with what, and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hiptimer.circuit.text import clean
from hiptimer.figure.model import Signs
from hiptimer.session.state import Session
from hiptimer.tui.screens.help import Sheet
from hiptimer.tui.showing import Showing
from hiptimer.tui.widgets.figure import FigureView
from hiptimer.tui.words import how_to
from hiptimer.weights import Unit

ROOMY = 118
"""Columns from which on the figure stands beside the words."""


class HowScreen(Sheet[None]):
    """How the exercise at the cursor is done; a moving figure has its place at the left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("h,H", "dismiss_nothing", "Close")]

    def __init__(self, session: Session, now: Callable[[], float], signs: Signs, unit: Unit) -> None:
        super().__init__()
        self._session = session
        self._now = now
        self._signs = signs
        self._unit = unit

    def compose(self) -> ComposeResult:
        """Every coaching line, under the moment it is for."""
        with VerticalScroll(classes="dialog -help -how", can_focus=False) as panel:
            panel.border_title = Content(clean(self._session.step.exercise.name))
            with Horizontal(id="how"):
                if self.app.size.width >= ROOMY:
                    step = self._session.step
                    yield (figure := FigureView(self._now, signs=self._signs, id="how-figure"))
                    if step.exercise.figure:
                        figure.show(Showing(step.exercise.figure, step.side))
                    figure.display = bool(step.exercise.figure)
                with Vertical(id="how-words"):
                    for title, lines in how_to(self._session, self._unit):
                        yield Static(Content(title), classes="dialog-subtitle")
                        yield Static(Content("\n".join(lines)))
