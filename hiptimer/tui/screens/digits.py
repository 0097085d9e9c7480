"""Digits in a session: a number that enter keeps, or the answer to the question how many more."""

from __future__ import annotations

from textual import events
from textual.timer import Timer

from hiptimer.limits import MOST_RESERVE
from hiptimer.session import events as e
from hiptimer.session.advice import asks_reserve
from hiptimer.session.machine import takes_numbers
from hiptimer.session.refusals import NO_CORRECTION
from hiptimer.tui.screens.acting import Acting
from hiptimer.tui.words import reserve_words

ANSWERED = 1.2
"""Seconds after a lone digit, from which on it answers the question; before, it may be part of a number."""
LONGEST = 4


class Digits(Acting):
    """Takes digits, and what ends them: enter keeps the number, backspace and escape take it back."""

    typed = ""
    """The digits on their way."""
    _answer: Timer | None = None

    def on_key(self, event: events.Key) -> None:
        """A digit, what ends a number, or another key, which ends the wait for one."""
        if event.character is not None and event.character.isdecimal():
            if not takes_numbers(self.runner.session):
                self.refuse(NO_CORRECTION)
                return
            self.typed = (self.typed + event.character)[:LONGEST]
            self._wait_for_more()
        elif not self.typed:
            return
        elif event.key == "enter":
            self.runner.bounced()  # enter is a big key, too
            self.attempt(e.Enter(float(self.typed), self.row))
            self.forget_digits()
        elif event.key == "backspace":
            self.typed = self.typed[:-1]
            self._wait_for_more()
        elif event.key == "escape":
            self.forget_digits()
        else:
            self._answer_now()
            return
        event.stop()
        event.prevent_default()
        self.show()

    def forget_digits(self) -> None:
        """What was typed is of no use any more."""
        self.typed = ""
        self._wait_for_more()

    def is_answer(self) -> bool:
        """Whether what was typed answers the question how many more, if nothing comes after it."""
        lone = len(self.typed) == 1 and int(self.typed) <= MOST_RESERVE
        return lone and asks_reserve(self.runner.session)

    def _wait_for_more(self) -> None:
        if self._answer is not None:
            self._answer.stop()
        self._answer = self.set_timer(ANSWERED, self._answer_now) if self.is_answer() else None

    def _answer_now(self) -> None:
        if self.is_answer():
            reps = int(self.typed)
            self.forget_digits()
            self.runner.send(e.Reserve(reps))
            self.say(reserve_words(reps))
