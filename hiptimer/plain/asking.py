"""What a session asks on a line: skip, weight, pain, note, effort, leaving. A countdown waits meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from hiptimer.circuit.model import Side
from hiptimer.history.changes import LONGEST_NOTE
from hiptimer.plain.question import Question
from hiptimer.plain.words import CLOSED, LEFT, instead_of, instead_words, name, weight_question
from hiptimer.session import events as e
from hiptimer.session.advice import (
    MOST_RESERVE,
    Advice,
    advice,
    advice_words,
    in_timed_set,
    reps_logged,
    weighable,
    weighs_logged,
)
from hiptimer.session.ask import focus
from hiptimer.session.edits import MOST_REPS
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase
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

    def skip(self) -> None:
        """The coming set at once; a current one after a question."""
        session = self._runner.session
        if session.shown_phase in (Phase.SWITCH, Phase.REST):
            self._runner.send(e.Skip())
        elif session.phase is not Phase.FINISHED:
            exercise, cursor = session.step.exercise, session.cursor
            events: dict[str, e.Event] = {"s": e.Skip(cursor), "e": e.Drop(exercise.id)}
            others = instead_of(session, exercise)
            events.update(others)
            text = (
                f"SKIP? s: this set. e: {exercise.short.lower()} for today. "
                f"{instead_words(session, others)}Anything else keeps it."
            )
            self.ask(Question(text, lambda key: self._skip(events.get(key))))

    def _skip(self, event: e.Event | None) -> None:
        if event is not None and not self._runner.send(event):
            self._say("It is done already.")

    def weight(self) -> None:
        """The weight of the set just done, or of the one coming."""
        session = self._runner.session
        match weighable(session):
            case ():
                self._say("Weight: after the set.")
            case (index,):
                self._ask_weight(index)
            case (coming, done):
                first, second = (name(session.steps[place]) for place in (coming, done))
                sets = {"c": coming, "d": done}
                text = f"WEIGHT of which set? c: {first}, coming. d: {second}, just done."
                self.ask(Question(text, lambda key: self._ask_weight(sets.get(key))))

    def _ask_weight(self, index: int | None) -> None:
        if index is None:
            return
        text = weight_question(self._runner.session, self._runner.session.steps[index], self.weights)
        self.ask(Question(text, lambda typed: self._weigh(typed, index), line=True))

    def _weigh(self, typed: str, index: int) -> None:
        session = self._runner.session
        step = session.steps[index]
        one_side = step.side in (Side.LEFT, Side.RIGHT) and typed.lower().endswith("x")
        amount = self.number(typed[:-1] if one_side else typed, self.weights.unit.most)
        if amount is not None:
            kg = self.weights.meant(amount, session.loads.get((step.exercise.id, step.side)))
            self._runner.send(e.Weigh(kg, weighs_logged(session, index), one_side))

    def pain(self) -> None:
        """Pain of the set in focus."""
        session = self._runner.session
        index = focus(session)
        if index is not None:
            text = f"PAIN in {name(session.steps[index])}? Type 0 to 10, then Enter."
            self.ask(Question(text, self._pain, line=True))

    def _pain(self, typed: str) -> None:
        level = self.number(typed, 10)
        index = focus(self._runner.session)
        if level is None or index is None:
            return
        self._runner.send(e.Pain(int(level)))
        told = advice(int(level))
        if told is not Advice.CARRY_ON:
            self._say(advice_words(int(level), self._runner.session, index))
        if told is Advice.STOP and self._runner.session.phase is not Phase.FINISHED:
            exercise = self._runner.session.steps[index].exercise
            text = f"e: no more {exercise.short.lower()} today. Anything else keeps it."
            self.ask(Question(text, lambda key: key == "e" and self._runner.send(e.Drop(exercise.id))))

    def reserve(self) -> None:
        """Reps there would have been after the set just logged."""
        session = self._runner.session
        if session.logged is None or not reps_logged(session):
            self._say("How many more: after a set of reps.")
            return
        text = (
            f"{name(session.steps[session.logged])}: HOW MANY MORE could you have done? 0, 1, 2, 3 or more."
        )
        self.ask(Question(text, self._reserve))

    def _reserve(self, typed: str) -> None:
        reps = self.number(typed, MOST_REPS)
        if reps is not None:
            self._runner.send(e.Reserve(min(MOST_RESERVE, int(reps))))

    def note(self) -> None:
        """A note on the set in focus."""
        session = self._runner.session
        index = focus(session)
        if in_timed_set(session):
            self._say("Note: after the set.")
        elif index is not None:
            text = f"NOTE on {name(session.steps[index])}: type one line, then Enter."
            self.ask(Question(text, lambda typed: self._note(typed), line=True))

    def _note(self, typed: str) -> None:
        if typed:
            self._runner.send(e.Note(typed[:LONGEST_NOTE]))

    def effort(self) -> None:
        """How hard the whole session was."""
        if self._runner.session.phase is Phase.FINISHED:
            text = "EFFORT of the whole session, 0 rest, 5 hard, 10 as hard as it gets? Type it, then Enter."
            self.ask(Question(text, self._effort, line=True))
        else:
            self._say("Effort: at the end.")

    def _effort(self, typed: str) -> None:
        rpe = self.number(typed, 10)
        if rpe is not None:
            self._runner.send(e.Effort(int(rpe)))

    def leave(self) -> None:
        """Resume later, finish as partial, discard, or keep going."""
        word = self.nothing_to_ask()
        if word:
            self.leave_saved(word)
            return
        text = (
            "LEAVE? l: resume later. p: finish here, as partial. d: discard this session. "
            "Anything else keeps going."
        )
        self.ask(Question(text, self._leave, leaves=True))

    def nothing_to_ask(self) -> str:
        """What is said on leaving where nothing is left open; empty where something is."""
        if self._runner.session.phase is Phase.FINISHED:
            return CLOSED
        return "" if self._runner.started else "Nothing was done, so nothing is kept."

    def _leave(self, key: str) -> None:
        match key:
            case "l" | "r":
                self._leave_now(e.Leaving.LATER)
            case "p" | "f":
                self._leave_now(e.Leaving.PARTIAL)
            case "d":
                sure = "DISCARD it, really? y: yes. Anything else keeps it."
                self.ask(Question(sure, self._discard, leaves=True))
            case _:
                self._say("Going on.")

    def _discard(self, key: str) -> None:
        if key == "y":
            self._leave_now(e.Leaving.DISCARD)
        else:
            self._say("Going on.")

    def _leave_now(self, how: e.Leaving) -> None:
        self._runner.send(e.Leave(how))
        if how is not e.Leaving.PARTIAL or not self._runner.session.outcomes:
            self.leave_saved(LEFT[how])  # else there is a summary to be told, and closed

    def leave_saved(self, word: str) -> None:
        """End the session with a word, but not before the user knows if something could not be saved."""
        self._runner.retry()
        trouble = self._runner.trouble
        if trouble is None or not self._runner.started:
            self._close(0, word)
            return
        text = f"NOT SAVED: {trouble}. l: leave, and lose what is not saved. Anything else tries again."
        self.ask(Question(text, lambda key: self._lose_or_retry(key, word), leaves=True))

    def _lose_or_retry(self, key: str, word: str) -> None:
        if key == "l":
            self._close(1, "")
        else:
            self.leave_saved(word)

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
