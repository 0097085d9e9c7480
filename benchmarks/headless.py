"""The real app on a screen that nobody sees, with a session about to begin and no sound."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from benchmarks.programs import LUNGES
from hiptimer.audio.chain import Status
from hiptimer.circuit.plan import Options
from hiptimer.history.store import Store
from hiptimer.session.clock import Clock
from hiptimer.session.cues import Cue, Due, Spoken
from hiptimer.session.opening import open_new
from hiptimer.tui.app import HiptimerApp
from hiptimer.tui.audible import Audible
from hiptimer.tui.world import World


class Unheard:
    """A sound that plays nothing."""

    status = Status("none", "", True)

    def open(self, ring: Callable[[], None], tell: Callable[[str, str], None]) -> Unheard:
        """Itself."""
        return self

    def cue_sheet(self, sheet: Sequence[Due | Spoken], zero: float) -> None:
        """Nothing is played."""

    def play(self, cue: Cue) -> None:
        """Nothing is played."""

    def say(self, phrases: tuple[str, ...]) -> None:
        """Nothing is said."""

    def mute(self, muted: bool) -> None:
        """Nothing is heard anyway."""

    def volume(self, level: int) -> None:
        """Nothing is heard at any."""

    def not_heard(self) -> None:
        """There is no other player."""

    def close(self) -> None:
        """Nothing to give back."""


@asynccontextmanager
async def live_app(
    home: Path, clock: Clock, text: str = LUNGES
) -> AsyncIterator[tuple[HiptimerApp, Pilot[int]]]:
    """The app at READY of a circuit, its history in a directory."""
    store = Store.open(home / "history.db")
    store.prefer({"first-start": "done"})
    runner = open_new(store, home / "locks", clock, text, Options())
    world = World(store, home / "locks", clock, Audible(), Unheard().open, text, Options(), home / "circuits")
    app = HiptimerApp(world, runner)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        try:
            yield app, pilot
        finally:
            app.save()
            world.audible.close()
    store.close()
