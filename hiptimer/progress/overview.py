"""All that the log says of one exercise: what the screens, the report and the commands are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hiptimer.circuit.model import Exercise, ToFatigue
from hiptimer.history.records import SessionRecord
from hiptimer.progress.change import ENDS, TREND_WINDOW, Change, Trend, change, trend
from hiptimer.progress.goals import legs
from hiptimer.progress.holds import Held, counted, held
from hiptimer.progress.noise import ASSUMED, Noise
from hiptimer.progress.progression import Suggestion, suggestion
from hiptimer.progress.verdict import Verdict, verdict
from hiptimer.values import dataclass
from hiptimer.weights import Unit, Weights

RECENT = TREND_WINDOW
"""Sessions of an exercise that everything here but bests and beginnings looks back on."""
BEGINNING = ENDS + 1
"""First sessions of an exercise, which its change is measured from; the very first is practice."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an exercise over its sessions. Holds are empty where it is not held to fatigue."""

    held: tuple[Held, ...]
    """One median a session, oldest first, of the last `RECENT` sessions."""
    longest: float | None
    """Seconds: the best of all time."""
    load: float | None
    """The kg of the last set whose weight was told; 0.0 is body weight."""
    heaviest: float | None
    """Kg: the best of all time."""
    change: Change | None
    trend: Trend | None

    @property
    def last(self) -> float | None:
        """The median of the newest session with a valid hold, in seconds."""
        return self.held[-1].seconds if self.held else None


@dataclass(frozen=True, slots=True)
class Overview:
    """One exercise over its sessions."""

    exercise: Exercise
    sessions: tuple[SessionRecord, ...]
    """The newest `RECENT` with it, oldest first, each with the sets of this exercise alone."""
    sides: Mapping[str | None, Side]
    """By the sides the log has: left and right; or both; or None."""
    verdict: Verdict | None
    """None where the exercise is not held to fatigue, or has no two sides."""
    suggestion: Suggestion | None
    unit: Unit = Unit.KG
    """In what its weights are told to people."""


@dataclass(frozen=True, slots=True)
class Bests:
    """The longest and the heaviest of all time, by side."""

    longest: Mapping[str | None, float | None]
    heaviest: Mapping[str | None, float | None]


def overview(
    exercise: Exercise,
    recent: Sequence[SessionRecord],
    beginning: Sequence[SessionRecord],
    bests: Bests,
    weights: Weights,
    noise: Noise = ASSUMED,
    harder: Exercise | None = None,
) -> Overview:
    """What the log says of an exercise.

    `recent`: its newest `RECENT` sessions, `beginning`: its first `BEGINNING`, both oldest first; they may
    overlap. `weights`: those that are owned; `harder`: its harder variation, where the circuit has one.
    """
    recent = counted(recent)
    sides = {leg: _side(exercise, leg, recent, beginning, bests, noise) for leg in legs(exercise)}
    is_hold = isinstance(exercise.target, ToFatigue)
    return Overview(
        exercise,
        recent,
        sides,
        verdict(recent, exercise.id, noise) if is_hold and "left" in sides else None,
        suggestion(recent, exercise, weights.owned, harder),
        weights.unit,
    )


def _side(
    exercise: Exercise,
    side: str | None,
    recent: Sequence[SessionRecord],
    beginning: Sequence[SessionRecord],
    bests: Bests,
    noise: Noise,
) -> Side:
    is_hold = isinstance(exercise.target, ToFatigue)
    holds = held(recent, exercise.id, side) if is_hold else ()
    known = {one.id for one in recent}
    before = [one for one in beginning if one.id not in known]
    first = held(before, exercise.id, side) if is_hold else ()
    loads = (row.load_kg for one in reversed(recent) for row in reversed(one.sets) if row.side == side)
    return Side(
        held=holds,
        longest=bests.longest.get(side),
        load=next((kg for kg in loads if kg is not None), None),
        heaviest=bests.heaviest.get(side),
        change=change((*first, *holds), noise),
        trend=trend(holds, noise),
    )
