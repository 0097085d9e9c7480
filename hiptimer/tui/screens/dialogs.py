"""The small dialogs: one question each, answered with one key or dismissed with escape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from hiptimer.limits import LONGEST_NOTE
from hiptimer.session.questions import Answer, Choosing
from hiptimer.tui.widgets.line import Line
from hiptimer.values import dataclass

T = TypeVar("T")

TYPED = "[^\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]*"
"""What may be typed or pasted: nothing that steers a terminal."""
LOW = 16
"""Rows below which there are no blank lines."""
READ_FIRST = 0.8
"""Seconds in which the big key does not answer a dialog that opened by itself: it was meant for another."""


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """One answer: the key that picks it, what it says, and what it means."""

    key: str
    label: str
    value: T


def choices_of(asked: Choosing) -> list[Choice[Answer]]:
    """The answers to a question of the session, each by the key that is told."""
    return [Choice(one.keys[0], one.words, one) for one in asked.answers]


class Dialog(ModalScreen[T], Generic[T]):
    """What every dialog does: Ctrl+Z suspends the app, Ctrl+C goes back."""

    CSS_PATH = "../dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "app.suspend_process", "Suspend", show=False),
        Binding("ctrl+c", "dismiss_nothing", "Back", show=False),
    ]

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close it with an answer, once: a second key on its way is not meant for what is below."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def action_dismiss_nothing(self) -> None:
        """No answer."""
        self.dismiss(None)


class Marked(Line):
    """One line of several, of which one is marked: by a sign, so that it needs no colour."""

    def __init__(self, words: str) -> None:
        super().__init__(f"  {words}", classes="choice")
        self._words = words

    def mark(self, chosen: bool) -> None:
        """This one, or not."""
        self.set_class(chosen, "-chosen")
        self.show(f"{'>' if chosen else ' '} {self._words}")


class ChooseDialog(Dialog[T | None], Generic[T]):
    """One of a few answers: by its key, or with the arrows and the big key. None if dismissed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down,tab", "move(1)", "Down", show=False),
        Binding("space,enter,pagedown", "choose", "Choose", id="confirm"),
        Binding("escape,backspace,pageup", "dismiss_nothing", "Cancel", id="cancel"),
    ]

    def __init__(
        self, title: str, choices: Sequence[Choice[T]], chosen: int = 0, *, by_itself: bool = False
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._chosen = chosen
        self._by_itself = by_itself
        self._opened = 0.0

    def compose(self) -> ComposeResult:
        """Title, answers, keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            for choice in self._choices:
                yield Marked(f"{choice.key}  {choice.label}")
            yield Static(Content("space choose   escape back"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Show the answer that is preselected."""
        self._opened = monotonic() if self._by_itself else float("-inf")
        self._show()

    def _show(self) -> None:
        for place, line in enumerate(self.query(Marked)):
            line.mark(place == self._chosen)

    def on_key(self, event: events.Key) -> None:
        """An answer's own key picks it."""
        for choice in self._choices:
            if event.character is not None and event.character.lower() == choice.key:
                event.stop()
                self.dismiss(choice.value)

    def action_move(self, by: int) -> None:
        """The answer above or below."""
        self._chosen = (self._chosen + by) % len(self._choices)
        self._show()

    def action_choose(self) -> None:
        """The marked answer; not by a key that was meant for what was there before."""
        if monotonic() - self._opened >= READ_FIRST:
            self.dismiss(self._choices[self._chosen].value)


class EntryDialog(Dialog[str | None]):
    """A line of text. None if dismissed. `wrong` says what is wrong with one, or nothing."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-middle")]  # noqa: RUF012 (Textual declares it so)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss_nothing", "Cancel")]

    def __init__(
        self, title: str, hint: str, value: str = "", wrong: Callable[[str], str] = lambda text: ""
    ) -> None:
        super().__init__()
        self._wrong = wrong
        self._title = title
        self._hint = hint
        self._value = value

    def compose(self) -> ComposeResult:
        """Title, field, hint."""
        with Vertical(classes="dialog -type"):
            yield Static(Content(self._title), classes="dialog-title")
            yield Input(self._value, max_length=LONGEST_NOTE, select_on_focus=True, restrict=TYPED)
            yield Static(Content(self._hint), classes="dialog-hint")
            yield Static(Content("enter keep   escape back"), classes="dialog-keys")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the answer, or say why not."""
        text = event.value.strip()
        if wrong := self._wrong(text):
            hint = self.query_one(".dialog-hint", Static)
            hint.update(Content(wrong))
            hint.add_class("-refused")
        else:
            self.dismiss(text)


class ScaleDialog(Dialog[int | None]):
    """A number from 0 to 10. A digit answers at once, but 1 waits for a 0, or for enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter,pagedown", "keep", "Keep", id="confirm"),
        Binding("escape,backspace,pageup", "dismiss_nothing", "Cancel", id="cancel"),
    ]
    HINT = "0-10 choose   escape back"

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines
        self._one = False

    def compose(self) -> ComposeResult:
        """Title, what the numbers mean, keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            for line in self._lines:
                yield Static(Content(line))
            yield Static(Content(self.HINT), classes="dialog-keys")

    def on_key(self, event: events.Key) -> None:
        """A digit is the answer."""
        if event.character is None or not event.character.isdecimal():
            return
        event.stop()
        digit = int(event.character)
        if self._one and digit == 0:
            self.dismiss(10)
        elif digit == 1:
            self._one = True
            self.query_one(".dialog-keys", Static).update(Content("1_   0 makes it 10, enter keeps it"))
        else:
            self.dismiss(digit)

    def action_keep(self) -> None:
        """A 1 that stayed alone."""
        if self._one:
            self.dismiss(1)
