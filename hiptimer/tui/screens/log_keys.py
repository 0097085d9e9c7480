"""The keys of the log and of one session in it, and what both screens do with them."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType

from hiptimer.tui.keys import THEME_KEY
from hiptimer.tui.logbook import Logbook, LogTrouble
from hiptimer.tui.logged import Logged
from hiptimer.tui.logged_edit import Refused
from hiptimer.tui.screens.dialogs import Choice, ChooseDialog
from hiptimer.tui.screens.lines import LinesScreen
from hiptimer.tui.today import sets_words

T = TypeVar("T")

MOVES = "from line to line"
BACK = Binding("escape,q,Q,ctrl+c", "back", "Back", id="log-back", tooltip="to where you came from")


class LogKeys(LinesScreen[T]):
    """A screen of the log."""

    CSS_PATH = "../log.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", id="log-up", tooltip=MOVES),
        Binding("down", "move(1)", "Down", id="log-down", tooltip=MOVES),
        Binding("pageup", "page(-1)", "Page up", id="log-page-up", tooltip="as many lines as are seen"),
        Binding("pagedown", "page(1)", "Page down", id="log-page-down", tooltip="as many lines as are seen"),
        THEME_KEY,
        Binding("question_mark,f1", "help", "Keys", id="log-help", tooltip="all keys"),
        BACK,
    ]
    SAID = "#log-said"

    book: Logbook

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
