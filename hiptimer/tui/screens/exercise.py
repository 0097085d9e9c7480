"""All of one exercise, to be filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from hiptimer.circuit.schema import ExerciseKeys
from hiptimer.figure.signs import Signs
from hiptimer.tui.cells import Line as CellLine
from hiptimer.tui.desk import Desk
from hiptimer.tui.fit import clean
from hiptimer.tui.form import Row, exercise_place, form_lines, rows
from hiptimer.tui.screens.filling import FillingScreen
from hiptimer.tui.terminal import set_title


class ExerciseScreen(FillingScreen[int]):
    """Every key of an exercise; gives back which exercise it stood on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,X,delete", "leave_out", "Leave out", id="exercise-leave-out", tooltip="the marked value"),
        Binding("left", "beside(-1)", "Other exercise", id="exercise-before", tooltip="the one beside it"),
        Binding("right", "beside(1)", "Other exercise", id="exercise-after", tooltip="the one beside it"),
    ]
    FOOTER = (
        "builder-save", "builder-undo", "exercise-leave-out", "builder-preview", "exercise-before",
        "circuits-back", "circuits-help",
    )  # fmt: skip

    def __init__(self, desk: Desk, now: Callable[[], float], signs: Signs, place: int) -> None:
        super().__init__(desk, now, signs)
        self._place = place

    def on_mount(self) -> None:
        """Show it."""
        set_title(self.app, "hiptimer: an exercise")
        super().on_mount()

    def rows(self) -> Sequence[Row]:
        """All keys that mean something beside those that are given."""
        return list(rows(self.desk.draft, ExerciseKeys.TABLE, exercise_place(self._place)))

    def lines(self, width: int) -> list[CellLine]:
        """A line a value."""
        return form_lines(list(self._rows.values()), width)

    def heading(self) -> str:
        """Its place and its name."""
        name = self.desk.draft.exercises[self._place][ExerciseKeys.NAME.name]
        return f"{self._place + 1}. {clean(str(name))}"

    def figure(self) -> str:
        """Its own."""
        return str(self.desk.draft.exercises[self._place].get(ExerciseKeys.FIGURE.name, ""))

    def action_leave_out(self) -> None:
        """The marked value is left out."""
        row = self.row
        if row is None or row.value is None:
            return
        if row.key.required:
            self.say(f"{row.key.label} is needed")
        else:
            self.fill(row, None)

    def action_beside(self, by: int) -> None:
        """The exercise before or after."""
        there = self._place + by
        if 0 <= there < len(self.desk.draft.exercises):
            key = self.cells.cursor
            self._place = there
            same = (*exercise_place(there), *key[2:]) if isinstance(key, tuple) else None
            self.show(same)

    def action_undo(self) -> None:
        """Take the last change back; where the exercise goes with it, so does its page."""
        self.desk.undo()
        if self._place >= len(self.desk.draft.exercises):
            self.action_back()
        else:
            self.show()

    def action_back(self) -> None:
        """The circuit."""
        self.dismiss(self._place)
