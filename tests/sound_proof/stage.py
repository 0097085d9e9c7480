"""A session of the real app, played to its end while it is recorded."""

from __future__ import annotations

import statistics
from array import array
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from hiptimer.session.cues import Cue, Due

from ..e2e.circuits import WALL
from ..e2e.terminal import Terminal
from ..e2e.user import User
from .hearing import ALIKE, Found, find, onsets, shift, tones
from .planned import planned
from .pulse import RATE, Pulse, without_sound

TIMES = ("--sets", "1", "--switch", "4", "--rest", "4", "--lead-in")
HOLD_AND_PLANK = """
name = "Hold and plank"
sets = 1

[[exercise]]
id = "hold"
name = "Hold"
short = "HOLD"
to_fatigue = true
sides = "none"

[[exercise]]
id = "plank"
name = "Plank"
short = "PLANK"
seconds = 6
sides = "none"
"""
AT_ONCE = 10
"""Sessions that mostly wait."""
RINGS_OUT = 0.9
"""Seconds of work, in which the long tone of its beginning ends."""
FANFARE = 2.6
"""Seconds until the last cue of a session has ended."""
HELPER = "hiptimer.audio.helper"


@dataclass(frozen=True, slots=True)
class Heard:
    """A cue that was due, what was heard of it, and how late, in seconds."""

    due: Due
    found: Found | None
    late: float

    @property
    def lost(self) -> bool:
        """Whether something else was heard, or nothing."""
        return self.found is None or self.found.cue is not self.due.cue or self.found.likeness < ALIKE


@dataclass(frozen=True, slots=True)
class Result:
    """What was heard of every cue of a session."""

    cues: tuple[Heard, ...]
    frames: array[int] = field(repr=False)

    @property
    def lost(self) -> list[Due]:
        """The cues that were not heard."""
        return [heard.due for heard in self.cues if heard.lost]

    def beeps(self, cue: Cue) -> list[list[float]]:
        """The instants, in seconds, of the tones of each such cue that begins in silence."""
        found = [heard.found for heard in self.cues if heard.found and heard.due.cue is cue]
        return [
            [(one.frame + tone + shift(self.frames, one.frame, cue, tone)) / RATE for tone in tones(cue)]
            for one in found
            if not any(self.frames[one.frame - RATE // 20 : one.frame])
        ]

    def __str__(self) -> str:
        late = sorted(heard.late * 1000 for heard in self.cues if not heard.lost)
        if not late:
            return "no cue was heard"
        return f"{len(late)} cues, median {statistics.median(late):.1f} ms late, worst {late[-1]:.1f} ms"


class Stage:
    """Somebody with a sound server of their own, and nothing spoken unless `voice` says what."""

    def __init__(self, directory: Path, voice: str = "off") -> None:
        self.user = User(directory)
        self.user.env = without_sound(self.user.env)
        (directory / "config").mkdir()
        (directory / "config" / "settings.toml").write_text(f'[sound]\nvoice = "{voice}"\n')

    def start(self, circuit: str = WALL, *, lead_in: float = 4.0, **env: str) -> Terminal:
        """`hiptimer start` of a circuit."""
        return self.user.terminal("start", self.user.circuit(circuit), *TIMES, str(lead_in), env=env)

    def helper(self) -> int | None:
        """The process number of the helper."""
        return next((number for number, command in self.user.processes() if HELPER in command), None)

    def until_helper(self, terminal: Terminal) -> int:
        """Wait for the helper."""
        terminal.until(lambda: self.helper() is not None, "the helper")
        number = self.helper()
        assert number is not None
        return number

    def play(
        self,
        circuit: str,
        *,
        whole: bool = True,
        meanwhile: Callable[[Terminal], AbstractContextManager[object]] = lambda terminal: nullcontext(),
        before_work: Callable[[Terminal], object] = lambda terminal: None,
        **env: str,
    ) -> Result:
        """A session, recorded: the whole, or until the second time of work has begun.

        `before_work` is called a moment after the first big key.
        """
        with (
            Pulse(self.user.directory) as pulse,
            self.start(circuit, lead_in=3.2 if whole else 4.0, **pulse.env, **env) as terminal,
        ):
            terminal.until_status("READY")
            pulse.settle()
            with meanwhile(terminal):
                terminal.big()
                terminal.wait(0.3)
                before_work(terminal)
                _work(terminal)
                if whole:
                    _to_the_end(terminal)
                else:
                    terminal.until_status("WORK")
            terminal.wait(FANFARE if whole else RINGS_OUT)
            return self._result(pulse)

    def _result(self, pulse: Pulse) -> Result:
        plan = planned(self.user.database)
        frames, first = pulse.recorded()
        heard = onsets(frames)
        cues = []
        dues = [due for due in plan.dues if plan.zero + due.at < first + len(frames) / RATE]
        for due, then in zip(dues, (*dues[1:], None), strict=True):
            at = plan.zero + due.at - first
            length = round((then.at - due.at) * RATE) if then else len(frames)
            found = find(frames, heard, round(at * RATE), length)
            cues.append(Heard(due, found, found.frame / RATE - at if found else 0.0))
        return Result(tuple(cues), frames)

    def close(self) -> None:
        """End all that was started."""
        self.user.close()


def _work(terminal: Terminal) -> None:
    """One set, from its count-in to the key that ends it."""
    terminal.until_status("WORK")
    terminal.wait(RINGS_OUT)
    terminal.big()


def _to_the_end(terminal: Terminal) -> None:
    while terminal.phase() != "FINISHED":
        terminal.until(lambda: terminal.phase() in ("WORK", "FINISHED"))
        if "PLANK" in terminal.status():
            terminal.until_status("FINISHED")
        elif terminal.phase() == "WORK":
            _work(terminal)


class Stages:
    """Runs what need not be exact all at once, while the tests ask for the results one by one."""

    def __init__(self, directories: pytest.TempPathFactory) -> None:
        self._directories = directories
        self._pool = ThreadPoolExecutor(AT_ONCE)
        self._coming: dict[str, Future[object]] = {}
        self._scenes: dict[str, Callable[[Stage], object]] = {}
        self._all: list[Stage] = []

    def new(self, voice: str = "off") -> Stage:
        """A stage with nothing on it yet."""
        stage = Stage(self._directories.mktemp("stage"), voice)
        self._all.append(stage)
        return stage

    def together(self, scenes: dict[str, Callable[[Stage], object]]) -> None:
        """Begin all of these, unless they have begun."""
        for name, scene in scenes.items():
            if name not in self._scenes:
                self._scenes[name] = scene
                self._coming[name] = self._pool.submit(self._run, scene, self.new())

    def result(self, name: str) -> object:
        """Wait for one; raises what it raised. Asked a second time, it is played again, alone."""
        coming = self._coming.pop(name, None)
        return self._run(self._scenes[name], self.new()) if coming is None else coming.result()

    def end(self) -> None:
        """Stop those that nobody waits for any more."""
        for stage in self._all:
            stage.user.kill()
        self._pool.shutdown(cancel_futures=True)
        for stage in self._all:
            stage.close()

    def _run(self, scene: Callable[[Stage], object], stage: Stage) -> object:
        try:
            return scene(stage)
        finally:
            stage.close()
