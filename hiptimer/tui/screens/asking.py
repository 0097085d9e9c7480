"""What a session asks the user about in dialogs: weight, pain, note, skip, effort, leaving.

`session.asking` decides what is asked and what an answer does; here it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from textual.screen import Screen

from hiptimer.circuit.model import Count
from hiptimer.session import asking
from hiptimer.session import events as e
from hiptimer.session.ask import loads_of
from hiptimer.session.keys import counting_next
from hiptimer.session.questions import Choosing, Closing, Noting, Rating, Refusal, Then, Topic, Weighing
from hiptimer.session.refusals import NO_JUMP, refused
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase
from hiptimer.tui.keys import keyboard_in
from hiptimer.tui.screens.dialogs import Choice, ChooseDialog, EntryDialog, ScaleDialog, choices_of
from hiptimer.tui.screens.jump import JumpDialog
from hiptimer.tui.screens.saying import Saying
from hiptimer.tui.screens.weighing import Weighed, WeightDialog
from hiptimer.tui.titles import title
from hiptimer.tui.words import called, name, reserve_words
from hiptimer.weights import NONE_OWNED, Weights

T = TypeVar("T")

SCALES: Mapping[Topic, tuple[str, ...]] = MappingProxyType(
    {
        Topic.PAIN: ("0-3  carry on", "4-5  ease off", "6-10 sharp, or giving way: stop this exercise"),
        Topic.EFFORT: ("0 rest   3 moderate   5 hard", "7 very hard  10 as hard as it gets"),
    }
)
COUNTED = {Count.KEY: "you count", Count.PACE: "the app counts", Count.TAP: "one press a rep"}


class Asking(Saying):
    """The dialogs of a session screen. A dialog freezes a countdown, never a set."""

    runner: Runner
    asking = 0
    """How many dialogs are open."""
    weights: Weights = NONE_OWNED
    logged = True
    """False for a trial, which leaves no trace: there is nothing to ask when it is left."""

    def attempt(self, event: e.Event) -> bool:
        """Do what a key is for, and say so where it does nothing now. Whether it did something."""
        done = self.runner.send(event)
        if not done:
            self.refuse(refused(event))
        return done

    def ask_frozen(self, dialog: Screen[T | None], answer: Callable[[T], object]) -> None:
        """Open a dialog; a countdown stands still until it is closed, one that begins meanwhile too."""
        self.asking += 1
        self.runner.send(e.Freeze())

        def closed(result: T | None) -> None:
            self.asking -= 1
            self.runner.bounced()  # the key that closed it may bounce
            self.runner.send(e.Thaw())
            if result is not None:
                answer(result)

        self.app.push_screen(dialog, closed)

    def do(self, then: Then) -> None:
        """What a key or an answer leads to: it is asked, said or done."""
        match then:
            case Choosing():
                self._choose(then)
            case Rating():
                self._rate(then)
            case Noting(of, text):
                dialog = EntryDialog(f"Note on {of}", "one line, for yourself or your physio", text)
                self.ask_frozen(dialog, self._noted)
            case Weighing():
                self._weigh(then)
            case Refusal(words):
                self.refuse(words)
            case Closing.SAVED:
                self.close_saved()
            case Closing.NOW:
                self.close_session()
            case e.Leave(how):
                self.runner.send(then)
                self.do(asking.after_leaving(self.runner.session, how))
            case e.Event():
                if not self.runner.send(then):
                    self.say(asking.TOO_LATE)

    def _choose(self, asked: Choosing) -> None:
        dialog = ChooseDialog(title(asked), choices_of(asked), by_itself=asked.about is Topic.STOP)
        self.ask_frozen(dialog, lambda answer: self.do(answer.then))

    def _rate(self, asked: Rating) -> None:
        dialog: ChooseDialog[int] | ScaleDialog
        if asked.words:
            choices = [Choice(f"{number}", words, number) for number, words in enumerate(asked.words)]
            dialog = ChooseDialog(title(asked), choices)
        else:
            dialog = ScaleDialog(title(asked), SCALES[asked.about])
        self.ask_frozen(dialog, lambda number: self._rated(asked, number))

    def _rated(self, asked: Rating, number: int) -> None:
        self.runner.send(asked.event(number))
        if asked.about is Topic.PAIN:
            words, question = asking.after_pain(self.runner.session, number, called)
            self.say(words or f"pain {number} noted")
            self.do(question)
        elif asked.about is Topic.RESERVE:
            self.say(reserve_words(number))

    def _noted(self, typed: str) -> None:
        if self.runner.send(e.Note(typed)):
            self.say("note kept" if typed else "note taken away")

    def _weigh(self, asked: Weighing) -> None:
        session = self.runner.session
        step = session.steps[asked.index]
        dialog = WeightDialog(step, loads_of(session, step.exercise), self.weights)
        self.ask_frozen(dialog, lambda answer: self._weighed(asked, answer))

    def _weighed(self, asked: Weighing, answer: Weighed) -> None:
        self.runner.send(asked.event(self.runner.session, answer.kg, answer.one_side))

    def action_count(self) -> None:
        """Who counts reps: key, pace, tap."""
        way = counting_next(self.runner.session)
        if self.attempt(e.CountBy(way)):
            self.say(f"reps: {COUNTED[way]}")

    def action_skip(self) -> None:
        """Skip the coming set at once, which is said; a current one after a question."""
        step, then = self.runner.session.step, asking.skip(self.runner.session, called)
        if not isinstance(then, e.Skip):
            self.do(then)
        elif self.runner.send(then):
            self.say(f"{name(step)} skipped; {keyboard_in(self).sign('undo')} takes it back")

    def action_jump(self) -> None:
        """The list of today's sets, to jump to one, to exchange or to move an exercise."""
        if self.runner.session.phase is Phase.FINISHED:
            self.refuse(NO_JUMP)
        else:
            self.ask_frozen(JumpDialog(self.runner, self.weights.unit), self._jump)

    def _jump(self, step: int) -> None:
        if step != self.runner.session.cursor and not self.runner.send(e.Jump(step)):
            self.say("the session is over")

    def action_weight(self) -> None:
        """The weight of the set just done, or of the one coming."""
        self.do(asking.weight(self.runner.session, called))

    def action_pain(self) -> None:
        """Pain of the set in focus."""
        self.do(asking.pain(self.runner.session, called))

    def action_reserve(self) -> None:
        """Reps there would have been after the set just logged."""
        self.do(asking.reserve(self.runner.session, called))

    def action_note(self) -> None:
        """A note on the set in focus."""
        self.do(asking.note(self.runner.session, called))

    def action_effort(self) -> None:
        """How hard the whole session was."""
        self.do(asking.effort(self.runner.session))

    def action_leave(self) -> None:
        """Resume later, finish as partial, discard, or keep going."""
        self.do(asking.leave(self.runner.session, kept=self.runner.started and self.logged))

    def close_saved(self) -> None:
        """Close the session, but not before the user knows if something of it could not be saved."""
        self.runner.retry()
        self.do(asking.closing(self.runner.trouble if self.runner.started else None))

    def close_session(self) -> None:
        """The session is over for now."""
        raise NotImplementedError
