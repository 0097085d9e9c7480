"""docs/settings.md and docs/keys.md say what holds: the tables are the reader's, each example is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hiptimer.circuit.faults import CircuitFaults
from hiptimer.config import read
from hiptimer.setting_keys import AS_DELIVERED, SettingKeys, settings_of

from .reference import KEYS, SETTINGS, TABLES, with_tables

EXAMPLE = re.compile(r"^```toml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FAULTY = re.compile(r"^```toml faulty\n(.*?)^```\n\n```text\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("doc", [SETTINGS, KEYS], ids=lambda doc: doc.name)
def test_its_tables_are_those_of_the_reader(doc: Path) -> None:
    text = doc.read_text("utf-8")
    assert with_tables(text) == text, "due: python -m tests.settings.reference"


@pytest.mark.parametrize("doc", [SETTINGS, KEYS], ids=lambda doc: doc.name)
def test_every_example_is_read_and_sets_something(doc: Path) -> None:
    examples = EXAMPLE.findall(doc.read_text("utf-8"))
    assert examples
    for example in examples:
        assert settings_of(read(example, "settings.toml")) != AS_DELIVERED


@pytest.mark.parametrize("doc", [SETTINGS, KEYS], ids=lambda doc: doc.name)
def test_what_is_wrong_is_told_as_it_stands_there(doc: Path) -> None:
    ((example, told),) = FAULTY.findall(doc.read_text("utf-8"))
    with pytest.raises(CircuitFaults) as caught:
        read(example, "settings.toml")
    assert [str(fault) for fault in caught.value.faults] == told.splitlines()


def test_every_table_of_the_file_has_its_place() -> None:
    text = SETTINGS.read_text("utf-8")
    assert {key.name for key in SettingKeys.TABLE.keys} == {*TABLES, "keys"}
    assert all(f"## `[{key.name}]`" in text for key in SettingKeys.TABLE.keys)
