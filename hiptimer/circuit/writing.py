"""A circuit's table as the text of a file, as a person would have written it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from hiptimer.circuit.locate import Place
from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys, RestKeys
from hiptimer.circuit.tables import Raw, Table, Tables

WIDTH = 110
"""Columns of a list that stands on one line."""
Plain = dict[str, object]
"""A table as the TOML reader gives it."""

_REST, _LEAD_IN, _SWITCH = ExerciseKeys.REST.name, ExerciseKeys.LEAD_IN.name, ExerciseKeys.SWITCH.name


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the file: its header, and the keys that stand under it."""

    place: Place
    """Where it belongs: `("exercise", "plank", "tips")`, an exercise by its id."""
    header: str
    values: Raw

    @property
    def text(self) -> str:
        """Its lines, the last one ended."""
        lines = [f"{name} = {value_text(name, value)}" for name, value in self.values.items()]
        return "".join(f"{line}\n" for line in (*([self.header] if self.header else []), *lines))


def toml(raw: Raw) -> str:
    """A circuit's table as text, its keys in the order of the documentation."""
    return "\n".join(section.text for section in sections(raw))


def sections(
    raw: Raw, table: Table = CircuitKeys.TABLE, place: Place = (), header: str = ""
) -> Iterator[Section]:
    """The tables of a circuit, in the order in which they stand in a file."""
    inner = {key.name for key in table.keys if isinstance(key.kind, Table | Tables)}
    plain = {key.name: raw[key.name] for key in table.keys if key.name in raw and key.name not in inner}
    yield Section(place, header, plain)
    path = header.strip("[]") + "." if header else ""
    for key in table.keys:
        value, name = raw.get(key.name), f"{path}{key.name}"
        match key.kind, value:
            case Table(), dict() if value:
                yield from sections(value, key.kind, (*place, key.name), f"[{name}]")
            case Tables(each, _, _, unique), list():
                for one in value:
                    at = (*place, key.name, str(one.get(unique.name)))
                    yield from sections(one, each, at, f"[[{name}]]")


def value_text(name: str, value: object) -> str:
    """A value as it stands behind its key; a list that is too long for a line has one for each item."""
    if not isinstance(value, list):
        return _scalar(value)
    items = [_scalar(item) for item in value]
    line = f"[{', '.join(items)}]"
    if len(f"{name} = {line}") <= WIDTH:
        return line
    return "\n".join(["[", *(f"    {item}," for item in items), "]"])


def _scalar(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case _:
            return json.dumps(str(value), ensure_ascii=False)


def shortened(exercise: Raw) -> Plain:
    """`switch` and `lead_in` in the exercise itself, where they say all that its `rest` says."""
    rest = exercise.get(_REST)
    if not isinstance(rest, dict) or not set(rest) <= {_LEAD_IN, RestKeys.LEAD_IN_REPS.name, _SWITCH}:
        return dict(exercise)
    if rest.get(_LEAD_IN) != rest.get(RestKeys.LEAD_IN_REPS.name):
        return dict(exercise)
    short = {name: rest[name] for name in (_LEAD_IN, _SWITCH) if name in rest}
    return {name: value for name, value in exercise.items() if name != _REST} | short


def lengthened(exercise: Raw) -> Plain:
    """The opposite: all countdowns in `rest`."""
    rest: Plain = {}
    if _LEAD_IN in exercise:
        rest = {_LEAD_IN: exercise[_LEAD_IN], RestKeys.LEAD_IN_REPS.name: exercise[_LEAD_IN]}
    if _SWITCH in exercise:
        rest[_SWITCH] = exercise[_SWITCH]
    others = {name: value for name, value in exercise.items() if name not in (_LEAD_IN, _SWITCH)}
    return {**others, _REST: rest} if rest else others
