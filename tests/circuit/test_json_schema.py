"""The JSON Schema and the reader are two views of one table: what the reader takes, the schema takes."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from hiptimer.circuit.file import CircuitFaults, parse
from hiptimer.circuit.json_schema import json_schema
from hiptimer.circuit.library import builtin_names, find, trial
from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys, RestKeys, TipKeys
from tests.circuits import SHORT, TABATA, TAPPED

from .mutations import mutated

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
BUILT_IN = [trial(), *(find(name, Path("nowhere")).text for name in builtin_names())]
LEAST = 'name = "Mine"\n[[exercise]]\nid = "plank"\nname = "Side plank"\n'


def faults(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(tomllib.loads(text))]


def test_it_is_a_schema_of_its_draft_and_can_be_printed() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@pytest.mark.parametrize("text", [*BUILT_IN, SHORT, TABATA, TAPPED])
def test_a_circuit_is_valid(text: str) -> None:
    assert faults(text) == []


def keys(schema: object) -> Iterator[tuple[str, dict[str, object]]]:
    """Every key in the schema, at any depth."""
    if isinstance(schema, dict):
        for name, inner in schema.get("properties", {}).items():
            if "description" in inner:
                yield name, inner
            yield from keys(inner)
        for name, inner in schema.items():
            if name != "properties":
                yield from keys(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from keys(inner)


def test_it_has_every_key_of_the_language_with_what_it_means() -> None:
    described = {(name, inner["description"]) for name, inner in keys(SCHEMA)}
    for table in (CircuitKeys.TABLE, ExerciseKeys.TABLE, RestKeys.TABLE, TipKeys.TABLE):
        for key in table.keys:
            assert any(name == key.name and key.meaning in str(said) for name, said in described)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", "not valid under any of the given schemas"),
        ("reps = 3\nseconds = 4", "is valid under each of"),
        ("to_fatigue = false", "not valid under any of the given schemas"),
        ("reps = 0", "not valid under any of the given schemas"),
        ("reps = 1\ncount = 'ky'", "is not one of ['key', 'pace', 'tap']"),
        ("reps = 1\nside_label = 'stand'", "'sides' is a required property"),
        ("reps = 1\nsides = 'none'\nside_label = 'stand'", "should not be valid under"),
        ("reps = 1\nswitch = 5\n[exercise.rest]\nswitch = 4", "should not be valid under"),
        ("reps = 1\nfoo = 5", "Additional properties are not allowed"),
        ("reps = 1\ntempo = 0.1", "is less than the minimum"),
        ("reps = 1\nid_ = 1", "Additional properties"),
        ("reps = 1\nfigure = 'A B'", "does not match"),
    ],
)
def test_an_editor_sees_what_the_reader_sees(lines: str, said: str) -> None:
    assert any(said in one for one in faults(LEAST + lines))
    with pytest.raises(CircuitFaults):
        parse(LEAST + lines)


def test_what_the_reader_takes_the_schema_takes() -> None:
    taken = 0
    for text in mutated(1500, seed=7):
        try:
            parse(text)
        except CircuitFaults:
            continue
        taken += 1
        assert faults(text.removeprefix("\ufeff")) == [], text
    assert taken > 100
