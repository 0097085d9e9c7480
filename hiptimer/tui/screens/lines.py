"""What every screen with lines to move among does: keys in the footer, help, room for what is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events
from textual.binding import Binding
from textual.screen import Screen

from hiptimer.tui.fit import plain
from hiptimer.tui.keys import sign
from hiptimer.tui.screens.help import HelpScreen
from hiptimer.tui.widgets.cell_view import CellView
from hiptimer.tui.widgets.line import Line
from hiptimer.tui.words import keys_phrases

T = TypeVar("T")

LOW = 20
"""Rows below which the line for what is said is there only when something is."""


class LinesScreen(Screen[T]):
    """A screen with a `CellView`, a line for what is to be said, and keys in the footer."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-middle")]  # noqa: RUF012 (Textual declares it so)
    AUTO_FOCUS = ""
    SAID: ClassVar[str] = "#said"
    """The line for what is to be said."""
    MOST_SAID: ClassVar[int] = 1
    """Lines that it may take."""
    FOOTER: ClassVar[Sequence[str]] = ()
    """The ids of the keys in the footer, the least needed before the last `KEPT`."""
    KEPT: ClassVar[int] = 2
    """How many of them stay longest: the way back, and help."""

    @property
    def cells(self) -> CellView:
        """The lines with the cursor."""
        return self.query_one(CellView)

    def all_keys(self) -> list[Binding]:
        """The keys of this screen, its own ones first."""
        kinds = (kind for kind in type(self).__mro__ if issubclass(kind, LinesScreen))
        return [
            one for kind in kinds for one in kind.__dict__.get("BINDINGS", ()) if isinstance(one, Binding)
        ]

    def in_footer(self) -> Sequence[str]:
        """The keys that have something to do now."""
        return self.FOOTER

    def show_keys(self) -> None:
        """The footer, in as many words as there is room for."""
        bound = {one.id: one for one in self.all_keys()}
        keys = [f"{sign(bound[name])} {bound[name].description}" for name in self.in_footer()]
        self.query_one("#keys", Line).show(*keys_phrases(keys, self.KEPT))

    def say(self, message: str) -> None:
        """Stands above the keys until something else is done."""
        line = self.query_one(self.SAID, Line)
        line.show(message)
        line.set_class(not message, "-empty")
        self._give_room()

    def on_resize(self, event: events.Resize) -> None:
        """Other lines of what is said; Textual calls this besides a subclass's own."""
        self._give_room()

    def _give_room(self) -> None:
        for line in self.query(self.SAID).results(Line):
            line.styles.height = min(self.MOST_SAID, len(plain(line.text, self.app.size.width - 2)))

    def action_move(self, by: int) -> None:
        """The line above or below."""
        self.cells.move(down=by)

    def action_page(self, by: int) -> None:
        """A screenful up or down."""
        self.cells.page(by)

    def action_help(self) -> None:
        """All keys of this screen."""
        self.app.push_screen(HelpScreen("KEYS", [("here", self.all_keys())]))
