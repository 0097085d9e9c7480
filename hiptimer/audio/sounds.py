"""Where the sound files are, and how long each is.

`assets/` stands outside the package: a wheel carries it as `hiptimer/assets`, an editable install does not
and plays from the checkout. This is the one place that knows.
"""

from __future__ import annotations

import wave
from importlib.resources import files
from pathlib import Path

from hiptimer.audio.player import PlayerFailed
from hiptimer.session.cues import Cue


def sound_directory() -> Path:
    """The directory of the WAVs, in the wheel or else in the checkout (where it may be missing)."""
    package = Path(str(files("hiptimer")))
    installed = package / "assets" / "sounds"
    return installed if installed.is_dir() else package.parent / "assets" / "sounds"


class Sounds:
    """The sound files of one directory. Another directory gives other sounds, or the same ones softer."""

    def __init__(self, directory: Path | None = None) -> None:
        self.directory = directory or sound_directory()
        self._seconds: dict[Cue, float] = {}

    def path(self, cue: Cue) -> Path:
        """The WAV of `cue`. Raises PlayerFailed where there is none."""
        path = self.directory / f"{cue.value}.wav"
        if not path.is_file():
            raise PlayerFailed(f"{path.name} is missing: reinstall hiptimer")
        return path

    def seconds(self, cue: Cue) -> float:
        """Length of `cue` in seconds, read once; 0 for a file that is missing or no WAV."""
        if cue not in self._seconds:
            self._seconds[cue] = self._measure(cue)
        return self._seconds[cue]

    def _measure(self, cue: Cue) -> float:
        try:
            with wave.open(str(self.path(cue)), "rb") as file:
                return file.getnframes() / file.getframerate()
        except (PlayerFailed, OSError, EOFError, wave.Error):
            return 0.0
