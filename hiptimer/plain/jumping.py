"""The list of today's sets, line by line, and a number that says where to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hiptimer.plain.asking import Asking
from hiptimer.plain.question import Question
from hiptimer.plain.words import called, name, sentences
from hiptimer.session import events as e
from hiptimer.session.asking import instead
from hiptimer.session.jumps import Stuck, way_of
from hiptimer.session.questions import Refusal
from hiptimer.session.refusals import NO_JUMP
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase, Session
from hiptimer.tui.course import in_sets, part_words, state_words

TO_JUMP = "JUMP to which number? Type it, then Enter; + behind it moves it later, - earlier"


class Jumping:
    """Asks where to go on; what is done then is said by whoever tells the changes."""

    def __init__(self, runner: Runner, asking: Asking, say: Callable[[str], None]) -> None:
        self._runner = runner
        self._asking = asking
        self._say = say

    def ask(self) -> None:
        """The list, then the question."""
        session = self._runner.session
        if session.phase is Phase.FINISHED:
            self._say(sentences(NO_JUMP))
            return
        for line in course_lines(session):
            self._say(line)
        instead = ", s another instead" if session.circuit.alternatives else ""
        self._asking.ask(Question(f"{TO_JUMP}{instead}. Enter alone keeps it.", self._answered, line=True))

    def _answered(self, typed: str) -> None:
        number, sign = typed.rstrip("+-sS "), typed[-1:].lower()
        session = self._runner.session
        if not (number.isdecimal() and 0 < int(number) <= len(session.steps)):
            if typed:
                self._say(f"Nothing changed: a number from 1 to {len(session.steps)} was asked for.")
            return
        step = int(number) - 1
        match sign:
            case "+" | "-":
                self._move(step, sign == "+")
            case "s":
                self._instead(step)
            case _ if not self._runner.send(e.Jump(step)):
                self._say("You are there already.")

    def _move(self, step: int, later: bool) -> None:
        if not self._runner.send(e.Move(step, later)):
            way = way_of(self._runner.session, step, later)
            self._say(f"Nothing moved: {way}." if isinstance(way, Stuck) else "Nothing moved.")

    def _instead(self, step: int) -> None:
        session = self._runner.session
        match instead(session, session.steps[step].exercise, called):
            case Refusal(words):
                self._say(f"There is {words}.")
            case asked:
                self._asking.do(asked)


def course_lines(session: Session) -> Iterator[str]:
    """A line a step, by its number, under the round or the part it is in."""
    part = ""
    for index, step in enumerate(session.steps):
        if part != (part := part_words(session, step)):
            yield f"{part}:"
        number = f"set {step.round}" if in_sets(session, step) else ""
        words = filter(None, (name(step), number, state_words(session, index)))
        yield f"{index + 1}: {', '.join(words)}"
