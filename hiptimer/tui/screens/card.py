"""The card of the first start: four questions, once, each with an answer that will do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from hiptimer.circuit.model import Count
from hiptimer.session.preferences import Place, Preferences
from hiptimer.tui.audible import Audible
from hiptimer.tui.card import MUTED, QUESTIONS, TRYING, UNHEARD, Answer, Question, with_keys
from hiptimer.tui.keys import keyboard_in
from hiptimer.tui.screens.dialogs import Dialog
from hiptimer.tui.widgets.block_text import BlockText
from hiptimer.tui.widgets.line import Line

MOST_CHOICES = 3


class CardScreen(Dialog[Preferences | None]):
    """Asks one question after the other; gives what was answered, the last one or escape ends it.

    `pressed` is told each answer: a big key that is held must not start anything behind the last one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down,tab", "move(1)", "Down", show=False),
        Binding("space,enter,pagedown", "next", "Next", id="confirm"),
        Binding("backspace,pageup", "back", "Back", id="before"),
        Binding("escape", "skip", "Skip all"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares it so)
        (0, "-low"),
        (24, "-middle"),
        (34, "-high"),
    ]

    def __init__(self, audible: Audible, pressed: Callable[[], None]) -> None:
        super().__init__()
        self._audible = audible
        self._pressed = pressed
        self._preferences = Preferences(asked=True)
        self._place = 0
        self._chosen = 0
        self._looking = False
        """Whether another player is being looked for."""

    def compose(self) -> ComposeResult:
        """Question, sample, answers, what follows from the marked one, keys."""
        with Vertical(classes="dialog -card"):
            yield Static(classes="dialog-title")
            yield BlockText(id="card-sample")
            for _ in range(MOST_CHOICES):
                yield Static(classes="choice")
            yield Static(classes="dialog-hint")
            yield Line("enter next   escape skip all", classes="dialog-keys")

    def on_mount(self) -> None:
        """The first question, aloud if there is a player already."""
        self._greet()

    def sound_changed(self, _: str) -> None:
        """There is a player now, or another one."""
        self._looking = False
        self._greet()

    @property
    def _question(self) -> Question:
        return QUESTIONS[self._place]

    def _greet(self) -> None:
        if self._place == 0 and self._audible.found:
            self._audible.greet()
            self._chosen = self._sensible()
        self._show()

    def _sensible(self) -> int:
        """The place of the answer that is marked at first: nobody hears what is known to make no sound."""
        return [one.unheard for one in self._question.answers].index(True) if self._no_sound() else 0

    def _show(self) -> None:
        question = self._question
        title = f"{self._place + 1} of {len(QUESTIONS)}   {question.title}"
        self.query_one(".dialog-title", Static).update(Content(title))
        sample = self.query_one("#card-sample", BlockText)
        sample.display = bool(question.sample)
        sample.update(question.sample)
        for place, line in enumerate(self.query(".choice").results(Static)):
            line.display = place < len(question.answers)
            line.set_class(place == self._chosen, "-chosen")
            if line.display:
                answer = question.answers[place]
                # marked by a sign too, for those without colours
                line.update(Content(f"{'>' if place == self._chosen else ' '} {answer.key}  {answer.label}"))
        hint = self._no_sound() or with_keys(self._hint(), keyboard_in(self))
        self.query_one(".dialog-hint", Static).update(Content(hint))

    def _no_sound(self) -> str:
        """Why the sound that is asked about is not there; empty where it is, or none is wanted."""
        wanted = self._place == 0 and self._audible.notice
        return (
            f"no sound (hiptimer doctor says why): {self._audible.main_reason}. {UNHEARD}" if wanted else ""
        )

    def _hint(self) -> str:
        answer = self._question.answers[self._chosen]
        if self._tries(answer):
            return TRYING
        return MUTED if self._place == 0 and self._audible.muted and not answer.unheard else answer.hint

    def _tries(self, answer: Answer) -> bool:
        """Whether another player is tried for an answer."""
        return answer.unheard and not self._audible.silent

    def on_key(self, event: events.Key) -> None:
        """An answer's own key picks it."""
        for place, answer in enumerate(self._question.answers):
            if event.character is not None and event.character.lower() == answer.key:
                event.stop()
                self._chosen = place
                self._show() if answer.stays and not self._tries(answer) else self.action_next()
                return

    def action_move(self, by: int) -> None:
        """The answer above or below."""
        self._chosen = (self._chosen + by) % len(self._question.answers)
        self._show()

    def action_next(self) -> None:
        """The marked answer, and the question after it."""
        self._pressed()
        answer = self._question.answers[self._chosen]
        if self._tries(answer):
            self._look_on()
            return
        if answer.again:
            self._greet()
            return
        match answer.value:
            case Place():
                self._preferences = replace(self._preferences, place=answer.value)
            case Count():
                self._preferences = replace(self._preferences, count=answer.value)
        if self._place + 1 == len(QUESTIONS):
            self.dismiss(self._preferences)
        else:
            self._go(1)

    def _look_on(self) -> None:
        """Try the next player, unless one is being looked for: `sound_changed` is told when there is one."""
        if not self._looking:
            self._looking = True
            self._audible.not_heard()
        self._show()

    def action_back(self) -> None:
        """The question before."""
        if self._place:
            self._go(-1)

    def _go(self, by: int) -> None:
        self._place += by
        self._chosen = self._sensible()
        self._show()

    def action_skip(self) -> None:
        """What was answered so far is kept; the rest is as it is without an answer."""
        self.dismiss(self._preferences)
