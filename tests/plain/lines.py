"""A session line by line with a clock that is moved by hand, and a console that remembers what was said."""

from __future__ import annotations

from collections.abc import Callable

from hiptimer.circuit.plan import Options
from hiptimer.plain.keys import Given, Key, Typed
from hiptimer.plain.session import PlainSession
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase, Session
from hiptimer.weights import NONE_OWNED, Weights
from tests.fakes import Gym


class Heard:
    """A console: what was said, and when."""

    def __init__(self, gym: Gym, keys: bool = True) -> None:
        self._gym = gym
        self.keys = keys
        self.wants_line = False
        self.lines_said: list[tuple[float, str]] = []

    def say(self, line: str) -> None:
        self.lines_said.append((self._gym.clock.reading, line))

    def lines(self, wanted: bool) -> None:
        self.wants_line = wanted


class Spoken:
    """Somebody who leads a session by ear. Time only goes by as far as the session itself asks to look."""

    def __init__(
        self, gym: Gym, runner: Runner | None = None, keys: bool = True, weights: Weights = NONE_OWNED
    ) -> None:
        self.gym = gym
        self.console = Heard(gym, keys)
        self.runner = runner or gym.begin()
        gym.audible.use(gym.sound.open(lambda: None, lambda name, why: None))
        self.plain = PlainSession(self.runner, gym.audible, self.console, weights)
        self.began = gym.clock.reading
        self.plain.begin()
        self._read = 0

    @property
    def session(self) -> Session:
        return self.runner.session

    @property
    def place(self) -> tuple[Phase, int]:
        return self.session.phase, self.session.cursor

    def keys(self, *names: str) -> list[str]:
        """Keys in no time; what is said then."""
        return self.give(*map(Key, names))

    def line(self, text: str) -> list[str]:
        return self.give(Typed(text))

    def give(self, *given: Given) -> list[str]:
        self.new()
        for one in given:
            self.plain.take(one)
        return self.new()

    def press(self) -> list[str]:
        """The big key, a second after whatever was before."""
        self.wait(1.0)
        return self.keys("enter")

    def wait(self, seconds: float) -> list[str]:
        """Time goes by; what is said meanwhile."""
        self.new()
        clock, until = self.gym.clock, self.gym.clock.reading + seconds
        while clock.reading < until and self.plain.code is None:
            asked = self.plain.wait()
            clock.reading = until if asked is None else min(until, clock.reading + asked)
            self.plain.look()
        return self.new()

    def until(self, phase: Phase, cursor: int | None = None) -> list[str]:
        """Set after set is done, each for 20 s, until a phase (of a step) is reached."""
        said = self.new()
        while self.session.phase is not phase or cursor not in (None, self.session.cursor):
            match self.session.phase:
                case Phase.FINISHED:
                    raise AssertionError(f"{phase} of step {cursor} never came")
                case Phase.READY:
                    said += self.press()
                case Phase.WORK:
                    said += self.wait(19.0) + self.press()
                case _:
                    said += self.wait((self.session.deadline or 0.0) - self.runner.now())
        return said

    def new(self) -> list[str]:
        """What was said since this was last asked."""
        said = [line for _, line in self.console.lines_said[self._read :]]
        self._read = len(self.console.lines_said)
        return said

    def transcript(self) -> str:
        """Everything that was said, each line with its second."""
        said = self.console.lines_said
        return "".join(f"{at - self.began:7.1f}  {line}\n" for at, line in said)


Speaking = Callable[[str, Options], Spoken]
"""Begins a session by ear with a circuit of one's own."""
