"""What is typed, read in a thread of its own: keys from a terminal, lines from anything else.

The thread hands over what it reads and is left behind when the program ends. It reads the file itself:
Python's own buffers have locks that must be free then.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from hiptimer.plain.keys import Ended, Given, Typed, typed
from hiptimer.plain.modes import MOST, Mode, read


class Stdin:
    """Standard input. `keys` is whether it is a terminal, whose keys come one by one."""

    def __init__(self, hand_over: Callable[[Given], None]) -> None:
        self._fd = sys.stdin.fileno()
        self._hand_over = hand_over
        self.keys = os.isatty(self._fd)
        self._lines = False
        self._mode = Mode(self._fd) if self.keys else None

    def start(self) -> None:
        """Read from now on."""
        self.apply()
        read = self._read_keys if self.keys else self._read_lines
        threading.Thread(target=read, daemon=True, name="hiptimer-stdin").start()

    def lines(self, wanted: bool) -> None:
        """The terminal shows and collects a whole line; or hands over each key, unseen."""
        if wanted != self._lines:
            self._lines = wanted
            self.apply()

    def apply(self) -> None:
        """Put the terminal into the mode it should be in; perhaps a shell has changed it meanwhile."""
        if self._mode is not None:
            self._mode.put_back() if self._lines else self._mode.keys()

    def put_back(self) -> None:
        """The terminal is as it was."""
        if self._mode is not None:
            self._mode.put_back()

    def _read_keys(self) -> None:
        while data := self._read():
            for given in typed(data.decode(errors="ignore")):
                self._hand_over(given)
        self._hand_over(Ended())

    def _read_lines(self) -> None:
        rest = b""
        while data := self._read():
            *whole, rest = (rest[:MOST] + data).split(b"\n")
            for line in whole:
                self._hand_over(Typed(line.decode(errors="replace").removesuffix("\r")))
        if rest:
            self._hand_over(Typed(rest.decode(errors="replace")))
        self._hand_over(Ended())

    def _read(self) -> bytes:
        """What has been typed; nothing when the terminal is gone, or was never to be read."""
        with suppress(OSError):
            return read(self._fd, lambda: self._lines) if self.keys else os.read(self._fd, MOST)
        return b""
