"""The keys of a circuit file as a JSON Schema, which editors check and complete a file by.

It is made of the table that the reader follows (`hiptimer.circuit.schema`), and refuses nothing that the
reader takes. What only the reader knows, as which exercise is named by another, is left to it.
"""

from __future__ import annotations

from enum import StrEnum

from hiptimer.circuit.kinds import Choice, Choices, Flag, Kind, Lines, Number, Span, Text, Whole
from hiptimer.circuit.schema import CircuitKeys
from hiptimer.circuit.tables import Key, Table, Tables

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, object]


def json_schema() -> Schema:
    """The schema of a circuit file, ready for `json.dumps`; a new one at each call."""
    about: Schema = {
        "$schema": DRAFT,
        "title": "hiptimer circuit",
        "description": "What a session is made of: exercises in rounds, as docs/circuits.md explains it.",
    }
    return about | _table(CircuitKeys.TABLE)


def _of(kind: Kind[object]) -> Schema:
    match kind:
        case Text():
            return _text(kind)
        case Whole(least, most):
            return {"type": "integer", "minimum": least, "maximum": most}
        case Number(least, most):
            return {"type": "number", "minimum": least, "maximum": most}
        case Span(each):
            pair: Schema = {"type": "array", "items": _of(each), "minItems": 2, "maxItems": 2}
            return {"anyOf": [_of(each), pair]}
        case Flag():
            return {"type": "boolean"}
        case Choice(among):
            return _words(among)
        case Choices(each):
            return {"type": "array", "items": _of(each), "minItems": 1, "uniqueItems": True}
        case Lines(each, most):
            return {"anyOf": [_of(each), _list(_of(each), most)]}
        case Table():
            return _table(kind)
        case Tables():
            return _list(_table(kind.each), kind.most) | {"minItems": 1}
        case _:
            raise TypeError(f"no schema for {kind!r}")


def _text(kind: Text) -> Schema:
    lengths: Schema = {"type": "string", "minLength": kind.least, "maxLength": kind.most}
    return lengths | ({"pattern": f"^(?:{kind.pattern})$"} if kind.pattern else {})


def _words(among: type[StrEnum]) -> Schema:
    return {"type": "string", "enum": [str(member) for member in among]}


def _list(items: Schema, most: int) -> Schema:
    return {"type": "array", "items": items, "maxItems": most}


def _table(table: Table) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": {key.name: _key(key) for key in table.keys},
        "additionalProperties": False,
    }
    required = [key.name for key in table.keys if key.required]
    if required:
        schema["required"] = required
    company = {key.name: _company(key) for key in table.keys if key.only_with or key.not_with}
    if company:
        schema["dependentSchemas"] = company
    if table.one_of:
        schema["oneOf"] = [_is_given(name) for name in table.one_of]
    return schema


def _key(key: Key[object]) -> Schema:
    meaning = f"{key.meaning} Left out: {key.default_words}." if key.default_words else key.meaning
    described: Schema = {"description": meaning}
    if isinstance(key.default, bool | int | float | str) and key.default != "":
        described["default"] = key.default
    return described | _of(key.kind)


def _company(key: Key[object]) -> Schema:
    """What else the table has to hold, or must not, where the key is given."""
    if key.not_with:
        return {"not": {"required": [key.not_with]}}
    return _is_given(key.only_with)


def _is_given(name: str) -> Schema:
    """The key is there, and says more than that there is nothing."""
    return {"required": [name], "properties": {name: {"not": {"enum": [False, "none"]}}}}
