"""The how-to of an exercise: position, what ends the set, with what, and why."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hiptimer.circuit.text import clean
from hiptimer.session.state import Session
from hiptimer.tui.screens.dialogs import Dialog
from hiptimer.tui.words import how_to

SCROLLED = 3
"""Lines by which an arrow key moves a panel that does not fit."""


class HowScreen(Dialog[None]):
    """How the exercise at the cursor is done; a moving figure has its place at the left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,space,enter,pagedown,h,H", "dismiss_nothing", "Close"),
        Binding("up", "scroll(-1)", "Up", show=False),
        Binding("down", "scroll(1)", "Down", show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """Every coaching line, under the moment it is for."""
        with VerticalScroll(classes="dialog -help", can_focus=False) as panel:
            panel.border_title = Content(clean(self._session.step.exercise.name))
            panel.border_subtitle = "space or escape closes"
            with Horizontal(id="how"):
                yield Static(id="how-figure")
                with Vertical(id="how-words"):
                    for title, lines in how_to(self._session):
                        yield Static(Content(title), classes="dialog-subtitle")
                        yield Static(Content("\n".join(lines)))

    def action_scroll(self, by: int) -> None:
        """Further down, or up, where the panel is longer than the screen."""
        self.query_one(VerticalScroll).scroll_relative(y=by * SCROLLED, animate=False)
