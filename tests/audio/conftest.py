from __future__ import annotations

import os
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hiptimer.audio.clip import Clip
from hiptimer.audio.sounds import Sounds
from hiptimer.audio.waves import length
from hiptimer.session.cues import Cue

STAND_IN = '''
"""Stands in for simpleaudio: writes down what it is asked, and misbehaves as the file `mode` says."""
import ctypes, os, pathlib, signal, sys, time

HERE = pathlib.Path(__file__).parent
FAULT = "Error opening PCM device. -- CODE: -2 -- MSG: No such file or directory"
last = None

def log(line):
    with open(HERE / "log", "a") as file:
        file.write(line + "\\n")

class PlayObject:
    def __init__(self, name):
        self.name, self.ends = name, float("inf")
    def stop(self):
        self.ends = time.monotonic() + 0.05
        log("stop " + self.name)
    def is_playing(self):
        return time.monotonic() < self.ends

class WaveObject:
    def __init__(self, data, channels=2, width=2, rate=44100):
        self.name = "silence"
    @classmethod
    def from_wave_file(cls, path):
        made = cls(b"")
        made.name = pathlib.Path(path).stem
        return made
    def play(self):
        global last
        mode = (HERE / "mode").read_text()
        if mode == "noisy":
            print("library chatter", flush=True)
            os.write(1, b"ok\\n")
            os.write(2, b"ALSA lib pcm.c: chatter\\n")
        if mode == "hang":
            time.sleep(60)
        if mode == "freeze":
            ctypes.PyDLL(None).sleep(60)  # keeps the global lock, as simpleaudio does
        if mode == "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        if mode == "fail":
            raise RuntimeError(FAULT)
        if mode == "one voice" and last is not None and last.is_playing():
            raise RuntimeError("Device or resource busy")
        log("play " + self.name)
        last = PlayObject(self.name)
        return last
'''


class StandIn:
    """A stand-in for simpleaudio that helper processes import."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        (directory / "simpleaudio.py").write_text(STAND_IN)
        self.mode("well")

    def mode(self, mode: str) -> None:
        (self._directory / "mode").write_text(mode)

    @property
    def log(self) -> list[str]:
        path = self._directory / "log"
        return path.read_text().splitlines() if path.exists() else []


@pytest.fixture
def sounds() -> Sounds:
    return Sounds()


def clip_of(cue: Cue) -> Clip:
    path = Sounds().file(cue)
    return Clip(path, length(path), cue)


@pytest.fixture
def clip() -> Callable[[Cue], Clip]:
    """A cue as it is recorded."""
    return clip_of


@pytest.fixture
def simpleaudio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr("hiptimer.audio.helper_player._has", lambda distribution: False)
    return StandIn(tmp_path)


class Programs:
    """Stand-ins for the system's players, alone on PATH."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def add(self, name: str, script: str) -> None:
        """A program that writes down what it is asked to play, and then does as `script` says."""
        path = self.directory / name
        log = self.directory / "log"
        path.write_text(
            textwrap.dedent(
                f"""\
                #!/bin/sh
                for last; do :; done
                case "$last" in */silence.wav) quiet=1;; *) quiet=;; esac
                [ "$quiet" ] || echo "{name} ${{last##*/}}" >> {log}
                """
            )
            + script
        )
        path.chmod(0o755)

    @property
    def log(self) -> list[str]:
        path = self.directory / "log"
        return path.read_text().splitlines() if path.exists() else []


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    if sys.platform == "win32":
        pytest.skip("the stand-ins are shell scripts")
    directory = tmp_path / "bin"
    directory.mkdir()
    monkeypatch.setenv("PATH", str(directory))
    return Programs(directory)


class Recorder:
    """A player that writes down what it is asked, and fails when told to."""

    def __init__(self, name: str = "recorder") -> None:
        self.name = name
        self.audible = True
        self.asked: list[str] = []
        self.fault: dict[str, Exception] = {}

    def _ask(self, what: str, kind: str) -> None:
        self.asked.append(what)
        if kind in self.fault:
            raise self.fault[kind]

    def open(self) -> None:
        self._ask("open", "open")

    def play(self, clip: Clip) -> None:
        self._ask(clip.path.stem, "play")

    def poll(self) -> float | None:
        if "poll" in self.fault:
            raise self.fault.pop("poll")
        return None

    def stop(self) -> None:
        self._ask("stop", "stop")

    def close(self) -> None:
        self._ask("close", "close")

    @property
    def played(self) -> list[str]:
        return [what for what in self.asked if what in set(Cue)]


@pytest.fixture
def recorder() -> Callable[..., Recorder]:
    return Recorder


def gone(pid: int) -> bool:
    """Whether process `pid` has ended, be it reaped or not."""
    try:
        os.kill(pid, 0)
    except OSError:
        return True
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return stat.parent.parent.exists()


@pytest.fixture
def is_gone() -> Callable[[int], bool]:
    return gone


@pytest.fixture
def until() -> Callable[[Callable[[], bool], float], bool]:
    """Wait until something is so; False where it is not within some seconds."""

    def wait(so: Callable[[], bool], seconds: float) -> bool:
        end = time.monotonic() + seconds
        while not so():
            if time.monotonic() > end:
                return False
            time.sleep(0.01)
        return True

    return wait
