"""One session of the log in full. Each value can be changed; what it was is kept, and can be brought back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from hiptimer.history.changes import Change
from hiptimer.history.records import SetRecord
from hiptimer.tui.log_lines import session_words
from hiptimer.tui.logbook import Logbook, LogTrouble, Stale
from hiptimer.tui.logged import Logged, Place, cell_words, title, was_words
from hiptimer.tui.logged_edit import (
    Pick,
    Question,
    Refused,
    Wanted,
    ask,
    ask_status,
    cell_of,
    kept_words,
    swap,
)
from hiptimer.tui.logged_lines import lines
from hiptimer.tui.screens.amending import TypeDialog, pick_dialog
from hiptimer.tui.screens.log_keys import LogKeys
from hiptimer.tui.terminal import set_title
from hiptimer.tui.widgets.cell_view import CellView
from hiptimer.tui.widgets.line import Line, foot

OF_A_SET = "that belongs to a set: go down to one first"
UNCHANGED = "nothing of this session was changed"
NUMBERS = ("reps", "seconds", "load_kg", "pain", "reserve", "rpe")
"""Fields that a digit begins to type."""
WHOLE: Place = (-1, -1, "rpe")


class LoggedScreen(LogKeys[Logged]):
    """Shows a session; gives it as it is when the screen is left, discarded if it was deleted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "across(-1)", "Left", id="logged-left", tooltip="from value to value"),
        Binding("right", "across(1)", "Right", id="logged-right", tooltip="from value to value"),
        Binding("enter,space", "change", "Change", id="logged-change", tooltip="the value; or just type it"),
        Binding("n,N", "note", "Note", id="logged-note", tooltip="the note on the set"),
        Binding("s,S", "status", "Status", id="logged-status", tooltip="done, interrupted or skipped"),
        Binding("x,X", "swap", "Swap sides", id="logged-swap", tooltip="left and right of the set"),
        Binding("u,U", "undo", "Undo", id="logged-undo", tooltip="the last change of this session"),
        Binding("d,D,delete", "delete", "Delete", id="logged-delete", tooltip="the session; asks first"),
    ]
    FOOTER = (
        "logged-undo", "logged-note", "logged-status", "logged-swap", "logged-delete", "log-back", "log-help"
    )  # fmt: skip

    def __init__(self, book: Logbook, logged: Logged) -> None:
        super().__init__()
        self.book = book
        self.logged = logged

    def compose(self) -> ComposeResult:
        """Which session, its values, what the one under the cursor is and was, what is said, keys."""
        yield Line(id="logged-title")
        yield CellView(id="logged")
        yield Line(id="logged-cell")
        yield Line(id="logged-was")
        yield Line(id="log-said")
        yield foot("ENTER Change")

    def on_mount(self) -> None:
        """Show it."""
        set_title(self.app, f"hiptimer log, {session_words(self.logged.record)}")
        self.say(self.logged.kept)
        self.show_keys()
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Other lines where there is another width."""
        self.call_after_refresh(self._show)

    @property
    def place(self) -> Place:
        """Which value is under the cursor."""
        return WHOLE if self.cells.cursor is None else cast(Place, self.cells.cursor)

    @property
    def row(self) -> SetRecord | None:
        """The set under the cursor; None where a value of the whole session is."""
        return self.logged.row(self.place)

    def _show(self, cursor: Place | None = None) -> None:
        self.query_one("#logged-title", Line).show(*title(self.logged))
        first = self.logged.record.sets[0] if self.logged.record.sets else None
        if cursor is None and self.cells.cursor is None and first is not None:
            cursor = (first.step, first.part, self.logged.counted(first))
        self.cells.show(lines(self.logged, self.cells.columns), cursor)
        self._show_cell()

    def _show_cell(self) -> None:
        self.query_one("#logged-cell", Line).show(*cell_words(self.logged, self.place))
        was = self.query_one("#logged-was", Line)
        was.show(*was_words(self.logged, self.place))
        was.set_class(not self.logged.was(self.place), "-empty")

    def on_cell_view_moved(self) -> None:
        """Another value is under the cursor."""
        self.say(self.logged.kept)
        self._show_cell()

    def on_cell_view_picked(self) -> None:
        """Clicked twice."""
        self.action_change()

    def on_key(self, event: events.Key) -> None:
        """A number that is typed is the new value."""
        if event.character is not None and event.character.isdecimal() and self.place[2] in NUMBERS:
            event.stop()
            self._ask(lambda: ask(self.logged, self.place), event.character)

    def action_across(self, by: int) -> None:
        """The value beside."""
        self.cells.move(across=by)

    def action_change(self) -> None:
        """The value under the cursor."""
        self._ask(lambda: ask(self.logged, self.place))

    def action_note(self) -> None:
        """The note on the set under the cursor."""
        self._ask_row(lambda row: ask(self.logged, (row.step, row.part, "note")))

    def action_status(self) -> None:
        """Whether the set under the cursor was done."""
        self._ask_row(lambda row: ask_status(self.logged, row))

    def _ask_row(self, question: Callable[[SetRecord], Question | Pick]) -> None:
        row = self.row
        if row is None:
            self.say(OF_A_SET)
        else:
            self._ask(lambda: question(row))

    def _ask(self, question: Callable[[], Question | Pick], begun: str = "") -> None:
        if self.logged.kept:
            self.say(self.logged.kept)
            return
        match question():
            case Question() as asked:
                self.app.push_screen(TypeDialog(asked, begun), self._answered)
            case Pick() as pick:
                self.app.push_screen(pick_dialog(pick), self._answered)

    def _answered(self, answer: Wanted | Question | None) -> None:
        if isinstance(answer, Question):
            self.app.push_screen(TypeDialog(answer), self._answered)
        elif answer is not None:
            self._amend(lambda: answer)

    def action_swap(self) -> None:
        """Left was right: both sides of the set, so that a pair stays a pair."""
        row = self.row
        if row is None:
            self.say(OF_A_SET)
        else:
            self._amend(lambda: swap(self.logged, row))

    def _amend(self, wanted: Callable[[], Wanted]) -> None:
        made = self._changed(lambda: self.book.amend(self.logged, wanted()))
        if made:
            self._show()
            self.say(f"kept: {kept_words(self.logged, made)}")

    def action_undo(self) -> None:
        """Take the last change back."""
        made = self._changed(lambda: self.book.undo(self.logged))
        if made:
            self._show(cell_of(self.logged, made[0]))
            self.say(f"undone: {kept_words(self.logged, made)}")
        elif made is not None:
            self.say(UNCHANGED)

    def _changed(self, change: Callable[[], tuple[Change, ...]]) -> tuple[Change, ...] | None:
        """Change the log, and read it as it is then; None, and words, where it could not be."""
        try:
            made = change()
            self.logged = self.book.read(self.logged.record.id)
        except (LogTrouble, Refused) as error:
            if isinstance(error, Stale):
                self.logged = error.fresh
                self._show()
            self.say(str(error))
            return None
        return made

    def action_delete(self) -> None:
        """Take the session out of the log."""
        self.ask_deletion(self.logged, session_words(self.logged.record))

    def deleted(self, logged: Logged) -> None:
        """Back to the list, which says so."""
        self.dismiss(replace(logged, record=replace(logged.record, status="discarded")))

    def action_back(self) -> None:
        """The list."""
        self.dismiss(self.logged)
