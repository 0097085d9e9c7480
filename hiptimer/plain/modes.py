"""How a terminal hands over what is typed: key by key, or a line at a time; here, and on Windows."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

MOST = 4096
"""Bytes read at once."""

if sys.platform == "win32":
    import msvcrt
    from time import sleep

    POLL = 0.05
    """Seconds between two looks at the keyboard."""

    _ARROWS = {"H": "\x1b[A", "P": "\x1b[B", "K": "\x1b[D", "M": "\x1b[C", "I": "\x1b[5~", "Q": "\x1b[6~"}

    class Mode:
        """A console needs none: its keys are read past it."""

        def __init__(self, fd: int) -> None:
            """Nothing to keep."""

        def keys(self) -> None:
            """Nothing to change."""

        def put_back(self) -> None:
            """Nothing to change back."""

    def read(fd: int, lines: Callable[[], bool]) -> bytes:
        """The next key, or line where one is wanted, as a terminal would send it."""
        while not lines():
            if msvcrt.kbhit():
                key = msvcrt.getwch()
                return (_ARROWS.get(msvcrt.getwch(), "") if key in "\x00\xe0" else key).encode() or b"\x00"
            sleep(POLL)
        return sys.stdin.readline().encode()

else:
    import termios

    class Mode:
        """How a terminal hands over what is typed."""

        def __init__(self, fd: int) -> None:
            self._fd = fd
            self._before = termios.tcgetattr(fd)

        def keys(self) -> None:
            """Each key at once and unseen. Ctrl+C and Ctrl+Z stay signals, Enter stays a newline."""
            modes = termios.tcgetattr(self._fd)
            modes[0] |= termios.ICRNL
            modes[3] &= ~(termios.ECHO | termios.ICANON)
            modes[6][termios.VMIN], modes[6][termios.VTIME] = 1, 0
            self._set(modes)

        def put_back(self) -> None:
            """As it was."""
            self._set(self._before)

        def _set(self, modes: list[Any]) -> None:
            with suppress(termios.error):  # the terminal is gone
                termios.tcsetattr(self._fd, termios.TCSADRAIN, modes)

    def read(fd: int, lines: Callable[[], bool]) -> bytes:
        """What has been typed, as soon as there is something."""
        return os.read(fd, MOST)
