"""Windows' own player, which plays in the background of this process: `winsound`."""

from __future__ import annotations

import sys

from hiptimer.audio.clip import Clip
from hiptimer.audio.player import PlayerFailed, present
from hiptimer.audio.sounds import Sounds
from hiptimer.session.cues import Cue


class WindowsPlayer:
    """Plays through `winsound`, which says that a sound did not start, but not that no device plays it."""

    name = "winsound"
    audible = True

    def __init__(self, sounds: Sounds) -> None:
        self._sounds = sounds

    def open(self) -> None:
        """See that this is Windows, and that the files are there. Raises PlayerFailed."""
        if sys.platform != "win32":
            raise PlayerFailed("winsound is Windows' alone")
        self._sounds.path(Cue.TEST)

    def play(self, clip: Clip) -> None:
        """Start `clip`; it cuts the one before. Raises PlayerFailed."""
        if sys.platform == "win32":
            import winsound

            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            try:
                winsound.PlaySound(present(clip), flags)
            except RuntimeError as error:
                raise PlayerFailed(f"winsound: {error}") from error

    def poll(self) -> float | None:
        """Nothing can be learned after the start."""
        return None

    def stop(self) -> None:
        """Cut what is sounding."""
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(None, 0)

    def close(self) -> None:
        """Cut what is sounding."""
        self.stop()
