"""The circuits there are: one is taken for today, made, changed, copied or removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from hiptimer.circuit import draft as drafts
from hiptimer.circuit.draft import Draft, Refused
from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.library import Entry, LibraryError
from hiptimer.circuit.mending import mendable
from hiptimer.figure.signs import Signs
from hiptimer.tui.cells import Line as CellLine
from hiptimer.tui.cells import Span, Tone
from hiptimer.tui.desk import Desk
from hiptimer.tui.fit import clean, shorten
from hiptimer.tui.screens.builder import BuilderScreen
from hiptimer.tui.screens.circuit_keys import CircuitKeys
from hiptimer.tui.screens.dialogs import Choice, ChooseDialog, EntryDialog
from hiptimer.tui.screens.faults import FaultsSheet
from hiptimer.tui.screens.preview import PreviewScreen
from hiptimer.tui.shelf import Shelf, about, first_fault, is_own
from hiptimer.tui.terminal import set_title
from hiptimer.tui.widgets.cell_view import CellView
from hiptimer.tui.widgets.line import Line, foot

LONGEST_NAME = 24
"""Columns of a circuit's name in the list."""


class CircuitsScreen(CircuitKeys[None]):
    """The list. A file with a fault stands in it, with the first of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "take", "Take", id="circuits-take", tooltip="home starts this one, today"),
        Binding("n,N,a,A", "new", "New", id="circuits-new", tooltip="make one, from nothing"),
        Binding("e,E", "edit", "Edit", id="circuits-edit", tooltip="a copy of a built-in one; or its faults"),
        Binding("c,C", "copy", "Copy", id="circuits-copy", tooltip="the same under another name"),
        Binding("x,X,delete", "remove", "Remove", id="circuits-remove", tooltip="asks first"),
        Binding("p,P,right", "preview", "Preview", id="circuits-preview", tooltip="all steps of a session"),
    ]  # fmt: skip
    FOOTER = (
        "circuits-new", "circuits-edit", "circuits-copy", "circuits-remove", "circuits-preview",
        "circuits-back", "circuits-help",
    )  # fmt: skip

    def __init__(self, shelf: Shelf, now: Callable[[], float], signs: Signs) -> None:
        super().__init__()
        self._shelf = shelf
        self._now = now
        self._signs = signs

    def compose(self) -> ComposeResult:
        """The list, all about the marked one, keys."""
        with Horizontal(id="builder-top"):
            yield Line("CIRCUITS", id="builder-title")
            yield Line("", id="builder-length")
        yield CellView(id="circuits")
        yield Static(id="circuits-about")
        yield Line(id="said")
        yield foot("ENTER Take")

    def on_mount(self) -> None:
        """Where home's own one is marked."""
        self.say("")
        self.show_keys()
        self._show(self._shelf.today.name)

    def on_resize(self, event: events.Resize) -> None:
        """Other lines where there is another width."""
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        if self.is_attached:
            self._show()

    def on_screen_resume(self) -> None:
        """Back from a circuit."""
        set_title(self.app, "hiptimer: circuits")

    def _show(self, cursor: str | None = None) -> None:
        entries = self._shelf.entries
        self.query_one("#builder-length", Line).show(f"{len(entries)} circuits")
        width = self.cells.columns
        names = [clean(entry.name) for entry in entries]
        room = min(max(map(cell_len, names), default=0), LONGEST_NAME) + 2
        lines = [self._line(entry, name, room, width) for entry, name in zip(entries, names, strict=True)]
        self.cells.show(lines, cursor)
        self._show_about()

    def _line(self, entry: Entry, name: str, room: int, width: int) -> CellLine:
        kind = "" if width < 64 else f"{'built-in' if not is_own(entry) else 'yours':<10}"
        today = "on home: " if entry.name == self._shelf.today.name else ""
        words = set_cell_size(shorten(name, room - 2), room) + kind + today + self._about(entry)[0]
        tone = Tone.OPEN if entry.circuit is None else Tone.PLAIN
        return (Span(" "), Span(shorten(words, width - 2), tone, entry.name))

    def _show_about(self) -> None:
        entry = self._marked
        words = self._about(entry) if entry else ()
        self.query_one("#circuits-about", Static).update(Content("\n".join(words)))

    def _about(self, entry: Entry) -> list[str]:
        return [clean(words) for words in about(entry, self._shelf.directory)]

    @property
    def _marked(self) -> Entry | None:
        return next((one for one in self._shelf.entries if one.name == self.cells.cursor), None)

    def on_cell_view_moved(self) -> None:
        """Another circuit."""
        self.say("")
        self._show_about()

    def on_cell_view_picked(self) -> None:
        """Clicked twice."""
        self.action_take()

    def _good(self) -> Entry | None:
        """The marked circuit, if it can be used; else what is wrong is said."""
        entry = self._marked
        if entry is not None and entry.circuit is None:
            self.say("it can't be used yet: e shows all that is wrong, and how to mend it")
            return None
        return entry

    def action_take(self) -> None:
        """Home starts it from now on."""
        entry = self._good()
        if entry is None:
            return
        try:
            self._shelf.take(entry.name)
        except (LibraryError, CircuitFaults) as error:
            self._shelf.read()
            self._show()
            self.say(first_fault(error))
        else:
            self.dismiss()

    def action_preview(self) -> None:
        """Its steps."""
        entry = self._good()
        if entry is not None and entry.circuit is not None:
            self.app.push_screen(PreviewScreen(entry.circuit))

    def action_new(self) -> None:
        """One that has only a name yet."""

        def wrong(name: str) -> str:
            try:
                drafts.begun(name)
            except Refused as refused:
                return str(refused)
            return ""

        def named(name: str | None) -> None:
            if name is not None:
                self._build(Desk(self._shelf, drafts.begun(name)))

        hint = "What it is called on the screen and in the log."
        self.app.push_screen(EntryDialog("A new circuit", hint, "", wrong), named)

    def _build(self, desk: Desk) -> None:
        def back(_: object) -> None:
            self._shelf.read()
            self._show(desk.name or None)

        self.app.push_screen(BuilderScreen(desk, self._now, self._signs), back)

    def action_edit(self) -> None:
        """In the builder; of a file with faults these are shown first."""
        entry = self._marked
        if entry is None:
            return
        try:
            text = self._shelf.found(entry.name).text
            draft = drafts.of_text(text)
        except LibraryError:
            self.say("it can't be read: why stands above")
        except CircuitFaults as error:
            faults = FaultsSheet(entry.name, error.faults, mendable(text))
            self.app.push_screen(faults, lambda draft: self._open(entry, text, draft) if draft else None)
        else:
            self._open(entry, text, draft)

    def _open(self, entry: Entry, text: str, draft: Draft) -> None:
        name = entry.name if is_own(entry) else ""
        self._build(Desk(self._shelf, draft, name, text, copy_of="" if name else entry.name))

    def action_copy(self) -> None:
        """The same file under another name."""
        entry = self._marked
        if entry is None:
            return

        def named(name: str | None) -> None:
            if name is None:
                return
            try:
                name = self._shelf.copy(entry.name, name)
            except LibraryError as error:
                self.say(first_fault(error))
                return
            self._show(name)
            self.say(clean(f"{name} is a copy of {entry.name}"))

        title = clean(f"Copy {shorten(entry.name, 40)}")
        hint = "The copy has the same comments, too."
        dialog = EntryDialog(title, hint, self._shelf.free_name(entry.name), self._shelf.wrong_name)
        self.app.push_screen(dialog, named)

    def action_remove(self) -> None:
        """Move the file away, after asking."""
        entry = self._marked
        if entry is None:
            return
        if not is_own(entry):
            self.say(f"{entry.name} is built in, and stays")
            return
        choices = (Choice("k", "keep it", False), Choice("y", "remove it: its file is moved, not lost", True))
        title = clean(f"Remove {shorten(entry.name, 40)}?")
        name = entry.name
        self.app.push_screen(ChooseDialog(title, choices), lambda sure: self._remove(name) if sure else None)

    def _remove(self, name: str) -> None:
        try:
            said = self._shelf.remove(name)
        except LibraryError as error:
            said = first_fault(error)
            self._shelf.read()
        self._show()
        self.say(said)

    def action_back(self) -> None:
        """Home."""
        self.dismiss()
