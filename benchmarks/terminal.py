"""A program in a pseudo-terminal: when it has drawn what, and what it costs the machine. Linux only."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

SIZE = (80, 24)
SETTLED = 0.3
"""Seconds without output after which a program has come to rest."""
PATIENCE = 60.0
"""Seconds that anything may take on a machine with much else to do."""
CONTROL = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P_^][^\x1b]*\x1b\\|\x1b\[[0-?]*[ -/]*[@-~]|\x1b."
)


class NotSeen(Exception):
    """A program did not draw what it was expected to; the text says what it did."""


class Program:
    """A program in a terminal of its own, killed at the end of a `with`; instants are of `perf_counter`."""

    def __init__(
        self, argv: Sequence[str], more: Mapping[str, str] | None = None, size: tuple[int, int] = SIZE
    ) -> None:
        env = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"} | dict(more or {})
        self.drawn = bytearray()
        """All that it has written."""
        self.heard = self.begun = time.perf_counter()
        """When it wrote last, and when it was begun."""
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
                os.execvpe(argv[0], list(argv), env)
            finally:
                os._exit(127)

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)

    def send(self, keys: bytes) -> float:
        """Press keys; the instant at which they were pressed."""
        at = time.perf_counter()
        os.write(self.file, keys)
        return at

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, as a hand on its corner does."""
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, limit: float) -> bool:
        """Read what it writes, waiting `limit` seconds at most; whether there was anything."""
        if not select.select([self.file], [], [], max(0.0, limit))[0]:
            return False
        try:
            found = os.read(self.file, 1 << 16)
        except OSError as error:
            raise NotSeen(f"the program has ended after drawing {self.text(0)[-300:]!r}") from error
        self.heard = time.perf_counter()
        self.drawn += found
        return True

    def watch(self, seconds: float) -> None:
        """Let time pass, reading what is drawn, as a terminal does."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)

    def settle(self, silence: float = SETTLED) -> float:
        """Wait until nothing has been drawn for so long; the instant at which the last of it was."""
        end = time.perf_counter() + PATIENCE
        while self.read(silence):
            if time.perf_counter() > end:
                raise NotSeen(f"the program never came to rest: {self.text(0)[-300:]!r}")
        return self.heard

    def until(self, words: str, since: int = 0) -> float:
        """Wait until these words are drawn, past so many bytes; the instant at which they were."""
        end = time.perf_counter() + PATIENCE
        while words not in self.text(since):
            left = end - time.perf_counter()
            if left <= 0:
                raise NotSeen(f"{words!r} was not drawn: {self.text(since)[-300:]!r}")
            self.read(left)
        return self.heard

    def text(self, since: int = 0) -> str:
        """What was drawn past so many bytes, without colours and places."""
        return CONTROL.sub(b"", bytes(self.drawn[since:])).decode(errors="replace")

    def answer(self, keys: bytes, words: str) -> float:
        """Seconds from the key to the words on the screen."""
        since = len(self.drawn)
        pressed = self.send(keys)
        return self.until(words, since) - pressed

    def cpu(self) -> float:
        """Seconds of CPU time that all its threads have had, by the kernel's own clock of a process."""
        return time.clock_gettime(~self.pid << 3 | 2)

    def peak(self) -> int:
        """Bytes of memory it had at most."""
        return self._status("VmHWM") * 1024

    def memory(self) -> int:
        """Bytes of memory it has now."""
        return self._status("VmRSS") * 1024

    def threads(self) -> int:
        """How many there are now."""
        return self._status("Threads")

    def files(self) -> int:
        """File descriptors that are open now."""
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def _status(self, name: str) -> int:
        return status(self.pid)[name]


def status(pid: int | str = "self") -> dict[str, int]:
    """What the kernel tells of a process in whole numbers; memory is in KiB."""
    lines = (line.split() for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return {name.rstrip(":"): int(value[0]) for name, *value in lines if value and value[0].isdigit()}
