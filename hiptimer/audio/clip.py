"""What is played: a file, and what it stands for."""

from __future__ import annotations

from pathlib import Path

from hiptimer.session.cues import Cue
from hiptimer.values import dataclass

What = Cue | tuple[str, ...]
"""A cue, or phrases that are said in one breath."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A file to be played."""

    path: Path
    seconds: float
    cue: Cue | None = None
    """The cue that it is, for a player that has only a bell; None: words, or silence."""
