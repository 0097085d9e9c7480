"""The jump list: every step of today, what is done of it, and where to go from here."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from hiptimer.session import events as e
from hiptimer.session.asking import instead
from hiptimer.session.jumps import Stuck, way_of
from hiptimer.session.questions import Answer, Refusal
from hiptimer.session.runner import Runner
from hiptimer.session.state import Session
from hiptimer.tui.jumping import jump_lines, moved_words
from hiptimer.tui.screens.dialogs import ChooseDialog, Dialog, choices_of
from hiptimer.tui.titles import title
from hiptimer.tui.widgets.cell_view import CellView
from hiptimer.tui.widgets.line import Line
from hiptimer.tui.words import called
from hiptimer.weights import Unit

FRAME = 4
"""Lines of the dialog besides its list."""
KEYS = (
    "space jump   s another instead   [ ] move it   escape back",
    "space jump  s instead  [ ] move",
)
KEYS_WITHOUT = ("space jump   [ ] move it   escape back", "space jump  [ ] move")
"""Where the circuit has no alternatives."""


class JumpDialog(Dialog[int | None]):
    """The step to jump to, by its index; None if dismissed. What is moved or exchanged is so at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", "Up", show=False),
        Binding("down,tab", "go(1)", "Down", show=False),
        Binding("home", "go(-9999)", "First", show=False),
        Binding("end", "go(9999)", "Last", show=False),
        Binding("space,enter,pagedown", "choose", "Jump"),
        Binding("s,S", "instead", "Another instead"),
        Binding("shift+up,left_square_bracket", "carry(False)", "Earlier"),
        Binding("shift+down,right_square_bracket", "carry(True)", "Later"),
        Binding("escape,backspace,pageup,j,J", "dismiss_nothing", "Back"),
    ]

    def __init__(self, runner: Runner, unit: Unit) -> None:
        super().__init__()
        self._runner = runner
        self._unit = unit
        self._shown: Session | None = None

    @property
    def chosen(self) -> int:
        """The index of the step under the cursor."""
        cursor = self.query_one(CellView).cursor
        return cursor if isinstance(cursor, int) else self._runner.session.cursor

    def compose(self) -> ComposeResult:
        """Title, steps, keys."""
        with Vertical(classes="dialog -jump"):
            yield Static(Content("Jump to"), classes="dialog-title")
            yield CellView()
            yield Line(classes="dialog-keys")

    def on_mount(self) -> None:
        """The cursor is on the current step; a set that goes on may end meanwhile."""
        self._runner.listen(self._changed)
        self._show(self._runner.session.cursor)
        self.say()

    def on_unmount(self) -> None:
        """Nobody looks any more."""
        self._runner.forget(self._changed)

    def on_resize(self) -> None:
        """There is another room for the words."""
        self.call_after_refresh(self._show_again)

    def _changed(self, runner: Runner) -> None:
        if runner.session is not self._shown:
            self._show_again()

    def _show_again(self) -> None:
        self._show(self.chosen)

    def _show(self, cursor: int) -> None:
        session = self._shown = self._runner.session
        view = self.query_one(CellView)
        lines = list(jump_lines(session, self._unit, view.columns))
        view.show(lines, cursor)
        self.query_one(".-jump").styles.max_height = len(lines) + FRAME

    def say(self, words: str = "") -> None:
        """Show a word in place of the keys, until something is done."""
        keys = KEYS if self._runner.session.circuit.alternatives else KEYS_WITHOUT
        self.query_one(".dialog-keys", Line).show(*([words] if words else keys))

    def action_go(self, by: int) -> None:
        """The step above or below."""
        self.query_one(CellView).move(down=by)
        self.say()

    @on(CellView.Picked)
    def action_choose(self) -> None:
        """Jump there."""
        self.dismiss(self.chosen)

    def action_carry(self, later: bool) -> None:
        """The exercise changes places with its neighbour, and the cursor goes with it."""
        session, chosen = self._runner.session, self.chosen
        if self._runner.send(e.Move(chosen, later)):
            now = self._runner.session
            self._show(now.steps.index(session.steps[chosen]))
            self.say(moved_words(session, now))
            return
        way = way_of(session, chosen, later)
        self.say(way if isinstance(way, Stuck) else "")

    def action_instead(self) -> None:
        """Another exercise in its place."""
        session = self._runner.session
        match instead(session, session.steps[self.chosen].exercise, called):
            case Refusal(words):
                self.say(words)
            case asked:
                dialog = ChooseDialog(title(asked), choices_of(asked))
                self.app.push_screen(dialog, self._exchange)

    def _exchange(self, answer: Answer | None) -> None:
        event = answer.then if answer else None
        number = self._runner.session.steps[self.chosen].round
        if not isinstance(event, e.Substitute) or not self._runner.send(event):
            return
        steps = enumerate(self._runner.session.steps)
        new = (at for at, step in steps if (step.exercise.id, step.round) == (event.by, number))
        self._show(next(new, self.chosen))
        self.say()
