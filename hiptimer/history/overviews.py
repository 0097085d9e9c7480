"""What the history says of each exercise, read for the statistics."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.file import parse
from hiptimer.circuit.instead import harder_variation
from hiptimer.circuit.model import Circuit, Exercise
from hiptimer.history.series import Series
from hiptimer.progress.goals import legs
from hiptimer.progress.noise import ASSUMED, Noise
from hiptimer.progress.overview import BEGINNING, RECENT, Bests, Overview, overview
from hiptimer.weights import NONE_OWNED, Weights

Known = Callable[[str], Exercise | None]
"""An exercise by its id, for a log that came without its circuits; None where it is not known."""


def overviews(
    past: Series, weights: Weights = NONE_OWNED, known: Known = lambda _: None, noise: Noise = ASSUMED
) -> Iterator[Overview]:
    """Every exercise in the log that is known, in the order of its circuit, the newest circuit first."""
    for exercise in exercises(past, known):
        yield read(past, exercise, weights, noise)


def read(past: Series, exercise: Exercise, weights: Weights = NONE_OWNED, noise: Noise = ASSUMED) -> Overview:
    """What the log says of one exercise. Raises `sqlite3.Error` where the history can't be read."""
    sides = legs(exercise)
    bests = Bests(
        {side: past.longest(exercise.id, side) for side in sides},
        {side: past.heaviest(exercise.id, side) for side in sides},
    )
    recent = past.last_of(exercise.id, RECENT)
    beginning = past.first_of(exercise.id, BEGINNING)
    circuit = _circuit(past.circuit_with(exercise.id))
    harder = None if circuit is None else harder_variation(circuit, exercise.id)
    return overview(exercise, recent, beginning, bests, weights, noise, harder)


def exercises(past: Series, known: Known = lambda _: None) -> Iterator[Exercise]:
    """The exercises in the log, each as the newest circuit that had it."""
    done = past.exercises()
    told: set[str] = set()
    for name in done:
        if name in told:
            continue
        circuit = _circuit(past.circuit_with(name))
        found = () if circuit is None else circuit.every
        if name not in {one.id for one in found}:
            stands = known(name)
            found = () if stands is None else (stands,)
        for exercise in found:
            if exercise.id in done and exercise.id not in told:
                told.add(exercise.id)
                yield exercise


def _circuit(text: str | None) -> Circuit | None:
    try:
        return None if text is None else parse(text)
    except CircuitFaults:
        # of a version that reads circuits in another way
        return None
