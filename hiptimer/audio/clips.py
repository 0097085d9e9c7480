"""The files that players play, made ahead of need: at the volume that is set, words joined to one file.

A player is a program that is given the name of a file. So what is said in one breath is one file (between
two, a process would have to start), and a volume is a softer copy (few players have a volume of their own).
Cues at full volume are played as they are recorded. Used by the scheduler's thread alone, but for `volume`.
"""

from __future__ import annotations

import tempfile
import time
import wave
from pathlib import Path
from shutil import rmtree

from hiptimer.audio.clip import Clip, What
from hiptimer.audio.settings import LOUDEST
from hiptimer.audio.sounds import Sounds
from hiptimer.audio.waves import gain, joined, length, scaled, write, write_silence
from hiptimer.session.cues import Cue

BETWEEN = 0.12
"""Seconds between two phrases."""
PREFIX = "hiptimer-sound-"
FORGOTTEN = 24 * 3600.0
"""Seconds after which a directory is taken for one whose app was killed."""


class Clips:
    """Makes each clip once for each volume, in a directory that `close` removes."""

    def __init__(self, sounds: Sounds, volume: int = LOUDEST) -> None:
        self.volume = volume
        self._sounds = sounds
        self._made: dict[tuple[What, int], Clip | None] = {}
        self._lengths: dict[Cue, float] = {}
        self._silence: Clip | None = None
        self._directory: Path | None = None
        self._count = 0

    def seconds(self, what: What) -> float | None:
        """How long it is; 0 where there is nothing to be heard, None for phrases that are not made yet."""
        if isinstance(what, Cue):
            if what not in self._lengths:
                self._lengths[what] = length(self._sounds.file(what))
            return self._lengths[what]
        if not self.ready(what):
            return None
        clip = self._made[what, self.volume]
        return 0.0 if clip is None else clip.seconds

    def ready(self, what: What) -> bool:
        """Whether it is made, at the volume that is set."""
        return (what, self.volume) in self._made

    def clip(self, what: What) -> Clip | None:
        """Made now if need be. None: nothing of it is recorded, or it can't be written.

        A cue that can't be made softer is as loud as it is recorded: too loud is better than missing.
        """
        key = (what, self.volume)
        if key not in self._made:
            self._made[key] = self._cue(what) if isinstance(what, Cue) else self._phrases(what)
        return self._made[key]

    def silence(self, seconds: float) -> Clip | None:
        """Something to play that is not heard. None: it can't be written."""
        if self._silence is None or self._silence.seconds != seconds:
            try:
                path = self._new()
                write_silence(path, seconds)
            except OSError:
                return None
            self._silence = Clip(path, seconds)
        return self._silence

    def close(self) -> None:
        """Remove what was made."""
        if self._directory is not None:
            rmtree(self._directory, ignore_errors=True)

    def _cue(self, cue: Cue) -> Clip:
        path = self._sounds.file(cue)
        return Clip(self._softer([path]) or path, length(path), cue)

    def _phrases(self, names: tuple[str, ...]) -> Clip | None:
        found = [path for name in names if (path := self._sounds.phrase(name)) is not None]
        path = self._softer(found) if found else None
        return None if path is None else Clip(path, length(path))

    def _softer(self, paths: list[Path]) -> Path | None:
        """One file of these, at the volume that is set; None where it can't be made."""
        if len(paths) == 1 and self.volume == LOUDEST:
            return paths[0]
        try:
            form, frames = joined(paths, BETWEEN)
            path = self._new()
            write(path, form, scaled(form, frames, gain(self.volume, LOUDEST)))
        except (OSError, EOFError, wave.Error):
            return None
        return path

    def _new(self) -> Path:
        """The name of a file that is not there. Raises OSError."""
        if self._directory is None:
            sweep(Path(tempfile.gettempdir()))
            self._directory = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._count += 1
        return self._directory / f"{self._count}.wav"


def sweep(directory: Path) -> None:
    """Remove what apps that were killed have left in `directory`."""
    for left in directory.glob(f"{PREFIX}*"):
        try:
            forgotten = time.time() - left.stat().st_mtime > FORGOTTEN
        except OSError:
            continue
        if forgotten:
            rmtree(left, ignore_errors=True)
