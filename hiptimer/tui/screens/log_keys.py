"""The keys of the log and of one session in it, and what both screens do with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from hiptimer.tui.keys import THEME_KEY, sign
from hiptimer.tui.logbook import Logbook, LogTrouble
from hiptimer.tui.logged import Logged
from hiptimer.tui.logged_edit import Refused
from hiptimer.tui.screens.dialogs import Choice, ChooseDialog
from hiptimer.tui.screens.help import HelpScreen
from hiptimer.tui.today import sets_words
from hiptimer.tui.widgets.cell_view import CellView
from hiptimer.tui.widgets.line import Line
from hiptimer.tui.words import keys_phrases

T = TypeVar("T")

LOW = 20
"""Rows below which the line for what is said is there only when something is."""
MOVES = "from line to line"
BACK = Binding("escape,q,Q,ctrl+c", "back", "Back", id="log-back", tooltip="to where you came from")


class LogKeys(Screen[T]):
    """A screen with a `CellView`, a line for what is to be said, and keys in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", id="log-up", tooltip=MOVES),
        Binding("down", "move(1)", "Down", id="log-down", tooltip=MOVES),
        Binding("pageup", "page(-1)", "Page up", id="log-page-up", tooltip="as many lines as are seen"),
        Binding("pagedown", "page(1)", "Page down", id="log-page-down", tooltip="as many lines as are seen"),
        THEME_KEY,
        Binding("question_mark,f1", "help", "Keys", id="log-help", tooltip="all keys"),
        BACK,
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-middle")]  # noqa: RUF012 (Textual declares it so)
    AUTO_FOCUS = ""
    FOOTER: ClassVar[Sequence[str]] = ()
    """The ids of the keys in the footer, the least needed last but one."""

    book: Logbook

    @property
    def cells(self) -> CellView:
        """The lines with the cursor."""
        return self.query_one(CellView)

    def all_keys(self) -> list[Binding]:
        """The keys of this screen, its own ones first."""
        kinds = (kind for kind in type(self).__mro__ if issubclass(kind, LogKeys))
        return [
            one for kind in kinds for one in kind.__dict__.get("BINDINGS", ()) if isinstance(one, Binding)
        ]

    def show_keys(self) -> None:
        """The footer, in as many words as there is room for."""
        bound = {one.id: one for one in self.all_keys()}
        keys = [f"{sign(bound[name])} {bound[name].description}" for name in self.FOOTER]
        self.query_one("#keys", Line).show(*keys_phrases(keys))

    def say(self, message: str) -> None:
        """Stands above the keys until something else is done."""
        line = self.query_one("#log-said", Line)
        line.show(message)
        line.set_class(not message, "-empty")

    def ask_deletion(self, logged: Logged, title: str) -> None:
        """Delete a session, if it can be and the user is sure."""
        if logged.kept:
            self.say(logged.kept)
            return
        choices = (Choice("k", "keep it", False), Choice("y", "delete it; u brings it back", True))
        question = f"Delete {title}, {sets_words(logged.record)}?"
        self.app.push_screen(
            ChooseDialog(question, choices), lambda sure: self._delete(logged) if sure else None
        )

    def _delete(self, logged: Logged) -> None:
        try:
            self.book.delete(logged)
        except (LogTrouble, Refused) as error:
            self.say(str(error))
        else:
            self.deleted(logged)

    def deleted(self, logged: Logged) -> None:
        """A session is no more in the log."""
        raise NotImplementedError

    def action_move(self, by: int) -> None:
        """The line above or below."""
        self.cells.move(down=by)

    def action_page(self, by: int) -> None:
        """A screenful up or down."""
        self.cells.page(by)

    def action_help(self) -> None:
        """All keys of this screen."""
        self.app.push_screen(HelpScreen("KEYS", [("here", self.all_keys())]))
