"""hiptimer as a program that is talked to, through pipes or in a terminal that only prints."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

LAUNCHER = Path(__file__).parents[1] / "e2e" / "launcher.py"
LIMIT = 30.0
"""Seconds anything may take on a machine that has more to do than this."""
APART = 0.9
"""Seconds between two big keys: nearer together, the second one is a bounce."""


class Program:
    """hiptimer, its input and output in the test's hands: a pipe, or both a terminal."""

    def __init__(self, *args: str, terminal: bool = False, shell: str = "", **env: str) -> None:
        self.text = ""
        """All that it has said."""
        self._seen = 0
        self._theirs = -1
        ours = -1
        if terminal:
            ours, self._theirs = os.openpty()
        launcher = [sys.executable, "-I", "-S", str(LAUNCHER)] if terminal else []
        self.process = subprocess.Popen(
            shell or [*launcher, sys.executable, "-m", "hiptimer", *args],
            shell=bool(shell),
            stdin=self._theirs if terminal else subprocess.PIPE,
            stdout=self._theirs if terminal else subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **env},
            start_new_session=True,
        )
        self._in = ours if self.process.stdin is None else self.process.stdin.fileno()
        self._out = ours if self.process.stdout is None else self.process.stdout.fileno()

    def __enter__(self) -> Program:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        self.hang_up()

    def send(self, text: str) -> None:
        os.write(self._in, text.encode())

    def until(self, words: str) -> str:
        """Wait for the next line in which this expression is found; what it has found."""
        end = time.monotonic() + LIMIT
        while True:
            lines, _, _ = self.text[self._seen :].rpartition("\n")
            found = re.search(words, lines)
            if found is not None:
                self._seen += found.end()
                return found[0]
            assert time.monotonic() < end, f"{words!r} did not come; it said\n{self.text}"
            if not self._read(0.2) and self.process.poll() is not None:
                raise AssertionError(f"{words!r} did not come before the end; it said\n{self.text}")

    def ended(self) -> tuple[int, str]:
        """The exit code and what stands on stderr."""
        end = time.monotonic() + LIMIT
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.1)
        while self._read(0.0):
            pass
        return self.process.wait(1.0), self.errors()

    def errors(self) -> str:
        """What stands on stderr."""
        assert self.process.stderr is not None
        return self.process.stderr.read().decode()

    def echoes(self) -> bool:
        """Whether its terminal is as a shell needs it: letters are seen, lines are collected."""
        import termios

        wanted = termios.ECHO | termios.ICANON | termios.ISIG
        return bool(termios.tcgetattr(self._theirs)[3] & wanted == wanted)

    def wait_for(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + LIMIT
        while not true():
            assert time.monotonic() < end
            time.sleep(0.02)

    def press(self) -> None:
        """The big key, when it can't be taken for the bounce of the one before."""
        time.sleep(APART)
        self.send("\n")

    def hang_up(self) -> None:
        """Its terminal goes away."""
        if self._theirs >= 0:
            os.close(self._theirs)
            os.close(self._in)
            self._theirs = -1

    def close_input(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()

    def close_output(self) -> None:
        assert self.process.stdout is not None
        self.process.stdout.close()

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._out], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._out, 65536)
        except OSError:
            data = b""
        self.text += data.decode("utf-8").replace("\r\n", "\n")
        return bool(data)
