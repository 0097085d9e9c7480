"""The values of a circuit: exercises, their targets, sides, rests and coaching tips.

All of them are frozen. They are made by `hiptimer.circuit.file` from TOML text and unrolled into
steps by `hiptimer.circuit.plan`.
"""

from __future__ import annotations

from enum import StrEnum

from hiptimer.values import dataclass


class Side(StrEnum):
    """The leg that does the work; `BOTH` when the legs alternate within one set."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> Side:
        """The opposite side; `BOTH` is its own opposite."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, self)


class Sides(StrEnum):
    """How an exercise uses the two legs: one set for each, alternating in one set, or neither."""

    EACH = "each"
    ALTERNATING = "alternating"
    NONE = "none"


class Direction(StrEnum):
    """The way a weight circles; each direction is counted and logged apart."""

    CLOCKWISE = "clockwise"
    COUNTERCLOCKWISE = "counterclockwise"


class Order(StrEnum):
    """`ROUNDS`: 1-2-3-4 and again. `STRAIGHT`: all sets of an exercise, then the next exercise."""

    ROUNDS = "rounds"
    STRAIGHT = "straight"


class Block(StrEnum):
    """The part of a session an exercise belongs to; `MAIN` is repeated, the others are done once."""

    WARM_UP = "warm-up"
    MAIN = "main"
    COOL_DOWN = "cool-down"


class Count(StrEnum):
    """Who counts the reps: the user (`KEY`), the app at a tempo (`PACE`), or one press each (`TAP`)."""

    KEY = "key"
    PACE = "pace"
    TAP = "tap"


class SetEnd(StrEnum):
    """What closes a set of reps: a key press, or the count reaching its target."""

    KEY = "key"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Reps:
    """A number of repetitions, for each direction; `low` to begin with, `high` to grow to."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Seconds:
    """A time of work, in seconds; `low` to begin with, `high` to grow to."""

    low: float
    high: float | None = None
    """None: it does not grow."""


@dataclass(frozen=True, slots=True)
class ToFatigue:
    """A hold, counted up until the user can hold no longer."""


Target = Reps | Seconds | ToFatigue


@dataclass(frozen=True, slots=True)
class Tips:
    """Coaching lines, by the moment they are for."""

    how: tuple[str, ...] = ()
    """How to get into position, at most three short lines; at the first READY and on the how-to key."""
    stop: str = ""
    """What ends a set, so that left and right are the same test."""
    setup: tuple[str, ...] = ()
    """While the user sets up: READY, LEAD-IN, SWITCH."""
    work: tuple[str, ...] = ()
    """During the set."""
    late: tuple[str, ...] = ()
    """Once the set is half done or a hold is long; also spoken."""
    why: tuple[str, ...] = ()
    """In the rest before the exercise."""


@dataclass(frozen=True, slots=True)
class Rests:
    """The lengths of the countdowns, in seconds."""

    lead_in: float = 10.0
    """Between READY and a hold or timed work."""
    lead_in_reps: float = 3.0
    """Between READY and reps."""
    switch: float = 15.0
    """Between the two sides of one exercise."""
    exercise: float = 45.0
    """Before the next exercise."""
    round: float = 90.0
    """Before the next round; in straight order, before the next set of the same exercise."""


@dataclass(frozen=True, slots=True)
class OwnRests:
    """What one exercise has in place of the circuit's `Rests`, in seconds; None: as in the circuit."""

    lead_in: float | None = None
    lead_in_reps: float | None = None
    switch: float | None = None
    exercise: float | None = None
    """Before this exercise, where it is the next one."""
    round: float | None = None
    """Before this exercise, where it is the first of a round; in straight order, between its sets."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise of a circuit."""

    id: str
    """Stable: the log refers to it."""
    name: str
    short: str
    """Drawn big: 10 characters at most."""
    target: Target
    sides: Sides = Sides.NONE
    side_label: str = ""
    """What the side means, drawn big over LEFT/RIGHT: stand, front, plant."""
    other_limb: str = ""
    """What the other limb does; `{other}` in it stands for the other side."""
    directions: tuple[Direction, ...] = ()
    load: str = ""
    """The prescription in words, as "heavy"; empty for body weight."""
    figure: str = ""
    wait: bool = False
    """The first side waits at READY for the big key; true for a hold unless the file says otherwise."""
    rests: OwnRests = OwnRests()
    count: Count = Count.KEY
    end: SetEnd = SetEnd.KEY
    tempo: float = 4.0
    """Seconds a rep, when the app counts."""
    tips: Tips = Tips()
    block: Block = Block.MAIN
    instead_of: tuple[str, ...] = ()
    """Ids of the exercises it can be done in place of; such an exercise is not done by itself."""
    variation_of: str = ""
    """Id of the exercise that it is a harder variation of; empty: of none."""


@dataclass(frozen=True, slots=True)
class Circuit:
    """A named list of exercises, done in rounds or in straight sets."""

    name: str
    exercises: tuple[Exercise, ...]
    """Those that are done, in the order of the blocks."""
    author: str = ""
    kit: tuple[str, ...] = ()
    sets: tuple[int, int] = (3, 3)
    """Fewest and most rounds prescribed; the fewest is the default."""
    order: Order = Order.ROUNDS
    rests: Rests = Rests()
    alternatives: tuple[Exercise, ...] = ()
    """Those that are done only in place of another."""

    @property
    def every(self) -> tuple[Exercise, ...]:
        """All exercises of the file, alternatives last."""
        return self.exercises + self.alternatives
