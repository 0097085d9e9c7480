"""The builder: a circuit is made or changed, its exercises in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from hiptimer.circuit import draft as drafts
from hiptimer.circuit.draft import Draft, Refused
from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys
from hiptimer.tui.cells import Line as CellLine
from hiptimer.tui.cells import Span, Tone
from hiptimer.tui.fit import clean
from hiptimer.tui.form import MARGIN, Row, exercise_lines, exercise_place, form_lines, rows
from hiptimer.tui.screens.dialogs import Choice, ChooseDialog, EntryDialog
from hiptimer.tui.screens.exercise import ExerciseScreen
from hiptimer.tui.screens.filling import FillingScreen
from hiptimer.tui.terminal import set_title

TITLE = "hiptimer: a circuit"
NO_EXERCISE = "that is for an exercise: go to one first"


class BuilderScreen(FillingScreen[None]):
    """The circuit's own values, and its exercises."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,A,n,N", "add", "Add", id="builder-add", tooltip="an exercise, below the marked one"),
        Binding(
            "x,X,delete", "remove", "Remove", id="builder-remove", tooltip="the marked exercise; u: back"
        ),
        Binding("c,C", "double", "Copy", id="builder-double", tooltip="the marked exercise, once more"),
        Binding(
            "shift+up,left_square_bracket", "shift(-1)", "Up", id="builder-earlier", tooltip="done earlier"
        ),
        Binding(
            "shift+down,right_square_bracket", "shift(1)", "Down", id="builder-later", tooltip="done later"
        ),
    ]
    FOOTER = (
        "builder-save", "builder-add", "builder-remove", "builder-preview", "builder-undo", "builder-double",
        "circuits-back", "circuits-help",
    )  # fmt: skip

    def on_mount(self) -> None:
        """Where the exercises begin: the name was said already."""
        set_title(self.app, TITLE)
        self.show_keys()
        self.show(exercise_place(0))

    def rows(self) -> Sequence[Row]:
        """The circuit's own values."""
        return list(rows(self.desk.draft, CircuitKeys.TABLE, ()))

    def lines(self, width: int) -> list[CellLine]:
        """The exercises, then the circuit's own values."""
        heading = (Span(f"{MARGIN}EXERCISES", Tone.NAME),)
        whole = (Span(f"{MARGIN}CIRCUIT", Tone.NAME),)
        own = form_lines(list(self._rows.values()), width)
        return [heading, *exercise_lines(self.desk.draft, width), (), whole, *own]

    def heading(self) -> str:
        """The circuit's name."""
        return clean(str(self.desk.draft.raw.get(CircuitKeys.NAME.name, "")))

    @property
    def place(self) -> int | None:
        """Which exercise is under the cursor, the one to be added after all others; None for none."""
        cursor = self.cells.cursor
        is_one = isinstance(cursor, tuple) and len(cursor) == 2 and isinstance(cursor[1], int)
        return cursor[1] if is_one and isinstance(cursor, tuple) and cursor[0] == "exercise" else None

    @property
    def marked(self) -> int | None:
        """Which exercise is under the cursor; None for none."""
        return self.place if self.place is not None and self.place < len(self.desk.draft.exercises) else None

    def figure(self) -> str:
        """That of the exercise under the cursor."""
        one = self.desk.draft.exercises[self.marked] if self.marked is not None else {}
        return str(one.get(ExerciseKeys.FIGURE.name, ""))

    def about(self) -> str:
        """The whole name of the exercise under the cursor."""
        if self.marked is None:
            return "by its name; all else comes after"
        return clean(str(self.desk.draft.exercises[self.marked][ExerciseKeys.NAME.name]))

    def action_change(self) -> None:
        """Open the exercise, add one, or ask for the value."""
        if self.marked is not None:
            self.open(self.marked)
        elif self.place is not None:
            self.action_add()
        else:
            super().action_change()

    def open(self, place: int) -> None:
        """All of one exercise."""
        screen = ExerciseScreen(self.desk, self.now, self.signs, place)

        def back(at: int | None) -> None:
            set_title(self.app, TITLE)
            self.show(exercise_place(place if at is None else at))

        self.app.push_screen(screen, back)

    def action_add(self) -> None:
        """Another exercise below the marked one, or at the end."""
        place = len(self.desk.draft.exercises) if self.marked is None else self.marked + 1

        def wrong(name: str) -> str:
            try:
                drafts.add(self.desk.draft, name, place)
            except Refused as refused:
                return str(refused)
            return ""

        def named(name: str | None) -> None:
            if name is not None:
                self.change(drafts.add(self.desk.draft, name, place), exercise_place(place))
                self.open(place)

        hint = "The whole name; what is drawn big, reps and all else come next."
        self.app.push_screen(EntryDialog("Add an exercise", hint, "", wrong), named)

    def action_remove(self) -> None:
        """Without the marked exercise."""
        self._of_marked(lambda draft, place: drafts.remove(draft, place), 0)

    def action_double(self) -> None:
        """The marked exercise once more, to be changed."""
        self._of_marked(lambda draft, place: drafts.double(draft, place), 1)

    def action_shift(self, by: int) -> None:
        """The marked exercise earlier or later."""
        last = len(self.desk.draft.exercises) - 1
        if self.marked is not None and 0 <= self.marked + by <= last:
            self._of_marked(lambda draft, place: drafts.move(draft, place, by), by)

    def _of_marked(self, change: Callable[[Draft, int], Draft], by: int) -> None:
        if self.marked is None:
            self.say(NO_EXERCISE)
            return
        try:
            self.change(change(self.desk.draft, self.marked), exercise_place(self.marked + by))
        except Refused as refused:
            self.say(str(refused))

    def action_back(self) -> None:
        """The list of circuits; what is not saved is asked about."""
        if not self.desk.unsaved:
            self.dismiss()
            return
        choices = (
            Choice("s", "save it", True),
            Choice("d", "drop the changes", False),
        )
        self.app.push_screen(ChooseDialog("Leave? There is something unsaved.", choices), self._leave)

    def _close(self) -> None:
        self.dismiss()

    def _leave(self, save: bool | None) -> None:
        if save:
            self.save(self._close)
        elif save is False:
            self.dismiss()
