"""The part of the app that opens what plays the sound, and hears of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.app import App

from hiptimer.tui.audible import Listening
from hiptimer.tui.world import World


class Hearing(App[int]):
    """An app with sound. What comes from the thread of the sound is done in the loop of the app."""

    _world: World
    _asyncio_loop: asyncio.AbstractEventLoop
    """Known as soon as the app is mounted."""
    _sounding = False

    def _open_sound(self) -> None:
        """Once: what plays it is processes, which would take their share of the time until home is drawn."""
        if not self._sounding:
            self._sounding = True
            self._world.audible.use(self._world.open_sound(self._ring, self._sound_changed))

    def _ring(self) -> None:
        """The bell; called from the thread of the sound."""
        self._from_thread(self.bell)

    def _sound_changed(self, name: str, why: str) -> None:
        """Another player; called from the thread of the sound."""
        self._from_thread(self._show_sound)

    def _show_sound(self) -> None:
        word = self._world.audible.changed()
        for screen in self.screen_stack:
            if isinstance(screen, Listening):
                screen.sound_changed(word)

    def _from_thread(self, call: Callable[[], None]) -> None:
        if not self._asyncio_loop.is_closed():
            self._asyncio_loop.call_soon_threadsafe(lambda: self.call_later(call))
