"""The dialogs that change a logged value: typed, or picked from a few."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from hiptimer.tui.logged_edit import Pick, Question, Refused, Wanted
from hiptimer.tui.screens.dialogs import LOW, Choice, ChooseDialog, Dialog


class TypeDialog(Dialog[Wanted | None]):
    """A value typed over the one there is; what can't be is refused in words. None if dismissed."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-middle")]  # noqa: RUF012 (Textual declares it so)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss_nothing", "Cancel")]

    def __init__(self, question: Question, begun: str = "") -> None:
        super().__init__()
        self._question = question
        self._begun = begun
        """What was typed already, in place of the value."""

    def compose(self) -> ComposeResult:
        """Which value, the field, what may be in it."""
        with Vertical(classes="dialog -type"):
            yield Static(Content(self._question.title), classes="dialog-title")
            yield Input(
                self._begun or self._question.value,
                max_length=self._question.longest,
                select_on_focus=not self._begun,
            )
            yield Static(Content(self._question.hint), classes="dialog-hint")
            yield Static(Content("enter keep   escape back"), classes="dialog-keys")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take it, or say why not."""
        try:
            wanted = self._question.answer(event.value)
        except Refused as refused:
            hint = self.query_one(".dialog-hint", Static)
            hint.update(Content(str(refused)))
            hint.add_class("-refused")
        else:
            self.dismiss(wanted)


def pick_dialog(pick: Pick) -> ChooseDialog[Wanted | Question]:
    """A few answers, the one that is so now marked."""
    choices = [Choice(key, label, meant) for key, label, meant in pick.answers]
    return ChooseDialog(pick.title, choices, pick.now)
