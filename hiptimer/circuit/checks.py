"""How the exercises of a circuit hang together: what no key of a table can tell by itself."""

from __future__ import annotations

from collections.abc import Mapping

from hiptimer.circuit.faults import Report
from hiptimer.circuit.locate import Place
from hiptimer.circuit.model import Block
from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys
from hiptimer.circuit.tables import Values
from hiptimer.circuit.text import nearest, quoted

_ID, _INSTEAD_OF, _VARIATION_OF = ExerciseKeys.ID, ExerciseKeys.INSTEAD_OF, ExerciseKeys.VARIATION_OF


def check(circuit: Values, report: Report) -> None:
    """Report exercises that name one that is not there, that lead in a circle, or of which none is done."""
    exercises = circuit[CircuitKeys.EXERCISE]
    by_id = {exercise[_ID]: exercise for exercise in exercises}
    for exercise in exercises:
        names = exercise[_INSTEAD_OF]
        for number, name in enumerate(names):
            place = (*exercise.at, _INSTEAD_OF.name, *((number,) if len(names) > 1 else ()))
            other = _other(exercise, name, by_id, place, report)
            if other is not None and other[_INSTEAD_OF]:
                report.add(place, "an exercise that is done by itself", f"{quoted(name)}, which is not")
        _check_variation(exercise, by_id, report)
    done = [one for one in exercises if not one[_INSTEAD_OF] and one[ExerciseKeys.BLOCK] is Block.MAIN]
    if exercises and not done:
        report.add(("exercise",), "an exercise that is done in each round", "none")


def _check_variation(exercise: Values, by_id: Mapping[str, Values], report: Report) -> None:
    """Report a harder variation of nothing, or of itself by way of others."""
    place = (*exercise.at, _VARIATION_OF.name)
    name = exercise[_VARIATION_OF]
    easier = _other(exercise, name, by_id, place, report) if name else None
    for _ in by_id:
        if easier is exercise:
            report.add(place, "an exercise that is easier", f"{quoted(name)}, which is said to be harder")
            return
        easier = by_id.get(easier[_VARIATION_OF]) if easier is not None else None


def _other(
    exercise: Values, name: str, by_id: Mapping[str, Values], place: Place, report: Report
) -> Values | None:
    """The exercise that another one names; None, and reported, where there is no other of that name."""
    found = by_id.get(name)
    if found is not None and found is not exercise:
        return found
    others = [one for one in by_id if one != exercise[_ID]]
    # An exercise whose id is at fault itself may be the one that was meant.
    if "" not in by_id:
        report.add(place, "the id of another exercise", quoted(name), nearest(name, others))
    return None
