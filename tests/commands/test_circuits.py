"""`hiptimer circuits`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hiptimer.circuit.json_schema import json_schema

from .shell import Shell

GOOD = 'name = "Mine"\nsets = 2\n[[exercise]]\nid = "plank"\nname = "Plank"\nseconds = 40\n'
SIX = """
name = 7
sets = 0
ordre = "rounds"

[rest]
switch = -1

[[exercise]]
id = "plank"
name = "Plank"
sides = "both sides"
"""


@pytest.fixture
def mine(home: Path) -> Path:
    directory = home / "config" / "circuits"
    directory.mkdir(parents=True)
    (directory / "planks.toml").write_text(GOOD)
    return directory


def test_the_list_names_each_with_its_origin_and_about_how_long_it_takes(shell: Shell, mine: Path) -> None:
    code, out, err = shell("circuits", "list")
    assert (code, err) == (0, "")
    lines = out.split("\n")
    assert lines[0].split(maxsplit=1) == ["planks", f"yours: {mine / 'planks.toml'}"]
    assert lines[1].strip() == "Mine: 1 exercise, 2 rounds; about 3 min"
    assert lines[2].split() == ["runner-hips", "built-in"]
    assert "about 27 min" in lines[3]
    assert str(mine) in lines[-3]


def test_a_bad_file_is_listed_with_its_first_fault(shell: Shell, mine: Path) -> None:
    (mine / "bad.toml").write_text(SIX)
    code, out, _ = shell("circuits", "list")
    assert code == 0
    assert f"can't be used: {mine / 'bad.toml'}:2: name: expected" in out
    assert "runner-hips" in out


def test_one_is_shown_in_words(shell: Shell) -> None:
    code, out, err = shell("circuits", "show", "runner-hips")
    assert (code, err) == (0, "")
    assert out.startswith("Runner's hips\nabout 27 min; built-in\nafter Marie Whitt")
    assert "3-6 clockwise, then 3-6 counterclockwise" in out


def test_a_good_file_is_ok(shell: Shell, mine: Path) -> None:
    file = str(mine / "planks.toml")
    assert shell("circuits", "check", file) == (
        0,
        f"{file}: ok: Mine: 1 exercise, 2 rounds; about 3 min\n",
        "",
    )


def test_a_figure_that_there_is_not_is_told_and_is_no_fault(shell: Shell, mine: Path) -> None:
    exercise = '[[exercise]]\nid = "{0}"\nname = "{0}"\nreps = 8\nfigure = "{1}"\n'
    named = [("thrust", "hip-trust"), ("bridge", "frog"), ("halo", "lunge-halo")]
    file = mine / "drawn.toml"
    file.write_text('name = "Drawn"\n' + "".join(exercise.format(*both) for both in named))
    code, out, err = shell("circuits", "check", str(file))
    assert (code, err) == (0, "")
    assert out.splitlines()[1:] == [
        'THRUST: no figure is called "hip-trust", so none is drawn; did you mean "hip-thrust"?',
        'BRIDGE: no figure is called "frog", so none is drawn; '
        "there are wall-push, lunge-halo, hip-thrust and backward-lunge",
    ]


def test_six_mistakes_are_six_lines_and_nothing_is_lost(shell: Shell, mine: Path) -> None:
    file = mine / "bad.toml"
    file.write_text(SIX)
    code, out, err = shell("circuits", "check", str(file))
    assert (code, out) == (1, "")
    lines = err.splitlines()
    assert [line.split(":")[1] for line in lines] == ["2", "3", "4", "7", "9", "12"]
    assert all(line.startswith(f"{file}:") for line in lines)
    assert file.read_text() == SIX


@pytest.mark.parametrize("command", [("start",), ("circuits", "show"), ("circuits", "check")])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("runer-hips", 'There is no circuit "runer-hips". Did you mean "runner-hips"?'),
        ("missing.toml", "There is no file missing.toml"),
        ("", 'There is no circuit ""'),
        ("x\x1b[2J\n", "\\u001b[2J"),
        ("\x1b[2J.toml", "\\u001b[2J.toml"),
    ],
)
def test_a_circuit_that_is_not_there_is_a_sentence(
    shell: Shell, command: tuple[str, ...], name: str, said: str
) -> None:
    result = shell(*command, name)
    assert result.code == 1 and said in result.sentence


def test_a_broken_file_does_not_start_and_says_all_its_faults(shell: Shell, mine: Path) -> None:
    (mine / "bad.toml").write_text(SIX)
    code, out, err = shell("start", "bad")
    assert (code, out, len(err.splitlines())) == (1, "", 6)


def test_a_file_under_another_ending_is_told_so(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text(GOOD)
    assert "ends in .toml" in shell("circuits", "check", str(tmp_path / "mine.txt")).sentence


def test_a_file_that_is_not_toml_or_not_text(shell: Shell, mine: Path) -> None:
    (mine / "x.toml").write_text("name = [")
    assert shell("circuits", "check", str(mine / "x.toml")).sentence.startswith(f"{mine / 'x.toml'}:1:")
    (mine / "x.toml").write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in shell("circuits", "check", str(mine / "x.toml")).sentence


def test_the_schema_is_printed_as_json(shell: Shell) -> None:
    code, out, err = shell("circuits", "schema")
    assert (code, err) == (0, "")
    assert json.loads(out) == json_schema()
