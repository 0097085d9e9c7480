"""A circuit as the text of a file, as a person would have written it: what has a default is left out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from hiptimer.circuit.locate import Place
from hiptimer.circuit.model import Circuit, Exercise, Reps, Seconds, ToFatigue
from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys, RestKeys, TipKeys
from hiptimer.circuit.tables import Key, Raw, Table, Tables
from hiptimer.circuit.text import big_name
from hiptimer.values import dataclass

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


def write(circuit: Circuit) -> str:
    """The text of a file that `hiptimer.circuit.file.parse` makes the same circuit of."""
    return toml(raw_of(circuit))


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


def raw_of(circuit: Circuit) -> Plain:
    """The circuit's table, without what is as it would be anyway."""
    keys, rests = CircuitKeys, RestKeys
    return _given(
        {
            keys.NAME: circuit.name,
            keys.AUTHOR: circuit.author,
            keys.KIT: circuit.kit,
            keys.SETS: circuit.sets,
            keys.ORDER: circuit.order,
            keys.REST: _given({key: getattr(circuit.rests, key.name) for key in rests.TABLE.keys}),
            keys.EXERCISE: [shortened(_raw_exercise(exercise)) for exercise in circuit.every],
        }
    )


def _raw_exercise(exercise: Exercise) -> Plain:
    keys, own, tips = ExerciseKeys, RestKeys.OWN.keys, TipKeys.TABLE.keys
    hold = exercise.target == ToFatigue()
    short = "" if exercise.short == big_name(exercise.name) else exercise.short
    return _given(
        {
            keys.ID: exercise.id,
            keys.NAME: exercise.name,
            keys.SHORT: short,
            **_target(exercise),
            keys.SIDES: exercise.sides,
            keys.SIDE_LABEL: exercise.side_label,
            keys.OTHER: exercise.other_limb,
            keys.DIRECTIONS: exercise.directions,
            keys.LOAD: exercise.load,
            keys.FIGURE: exercise.figure,
            keys.WAIT: None if exercise.wait is hold else exercise.wait,
            keys.COUNT: exercise.count,
            keys.END: exercise.end,
            keys.TEMPO: exercise.tempo,
            keys.BLOCK: exercise.block,
            keys.INSTEAD_OF: exercise.instead_of,
            keys.VARIATION_OF: exercise.variation_of,
            keys.REST: _given({key: getattr(exercise.rests, key.name) for key in own}),
            keys.TIPS: _given({key: getattr(exercise.tips, key.name) for key in tips}),
        }
    )


def _target(exercise: Exercise) -> dict[Key[object], object]:
    match exercise.target:
        case Reps(low, high):
            return {ExerciseKeys.REPS: (low, high)}
        case Seconds(low, high):
            return {ExerciseKeys.SECONDS: (low, low if high is None else high)}
        case _:
            return {ExerciseKeys.TO_FATIGUE: True}


def _given(values: Mapping[Key[object], object]) -> Plain:
    """The values that are not the defaults, as TOML has them."""
    return {
        key.name: _plain(key, value)
        for key, value in values.items()
        if value not in (key.default, None, "", (), {})
    }


def _plain(key: Key[object], value: object) -> object:
    match value:
        case (int() | float() as low, int() | float() as high):
            return low if low == high else [low, high]
        case tuple():
            items = [str(item) for item in value]
            choices = key.name == ExerciseKeys.DIRECTIONS.name
            return items if choices or len(items) > 1 else items[0]
        case _:
            return value


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
