"""Whose turn it is to be heard: cues at their instants, and words in the time that the cues leave.

Cue before count before word. A cue takes its turn from whatever sounds. A word waits until nothing sounds,
and begins if it still fits; the number of a rep is on time, or it is not said at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf

from hiptimer.audio.clip import What
from hiptimer.session.cues import Due, Rank, Spoken
from hiptimer.values import dataclass

LATE = 0.25
"""Seconds after which a cue or a count is dropped instead of heard."""
PATIENCE = 10.0
"""Seconds a word waits for its turn: later, it would speak of what is over."""
GAP = 0.15
"""Seconds between the end of a sound and a word that has waited for it."""
SPARE = 0.05
"""Seconds by which what is spoken ends before the next cue: it too takes a moment to start."""
SLACK = 0.002
"""Seconds by which two ways to reckon an instant may disagree about it."""

Seconds = Callable[[What], float | None]
"""How long a sound is; 0 for one with nothing to be heard, None for one that is not ready."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that can be heard, and the reading of the clock at which it can begin."""

    begin: float
    item: Due | Spoken


def turns(items: Sequence[Due | Spoken], ends: float, now: float, seconds: Seconds) -> list[Wanted]:
    """Which of `items`, in order of time, can begin, and when; what sounds now ends at `ends`."""
    found = []
    for item in items:
        begin = earliest(item, ends, now)
        if isinstance(item, Due) or _fits(item, begin, items, seconds):
            found.append(Wanted(begin, item))
    return sorted(found, key=lambda turn: (turn.begin, -_rank(turn.item), turn.item.at))


def earliest(item: Due | Spoken, ends: float, now: float) -> float:
    """When this can begin, as far as what is sounding is concerned."""
    if isinstance(item, Due):
        return item.at
    gap = GAP if item.rank is Rank.WORD else 0.0
    return max(item.at, now, ends + gap)


def is_due(item: Due | Spoken, now: float) -> bool:
    """Whether its instant has come."""
    return item.at <= now


def in_time(item: Due | Spoken, now: float, latency: float) -> bool:
    """Whether it is of use yet; what has to be heard at once can't be handed over `latency` earlier."""
    waits = PATIENCE if isinstance(item, Spoken) and item.rank is Rank.WORD else LATE
    return now <= item.at + latency + waits


def same(item: Due | Spoken, others: Sequence[Due | Spoken]) -> bool:
    """Whether it is among `others`, computed anew perhaps."""
    return any(_sound(item) == _sound(other) and abs(item.at - other.at) < SLACK for other in others)


def _fits(item: Spoken, begin: float, items: Sequence[Due | Spoken], seconds: Seconds) -> bool:
    """Whether it can end before all that must not cut it."""
    length = seconds(item.phrases)
    if not length or (item.rank is Rank.COUNT and begin > item.at + LATE):
        return False
    before = next((other.at for other in items if _rank(other) > item.rank), inf)
    return begin + length + SPARE <= min(item.before, before)


def _rank(item: Due | Spoken) -> int:
    return item.rank if isinstance(item, Spoken) else max(Rank) + 1


def _sound(item: Due | Spoken) -> What:
    return item.cue if isinstance(item, Due) else item.phrases
