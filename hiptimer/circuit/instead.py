"""What can be done in place of an exercise: alternatives for a day, harder variations to grow into."""

from __future__ import annotations

from hiptimer.circuit.model import Circuit, Exercise


def exercise_of(circuit: Circuit, name: str) -> Exercise:
    """The exercise with the id `name`, alternatives included. Raises `KeyError` where there is none."""
    for exercise in circuit.every:
        if exercise.id == name:
            return exercise
    raise KeyError(name)


def alternatives(circuit: Circuit, name: str) -> tuple[Exercise, ...]:
    """What can be done in place of the exercise with the id `name`, in the order of the file."""
    return tuple(exercise for exercise in circuit.alternatives if name in exercise.instead_of)


def harder_variation(circuit: Circuit, name: str) -> Exercise | None:
    """The first exercise that says of itself to be a harder variation of the one with the id `name`."""
    return next((exercise for exercise in circuit.every if exercise.variation_of == name), None)
