"""Choosing a theme: a list beside the screen it is for, which shows each one while it is marked."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hiptimer.look import ThemeName
from hiptimer.tui.screens.dialogs import Dialog, Marked


class ThemeScreen(Dialog[ThemeName | None]):
    """The themes, our own first. The one that is kept, or None, and then all is as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down,tab", "move(1)", "Down", show=False),
        Binding("space,enter,pagedown", "keep", "Keep", id="confirm"),
        Binding("escape,backspace,pageup,ctrl+t", "dismiss_nothing", "Back"),
    ]

    def compose(self) -> ComposeResult:
        """Title, names, keys."""
        with Vertical(classes="dialog"):
            yield Static(Content("Theme"), classes="dialog-title")
            with VerticalScroll(can_focus=False):
                for theme in self._themes():
                    yield Marked(theme)
            yield Static(Content("space keep   escape back"), classes="dialog-keys")

    def _themes(self) -> list[ThemeName]:
        return [theme for theme in ThemeName if theme in self.app.available_themes]

    def on_mount(self) -> None:
        """The theme that is on is marked."""
        self._before = self.app.theme
        self._show()

    def _show(self) -> None:
        for line, theme in zip(self.query(Marked), self._themes(), strict=True):
            chosen = theme == self.app.theme
            line.mark(chosen)
            if chosen:
                line.scroll_visible(animate=False)

    def action_move(self, by: int) -> None:
        """The theme above or below, seen at once."""
        themes = self._themes()
        self.app.theme = themes[(themes.index(ThemeName(self.app.theme)) + by) % len(themes)]
        self._show()

    def action_keep(self) -> None:
        """The theme that is seen."""
        self.dismiss(ThemeName(self.app.theme))

    def action_dismiss_nothing(self) -> None:
        """The theme that was."""
        self.app.theme = self._before
        self.dismiss(None)
