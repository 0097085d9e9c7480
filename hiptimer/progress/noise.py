"""How much a hold scatters by itself: what every claim about a runner is measured against."""

from __future__ import annotations

import math

from hiptimer.values import dataclass


@dataclass(frozen=True, slots=True)
class Noise:
    """The scatter of holds, as natural logarithms of seconds."""

    typical_error: float = 0.15
    """Of one hold, about 15 %. Assumed: borrowed from endurance studies of side bridges and hip abductors."""
    prior_sd: float = 0.21
    """Of a session's ln(right/left) before any is known: two holds' typical error, sqrt(2) * 0.15."""
    prior_weight: float = 4.0
    """How many sessions `prior_sd` is worth. Chosen: few sessions must not look surer than they are."""
    z: float = 1.96
    """Half-width of a 95 % interval in standard errors (normal distribution)."""

    @property
    def pair_sd(self) -> float:
        """Of ln(right/left) of one pair of holds: two independent errors."""
        return math.sqrt(2) * self.typical_error


ASSUMED = Noise()


def smallest_visible(sessions: int, noise: Noise = ASSUMED) -> float:
    """The LSI, in percent, from which on `sessions` sessions can tell a gap from noise."""
    return 100 * math.exp(-noise.z * noise.pair_sd / math.sqrt(sessions))


def smallest_real_change(sessions: int, noise: Noise = ASSUMED) -> float:
    """The ratio that two medians, each of `sessions` sessions of one side, must reach to be real."""
    return math.exp(noise.z * noise.pair_sd / math.sqrt(sessions))
