"""Which side is held shorter, over sessions, and how sure that is.

A session's value is ln(right/left). Its standard deviation is shrunk towards what is known of holds
in general, so that three sessions which happen to agree don't look certain (Noise tells how much).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from enum import StrEnum
from statistics import fmean, variance

from hiptimer.circuit.model import Side
from hiptimer.history.records import SessionRecord
from hiptimer.progress.holds import PairedSession, paired_sessions, percent, shorter_side
from hiptimer.progress.noise import ASSUMED, Noise
from hiptimer.values import dataclass

WINDOW = 8
"""Sessions a verdict looks back on: the runner of today. All thresholds here are the design's choice."""
FIRST_HINT = 3
"""Sessions before which there is no verdict, only what was measured."""
FULL_VERDICT = 6
"""Sessions from which on a side may be called consistently shorter."""
AGREEING = 0.8
"""Share of the sessions that must point the same way."""
EVEN_LSI = 90.0
"""Percent; from here on a gap is too small to be called one."""
SIMILAR_WITHIN = 0.1625
"""ln(right/left): the whole interval within 15 % to either side (ln(1/0.85))."""
ORDER_SHARE = 0.6
"""Share of pairs begun on one side, above which the second side's tiredness may be what is seen."""
ODD_LSI = 66.0
"""Percent; what one even session shows by chance in 1 of 20 (see `noise.smallest_visible`)."""


class Finding(StrEnum):
    """What may be said."""

    TOO_EARLY = "too early"
    UNCLEAR = "unclear"
    EARLY_SIGN = "early sign"
    SHORTER = "consistently shorter"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A finding with all it rests on; differences are ln(right/left)."""

    finding: Finding
    sessions: int
    """Paired sessions it rests on, `WINDOW` at most."""
    mean: float = 0.0
    half_width: float = math.inf
    """Of the 95 % interval around the mean."""
    agreeing: int = 0
    """Sessions in which the side that is shorter on the whole was the shorter one."""
    left_first: float = 0.5
    """Share of the pairs that began on the left."""
    newest: float = 0.0
    """The last session's own difference."""

    @property
    def shorter(self) -> Side | None:
        """The side held shorter on the whole; None when neither was. Not yet a claim: see `finding`."""
        return shorter_side(self.mean)

    @property
    def lsi(self) -> float | None:
        """The shorter side in percent of the other; None without sessions."""
        return percent(self.mean) if self.sessions else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of `lsi`, above 100 where the other side may be the shorter; None without one."""
        if not self.sessions:
            return None
        gap = abs(self.mean)
        return 100 * math.exp(-gap - self.half_width), 100 * math.exp(-gap + self.half_width)

    @property
    def missing(self) -> int:
        """Sessions still missing to a first hint."""
        return max(0, FIRST_HINT - self.sessions)

    @property
    def needed(self) -> int:
        """Sessions that would have to agree before a side may be named."""
        return math.ceil(AGREEING * self.sessions)

    @property
    def is_apart(self) -> bool:
        """The interval leaves out 100 %: both sides alike are not among what it may be."""
        return abs(self.mean) > self.half_width

    @property
    def may_be_order(self) -> bool:
        """One side was held first so often that it may be the second one's tiredness."""
        return max(self.left_first, 1 - self.left_first) > ORDER_SHARE

    @property
    def is_odd(self) -> bool:
        """The last session alone is so uneven that something else may have happened."""
        return percent(self.newest) < ODD_LSI


def verdict(sessions: Iterable[SessionRecord], exercise: str, noise: Noise = ASSUMED) -> Verdict:
    """The verdict on an exercise that is held to fatigue; `sessions` oldest first."""
    return judge(paired_sessions(sessions, exercise), noise)


def judge(sessions: Sequence[PairedSession], noise: Noise = ASSUMED) -> Verdict:
    """The verdict on paired sessions, oldest first."""
    recent = sessions[-WINDOW:]
    if not recent:
        return Verdict(Finding.TOO_EARLY, 0)
    values = [one.difference for one in recent]
    mean, half_width = _interval(values, noise)
    agreeing = sum(value * mean > 0 for value in values)
    begun = [pair.left_first for one in recent for pair in one.pairs]
    finding = _finding(len(values), mean, half_width, agreeing)
    return Verdict(finding, len(values), mean, half_width, agreeing, fmean(begun), values[-1])


def _interval(values: Sequence[float], noise: Noise) -> tuple[float, float]:
    """Mean and half-width, the variance shrunk towards the prior's."""
    n = len(values)
    seen = (n - 1) * variance(values) if n > 1 else 0.0
    sd = math.sqrt((noise.prior_weight * noise.prior_sd**2 + seen) / (noise.prior_weight + n - 1))
    return fmean(values), noise.z * sd / math.sqrt(n)


def _finding(sessions: int, mean: float, half_width: float, agreeing: int) -> Finding:
    clear = abs(mean) > half_width and agreeing >= AGREEING * sessions
    if sessions < FIRST_HINT:
        return Finding.TOO_EARLY
    if sessions < FULL_VERDICT:
        return Finding.EARLY_SIGN if clear else Finding.UNCLEAR
    if clear and percent(mean) < EVEN_LSI:
        return Finding.SHORTER
    return Finding.SIMILAR if abs(mean) + half_width <= SIMILAR_WITHIN else Finding.UNCLEAR
