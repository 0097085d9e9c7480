"""What the chain asks of anything that makes a sound, and the two players that always work.

A player has one voice: a new sound cuts the one before it. Mixing would need the device twice, which a card
without a mixer refuses. Players are used by one thread only, the scheduler's, and none of them may hold it
longer than half a second; what takes longer is looked after by `poll`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from hiptimer.audio.clip import Clip
from hiptimer.audio.turns import LATE
from hiptimer.session.cues import Cue


class PlayerFailed(Exception):
    """This player is of no use (any more); its text says why, in words fit for the screen."""


class PlayerMissing(PlayerFailed):
    """Not installed here: no fault, since one player is enough; its text says so to `hiptimer doctor`."""


def present(clip: Clip) -> str:
    """The name of the file to be played. Raises PlayerFailed where there is none."""
    if not clip.path.is_file():
        raise PlayerFailed(f"{clip.path.name} is missing: reinstall hiptimer")
    return str(clip.path)


class Player(Protocol):
    """Something that can play clips."""

    @property
    def name(self) -> str:
        """What it is called on the screen and by `hiptimer doctor`."""

    @property
    def audible(self) -> bool:
        """Whether it plays the cues themselves. The bell does not: with it the screen says "no sound"."""

    def open(self) -> None:
        """Find out whether it works, perhaps again. May take seconds. Raises PlayerFailed if not."""

    def play(self, clip: Clip) -> None:
        """Start `clip` and come back. Raises PlayerFailed."""

    def poll(self) -> float | None:
        """See to what is under way. Seconds until the next look; None: nothing to look after.

        Raises PlayerFailed where the last sound turns out to have failed, or the player has died.
        """

    def stop(self) -> None:
        """Cut what is sounding, at once. Raises PlayerFailed."""

    def close(self) -> None:
        """Stop, and give everything back. Can be called more than once."""


TWICE = (0.0, 0.3)
BELL_RHYTHMS: dict[Cue, tuple[float, ...]] = {
    Cue.COUNT_IN: (0.0, 1.0, 2.0, 3.0),
    Cue.COUNT_OUT: (0.0, 1.0, 2.0),
    Cue.DONE: TWICE,
    Cue.DONE_SWITCH: TWICE,
    Cue.DONE_REST: TWICE,
    Cue.DONE_ROUND: TWICE,
    Cue.DONE_FINISHED: (0.0, 0.3, 0.6),
}
"""When the bell rings, in seconds from the cue's start; once for a cue that is not named here."""


class BellPlayer:
    """The terminal's bell: it has one tone, so it keeps the cues' rhythm at least.

    `ring` is called in the scheduler's thread; to get from there to the terminal is the screen's matter,
    and so is the flash that goes with it.
    """

    name = "bell"
    audible = False

    def __init__(self, ring: Callable[[], None], now: Callable[[], float]) -> None:
        self._ring = ring
        self._now = now
        self._ahead: list[float] = []

    def open(self) -> None:
        """A bell cannot be tried without being heard."""

    def play(self, clip: Clip) -> None:
        """Ring now, and again as the cue's rhythm asks; not for words, nor for silence."""
        if clip.cue is None:
            return
        start = self._now()
        self._ahead = [start + after for after in BELL_RHYTHMS.get(clip.cue, (0.0,))]
        self.poll()

    def poll(self) -> float | None:
        """Ring if it is time; several that are due ring once, and after a sleep none does."""
        now = self._now()
        due = any(now - LATE <= at <= now for at in self._ahead)
        coming = self._ahead = [at for at in self._ahead if at > now]
        if due:
            try:
                self._ring()
            except Exception as error:
                raise PlayerFailed(f"no bell: {error!r}") from error
        return coming[0] - now if coming else None

    def stop(self) -> None:
        """Forget the rings ahead."""
        self._ahead = []

    def close(self) -> None:
        """Forget the rings ahead."""
        self._ahead = []


class SilentPlayer:
    """The end of the chain: it cannot fail, and nobody hears it."""

    name = "silence"
    audible = False

    def open(self) -> None:
        """Nothing to open."""

    def play(self, clip: Clip) -> None:
        """Nothing is heard."""

    def poll(self) -> float | None:
        """Nothing is ever under way."""
        return None

    def stop(self) -> None:
        """Nothing to cut."""

    def close(self) -> None:
        """Nothing to give back."""
