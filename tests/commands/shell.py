"""Commands, run in this process, in one of their own, or in a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import NamedTuple

import pytest

from hiptimer.cli import main


class Result(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line on stderr, of a command that could not do what was asked."""
        assert self.out == ""
        assert self.err.endswith("\n") and self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err and self.err[:-1].isprintable()
        return self.err[:-1]


class Shell:
    """`shell("log", "--json")` runs a command in this process."""

    def __init__(self, capfd: pytest.CaptureFixture[str]) -> None:
        self._capfd = capfd

    def __call__(self, *args: str) -> Result:
        self._capfd.readouterr()
        code = main(args)
        return Result(code, *self._capfd.readouterr())


def own_process(*args: str, **more: str) -> Result:
    """The command as a user starts it, with more variables in its environment."""
    done = subprocess.run(
        [sys.executable, "-m", "hiptimer", *args],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **more},
        timeout=60,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)


def in_terminal(args: Sequence[str]) -> Result:
    """The command with a terminal for input and output; what it would draw is left out of the result."""
    import pty

    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "hiptimer", *args],
            stdin=theirs,
            stdout=theirs,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    finally:
        os.close(theirs)
        os.close(ours)
    return Result(done.returncode, "", done.stderr)


needs_pty = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")
