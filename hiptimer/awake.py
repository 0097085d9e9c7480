"""The screen stays awake while a session is live, by the desktop's own means.

wakepy knows them: D-Bus inhibitors on Linux, caffeinate on macOS, SetThreadExecutionState on Windows.
It is imported and asked in a thread of its own, because the import takes a tenth of a second and a
desktop's message bus may not answer at all. Where nothing works, the session goes on without.
"""

from __future__ import annotations

import threading

PATIENCE = 2.0
"""Seconds before the desktop is asked, so that the first screen is drawn first."""


class Awake:
    """Keeps the screen awake from `keep` to `release`. Neither waits for the desktop."""

    def __init__(self) -> None:
        self._over = threading.Event()

    def keep(self) -> None:
        """From now on, until `release`."""
        self._over = threading.Event()
        threading.Thread(target=self._hold, args=(self._over,), daemon=True, name="hiptimer-awake").start()

    def release(self) -> None:
        """The screen may sleep again."""
        self._over.set()

    def _hold(self, over: threading.Event) -> None:
        if over.wait(PATIENCE):
            return
        from wakepy import keep

        with keep.presenting(on_fail="pass"):
            over.wait()


def check_awake() -> tuple[bool, str]:
    """For the doctor: whether the screen can be kept awake here, and by what or why not."""
    from wakepy import keep

    with keep.presenting(on_fail="pass") as mode:
        if mode.active:
            return True, str(mode.method)
    return False, "no desktop answers: keep the screen awake by its own settings"
