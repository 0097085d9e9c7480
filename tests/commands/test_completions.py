"""What hiptimer answers the tab key."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from hiptimer.circuit.library import builtin_names
from hiptimer.figure.shelf import figures

from .completing import LIMIT, circuit_file
from .shell import Shell

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shells of other systems")


def tab(line: str) -> list[str]:
    """What hiptimer says that fits at the end of a line, and it says nothing else anywhere."""
    asked = {
        "_ARGCOMPLETE": "1", "_ARGCOMPLETE_SHELL": "fish", "_ARGCOMPLETE_IFS": "\n", "COMP_LINE": line,
        "COMP_POINT": str(len(line)), "_ARGCOMPLETE_SUPPRESS_SPACE": "1",
    }  # fmt: skip
    command = f"exec {shlex.quote(sys.executable)} -m hiptimer 3>&1 8>answer 9>&2"
    done = subprocess.run(
        ["/bin/sh", "-c", command], env={**os.environ, **asked}, capture_output=True, text=True,
        timeout=LIMIT, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    answer = Path("answer").read_text("utf-8")
    Path("answer").unlink()
    return answer.splitlines()


def test_commands_options_and_choices_are_completed(here: Path) -> None:
    assert sorted(tab("hiptimer st")) == ["start", "stats"]
    assert sorted(tab("hiptimer circuits ")) == [
        "check", "copy", "edit", "list", "new", "path", "remove", "schema", "show",
    ]  # fmt: skip
    assert sorted(tab("hiptimer start --r")) == ["--reach", "--rest", "--resume", "--round-rest"]
    assert sorted(tab("hiptimer start --count ")) == ["key", "pace", "tap"]
    assert tab("hiptimer completions ") == ["bash", "zsh", "fish"]
    assert tab("hiptimer figures ") == list(figures())


def test_circuits_are_those_there_are_now(here: Path, shell: Shell) -> None:
    assert tab("hiptimer start ") == list(builtin_names())
    shell("circuits", "new", "runners day")
    for command in ("start", "circuits show", "circuits edit", "circuits remove", "circuits copy"):
        assert tab(f"hiptimer {command} run") == ["runner-hips", "runner-hips-bodyweight", "runners day"]


@pytest.mark.parametrize("command", ["report -o ", "export --output "])
def test_a_file_that_is_written_may_be_any(here: Path, command: str) -> None:
    for name in ("one.toml", "two.txt"):
        (here / name).touch()
    assert {"one.toml", "two.txt"} <= set(tab(f"hiptimer {command}"))


def test_what_is_imported_is_json(here: Path) -> None:
    for name in ("one.toml", "sub/two.csv", "hips.JSON"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).touch()
    assert tab("hiptimer import ") == ["hips.JSON", "sub/"]


def test_what_only_the_runner_knows_is_not_completed(here: Path) -> None:
    (here / "one.toml").touch()
    for line in ("circuits new ", "circuits copy tabata ", "quick ", "start --rest ", "sounds play "):
        assert tab(f"hiptimer {line}") == []


def test_files_are_those_of_circuits_and_directories_to_go_on_in(here: Path) -> None:
    for name in ("one.toml", "two.txt", "sub/three.toml", ".hidden/four.toml"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).touch()
    assert tab("hiptimer circuits check ") == [*builtin_names(), "one.toml", "sub/"]
    assert tab("hiptimer start ") == [*builtin_names(), "one.toml", "sub/"]
    assert tab("hiptimer start ./o") == ["./one.toml"]
    assert tab("hiptimer start sub/") == ["sub/three.toml"]
    assert tab("hiptimer start ~/s") == ["~/sub/"]
    assert tab("hiptimer start .h") == [".hidden/"]
    assert tab("hiptimer start nowhere/") == []


def test_no_name_that_steers_the_terminal_or_would_be_read_as_something_else(home: Path, here: Path) -> None:
    for name in ("a\033[2Jb", "a\nb", "a\vb", "--resume", "#one", "~root"):
        circuit_file(home, name)
    assert tab("hiptimer start ") == list(builtin_names())


def test_a_directory_of_circuits_that_is_none_is_not_told_to_the_shell(home: Path, here: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "circuits").touch()
    assert tab("hiptimer start ") == list(builtin_names())


def test_the_library_that_completes_is_imported_for_nothing_else(home: Path) -> None:
    code = (
        "import sys; from hiptimer.cli import main; main(['circuits', 'list']);"
        "print([one for one in sys.modules if re.match('argcomplete|hiptimer.commands.compl', one)])"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import re; {code}"], capture_output=True, text=True, check=True
    )
    assert re.search(r"^\[\]$", done.stdout, re.MULTILINE)
