"""The system's own player, one process per sound, never through a shell.

A player is known to work only when it has ended well: `aplay` with no device starts like any other and then
exits with 1. So each process is watched (by `poll`, no thread needed) until it ends: non-zero is a failure,
and so is one that has not ended two seconds after its sound.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from pathlib import Path
from shutil import which

from hiptimer.audio.clip import Clip
from hiptimer.audio.player import PlayerFailed, PlayerMissing, present
from hiptimer.audio.processes import apart, end
from hiptimer.audio.sounds import Sounds
from hiptimer.audio.waves import write_silence
from hiptimer.session.cues import Cue
from hiptimer.values import dataclass

UNIX = (("pw-play",), ("paplay",), ("aplay", "-q"))
"""The players that are looked for, best first: the sound servers' before the bare device's."""
MACOS = (("afplay",),)
GRACE = 2.0
"""Seconds after a sound's end at which its process is killed."""
SOON = 0.02
"""Seconds between looks at a process that is just starting, which is when most failures happen."""
LATER = 0.25
"""Seconds between looks once it has started."""
MOMENT = 0.02
"""Seconds of silence, which prove a device without being heard."""
TRIAL = 1.0
"""Seconds that moment may take in `open`."""


@dataclass(frozen=True, slots=True)
class Running:
    """A process and, on the monotonic clock, when it began and when its sound is over."""

    process: subprocess.Popen[bytes]
    began: float
    over: float


class SystemPlayer:
    """Plays by a program of the system: `command` and then the file's name."""

    audible = True

    def __init__(self, command: tuple[str, ...], sounds: Sounds) -> None:
        self.name = command[0]
        self._command = command
        self._sounds = sounds
        self._running: list[Running] = []
        self._trial: subprocess.Popen[bytes] | None = None

    def open(self) -> None:
        """Find the program and let it play a moment of silence. Raises PlayerFailed."""
        program = which(self.name)
        if program is None:
            raise PlayerMissing("not installed")
        self._command = (program, *self._command[1:])
        self._sounds.path(Cue.TEST)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as directory:
            path = Path(directory) / "silence.wav"
            write_silence(path, MOMENT)
            self._trial = self._spawn(str(path))
            try:
                self._judge(self._trial.wait(TRIAL))
            except subprocess.TimeoutExpired:
                end(self._trial)
                raise PlayerFailed(f"{self.name} hangs") from None

    def play(self, clip: Clip) -> None:
        """Start a process for `clip`; the one still sounding is killed. Raises PlayerFailed."""
        self.poll()
        self.stop()
        path = present(clip)
        began = time.monotonic()
        process = self._spawn(path)
        self._running.append(Running(process, began, began + clip.seconds))

    def poll(self) -> float | None:
        """Reap what has ended and kill what hangs; either may raise PlayerFailed."""
        now = time.monotonic()
        for run in tuple(self._running):
            code = run.process.poll()
            if code is None and now < run.over + GRACE:
                continue
            self._running.remove(run)
            if code is None:
                end(run.process)
                raise PlayerFailed(f"{self.name} hangs")
            self._judge(code)
        if not self._running:
            return None
        return SOON if now < self._running[-1].began + LATER else LATER

    def stop(self) -> None:
        """Kill what is sounding. A process whose sound is over has only its end to come, and is let be."""
        now = time.monotonic()
        self._kill([run for run in self._running if now < run.over])

    def close(self) -> None:
        """Kill all that runs; in another thread's `open`, too."""
        self._kill(self._running)
        if self._trial is not None:
            end(self._trial)

    def _kill(self, runs: list[Running]) -> None:
        for run in tuple(runs):
            self._running.remove(run)
            end(run.process)

    def _spawn(self, path: str) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                [*self._command, path],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                **apart(),
            )
        except OSError as error:
            raise PlayerFailed(f"{self.name} does not start: {error.strerror}") from error

    def _judge(self, code: int) -> None:
        if code != 0:
            raise PlayerFailed(f"{self.name} failed ({'signal ' if code < 0 else 'exit '}{abs(code)})")
