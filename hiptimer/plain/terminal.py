"""Standard input and output of a session line by line, and the system's signals, in one queue.

One queue and no `select`: it waits as well for a thread as for a signal, on Windows too.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import unicodedata
from contextlib import suppress
from textwrap import wrap
from time import sleep
from types import FrameType, TracebackType
from typing import Any

from hiptimer.circuit.text import clean
from hiptimer.plain.keys import Continued, Given, Rang, Signalled
from hiptimer.plain.stdin import Stdin

ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")
"""Signals after which a session is saved; not all of them are known everywhere."""
STOPPING = ("SIGTSTP", "SIGCONT")
MOST_WAITING = 1000
"""Keys and lines that are read ahead."""
ASCII_LOCALES = ("C", "POSIX")
COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
TWINS = str.maketrans({"·": ",", "–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "..."})
"""Signs for which ASCII has something near."""


class Terminal:
    """In and out, from `with` to its end: however that comes, the terminal is as it was before."""

    def __init__(self) -> None:
        self._inbox: queue.SimpleQueue[Given] = queue.SimpleQueue()
        self._stdin = Stdin(self._put_typed)
        self._encoding = _encoding()
        self._handlers: dict[int, Any] = {}
        self.keys = self._stdin.keys

    def __enter__(self) -> Terminal:
        for name in (*ENDING, *STOPPING):
            number = getattr(signal, name, None)
            # what is ignored from the start, as with nohup, stays ignored
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._handlers[number] = signal.signal(number, self._signalled)
        self._stdin.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stdin.put_back()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def get(self, seconds: float | None = None) -> Given | None:
        """What comes in next; None when nothing does for so long, or it was no matter of a session.

        None as seconds: as long as it takes.
        """
        try:
            given = self._inbox.get(timeout=seconds)
        except queue.Empty:
            return None
        match given:
            case Signalled(number) if number == getattr(signal, "SIGTSTP", 0):
                self._stop()
            case Continued():
                self._stdin.apply()
                return given
            case Rang():
                if sys.stdout.isatty():
                    self._write("\a")
            case _:
                return given
        return None

    def _put_typed(self, given: Given) -> None:
        """In the thread that reads: a pipe may bring more than can be dealt with."""
        while self._inbox.qsize() > MOST_WAITING:
            sleep(0.05)
        self._inbox.put(given)

    def put(self, given: Given) -> None:
        """Let something come in; from any thread."""
        self._inbox.put(given)

    def say(self, line: str) -> None:
        """Write a line, at once; on a terminal without breaking words at its edge.

        Raises `OSError` where nobody can read it any more.
        """
        columns = os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else 0
        self._write(broken(fit(clean(line), self._encoding), columns) + "\n")

    def lines(self, wanted: bool) -> None:
        """A whole line is wanted, to be seen while it is typed; or keys again."""
        self._stdin.lines(wanted)

    def _write(self, text: str) -> None:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError:
            # what is left in Python's buffer would fail once more at the very end
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)
            raise

    def _signalled(self, number: int, frame: FrameType | None) -> None:
        continued = number == getattr(signal, "SIGCONT", 0)
        self._inbox.put(Continued() if continued else Signalled(number))

    def _stop(self) -> None:
        """Ctrl+Z: the shell gets the terminal as it was, and the program stops until it is continued."""
        if sys.platform != "win32":
            self._stdin.put_back()
            signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGTSTP)
            signal.signal(signal.SIGTSTP, self._signalled)
            # at once, for where nobody could continue it the system does not stop it at all
            self._stdin.apply()


def broken(line: str, columns: int) -> str:
    """The line in as many as it needs; in one, where the width is not known (0)."""
    if not columns:
        return line
    return "\n".join(wrap(line, columns, break_on_hyphens=False))


def _encoding() -> str:
    """What the reader of the output understands. Python takes a locale of C for UTF-8; a terminal may not.

    It writes that into LC_CTYPE then (PEP 538), which is not the user's word and doesn't count.
    """
    coerced = os.environ.get("LC_CTYPE") in COERCED
    names = ("LC_ALL", "LANG") if coerced else ("LC_ALL", "LC_CTYPE", "LANG")
    locale = next(filter(None, map(os.environ.get, names)), "")
    return "ascii" if locale in ASCII_LOCALES else sys.stdout.encoding or "ascii"


def fit(text: str, encoding: str) -> str:
    """The text, or as much of it as the encoding has: letters without their accents, signs near to it."""
    near = text.translate(TWINS)
    bare = "".join(one for one in unicodedata.normalize("NFKD", near) if not unicodedata.combining(one))
    for one in (text, near):
        with suppress(UnicodeEncodeError):
            one.encode(encoding)
            return one
    return bare.encode(encoding, "backslashreplace").decode(encoding)
