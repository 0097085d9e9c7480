"""The visible twin of the cues at the edges of a set: one short flash of the whole screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from hiptimer.look import Flash
from hiptimer.session.ask import done_now
from hiptimer.session.state import Phase, Session
from hiptimer.tui.audible import Audible

if TYPE_CHECKING:
    from hiptimer.session.runner import Runner

SECONDS = 0.25
"""How long a flash stands."""
APART = 1.0
"""Seconds from one flash to the next, at least. More than three a second can bring on a seizure (WCAG 2.2,
2.3.1); so 3-2-1 does not flash either, and whatever keys are pressed, it stays one.
"""


class Flashes:
    """Flashes the app's screen where a set of the session begins and ends, if it is wanted and motion is."""

    def __init__(self, app: App[Any], when: Flash, audible: Audible) -> None:
        self._app = app
        self.when = when
        """When they are wanted."""
        self._audible = audible
        self._last = float("-inf")

    def follow(self, runner: Runner) -> None:
        """Flash with this session from now on."""
        before, self._last = runner.session, float("-inf")

        def changed(runner: Runner) -> None:
            nonlocal before
            if is_edge(before, runner.session):
                self._flash(runner.now())
            before = runner.session

        runner.listen(changed)

    def _flash(self, now: float) -> None:
        if not self._wanted or now - self._last < APART:
            return
        self._last = now
        screen = self._app.screen
        screen.add_class("-flash")
        self._app.set_timer(SECONDS, lambda: screen.remove_class("-flash"))

    @property
    def _wanted(self) -> bool:
        if self._app.animation_level == "none":
            return False
        return self.when is Flash.ALWAYS or (self.when is Flash.SILENT and self._audible.silent)


def is_edge(before: Session, after: Session) -> bool:
    """Whether a set has just begun, or is done."""
    begun = before.phase is not Phase.WORK and after.phase is Phase.WORK
    done = before.phase is Phase.WORK and after.phase is not Phase.WORK and done_now(after)
    return begun or done
