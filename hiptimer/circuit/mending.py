"""A circuit file with faults as a draft, so that they can be mended in the builder."""

from __future__ import annotations

import tomllib

from hiptimer.circuit.draft import Draft
from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys
from hiptimer.circuit.tables import Raw, Table, Tables
from hiptimer.circuit.text import steers
from hiptimer.circuit.writing import lengthened

_EXERCISE = CircuitKeys.EXERCISE.name
_SHORT_FORMS = {ExerciseKeys.LEAD_IN.name, ExerciseKeys.SWITCH.name}


def mendable(text: str) -> Draft | None:
    """The draft of a file whose values may be wrong; None where only an editor can mend it.

    All that stands in the file has its place in the draft, so that saving it drops nothing: the text is
    TOML, its tables and keys are those of a circuit, and every exercise has an id and a name.
    """
    try:
        raw = tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if not _fits(raw, CircuitKeys.TABLE):
        return None
    exercises = raw.get(_EXERCISE, [])
    if not all(_is_named(one) and _says_rests_once(one) for one in exercises):
        return None
    return Draft({**raw, _EXERCISE: [lengthened(one) for one in exercises]})


def _fits(raw: Raw, table: Table) -> bool:
    """Whether nothing stands there that the form of the builder has no row for."""
    kinds = {key.name: key.kind for key in table.keys}
    for name, found in raw.items():
        match kinds.get(name), found:
            case None, _:
                return False
            case Table() as inner, _:
                fits = isinstance(found, dict) and _fits(found, inner)
            case Tables(each), _:
                fits = isinstance(found, list) and all(isinstance(o, dict) and _fits(o, each) for o in found)
            case _, list():
                fits = all(map(_is_plain, found))
            case _:
                fits = _is_plain(found)
        if not fits:
            return False
    return True


def _is_plain(found: object) -> bool:
    if isinstance(found, str):
        return not any(map(steers, found))
    return isinstance(found, bool | int | float)


def _is_named(exercise: Raw) -> bool:
    needed = (exercise.get(ExerciseKeys.ID.name), exercise.get(ExerciseKeys.NAME.name))
    return all(isinstance(one, str) and one.strip() for one in needed)


def _says_rests_once(exercise: Raw) -> bool:
    return ExerciseKeys.REST.name not in exercise or not _SHORT_FORMS & set(exercise)
