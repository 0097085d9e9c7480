"""What the two pages of the builder share: values are filled in, taken back, saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from hiptimer.circuit.draft import Draft, fault
from hiptimer.circuit.keeping import ChangedMeanwhile
from hiptimer.circuit.kinds import Lines
from hiptimer.circuit.library import LibraryError
from hiptimer.circuit.locate import Place
from hiptimer.figure.signs import Signs
from hiptimer.tui import filling
from hiptimer.tui.cells import Line as CellLine
from hiptimer.tui.desk import Desk
from hiptimer.tui.fit import clean
from hiptimer.tui.form import Row
from hiptimer.tui.screens.circuit_keys import CircuitKeys
from hiptimer.tui.screens.dialogs import Choice, ChooseDialog, EntryDialog
from hiptimer.tui.screens.picking import PickDialog
from hiptimer.tui.screens.preview import PreviewScreen
from hiptimer.tui.shelf import first_fault
from hiptimer.tui.showing import Showing
from hiptimer.tui.widgets.cell_view import CellView
from hiptimer.tui.widgets.figure import FigureView
from hiptimer.tui.widgets.line import Line, foot

T = TypeVar("T")

NOT_YET = "not a circuit yet: {}"


class FillingScreen(CircuitKeys[T]):
    """A page of the builder: rows to fill in, what the marked one means, what is wrong."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "change", "Change", id="builder-change", tooltip="what is marked"),
        Binding("u,U", "undo", "Undo", id="builder-undo", tooltip="the last change"),
        Binding("p,P", "preview", "Preview", id="builder-preview", tooltip="all steps of a session"),
        Binding(
            "s,S,ctrl+s", "save", "Save", id="builder-save", tooltip="into its file; the old one is kept"
        ),
    ]
    BUTTON: ClassVar[str] = "ENTER Change"

    def __init__(self, desk: Desk, now: Callable[[], float], signs: Signs) -> None:
        super().__init__()
        self.desk = desk
        self.now = now
        self.signs = signs
        self._rows: dict[Place, Row] = {}

    def compose(self) -> ComposeResult:
        """Which circuit, its length; the rows, a figure beside them; what the row means; keys."""
        with Horizontal(id="builder-top"):
            yield Line(id="builder-title")
            yield Line(id="builder-length")
        with Horizontal(id="builder"):
            yield CellView(id="builder-rows")
            yield FigureView(self.now, signs=self.signs, id="builder-figure")
        yield Line(id="meaning")
        yield Line(id="said")
        yield foot(self.BUTTON)

    def on_mount(self) -> None:
        """Show it."""
        self.show_keys()
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Other lines where there is another width."""
        self.call_after_refresh(self._draw)

    def rows(self) -> Sequence[Row]:
        """What can be filled in now."""
        raise NotImplementedError

    def lines(self, width: int) -> list[CellLine]:
        """The rows and all else that is shown."""
        raise NotImplementedError

    def heading(self) -> str:
        """What is being made."""
        raise NotImplementedError

    def figure(self) -> str:
        """The figure of the exercise under the cursor; empty for none."""
        raise NotImplementedError

    def about(self) -> str:
        """What is under the cursor, where it is no value."""
        return ""

    def action_back(self) -> None:
        """To where it was opened."""
        raise NotImplementedError

    @property
    def row(self) -> Row | None:
        """What is under the cursor, where it is a value."""
        cursor = self.cells.cursor
        return self._rows.get(cursor) if isinstance(cursor, tuple) else None

    def show(self, cursor: Place | None = None) -> None:
        """Draw all of it as it is now, and say what is wrong."""
        self._draw(cursor)
        self.say(self.trouble())

    def _draw(self, cursor: Place | None = None) -> None:
        if not self.is_attached:
            return
        self._rows = {row.place: row for row in self.rows()}
        self.cells.show(self.lines(self.cells.columns), cursor)
        self.query_one("#builder-title", Line).show(self.heading())
        length, kept = self.desk.length, self.desk.state
        both = " · ".join(filter(None, (length, kept)))
        self.query_one("#builder-length", Line).show(both, kept or length)
        self.show_row()

    def trouble(self) -> str:
        """What keeps it from being a circuit."""
        found = fault(self.desk.draft)
        return NOT_YET.format(found) if found else ""

    def show_row(self) -> None:
        """What the row under the cursor means, and the figure of its exercise."""
        row, name = self.row, self.figure()
        self.query_one("#meaning", Line).show(*(filling.meanings(row) if row else (self.about(),)))
        view = self.query_one("#builder-figure", FigureView)
        view.display = bool(name)
        view.show(Showing(name, since=self.now()) if name else None)

    def on_cell_view_moved(self) -> None:
        """Another row."""
        self.say(self.trouble())
        self.show_row()

    def on_cell_view_picked(self) -> None:
        """Clicked twice."""
        self.action_change()

    def action_change(self) -> None:
        """Ask for the value under the cursor."""
        if self.row is not None:
            self.ask(self.row)

    def ask(self, row: Row) -> None:
        """Another value: picked, or typed."""
        draft, title = self.desk.draft, filling.title(self.desk.draft, row)
        options = filling.options(draft, row)
        if options is not None:

            def picked(place: int | None) -> None:
                if place is not None:
                    self.fill(row, options.answers[place][1])

            self.app.push_screen(
                PickDialog(title, filling.meanings(row)[0], options, self.now, self.signs), picked
            )
            return
        dialog = EntryDialog(title, filling.hint(row), filling.text_now(row), filling.wrong(draft, row))
        self.app.push_screen(
            dialog, lambda text: None if text is None else self.fill(row, filling.read(row, text))
        )

    def fill(self, row: Row, new: object) -> None:
        """The value it has from now on; behind a new line of a list another one can follow."""
        more = isinstance(row.key.kind, Lines) and row.value is None and new is not None
        number = row.place[-1]
        after = (*row.place[:-1], number + 1) if more and isinstance(number, int) else row.place
        self.change(filling.filled(self.desk.draft, row, new), after)

    def change(self, draft: Draft, cursor: Place | None = None) -> None:
        """The circuit from now on."""
        self.desk.change(draft)
        self.show(cursor)

    def action_undo(self) -> None:
        """Take the last change back."""
        undone = self.desk.undo()
        self.show()
        if not undone:
            self.say("nothing is changed")

    def action_preview(self) -> None:
        """What a session of it would be."""
        circuit = self.desk.circuit
        if circuit is None:
            self.say(self.trouble())
        else:
            self.app.push_screen(PreviewScreen(circuit))

    def action_save(self) -> None:
        """Into its file; a new one is asked for its name."""
        self.save()

    def save(self, then: Callable[[], None] = lambda: None) -> None:
        """Save it, asking what there is to ask; `then` is called when it is saved."""
        found = fault(self.desk.draft)
        if found:
            self.say(f"not saved: {found}")
        elif not self.desk.name:
            self._ask_name(then)
        elif not self.desk.unsaved:
            self.say("it is saved already")
            then()
        else:
            self._try(self.desk.save, then)

    def _ask_name(self, then: Callable[[], None]) -> None:
        hint = "The circuit is asked for by it: hiptimer start NAME."
        desk = self.desk
        dialog = EntryDialog("Name of the file", hint, desk.free_name, desk.shelf.wrong_name)
        self.app.push_screen(
            dialog, lambda text: self._try(lambda: self.desk.save_as(text), then) if text else None
        )

    def _try(self, save: Callable[[], None], then: Callable[[], None]) -> None:
        try:
            save()
        except ChangedMeanwhile as changed:
            choices = (
                Choice("n", "save mine under another name", False),
                Choice("o", "put mine in its place; it is kept in earlier", True),
            )
            self.app.push_screen(ChooseDialog(str(changed), choices), lambda over: self._anyway(over, then))
        except LibraryError as error:
            self.say(f"not saved: {first_fault(error)}")
        else:
            self.show()
            self.say(clean(f"saved: {self.desk.name}"))
            then()

    def _anyway(self, over: bool | None, then: Callable[[], None]) -> None:
        if over:
            self._try(lambda: self.desk.save(force=True), then)
        elif over is False:
            self._ask_name(then)
