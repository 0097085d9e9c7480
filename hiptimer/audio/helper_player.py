"""This side of the helper process that owns simpleaudio: starts it, asks it, and gives up on it.

Every question has an answer within half a second, or the helper counts as hung and is killed. Answers are
read by a thread, since waiting for a pipe with a time limit has no other form that Windows knows too.

A sound is cut by killing the helper and starting another (about 25 ms): simpleaudio's own `stop` plays on
what it has buffered, and up to 0.23 s after the key one more beep of a cancelled count was heard to begin.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from contextlib import suppress
from importlib.util import find_spec
from queue import Empty, SimpleQueue
from typing import IO

from hiptimer.audio.clip import Clip
from hiptimer.audio.player import PlayerFailed, PlayerMissing, present
from hiptimer.audio.processes import apart, end
from hiptimer.audio.sounds import Sounds
from hiptimer.session.cues import Cue

HUNG = 0.5
"""Seconds without an answer after which the helper counts as hung."""
SLOW_START = 2.0
"""The same for the first answer: Python and the library may come from a cold disk."""
BUFFERED = 0.25
"""Seconds a sound may go on after its length has passed."""


class HelperPlayer:
    """Plays through simpleaudio, in a process of its own."""

    name = "simpleaudio"
    audible = True

    def __init__(self, sounds: Sounds) -> None:
        self._sounds = sounds
        self._process: subprocess.Popen[str] | None = None
        self._answers: SimpleQueue[str] = SimpleQueue()
        self._listener: threading.Thread | None = None
        self._over = 0.0

    def open(self) -> None:
        """Start the helper and let it open the device. Raises PlayerFailed."""
        if find_spec("simpleaudio") is None:
            raise PlayerMissing("not installed (optional)")
        if why := unusable():
            raise PlayerFailed(why)
        self._sounds.path(Cue.TEST)
        self._start()

    def _start(self) -> None:
        # -P: a stray simpleaudio.py in the directory one happens to be in must not be run.
        command = [sys.executable, "-P", "-m", "hiptimer.audio.helper"]
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                errors="surrogateescape",
                **apart(),
            )
        except OSError as error:
            raise PlayerFailed(f"simpleaudio's helper does not start: {error}") from error
        self._process = process
        self._answers = SimpleQueue()
        self._listener = threading.Thread(target=_listen, args=(process.stdout, self._answers), daemon=True)
        self._listener.start()
        self._ask("hello", SLOW_START)

    def play(self, clip: Clip) -> None:
        """Start `clip`; it cuts the one before."""
        path = present(clip)
        if "\n" in path or "\r" in path:
            raise PlayerFailed("simpleaudio's helper can't be told of a file with a line break in its name")
        self._over = time.monotonic() + clip.seconds + BUFFERED
        self._ask(path, HUNG)

    def poll(self) -> float | None:
        """Notice a helper that has ended, before the next cue is lost on it."""
        if self._process is not None and self._process.poll() is not None:
            raise PlayerFailed(_ended(self._process))
        return None

    def stop(self) -> None:
        """Cut what is sounding, if anything is."""
        if self._process is not None and time.monotonic() < self._over:
            self._over = 0.0
            end(self._process)
            self.close()
            self._start()

    def close(self) -> None:
        """End the helper: by the end of its input, or by force."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None
        with suppress(OSError):
            process.stdin.close()
        try:
            process.wait(0.3)
        except subprocess.TimeoutExpired:
            end(process)
        if self._listener is not None:
            self._listener.join(0.3)

    def _ask(self, command: str, limit: float) -> None:
        """Send one command and wait for its answer, `limit` seconds at most."""
        process = self._process
        if process is None:
            raise PlayerFailed("simpleaudio's helper is closed")
        assert process.stdin is not None
        try:
            process.stdin.write(command + "\n")
            process.stdin.flush()
            answer = self._answers.get(timeout=limit)
        except (OSError, ValueError) as error:  # a pipe that is closed is a value that is wrong
            raise PlayerFailed(_ended(process)) from error
        except Empty:
            end(process)
            raise PlayerFailed(f"simpleaudio did not answer within {limit} s") from None
        if answer == "":
            raise PlayerFailed(_ended(process))
        if answer != "ok":
            raise PlayerFailed(f"simpleaudio: {answer.removeprefix('err ')}")


def _ended(process: subprocess.Popen[str]) -> str:
    """In words, how the helper came to its end."""
    end(process)
    code = process.poll() or 0
    return f"simpleaudio crashed (signal {-code})" if code < 0 else f"simpleaudio's helper ended ({code})"


def _listen(pipe: IO[str], answers: SimpleQueue[str]) -> None:
    """Pass each answer on; an empty one says that the helper has closed its end."""
    with pipe:
        for line in pipe:
            answers.put(line.strip())
    answers.put("")


def unusable() -> str | None:
    """Why simpleaudio must not be used here, or None. Does not import it."""
    if not sys.executable:
        return "simpleaudio needs a Python to run in"
    if sys.version_info >= (3, 12) and _has("simpleaudio") and not _has("simpleaudio-patched"):
        return "simpleaudio crashes on this Python: install simpleaudio-patched instead"
    return None


def _has(distribution: str) -> bool:
    from importlib import metadata  # slow to import, and only newer Pythons need it

    try:
        metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return False
    return True
