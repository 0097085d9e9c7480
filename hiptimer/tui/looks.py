"""When the screen of a session is looked at again by itself."""

from __future__ import annotations

from asyncio import TimerHandle
from collections.abc import Callable
from typing import Any

from textual.app import App

from hiptimer.session.ask import running
from hiptimer.session.runner import Runner
from hiptimer.tui.terminal import after
from hiptimer.tui.view import next_change

LOOK_AGAIN = 1.0
"""Seconds between two looks while time runs and nothing on the screen changes."""
HAIR = 0.001
"""Seconds by which a look is late, so that the new second has surely begun."""


class Looks:
    """One look is planned at a time, for when something will have changed; none while nothing can."""

    def __init__(self, runner: Runner, look: Callable[[], None]) -> None:
        self._runner = runner
        self._look = look
        self._coming: TimerHandle | None = None

    def plan(self, app: App[Any], now: float) -> None:
        """The next one, in place of the one that was planned."""
        self.stop()
        session = self._runner.session
        delay = next_change(session, now)
        if running(session) or self._runner.trouble:
            delay = min(LOOK_AGAIN, delay if delay is not None else LOOK_AGAIN)
        if delay is not None:
            self._coming = after(app, max(0.0, delay) + HAIR, self._look)

    def stop(self) -> None:
        """None is planned any more."""
        if self._coming is not None:
            self._coming.cancel()
            self._coming = None
