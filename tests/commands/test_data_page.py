"""What docs/data.md says is so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hiptimer.circuit.file import parse
from hiptimer.exchange.rules import PLACE, SET
from hiptimer.exchange.writing import digest

from .shell import Shell

PAGE = (Path(__file__).parents[2] / "docs" / "data.md").read_text("utf-8")


def example(language: str) -> str:
    return PAGE.split(f"```{language}\n")[1].split("```")[0]


@pytest.fixture
def taken(shell: Shell, home: Path, tmp_path: Path) -> None:
    """The example, imported."""
    file = tmp_path / "hips.json"
    file.write_text(example("json"), "utf-8")
    assert shell("import", str(file)) == (0, f"{file}: 1 session added, 0 changed, 0 the same\n", "")


def test_the_example_is_what_is_exported(taken: None, shell: Shell) -> None:
    exported = json.loads(shell("export").out)
    assert exported == json.loads(example("json"))
    assert list(exported["sessions"][0]) == list(json.loads(example("json"))["sessions"][0])
    for name, text in exported["circuits"].items():
        assert digest(text) == name and parse(text).name == exported["sessions"][0]["circuit"]


def test_so_is_the_table(taken: None, shell: Shell) -> None:
    assert shell("export", "--format", "csv").out == example("csv")


def test_every_value_of_a_session_and_of_a_set_is_told() -> None:
    (session,) = json.loads(example("json"))["sessions"]
    told = PAGE.split("| of a session |")[1]
    assert [name for name in session if f"`{name}`" not in told and name != "circuit"] == []
    of_a_set = {*SET, *PLACE} - {"exercise", "note", "at", "reach_s"}
    assert [name for name in of_a_set if f"`{name}`" not in told.split("| of a set |")[1]] == []
