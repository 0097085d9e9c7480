"""A program in a real pseudo-terminal: press keys, see what it has drawn, send it signals."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

import pyte

LIMIT = 25.0
"""Seconds anything may take on a machine that has more to do than this."""
APART = 1.0
"""Seconds between two big keys: nearer together, the second one is a bounce."""
AWAKE = 0.4
"""Seconds after an automatic start from which on a Done is believed."""
QUIET = 0.2
"""Seconds without a change after which a screen is drawn in full."""
KEYS = {
    "space": b" ", "enter": b"\r", "escape": b"\x1b", "backspace": b"\x7f", "page down": b"\x1b[6~",
    "up": b"\x1b[A", "down": b"\x1b[B", "right": b"\x1b[C", "left": b"\x1b[D", "f1": b"\x1bOP",
    "ctrl+c": b"\x03", "ctrl+q": b"\x11", "ctrl+z": b"\x1a",
}  # fmt: skip
BIG = ("space", "enter", "page down")

_LAUNCHER = Path(__file__).with_name("launcher.py")
_UNKNOWN = re.compile(rb"\x1b\[[<>=?]?[0-9;]*\$?[puq]|\x1b\[[<>=][0-9;]*[a-zA-Z]")
"""Sequences that pyte does not know and would print: kitty's keyboard, questions about modes."""
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_KEYBOARD_ON = re.compile(rb"\x1b\[>[0-9]+u")
_KEYBOARD_OFF = re.compile(rb"\x1b\[<[0-9]*u")
_TITLE = re.compile(rb"\x1b\]2;(.*?)(?:\x1b\\|\x07)")


class Terminal:
    """A program and the screen it has drawn. As a context manager, it always ends the program."""

    def __init__(
        self,
        argv: Sequence[str],
        env: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
        errors: IO[bytes] | None = None,
    ) -> None:
        self.raw = bytearray()
        """All that the program has written."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._held_back = b""
        self._big_at = 0.0
        self._open = True
        self._master, self._slave = os.openpty()
        self.resize(columns, rows, settle=False)
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_LAUNCHER), *argv],
            stdin=self._slave,
            stdout=self._slave,
            stderr=errors or self._slave,
            env=dict(env),
            start_new_session=True,
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- what is seen

    def lines(self) -> list[str]:
        return [line.rstrip() for line in self._screen.display]

    def text(self) -> str:
        return "\n".join(self.lines())

    def status(self) -> str:
        """The status line, without what stands at the right of it."""
        first = self._screen.buffer[0]
        line = "".join(first[column].data for column in range(self._screen.columns))
        return re.split(r"\s{2,}", line.strip())[0]

    def phase(self) -> str:
        return self.status().split(" · ")[0]

    def titles(self) -> list[str]:
        """Every title the program has given the window."""
        return [title.decode() for title in _TITLE.findall(bytes(self.raw))]

    def modes(self) -> set[int]:
        """The terminal's private modes that are on now: 25 the cursor, 1049 the other screen."""
        on = {25}
        for numbers, letter in _MODE.findall(bytes(self.raw)):
            found = {int(number) for number in numbers.split(b";")}
            on = on | found if letter == b"h" else on - found
        return on

    def is_sane(self) -> bool:
        """Whether the program has left the terminal as a shell needs it."""
        flags = termios.tcgetattr(self._slave)[3]
        wanted = termios.ECHO | termios.ICANON | termios.ISIG
        return flags & wanted == wanted and 2004 not in self.modes() and self.is_a_shells()

    def is_a_shells(self) -> bool:
        """A cursor on the first screen, no mouse, the usual keyboard; paste is marked by some shells, too."""
        keyboards = len(_KEYBOARD_ON.findall(self.raw)) - len(_KEYBOARD_OFF.findall(self.raw))
        strange = {1000, 1002, 1003, 1004, 1006, 1015, 1049, 2048}
        return keyboards <= 0 and self.modes() & ({25} | strange) == {25}

    def wipe(self) -> None:
        """Forget what stands on the screen: what is there later has been drawn again."""
        self._screen.reset()

    # -- what is done

    def press(self, key: str) -> None:
        """Press a key; a big one only when it can't be taken for the bounce of the one before."""
        if key in BIG:
            self.wait(self._big_at + APART - time.monotonic())
            self._big_at = time.monotonic()
        self.send(KEYS.get(key) or key.encode())

    def send(self, data: bytes) -> None:
        os.write(self._master, data)

    def big(self, key: str = "space") -> None:
        """Press the big key and see that it did something."""
        if self.phase() == "WORK":
            self.wait(AWAKE)
        before = self.text()
        status = self.status()
        self.press(key)
        self.until(lambda: self.status() != status, f"the big key does something in\n{before}\n")
        self._big_at = time.monotonic()

    def resize(self, columns: int, rows: int, settle: bool = True) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows, columns)
        if settle:
            self.signal("WINCH")

    def signal(self, name: str) -> None:
        """Send the program a signal, by its name without SIG."""
        self.process.send_signal(getattr(signal, f"SIG{name}"))

    def hang_up(self) -> None:
        """Close the terminal under the program's feet."""
        self._close_files()

    # -- waiting

    def wait(self, seconds: float) -> None:
        """Let time pass, reading what is drawn."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._read(left)

    def until(self, seen: str | Callable[[], bool], wanted: str | None = None, limit: float = LIMIT) -> None:
        """Wait until this text is on the screen, or until this is true."""
        true: Callable[[], bool] = (lambda: seen in self.text()) if isinstance(seen, str) else seen
        end = time.monotonic() + limit
        while not true():
            left = end - time.monotonic()
            assert left > 0, f"{wanted or seen!r} did not come within {limit} s; the screen:\n{self.text()}"
            ended = self.process.poll() is not None
            if not self._read(min(left, 0.1)) and ended:
                assert true(), f"{wanted or seen!r} did not come before the end; the screen:\n{self.text()}"

    def until_status(self, status: str, limit: float = LIMIT) -> None:
        """Wait until the status line begins so."""
        self.until(lambda: self.status().startswith(status), status, limit)

    def settled(self) -> str:
        """The screen, once nothing has been drawn for a moment."""
        while self._read(QUIET):
            pass
        return self.text()

    def exit_code(self) -> int:
        """Wait until the program has ended; negative: by a signal."""
        end = time.monotonic() + LIMIT
        while (code := self.process.poll()) is None:
            assert time.monotonic() < end, f"it did not end within {LIMIT} s; the screen:\n{self.text()}"
            self._read(0.05)
        while self._read(0.0):
            pass
        return code

    def close(self) -> None:
        """End the program and all of its process group."""
        if self.process.poll() is None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.kill()
        self.process.wait()
        self._close_files()

    def _close_files(self) -> None:
        if self._open:
            self._open = False
            os.close(self._master)
            os.close(self._slave)

    def _read(self, limit: float) -> bool:
        """Read what there is, waiting `limit` seconds at most; whether there was anything."""
        if not self._open:
            time.sleep(min(limit, 0.05))
            return False
        ready, _, _ = select.select([self._master], [], [], max(0.0, limit))
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            return False
        self.raw += data
        self._feed(data)
        return True

    def _feed(self, data: bytes) -> None:
        data = self._held_back + data
        cut = data.rfind(b"\x1b", max(0, len(data) - 32))
        unfinished = cut >= 0 and re.fullmatch(rb"\x1b\[?[<>=?]?[0-9;]*\$?", data[cut:]) is not None
        self._held_back = data[cut:] if unfinished else b""
        self._stream.feed(_UNKNOWN.sub(b"", data[:cut] if unfinished else data))
