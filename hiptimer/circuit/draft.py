"""A circuit while it is being made: a table that may still have faults, and what can be done to it.

A draft never changes: each function gives another one. What may stand in it is what the schema says; a key
that excludes another takes its place, and one that has lost its company goes with it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence

from hiptimer.circuit.faults import CircuitFaults, Report
from hiptimer.circuit.file import parse
from hiptimer.circuit.kinds import Kind, Lines, Number, Span, Text, Whole
from hiptimer.circuit.locate import Place
from hiptimer.circuit.model import Circuit
from hiptimer.circuit.rewriting import rewritten
from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys
from hiptimer.circuit.shorts import short_names
from hiptimer.circuit.tables import Raw, Table, Tables
from hiptimer.circuit.text import quoted, slug
from hiptimer.circuit.writing import Plain, lengthened, shortened, toml
from hiptimer.values import dataclass

HEADER = "# Made with the builder of hiptimer; docs/circuits.md tells what can stand here.\n\n"
FIRST_REPS = 10
"""What a new exercise asks for, until something else is said."""
MOST = 200
"""Exercises of a circuit."""

_EXERCISE, _ID, _NAME = CircuitKeys.EXERCISE.name, ExerciseKeys.ID.name, ExerciseKeys.NAME.name
_NAMING = (ExerciseKeys.INSTEAD_OF.name, ExerciseKeys.VARIATION_OF.name)
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")


class Refused(ValueError):
    """What was typed can't stand in a circuit; the message says what can, safe to print."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The table of a circuit. It is never changed in place."""

    raw: Raw

    @property
    def exercises(self) -> list[Plain]:
        """The exercises, in the order of the file."""
        found = self.raw.get(_EXERCISE, [])
        assert isinstance(found, list)
        return found

    def shorts(self, anew: int | None = None) -> tuple[str, ...]:
        """What is drawn big of each exercise; of the one at `anew`, if it had no `short` of its own."""
        keys = (_NAME, ExerciseKeys.SHORT.name)
        named = [[str(one.get(key, "")) for key in keys] for one in self.exercises]
        return short_names([(name, "" if n == anew else short) for n, (name, short) in enumerate(named)])


def begun(name: str) -> Draft:
    """A circuit of which only the name is known. Raises `Refused`."""
    return put(Draft({}), (CircuitKeys.NAME.name,), typed(CircuitKeys.NAME.kind, name))


def of_text(text: str) -> Draft:
    """The draft of a circuit file. Raises `CircuitFaults` where it is none."""
    parse(text)
    raw = tomllib.loads(text.removeprefix("\ufeff"))
    raw[_EXERCISE] = [lengthened(one) for one in raw[_EXERCISE]]
    return Draft(raw)


def text_of(draft: Draft, before: str = "") -> str:
    """The file of the draft; with the comments of the file as it was `before`, where it was."""
    raw = {**draft.raw, _EXERCISE: [shortened(one) for one in draft.exercises]}
    if not draft.exercises:
        del raw[_EXERCISE]
    return rewritten(before, raw, draft.raw) if before else HEADER + toml(raw)


def circuit_of(draft: Draft) -> Circuit:
    """The circuit. Raises `CircuitFaults` while it is none."""
    return parse(toml(draft.raw))


def fault(draft: Draft) -> str:
    """The first thing that is wrong, in a sentence that is safe to print; empty when all is well."""
    if not draft.exercises:
        return "no exercise yet"
    try:
        circuit_of(draft)
    except CircuitFaults as faults:
        first = faults.faults[0]
        return f"{first.key}: expected {first.expected}, found {first.found}"
    return ""


def value(draft: Draft, place: Place) -> object:
    """What stands at a place; None where nothing does."""
    found: object = draft.raw
    for step in place:
        if isinstance(found, dict):
            found = found.get(step)
        elif isinstance(found, list) and isinstance(step, int) and step < len(found):
            found = found[step]
        else:
            return None
    return found


def put(draft: Draft, place: Place, new: object) -> Draft:
    """The draft with another value at a place; None leaves the key out."""
    raw = _with(draft.raw, place, new, CircuitKeys.TABLE)
    old = value(draft, place)
    made = Draft(raw)
    if place[-1] == _ID and isinstance(old, str) and isinstance(new, str):
        made = _renamed(made, old, new)
    return made


