"""docs/circuits.md says what holds: its tables are the reader's, and each of its examples is read."""

from __future__ import annotations

import re
import tomllib

import pytest
from jsonschema import Draft202012Validator

from hiptimer.circuit.file import CircuitFaults, parse
from hiptimer.circuit.json_schema import json_schema
from hiptimer.circuit.plan import Options
from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys, RestKeys, TipKeys
from hiptimer.limits import LONGEST_TEXT, MOST_SETS
from hiptimer.session.estimate import minutes_of
from hiptimer.session.state import begin

from .reference import DOC, with_tables

TEXT = DOC.read_text("utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
FAULTY = re.findall(r"^```toml faulty\n(.*?)^```\n\n```text\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)


def name(example: str) -> str:
    return str(tomllib.loads(example)["name"])


def test_its_tables_are_those_of_the_reader() -> None:
    assert with_tables(TEXT) == TEXT, "due: python -m tests.circuit.reference"


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_an_example_is_a_circuit(example: str) -> None:
    circuit = parse(example)
    assert minutes_of(circuit) >= 1
    assert begin(circuit, Options()).steps
    assert list(Draft202012Validator(json_schema()).iter_errors(tomllib.loads(example))) == []


def test_what_is_wrong_is_told_as_it_stands_there() -> None:
    ((example, told),) = FAULTY
    with pytest.raises(CircuitFaults) as caught:
        parse(example, "mine.toml")
    assert [str(fault) for fault in caught.value.faults] == told.splitlines()


def test_every_key_is_in_some_example_or_in_the_tables_alone() -> None:
    used = " ".join(EXAMPLES)
    tables = (CircuitKeys.TABLE, ExerciseKeys.TABLE, RestKeys.TABLE, TipKeys.TABLE)
    unused = {key.name for table in tables for key in table.keys if not re.search(rf"\b{key.name}\b", used)}
    assert unused == {"author", "kit", "order", "lead_in", "lead_in_reps", "figure", "wait"}


def test_its_limits_are_the_readers() -> None:
    assert f"{LONGEST_TEXT // 1_000_000} MB of text, 200 exercises and {MOST_SETS} rounds" in TEXT
    assert CircuitKeys.EXERCISE.kind.expected.startswith("1 to 200 ")
