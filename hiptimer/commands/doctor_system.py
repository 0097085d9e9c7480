"""What doctor says of Python, the libraries and the terminal. Textual is asked its version, not imported."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import TextIO

from hiptimer import __version__
from hiptimer.commands.finding import Finding
from hiptimer.commands.terminal import is_terminal

LIBRARIES = ("textual", "rich", "platformdirs", "filelock", "wakepy", "simpleaudio-patched", "simpleaudio")
OPTIONAL = ("simpleaudio-patched", "simpleaudio")
VARIABLES = ("TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG")
SMALLEST = (80, 24)
"""Columns and lines that the screens are made for."""


def versions() -> Iterator[Finding]:
    """hiptimer, Python, the system and every library it uses."""
    yield Finding("hiptimer", __version__)
    yield Finding("python", f"{platform.python_version()} ({sys.executable})")
    yield Finding("system", platform.platform())
    yield Finding("sqlite", sqlite3.sqlite_version)
    for name in LIBRARIES:
        found = _version(name)
        if found or name not in OPTIONAL:
            yield Finding(name, found or "not installed: reinstall hiptimer", wrong=not found)


def terminal() -> Iterator[Finding]:
    """Whether there is one, its size, and what it says of itself."""
    for label, stream in (("input", sys.stdin), ("output", sys.stdout)):
        yield Finding(label, _stream(stream))
    size = _size()
    if size is not None:
        small = size[0] < SMALLEST[0] or size[1] < SMALLEST[1]
        advice = f"; the screens are made for {SMALLEST[0]} x {SMALLEST[1]} or more" if small else ""
        yield Finding("size", f"{size[0]} columns x {size[1]} lines{advice}")
    yield Finding("colours", _colours())
    said = [f"{name}={os.environ[name]}" for name in VARIABLES if name in os.environ]
    yield Finding("variables", ", ".join(said) or "none of " + ", ".join(VARIABLES))


def awake() -> Iterator[Finding]:
    """Whether the screen can be kept awake during a session."""
    from hiptimer.awake import check_awake

    possible, how = check_awake()
    yield Finding("screen awake", f"yes, by {how}" if possible else f"no: {how}")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _stream(stream: TextIO | None) -> str:
    if stream is None:
        return "closed"
    kind = "a terminal" if is_terminal(stream) else "not a terminal, which the screen needs"
    return f"{kind}; encoding {stream.encoding}"


def _size() -> tuple[int, int] | None:
    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return None
    return size.columns, size.lines


def _colours() -> str:
    """What the terminal promises; nobody can ask it without drawing on it."""
    if os.environ.get("NO_COLOR"):
        return "none wanted: NO_COLOR is set"
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "16.7 million"
    term = os.environ.get("TERM", "")
    if term in ("", "dumb", "unknown"):
        return "none known" if os.name != "nt" else "as Windows has them"
    return "256" if "256color" in term else "16"
