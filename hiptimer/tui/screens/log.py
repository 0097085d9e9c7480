"""The log: a line a session, newest first, read a page at a time as one scrolls down."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from hiptimer.circuit.text import number_of
from hiptimer.history.records import SessionRecord
from hiptimer.tui.log_lines import NOTHING, Columns, columns, head, lines, session_words, several_circuits
from hiptimer.tui.logbook import Logbook, LogTrouble
from hiptimer.tui.logged import Logged
from hiptimer.tui.screens.log_keys import LogKeys
from hiptimer.tui.screens.logged import LoggedScreen
from hiptimer.tui.terminal import set_title
from hiptimer.tui.widgets.cell_view import CellView
from hiptimer.tui.widgets.line import Line, foot

PAGE = 40
"""Sessions that are read at once: more than are seen on most terminals."""
DELETED = "deleted: u brings it back, now or another day"


class LogScreen(LogKeys[None]):
    """The sessions. Only as many are read as are seen, and a page more."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,space", "open", "Open", id="log-open", tooltip="all sets of it; there they are changed"
        ),
        Binding("d,D,delete", "delete", "Delete", id="log-delete", tooltip="out of the log; asks first"),
        Binding("u,U", "undo", "Bring back", id="log-undo", tooltip="the session deleted last"),
        Binding("home", "newest", "Newest", id="log-newest", tooltip="the top of the log"),
    ]
    FOOTER = ("log-delete", "log-undo", "log-back", "log-help")

    def __init__(self, book: Logbook) -> None:
        super().__init__()
        self.book = book
        self._records: list[SessionRecord] = []
        self._columns = Columns(0, 0, 0, False)
        self._complete = False
        """Whether the oldest session is read."""

    def compose(self) -> ComposeResult:
        """What it is, the columns' names, the sessions, what is said, keys."""
        with Horizontal(id="log-top"):
            yield Line("LOG", id="log-title")
            yield Line(id="log-count")
        yield Line(id="log-head")
        yield CellView(id="log")
        yield Line(NOTHING, id="log-said")
        yield foot("ENTER Open")

    def on_mount(self) -> None:
        """The first page."""
        set_title(self.app, "hiptimer log")
        self.say("")
        self.show_keys()
        self._read_page()
        self._show()
        if self._complete and not self._records:
            self.say(NOTHING)

    def in_footer(self) -> Sequence[str]:
        """Nothing can be brought back where nothing is deleted."""
        with suppress(LogTrouble):
            if self.book.has_deleted():
                return self.FOOTER
        return [name for name in self.FOOTER if name != "log-undo"]

    def on_resize(self, event: events.Resize) -> None:
        """Other columns where there is another width, more lines where it is higher."""
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        self._show()
        self._read_on()

    def _read_page(self) -> list[SessionRecord]:
        """One more page, added to those there are; empty where there is none, or it can't be read."""
        try:
            found = self.book.page(self._records[-1] if self._records else None, PAGE)
            self._count(self.book.count())
        except LogTrouble as trouble:
            self.say(str(trouble))
            return []
        self._complete = len(found) < PAGE
        self._records += found
        return found

    def _count(self, sessions: int) -> None:
        self.query_one("#log-count", Line).show(number_of(sessions, "session") if sessions else "")

    def _show(self, cursor: str | None = None) -> None:
        """Draw all lines anew."""
        self._columns = columns(self.cells.columns, several_circuits(self._records))
        self.query_one("#log-head", Line).show(head(self._columns) if self._records else "")
        self.cells.show(lines(self._records, self._columns), cursor)

    def _read_on(self) -> None:
        """Read further, where what is seen is near the end of what is read."""
        while not self._complete and self.cells.rows_below < self.cells.size.height:
            last = self._records[-1] if self._records else None
            found = self._read_page()
            if not found:
                return
            if several_circuits(self._records) == self._columns.several:
                self.cells.add(lines(found, self._columns, last))
            else:
                self._show()

    def on_cell_view_moved(self) -> None:
        """Another session is under the cursor."""
        self.say("")
        self._read_on()

    def on_cell_view_scrolled(self) -> None:
        """Older ones are seen."""
        self._read_on()

    def on_cell_view_picked(self) -> None:
        """Clicked twice."""
        self.action_open()

    def _chosen(self) -> Logged | None:
        """The session under the cursor, read anew; None where there is none, or it can't be read."""
        if not isinstance(self.cells.cursor, str):
            return None
        try:
            return self.book.read(self.cells.cursor)
        except LogTrouble as trouble:
            self.say(str(trouble))
            return None

    def action_open(self) -> None:
        """All of the session."""
        logged = self._chosen()
        if logged is not None:
            self.say("")
            self.app.push_screen(LoggedScreen(self.book, logged), self._returned)

    def _returned(self, logged: Logged | None) -> None:
        """Back from a session: it may be another one, or none."""
        set_title(self.app, "hiptimer log")
        if logged is None:
            return
        if logged.record.status == "discarded":
            self.deleted(logged)
            return
        same = [logged.record if one.id == logged.record.id else one for one in self._records]
        if same != self._records:
            self._records = same
            self._show()

    def action_delete(self) -> None:
        """Take the session out of the log."""
        logged = self._chosen()
        if logged is not None:
            self.ask_deletion(logged, session_words(logged.record))

    def deleted(self, logged: Logged) -> None:
        """It is gone from the list, and the cursor on the one that takes its place."""
        ids = [one.id for one in self._records]
        place = ids.index(logged.record.id)
        del self._records[place]
        beside = self._records[min(place, len(self._records) - 1)].id if self._records else None
        self._show(beside)
        self._recount()
        self._read_on()
        self.say(f"{session_words(logged.record)} {DELETED}")

    def _recount(self) -> None:
        self.show_keys()
        try:
            self._count(self.book.count())
        except LogTrouble as trouble:
            self.say(str(trouble))

    def action_undo(self) -> None:
        """Bring back the session that was deleted last."""
        try:
            record = self.book.bring_back()
        except LogTrouble as trouble:
            self.say(str(trouble))
            return
        if record is None:
            self.say("nothing is deleted")
            return
        later = [one for one in self._records if one.started_at >= record.started_at]
        if len(later) < len(self._records) or self._complete:
            self._records.insert(len(later), record)
            self._show(record.id)
        self._recount()
        self.say(f"{session_words(record)} is back")

    def action_newest(self) -> None:
        """The top."""
        self.cells.page(-len(self._records))

    def action_back(self) -> None:
        """Home."""
        self.dismiss()
