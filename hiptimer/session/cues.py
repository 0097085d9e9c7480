"""The names of all sounds a session can ask for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    DONE_SWITCH = "done-switch"
    DONE_REST = "done-rest"
    DONE_ROUND = "done-round"
    """A set is done, and a rest between rounds follows."""
    DONE_FINISHED = "done-finished"
    """The fanfare."""
    HALFWAY = "halfway"
    TICK = "tick"
    """One counted rep, or ten seconds of a hold."""
    REVERSE = "reverse"
    """The first counted rep in the other direction."""
    STILL = "still"
    """A hold has gone on for 90 s: still holding?"""
    PAUSED = "paused"
    TEST = "test"
    """Played by `hiptimer doctor`."""


@dataclass(frozen=True, slots=True)
class Due:
    """A cue and the instant it is due, in seconds since the session began."""

    at: float
    cue: Cue
