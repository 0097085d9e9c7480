"""What the app is given to work with: files, clock, history, circuit, and how to open sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hiptimer.circuit.plan import Options
from hiptimer.history.store import Store
from hiptimer.session.clock import Clock
from hiptimer.tui.audible import Audible, Sounding

OpenSound = Callable[[Callable[[], None], Callable[[str, str], None]], Sounding]
"""Called with what rings the bell, and what is told (player, why) when the player changes."""


@dataclass(frozen=True, slots=True)
class World:
    """Handed in, so that a test can hand in others."""

    store: Store
    locks: Path
    clock: Clock
    audible: Audible
    open_sound: OpenSound
    text: str
    """The circuit file; known to be good."""
    options: Options
