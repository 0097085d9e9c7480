"""What has changed in one side: a real change, and a trend that one bad day does not fool."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations
from statistics import median

from hiptimer.progress.holds import Held
from hiptimer.progress.noise import ASSUMED, Noise, smallest_real_change
from hiptimer.values import dataclass

ENDS = 3
"""Sessions at each end that are compared; the first session of all is practice and left out."""
TREND_WINDOW = 60
"""Sessions a trend looks back on."""
TREND_SESSIONS = 5
"""Fewest sessions of a trend: with 4 even a perfect order is no proof (p = .08)."""
TREND_SPAN = timedelta(days=14)
"""Shortest time a trend covers."""
CRITICAL_S = {5: 10, 6: 13, 7: 15, 8: 18}
"""|S| for p < .05, two-sided, by number of sessions, from the exact distribution of Mann-Kendall's S (every
order equally likely; the tests count them). The normal approximation is good enough beyond."""
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Change:
    """One side now against its beginnings."""

    ratio: float
    """Median of the last sessions over the median of the first; above 1 is longer."""
    is_real: bool
    """More than the scatter of holds alone would give, longer or shorter."""


@dataclass(frozen=True, slots=True)
class Trend:
    """Where one side's holds are going."""

    per_week: float
    """Seconds a week: the median of the slopes between all pairs of sessions (Theil 1950, Sen 1968)."""
    s: int
    """Pairs of sessions that rise less pairs that fall (Mann 1945, Kendall 1975)."""
    is_clear: bool
    """Chance alone would give such an order less than 1 time in 20."""


def change(holds: Sequence[Held], noise: Noise = ASSUMED) -> Change | None:
    """The change of one side, oldest first; None before there are two ends that don't overlap."""
    seconds = [one.seconds for one in holds[1:]]
    if len(seconds) < 2 * ENDS:
        return None
    ratio = median(seconds[-ENDS:]) / median(seconds[:ENDS])
    return Change(ratio, max(ratio, 1 / ratio) >= smallest_real_change(ENDS, noise))


def trend(holds: Sequence[Held], noise: Noise = ASSUMED) -> Trend | None:
    """The trend of one side, oldest first; None with too few sessions or days."""
    recent = holds[-TREND_WINDOW:]
    if len(recent) < TREND_SESSIONS or recent[-1].at - recent[0].at < TREND_SPAN:
        return None
    both = list(combinations(recent, 2))
    slopes = [(b.seconds - a.seconds) / ((b.at - a.at) / _WEEK) for a, b in both if a.at != b.at]
    s = sum((b.seconds > a.seconds) - (b.seconds < a.seconds) for a, b in both)
    return Trend(median(slopes), s, _is_clear(s, [one.seconds for one in recent], noise.z))


def _is_clear(s: int, seconds: Sequence[float], z: float) -> bool:
    """Exact for few sessions; else normal, with the corrections for ties and for S being whole."""
    n = len(seconds)
    if n in CRITICAL_S:
        return abs(s) >= CRITICAL_S[n]
    ties = Counter(seconds).values()
    spread = (_pairs_weight(n) - sum(map(_pairs_weight, ties))) / 18
    return spread > 0 and abs(s) - 1 >= z * math.sqrt(spread)


def _pairs_weight(n: int) -> int:
    return n * (n - 1) * (2 * n + 5)