def _with(raw: Raw, place: Place, new: object, table: Table) -> Plain:
    name, rest = str(place[0]), place[1:]
    made = dict(raw)
    inner = next(key.kind for key in table.keys if key.name == name)
    old = raw.get(name)
    if rest and isinstance(inner, Tables) and isinstance(old, list) and isinstance(rest[0], int):
        one = _with(old[rest[0]], rest[1:], new, inner.each)
        new = [*old[: rest[0]], one, *old[rest[0] + 1 :]]
    elif rest and isinstance(inner, Table):
        new = _with(old if isinstance(old, dict) else {}, rest, new, inner)
    if new is None or new == [] or new == {}:
        made.pop(name, None)
    else:
        made[name] = new
    return in_company(made, table, name)


def in_company(raw: Plain, table: Table, changed: str) -> Plain:
    """Without the keys that have no meaning beside the one that was changed, or without it."""
    made = dict(raw)
    if made.get(changed, False) is not False and changed in table.one_of:
        for other in table.one_of:
            if other != changed:
                made.pop(other, None)
    for key in table.keys:
        if key.only_with and made.get(key.only_with, "none") in (False, "none"):
            made.pop(key.name, None)
        if key.not_with == changed and changed in made:
            made.pop(key.name, None)
    return made


def _renamed(draft: Draft, old: str, new: str) -> Draft:
    """Those that name an exercise by its id go on naming it."""
    exercises = [dict(one) for one in draft.exercises]
    for one in exercises:
        for key in _NAMING:
            named = one.get(key)
            if named == old:
                one[key] = new
            elif isinstance(named, list):
                one[key] = [new if name == old else name for name in named]
    return Draft({**draft.raw, _EXERCISE: exercises})


def add(draft: Draft, name: str, place: int) -> Draft:
    """One more exercise, by its name, at a place in the order. Raises `Refused`."""
    if len(draft.exercises) >= MOST:
        raise Refused(f"{MOST} exercises are the most there can be")
    read = typed(ExerciseKeys.NAME.kind, name)
    new = {_ID: free_id(draft, name), _NAME: read, ExerciseKeys.REPS.name: FIRST_REPS}
    return _with_exercises(draft, [*draft.exercises[:place], new, *draft.exercises[place:]])


def double(draft: Draft, place: int) -> Draft:
    """The same exercise once more, under an id of its own, after the first. Raises `Refused`."""
    if len(draft.exercises) >= MOST:
        raise Refused(f"{MOST} exercises are the most there can be")
    one = draft.exercises[place]
    new = {**one, _ID: free_id(draft, str(one.get(_ID, "")))}
    return _with_exercises(draft, [*draft.exercises[: place + 1], new, *draft.exercises[place + 1 :]])


def remove(draft: Draft, place: int) -> Draft:
    """Without an exercise."""
    return _with_exercises(draft, [*draft.exercises[:place], *draft.exercises[place + 1 :]])


def move(draft: Draft, place: int, by: int) -> Draft:
    """With an exercise so many places further down; at the end of the list it stays."""
    exercises = list(draft.exercises)
    there = min(max(place + by, 0), len(exercises) - 1)
    exercises.insert(there, exercises.pop(place))
    return _with_exercises(draft, exercises)


def _with_exercises(draft: Draft, exercises: Sequence[Raw]) -> Draft:
    return Draft({**draft.raw, _EXERCISE: list(exercises)})


def free_id(draft: Draft, name: str) -> str:
    """An id for an exercise of that name, which no other one has."""
    taken = {one.get(_ID) for one in draft.exercises}
    stem = slug(name)[:36].strip("-") or "exercise"
    found, number = stem, 1
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found


def typed(kind: Kind[object], text: str) -> object:
    """The value that a text stands for, as TOML has it. Raises `Refused` where it is not of the kind."""
    text = text.strip()
    found: object = text
    match kind:
        case Whole() | Number():
            found = _number(text)
        case Span():
            low, dash, high = text.partition("-")
            found = [_number(low), _number(high)] if dash else _number(text)
        case Lines(each, _):
            return typed(each, text)
        case Text():
            pass
    report = Report()
    if kind.read(found, (), report) is None:
        expected = report.faults("", "")[0].expected.replace("[low, high]", "low-high")
        raise Refused(f"{expected}, please; not {quoted(text)}")
    return found


def _number(text: str) -> object:
    """A number, or a time as 1:30; the text itself where it is neither."""
    text = text.strip().replace(",", ".")
    if time := _CLOCK.fullmatch(text):
        return 60 * int(time[1]) + int(time[2])
    try:
        number = float(text) if len(text) < 20 else None
    except ValueError:
        number = None
    if number is None or number != number or abs(number) == float("inf"):
        return text
    return int(number) if number.is_integer() else number
