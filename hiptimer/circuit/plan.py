"""A circuit unrolled into steps: the order in which a session does its pieces of work."""

from __future__ import annotations

from collections.abc import Iterator

from hiptimer.circuit.model import (
    Block,
    Circuit,
    Count,
    Exercise,
    Order,
    Reps,
    Rests,
    Side,
    Sides,
    ToFatigue,
)
from hiptimer.values import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """What a session was started with, over and above its circuit. Times in seconds.

    A time that is given replaces every countdown of its kind.
    """

    sets: int | None = None
    lead_in: float | None = None
    switch: float | None = None
    rest: float | None = None
    round_rest: float | None = None
    wait: bool | None = None
    """Whether every hold waits at READY. None: as the circuit has it."""
    reach: float | None = None
    """Taken off every hold: how long the user needs from letting go to pressing the key. None: not said."""
    count: Count | None = None
    first_side: Side = Side.LEFT
    guest: bool = False
    """Somebody else's session: logged, and left out of all that is made of the log."""


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of work of one side: what, in which round, on which side."""

    exercise: Exercise
    round: int
    """From 1; in straight order, the set of its exercise. In warm-up and cool-down, 1."""
    side: Side | None
    wait: bool
    """A countdown before it ends at READY, not in WORK."""
    rests: Rests
    """The countdowns that lead to it, the exercise's own and the options' already put in."""
    extra: bool = False
    """Beyond what was prescribed."""

    @property
    def block(self) -> Block:
        """The part of the session it belongs to."""
        return self.exercise.block

    @property
    def lead_in(self) -> float:
        """Seconds between READY and WORK."""
        return self.rests.lead_in_reps if isinstance(self.exercise.target, Reps) else self.rests.lead_in


def rounds_asked(circuit: Circuit, options: Options) -> int:
    """How many rounds a session has before any are added."""
    return options.sets or circuit.sets[0]


def plan(circuit: Circuit, options: Options) -> tuple[Step, ...]:
    """All steps of a session, in order."""
    rounds = range(1, rounds_asked(circuit, options) + 1)
    main = _of(circuit, Block.MAIN)
    if circuit.order is Order.STRAIGHT:
        pairs = [(exercise, number) for exercise in main for number in rounds]
    else:
        pairs = [(exercise, number) for number in rounds for exercise in main]
    warm_up = [(exercise, 1) for exercise in _of(circuit, Block.WARM_UP)]
    cool_down = [(exercise, 1) for exercise in _of(circuit, Block.COOL_DOWN)]
    sets = (*warm_up, *pairs, *cool_down)
    return tuple(step for exercise, number in sets for step in set_steps(circuit, options, exercise, number))


def round_steps(circuit: Circuit, options: Options, number: int) -> tuple[Step, ...]:
    """The steps of one round: once through what is repeated."""
    main = _of(circuit, Block.MAIN)
    return tuple(step for exercise in main for step in set_steps(circuit, options, exercise, number))


def set_steps(circuit: Circuit, options: Options, exercise: Exercise, number: int) -> Iterator[Step]:
    """The steps of one set of an exercise: one for each side, in the order they are done."""
    rests = _rests(circuit.rests, options, exercise)
    extra = number > max(circuit.sets[1], options.sets or 0)
    for place, side in enumerate(_sides(exercise, options.first_side, number)):
        yield Step(exercise, number, side, waits(exercise, options) and place == 0, rests, extra)


def waits(exercise: Exercise, options: Options) -> bool:
    """Whether the first side of a set waits at READY; the option is about holds only."""
    asked = options.wait if isinstance(exercise.target, ToFatigue) else None
    return exercise.wait if asked is None else asked


def _of(circuit: Circuit, block: Block) -> list[Exercise]:
    return [exercise for exercise in circuit.exercises if exercise.block is block]


def _sides(exercise: Exercise, first: Side, number: int) -> tuple[Side | None, ...]:
    if exercise.sides is Sides.NONE:
        return (None,)
    if exercise.sides is Sides.ALTERNATING:
        return (Side.BOTH,)
    if isinstance(exercise.target, ToFatigue) and number % 2 == 0:
        first = first.other
    return (first, first.other)


def _rests(rests: Rests, options: Options, exercise: Exercise) -> Rests:
    """The first that is given: the option, the exercise's own, the circuit's."""
    own = exercise.rests
    return Rests(
        lead_in=_first(options.lead_in, own.lead_in, rests.lead_in),
        lead_in_reps=_first(options.lead_in, own.lead_in_reps, rests.lead_in_reps),
        switch=_first(options.switch, own.switch, rests.switch),
        exercise=_first(options.rest, own.exercise, rests.exercise),
        round=_first(options.round_rest, own.round, rests.round),
    )


def _first(*seconds: float | None) -> float:
    return next(value for value in seconds if value is not None)
