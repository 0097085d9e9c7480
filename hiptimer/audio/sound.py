"""Sound as the session sees it: one object, that is told what is due and looks after the rest."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from hiptimer.audio.chain import Chain, Status
from hiptimer.audio.clips import Clips
from hiptimer.audio.helper_player import HelperPlayer
from hiptimer.audio.player import BellPlayer, Player
from hiptimer.audio.scheduler import Scheduler
from hiptimer.audio.settings import AS_RECORDED, LOUDEST, SoundSettings
from hiptimer.audio.sounds import Sounds
from hiptimer.audio.system import MACOS, UNIX, SystemPlayer
from hiptimer.audio.windows import WindowsPlayer
from hiptimer.session.cues import Cue, Due, Spoken


def players(sounds: Sounds, ring: Callable[[], None], now: Callable[[], float]) -> list[Player]:
    """This system's players, best first. Nothing is tried yet."""
    found: list[Player] = [HelperPlayer(sounds)]
    if sys.platform == "win32":
        found.append(WindowsPlayer(sounds))
    else:
        commands = MACOS if sys.platform == "darwin" else UNIX
        found.extend(SystemPlayer(command, sounds) for command in commands)
    return [*found, BellPlayer(ring, now)]


class Sound:
    """What is heard in one session. No method waits, but `close` up to a second; none raises."""

    def __init__(self, chain: Chain, clips: Clips, scheduler: Scheduler) -> None:
        self._chain = chain
        self._clips = clips
        self._scheduler = scheduler

    def cue_sheet(self, sheet: Sequence[Due | Spoken], zero: float) -> None:
        """Take the sounds ahead instead of those told before.

        `zero` is the clock's reading at session second 0. The sheet lists every sound from the start of the
        current phase on, those already past too: a count that is missing is taken back.
        """
        self._scheduler.replace(sheet, zero)

    def play(self, cue: Cue) -> None:
        """Play a cue now."""
        self._scheduler.play(cue)

    def say(self, phrases: tuple[str, ...]) -> None:
        """Say something as soon as nothing sounds, if it can end before the next cue."""
        self._scheduler.say(phrases)

    def mute(self, muted: bool) -> None:
        """True: silence at once, until this is called with False."""
        self._scheduler.mute(muted)

    def volume(self, level: int) -> None:
        """From 0, which is silence, to 10, as recorded; from the next sound on."""
        self._scheduler.volume(max(0, min(level, LOUDEST)))

    def not_heard(self) -> None:
        """Leave the player in use for the next one; `on_change` is told which, as of every change."""
        self._scheduler.not_heard()

    @property
    def status(self) -> Status:
        """The player in use and why; its name is empty in the first moment, while one is looked for."""
        return self._chain.status

    def close(self) -> None:
        """Cut what is sounding and end every process of sound. Can be called more than once."""
        self._scheduler.close()
        self._clips.close()


def open_sound(
    now: Callable[[], float],
    ring: Callable[[], None],
    on_change: Callable[[str, str], None],
    *,
    mute: bool = False,
    settings: SoundSettings = AS_RECORDED,
) -> Sound:
    """Sound for a session that begins; comes back at once and looks for a player in the background.

    `now` is the session's clock, in seconds. `ring` rings the terminal's bell, and `on_change(name, why)` is
    told the first player and each change; both are called in a thread of their own.
    """
    sounds = Sounds()
    chain = Chain(players(sounds, ring, now), now, on_change)
    clips = Clips(sounds, settings.volume or LOUDEST)
    return Sound(chain, clips, Scheduler(chain, clips, now, chain.report, settings, mute=mute))
