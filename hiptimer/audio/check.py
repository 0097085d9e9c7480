"""What `hiptimer doctor` and `hiptimer sounds` do with sound: try the players, play one sound to its end."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from math import inf

from hiptimer.audio.chain import Chain, Status
from hiptimer.audio.clip import Clip
from hiptimer.audio.player import Player, PlayerFailed
from hiptimer.audio.sound import players
from hiptimer.audio.sounds import Sounds
from hiptimer.audio.waves import length
from hiptimer.session.cues import Cue
from hiptimer.values import dataclass

LOOK = 0.05
"""Seconds between looks at a player that does not ask for one."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of one player."""

    name: str
    usable: bool
    why: str
    """Why it is not usable; empty where it is."""


@dataclass(frozen=True, slots=True)
class SoundCheck:
    """Every player, best first, and the one that played the test sound."""

    reports: tuple[Report, ...]
    played_by: str | None
    """Name of the player; None where not even the bell could be rung."""
    audible: bool
    """Whether that player plays the cues themselves: the bell does not."""


def check_sound(ring: Callable[[], None]) -> SoundCheck:
    """Try this system's players; takes two seconds or so. `ring` rings the terminal's bell."""
    sounds = Sounds()
    path = sounds.file(Cue.TEST)
    return check(players(sounds, ring, time.monotonic), Clip(path, length(path), Cue.TEST))


def check(candidates: Sequence[Player], test: Clip) -> SoundCheck:
    """Try `candidates` in their order, with the sound `test`."""
    faults: dict[str, str] = {}
    played: Player | None = None
    with ExitStack() as stack:
        for player in candidates:
            stack.callback(player.close)
            try:
                player.open()
                if played is None:
                    play_out(player, test)
                    played = player
            except PlayerFailed as error:
                faults[player.name] = str(error)
    reports = tuple(Report(p.name, p.name not in faults, faults.get(p.name, "")) for p in candidates)
    if played is None:
        return SoundCheck(reports, None, False)
    return SoundCheck(reports, played.name, played.audible)


def play_through(candidates: Sequence[Player], clip: Clip) -> Status:
    """Play `clip` on the first of `candidates` that can, however long the others took to fail.

    The status names the player; where none could, it is not audible and says why.
    """
    chain = Chain(candidates, time.monotonic, lambda name, why: None)
    with closing(chain):
        chain.play(clip, inf)
        player, over = chain.status, time.monotonic() + clip.seconds
        while player.audible and ((look := chain.poll()) is not None or time.monotonic() < over):
            if chain.status != player:
                player, over = chain.status, time.monotonic() + clip.seconds
            time.sleep(look or LOOK)
    return player


def play_out(player: Player, clip: Clip) -> None:
    """Play a clip to its end. Raises PlayerFailed."""
    player.play(clip)
    over = time.monotonic() + clip.seconds
    while (look := player.poll()) is not None or time.monotonic() < over:
        time.sleep(look or LOOK)
