"""What the settings say of every session: its countdowns, its first side, who counts, how far the key is."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from hiptimer.circuit.model import Count, Side
from hiptimer.circuit.plan import Options
from hiptimer.values import dataclass


class FirstSide(StrEnum):
    """Which side begins."""

    ALTERNATE = "alternate"
    """The one that was not first in the last finished session of the circuit."""
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Habits:
    """None is what the settings don't say: then the circuit does, or what was answered on the first start.

    Times in seconds.
    """

    lead_in: float | None = None
    switch: float | None = None
    rest: float | None = None
    round_rest: float | None = None
    wait: bool | None = None
    """Whether a hold waits at READY for the big key."""
    first_side: FirstSide = FirstSide.ALTERNATE
    count: Count | None = None
    reach: float | None = None
    """Taken off every hold."""

    def fill(self, options: Options) -> Options:
        """What the options leave open. Who counts is left to the circuit first: see `Preferences.fill`."""
        return replace(
            options,
            lead_in=_first(options.lead_in, self.lead_in),
            switch=_first(options.switch, self.switch),
            rest=_first(options.rest, self.rest),
            round_rest=_first(options.round_rest, self.round_rest),
            wait=self.wait if options.wait is None else options.wait,
            reach=_first(options.reach, self.reach),
        )

    @property
    def without_times(self) -> Habits:
        """For a workout whose times were asked for: they stand."""
        return replace(self, lead_in=None, switch=None, rest=None, round_rest=None)

    def first(self, last_first: Side | None, otherwise: Side) -> Side:
        """The side that begins, by the one that did last time."""
        match self.first_side:
            case FirstSide.LEFT:
                return Side.LEFT
            case FirstSide.RIGHT:
                return Side.RIGHT
        return last_first.other if last_first else otherwise


def _first(*seconds: float | None) -> float | None:
    return next((value for value in seconds if value is not None), None)


NO_HABITS = Habits()
"""Nothing is set."""
