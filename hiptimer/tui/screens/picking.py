"""One of many answers, scrolled where there are more than fit; a figure is shown beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from hiptimer.figure.signs import Signs
from hiptimer.tui.filling import Options
from hiptimer.tui.screens.dialogs import Dialog
from hiptimer.tui.showing import Showing
from hiptimer.tui.widgets.choice_list import ChoiceList
from hiptimer.tui.widgets.figure import FigureView

LOW = 20
"""Rows below which there are no blank lines."""


class PickDialog(Dialog[int | None]):
    """Gives the place of the answer. None if dismissed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down,tab", "move(1)", "Down", show=False),
        Binding("space,enter,pagedown", "choose", "Choose"),
        Binding("escape,backspace,pageup", "dismiss_nothing", "Cancel"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-middle")]  # noqa: RUF012 (Textual declares it so)

    def __init__(
        self, title: str, hint: str, options: Options, now: Callable[[], float], signs: Signs
    ) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._options = options
        self._chosen = options.now
        self._now = now
        self._signs = signs

    def compose(self) -> ComposeResult:
        """Title, what it means, answers, the figure, keys."""
        with Vertical(classes="dialog -pick"):
            yield Static(Content(self._title), classes="dialog-title")
            yield Static(Content(self._hint), classes="pick-hint")
            with Horizontal(classes="pick"):
                yield ChoiceList(len(self._options.answers))
                if self._options.figures:
                    yield FigureView(self._now, signs=self._signs)
            yield Static(Content("space choose   escape back"), classes="dialog-keys")

    def on_mount(self) -> None:
        """The answer that is so now is marked."""
        self._show()

    def _show(self) -> None:
        self.query_one(ChoiceList).show([words for words, _ in self._options.answers], self._chosen)
        if self._options.figures:
            name = self._options.figures[self._chosen]
            self.query_one(FigureView).show(Showing(name, since=self._now()) if name else None)

    def action_move(self, by: int) -> None:
        """The answer above or below."""
        self._chosen = (self._chosen + by) % len(self._options.answers)
        self._show()

    def action_choose(self) -> None:
        """The marked answer."""
        self.dismiss(self._chosen)
