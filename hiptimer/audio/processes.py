"""How this package starts a process, and ends it: apart from the terminal.

In a group of its own, a child gets none of the terminal's signals: Ctrl+C and Ctrl+Z are for the app alone.
On Windows it opens no console window either.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from typing import TypedDict

UNKILLABLE = 0.3
"""Seconds a killed process is waited for: one stuck in a sound driver must not take us with it."""


class Apart(TypedDict):
    """Keyword arguments of `subprocess.Popen`."""

    start_new_session: bool
    creationflags: int


def apart() -> Apart:
    """The arguments that set a child apart from the terminal it was started from."""
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    return {"start_new_session": sys.platform != "win32", "creationflags": flags}


def end(process: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    """Kill a process and reap it, be it stopped, hung or gone already."""
    process.kill()
    with suppress(subprocess.TimeoutExpired):
        process.wait(UNKILLABLE)
