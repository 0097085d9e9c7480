"""How far a long command is: one line on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType

_FIRST = 1.0
"""Seconds after which it is long."""
_NEXT = 0.2


class Counter:
    """`Reading session 1200 of 10000`; the line is gone when it is done."""

    def __init__(self, what: str, of: int) -> None:
        self._what = what
        self._of = of
        self._shown = 0
        self._seen = sys.stderr is not None and sys.stderr.isatty()
        self._next = monotonic() + _FIRST

    def __enter__(self) -> Counter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        if self._shown:
            self._print(" " * self._shown + "\r")

    def show(self, number: int) -> None:
        """So many are done."""
        if not self._seen or monotonic() < self._next:
            return
        self._next = monotonic() + _NEXT
        line = f"{self._what} {number} of {self._of}"
        self._shown = len(line)
        self._print(f"{line}\r")

    def _print(self, text: str) -> None:
        print(text, end="", file=sys.stderr, flush=True)
