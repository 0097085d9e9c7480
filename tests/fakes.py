"""A gym to test in: a real history in a directory, a clock that is moved by hand, a sound nobody hears."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from hiptimer.audio.chain import Status
from hiptimer.circuit.plan import Options
from hiptimer.config import Settings
from hiptimer.look import AS_MADE, ThemeName
from hiptimer.session.cues import Cue, Due
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase
from hiptimer.tui.app import HiptimerApp
from hiptimer.tui.audible import Audible
from hiptimer.tui.signs import Signs
from hiptimer.tui.world import World
from hiptimer.weights import NONE_OWNED, Weights
from tests.circuits import SHORT
from tests.history import days

T = TypeVar("T")

QUICK = Options(lead_in=4.0, switch=6.0, rest=8.0, round_rest=9.0)


class SilentSound:
    """Takes the sounds ahead and plays none of them; what is spoken it leaves out."""

    def __init__(self, status: Status | None = None) -> None:
        self.status = status or Status("test", "", True)
        self.sheet: tuple[Due, ...] = ()
        self.muted = False
        self.closed = False
        self.refused = 0
        self.asked: list[Cue | tuple[str, ...]] = []
        self.ring: Callable[[], None] = lambda: None
        self.tell: Callable[[str, str], None] = lambda name, why: None

    def open(self, ring: Callable[[], None], tell: Callable[[str, str], None]) -> SilentSound:
        self.ring, self.tell = ring, tell
        return self

    def cue_sheet(self, sheet: Sequence[object], zero: float) -> None:
        self.sheet = tuple(due for due in sheet if isinstance(due, Due))

    def mute(self, muted: bool) -> None:
        self.muted = muted

    def volume(self, level: int) -> None:
        pass

    def play(self, cue: Cue) -> None:
        self.asked.append(cue)

    def say(self, phrases: tuple[str, ...]) -> None:
        self.asked.append(phrases)

    def not_heard(self) -> None:
        self.refused += 1

    def close(self) -> None:
        self.closed = True


class Gym(days.Gym):
    """A gym with all that the app needs around it."""

    def __init__(self, home: Path, text: str = SHORT, options: Options = QUICK) -> None:
        super().__init__(home, text, options)
        self.store.prefer({"first-start": "done"})
        self.circuits = home / "circuits"
        self.sound = SilentSound()
        self.audible = Audible()
        self.look = AS_MADE
        self.settings = Settings()
        self.settings_file = home / "settings.toml"
        self.signs = Signs.UNICODE
        self.weights = NONE_OWNED
        self.kept: list[ThemeName] = []
        self.kept_weights: list[Weights] = []
        self.keep_weights: Callable[[Weights], str] = lambda weights: self._kept(self.kept_weights, weights)
        self.not_kept = ""
        """Why nothing can be remembered."""

    # -- without a screen

    def sleep(self, runner: Runner, seconds: float) -> None:
        """Time goes by, and then the app looks once."""
        self.clock.reading += seconds
        runner.look()

    def until(self, runner: Runner, phase: Phase, cursor: int | None = None) -> None:
        """Do set after set, each for 20 s, until a phase (of a step) is reached."""
        while runner.session.phase is not phase or cursor not in (None, runner.session.cursor):
            match runner.session.phase:
                case Phase.FINISHED:
                    raise AssertionError(f"{phase} of step {cursor} never came")
                case Phase.READY:
                    self.press(runner)
                case Phase.WORK:
                    self.wait(runner, 19.0)
                    self.press(runner)
                case _:
                    self.wait(runner, (runner.session.deadline or runner.now()) - runner.now())

    def at(self, phase: Phase, cursor: int | None = None) -> Runner:
        """A session that is so far."""
        runner = self.begin()
        self.until(runner, phase, cursor)
        return runner

    def finish(self, runner: Runner) -> None:
        self.until(runner, Phase.FINISHED)

    def finished(self, days: float = 0.0, text: str = "") -> None:
        """A whole session, begun `days` after the first; it is no later then."""
        now = self.clock
        super().finished(days, text)
        self.clock = now

    def left(self, cursor: int = 1, phase: Phase = Phase.WORK) -> str:
        """A session that died on the way; its id."""
        self.at(phase, cursor).close()
        return self.store.sessions(status="open")[-1].id

    def _kept(self, where: list[T], what: T) -> str:
        where.append(what)
        return self.not_kept

    # -- with a screen

    def app(self, runner: Runner | None = None, at_once: bool = False) -> HiptimerApp:
        world = World(
            store=self.store,
            locks=self.locks,
            clock=self.clock,
            audible=self.audible,
            open_sound=self.sound.open,
            text=self.text,
            options=self.options,
            settings=replace(self.settings, look=self.look, weights=self.weights),
            settings_file=self.settings_file,
            circuits=self.circuits,
            signs=self.signs,
            keep_theme=lambda theme: self._kept(self.kept, theme),
            keep_weights=self.keep_weights,
        )
        return HiptimerApp(world, runner, at_once)

    def without_sound(self, why: str) -> None:
        self.sound = SilentSound(replace(self.sound.status, name="none", why=why, audible=False))
