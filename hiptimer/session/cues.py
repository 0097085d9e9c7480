"""The names of all sounds a session can ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Cue(StrEnum):
    """A sound signal. Its value is the name of its file in `assets/sounds/`, without `.wav`."""

    COUNT_IN = "count-in"
    """3-2-1-go in one file: beeps at 0, 1 and 2 s, the long high tone at exactly 3 s."""
    COUNT_OUT = "count-out"
    """The last 3 s of timed work: beeps at 0, 1 and 2 s; ends before 3 s, where a DONE cue begins."""
    GO = "go"
    """The long high tone alone, for a countdown too short for a count-in."""
    READY = "ready"
    """A rest is over and the next set waits for the big key."""
    DONE = "done"
    """A set is done, where the next count-in leaves no time to say what follows."""
    DONE_SWITCH = "done-switch"
    DONE_REST = "done-rest"
    DONE_ROUND = "done-round"
    """A set is done, and a rest between rounds follows."""
    DONE_FINISHED = "done-finished"
    """The fanfare."""
    HALFWAY = "halfway"
    TICK = "tick"
    """One counted rep."""
    REVERSE = "reverse"
    """The first counted rep in the other direction."""
    STILL = "still"
    """A hold has gone on for 90 s: still holding?"""
    PAUSED = "paused"
    TEST = "test"
    """Played by `hiptimer doctor`."""


DONE_SECONDS: Mapping[Cue, float] = {Cue.DONE_SWITCH: 0.99, Cue.DONE_REST: 1.56, Cue.DONE_ROUND: 1.53}
"""How long the cues are that the call into the next set could cut."""


@dataclass(frozen=True, slots=True)
class Due:
    """A cue and the instant it is due, in seconds since the session began."""

    at: float
    cue: Cue


class Rank(IntEnum):
    """Which of two things that want to be said goes first. A `Due` cue goes before either."""

    WORD = 0
    COUNT = 1
    """The number of a rep: on time, or not at all."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something to be said: phrases of the voice pack, one after the other.

    It begins at `at` or, a word, when what is sounding then has ended; and only if it can end before
    `before` and before the next cue, so that nothing overlaps and nothing is cut in a syllable.
    """

    at: float
    """Seconds since the session began."""
    phrases: tuple[str, ...]
    """Names of files in `assets/sounds/voice/`, without `.wav`."""
    before: float
    """Seconds since the session began; what can't end by then is not said at all."""
    rank: Rank = Rank.WORD


Sheet = tuple[Due | Spoken, ...]
"""Everything that will be heard if no key is pressed, in order of time."""
