"""What a session asks on a line: skip, weight, pain, note, effort, leaving. A countdown waits meanwhile.

`session.asking` decides what is asked and what an answer does; here it is said.
"""

from __future__ import annotations

from collections.abc import Callable

from hiptimer.circuit.model import Side
from hiptimer.limits import LONGEST_NOTE
from hiptimer.plain.question import Question
from hiptimer.plain.words import (
    CLOSED,
    LEFT,
    called,
    choosing_words,
    rating_words,
    sentences,
    weight_question,
)
from hiptimer.session import asking
from hiptimer.session import events as e
from hiptimer.session.questions import Choosing, Closing, Noting, Rating, Refusal, Then, Topic, Weighing
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase, Status
from hiptimer.weights import Weights


class Asking:
    """The questions of one session; `say` says a line, `close` ends the session: exit code, last word."""

    def __init__(
        self,
        runner: Runner,
        say: Callable[[str], None],
        close: Callable[[int, str], None],
        weights: Weights,
    ) -> None:
        self.weights = weights
        self._runner = runner
        self._say = say
        self._close = close
        self._last_word = ""
        self.open: Question | None = None

    def ask(self, question: Question) -> None:
        """Ask, and let a countdown stand still until it is answered."""
        self.open = question
        self._runner.send(e.Freeze())
        self._say(question.text)

    def dismiss(self) -> None:
        """No answer."""
        if self.open is not None:
            self.open = None
            self._runner.send(e.Thaw())

    def answer(self, text: str) -> None:
        """What was typed."""
        question = self.open
        self.dismiss()
        self._runner.bounced()  # the key that answered may bounce
        if question is not None:
            question.answered(text.strip().lower() if not question.line else text.strip())

    def do(self, then: Then) -> None:
        """What a key or an answer leads to: it is asked, said or done."""
        match then:
            case Choosing():
                text = choosing_words(then)
                self.ask(Question(text, lambda key: self._chosen(then, key), leaves=then.leaves))
            case Rating():
                line = not then.words
                self.ask(Question(rating_words(then), lambda typed: self._rated(then, typed), line=line))
            case Noting(of):
                self.ask(Question(f"NOTE on {of}: type one line, then Enter.", self._noted, line=True))
            case Weighing(index):
                session = self._runner.session
                text = weight_question(session, session.steps[index], self.weights)
                self.ask(Question(text, lambda typed: self._weighed(then, typed), line=True))
            case Refusal(words):
                self._say(sentences(words))
            case Closing():
                self._end(then)
            case e.Leave(how):
                self._left(how)
            case e.Event():
                if not self._runner.send(then):
                    self._say(sentences(asking.TOO_LATE))

    def _chosen(self, asked: Choosing, key: str) -> None:
        then = asked.chosen(key)
        if then is None:
            self._say("Going on." if asked.leaves else "Nothing is changed.")
        self.do(then)

    def _rated(self, asked: Rating, typed: str) -> None:
        number = self.number(typed, asked.most)
        if number is None:
            return
        self._runner.send(asked.event(int(number)))
        if asked.about is Topic.PAIN:
            words, question = asking.after_pain(self._runner.session, int(number), called)
            if words:
                self._say(words)
            self.do(question)

    def _noted(self, typed: str) -> None:
        if typed:
            self._runner.send(e.Note(typed[:LONGEST_NOTE]))

    def _weighed(self, asked: Weighing, typed: str) -> None:
        session = self._runner.session
        step = session.steps[asked.index]
        one_side = step.side in (Side.LEFT, Side.RIGHT) and typed.lower().endswith("x")
        amount = self.number(typed[:-1] if one_side else typed, self.weights.unit.most)
        if amount is not None:
            kg = self.weights.meant(amount, session.loads.get((step.exercise.id, step.side)))
            self._runner.send(asked.event(session, kg, one_side))

    def skip(self) -> None:
        """The coming set at once; a current one after a question."""
        self.do(asking.skip(self._runner.session, called))

    def weight(self) -> None:
        """The weight of the set just done, or of the one coming."""
        self.do(asking.weight(self._runner.session, called))

    def pain(self) -> None:
        """Pain of the set in focus."""
        self.do(asking.pain(self._runner.session, called))

    def reserve(self) -> None:
        """Reps there would have been after the set just logged."""
        self.do(asking.reserve(self._runner.session, called))

    def note(self) -> None:
        """A note on the set in focus."""
        self.do(asking.note(self._runner.session, called))

    def effort(self) -> None:
        """How hard the whole session was."""
        self.do(asking.effort(self._runner.session))

    def leave(self) -> None:
        """Resume later, finish as partial, discard, or keep going."""
        self._last_word = self.nothing_to_ask()
        self.do(asking.leave(self._runner.session, kept=self._runner.started))

    def nothing_to_ask(self) -> str:
        """What is said on leaving where nothing is left open; empty where something is."""
        if self._runner.session.phase is Phase.FINISHED:
            return CLOSED
        return "" if self._runner.started else "Nothing was done, so nothing is kept."

    def close_saved(self) -> None:
        """End the finished session, but not before the user knows if something could not be saved."""
        self._last_word = CLOSED
        self.do(Closing.SAVED)

    def _left(self, how: e.Leaving) -> None:
        self._runner.send(e.Leave(how))
        session = self._runner.session
        # the last set may have run out under the question
        self._last_word = CLOSED if session.status is Status.FINISHED else LEFT[how]
        self.do(asking.after_leaving(session, how))

    def _end(self, how: Closing) -> None:
        if how is Closing.SAVED:
            self._runner.retry()
            self.do(asking.closing(self._unsaved))
        elif self._unsaved:
            self._close(1, "")
        else:
            self._close(0, self._last_word)

    @property
    def _unsaved(self) -> str | None:
        """Why something of the session is not saved; None where all is, or there is nothing."""
        return self._runner.trouble if self._runner.started else None

    def number(self, typed: str, most: float) -> float | None:
        """What was typed as a number up to `most`; None, and a word about it, if it is none."""
        try:
            number = float(typed.replace(",", "."))
        except ValueError:
            number = -1.0
        if 0 <= number <= most:
            return number
        why = f": a number from 0 to {most:g} was asked for" if typed else ""
        self._say(f"Nothing changed{why}.")
        return None
