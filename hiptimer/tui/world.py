"""What the app is given to work with: files, clock, history, circuit, and how to open sound."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from hiptimer.circuit.plan import Options
from hiptimer.figure.signs import Signs as FigureSigns
from hiptimer.history.store import Store
from hiptimer.look import ThemeName
from hiptimer.session.clock import Clock
from hiptimer.setting_keys import AS_DELIVERED, Settings
from hiptimer.tui.audible import Audible, Sounding
from hiptimer.tui.signs import Signs
from hiptimer.values import dataclass, field
from hiptimer.weights import Weights


class Awake(Protocol):
    """What keeps the screen awake."""

    def keep(self) -> None:
        """From now on."""

    def release(self) -> None:
        """No longer."""


class Unkept:
    """Leaves the screen alone."""

    def keep(self) -> None:
        """Nothing to do."""

    def release(self) -> None:
        """Nothing to do."""


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
    circuits: Path
    """The directory of the user's own circuits; it need not exist."""
    awake: Awake = field(default_factory=Unkept)
    settings: Settings = AS_DELIVERED
    """As they are when the app begins; they can be changed in it."""
    settings_file: Path | None = None
    """Where a change of them is kept; nowhere, if there is none."""
    own_times: bool = False
    """The times of the circuit were asked for: those of the settings don't replace them."""
    signs: Signs = Signs.UNICODE
    figure_signs: FigureSigns = FigureSigns.BRAILLE
    keep_theme: Callable[[ThemeName], str] = lambda theme: ""
    """Remembers the theme that was chosen; says why it could not, or nothing."""
    keep_weights: Callable[[Weights], str] = lambda weights: ""
    """Remembers the weights that are owned; says why it could not, or nothing."""
