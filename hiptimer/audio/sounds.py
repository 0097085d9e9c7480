"""Where the sound files are: the cues, and the phrases of the voice.

`assets/` stands outside the package: a wheel carries it as `hiptimer/assets`, an editable install does not
and plays from the checkout. This is the one place that knows.
"""

from __future__ import annotations

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
    """The sound files of one directory; the phrases stand in its directory `voice`."""

    def __init__(self, directory: Path | None = None) -> None:
        self.directory = directory or sound_directory()

    def file(self, cue: Cue) -> Path:
        """Where the WAV of `cue` should be."""
        return self.directory / f"{cue.value}.wav"

    def path(self, cue: Cue) -> Path:
        """The WAV of `cue`. Raises PlayerFailed where there is none."""
        path = self.file(cue)
        if not path.is_file():
            raise PlayerFailed(f"{path.name} is missing: reinstall hiptimer")
        return path

    def phrase(self, name: str) -> Path | None:
        """The WAV of a phrase; None where it is not recorded: only hiptimer's own exercises have names."""
        path = self.directory / "voice" / f"{name}.wav"
        return path if path.stem == name and path.is_file() else None

    def phrases(self) -> list[str]:
        """The names of all phrases that are recorded."""
        return sorted(path.stem for path in (self.directory / "voice").glob("*.wav"))
