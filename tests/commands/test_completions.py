"""`hiptimer completions`: the scripts are good, and the tab key does what it should."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hiptimer.circuit.library import builtin_names
from hiptimer.commands.arguments.completions import SHELLS

from .shell import Shell

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shells of other systems")

HIPTIMER = f'hiptimer() {{ {shlex.quote(sys.executable)} -m hiptimer "$@"; }}'


def ran(shell: str, *args: str) -> str:
    """What a shell printed, which has not complained."""
    done = subprocess.run([shell, *args], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture
def script(shell: Shell, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / "completions"
    code, out, err = shell("completions", request.param)
    assert (code, err) == (0, "")
    path.write_text(out)
    return path


@pytest.mark.parametrize(("script", "name"), [(name, name) for name in SHELLS], indirect=["script"])
def test_the_shell_takes_the_script(script: Path, name: str) -> None:
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    ran(name, "-n", str(script))


def tab(script: Path, line: str, cwd: Path) -> list[str]:
    """What bash offers at the end of a line."""
    words = [*shlex.split(line), *([""] if line.endswith(" ") else [])]
    asked = (
        f"{HIPTIMER}\nsource {shlex.quote(str(script))}\ncd {shlex.quote(str(cwd))}\n"
        f"COMP_WORDS=({shlex.join(words)})\nCOMP_CWORD={len(words) - 1}\n"
        '_shtab_hiptimer 2>/dev/null\nprintf "%s\\n" "${COMPREPLY[@]}"'
    )
    return sorted(ran("bash", "--norc", "-c", asked).split("\n")[:-1])


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
in_bash = pytest.mark.parametrize("script", ["bash"], indirect=True)


@needs_bash
@in_bash
def test_in_bash_commands_options_and_choices_are_completed(script: Path, tmp_path: Path) -> None:
    assert tab(script, "hiptimer st", tmp_path) == ["start", "stats"]
    assert tab(script, "hiptimer circuits ", tmp_path) == [
        "check", "copy", "edit", "list", "new", "path", "remove", "schema", "show",
    ]  # fmt: skip
    assert tab(script, "hiptimer start --r", tmp_path) == ["--reach", "--rest", "--resume", "--round-rest"]
    assert tab(script, "hiptimer start --count ", tmp_path) == ["key", "pace", "tap"]
    assert tab(script, "hiptimer completions ", tmp_path) == ["bash", "fish", "zsh"]
    assert "hip-thrust" in tab(script, "hiptimer figures ", tmp_path)


@needs_bash
@in_bash
def test_in_bash_circuits_are_those_there_are_now(script: Path, shell: Shell, tmp_path: Path) -> None:
    assert tab(script, "hiptimer start ", tmp_path) == list(builtin_names())
    shell("circuits", "new", "runners day")
    for command in ("start", "circuits show", "circuits edit", "circuits remove", "circuits copy"):
        offered = tab(script, f"hiptimer {command} run", tmp_path)
        assert offered == ["runner-hips", "runner-hips-bodyweight", "runners day"]
    assert tab(script, "hiptimer circuits copy tabata ", tmp_path) == [""]


@needs_bash
@in_bash
def test_in_bash_files_are_those_of_circuits(script: Path, tmp_path: Path) -> None:
    for name in ("one.toml", "two.txt", "sub/three.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    assert "one.toml" in tab(script, "hiptimer circuits check ", tmp_path)
    assert "two.txt" not in tab(script, "hiptimer circuits check ", tmp_path)
    assert tab(script, "hiptimer start ./o", tmp_path) == ["./one.toml"]
    assert tab(script, "hiptimer start sub/", tmp_path) == ["sub/three.toml"]
    assert "two.txt" in tab(script, "hiptimer report -o ", tmp_path)


@pytest.mark.skipif(shutil.which("fish") is None, reason="no fish here")
@pytest.mark.parametrize("script", ["fish"], indirect=True)
def test_in_fish_too(script: Path, shell: Shell, tmp_path: Path) -> None:
    def offered(line: str) -> list[str]:
        function = f"function hiptimer; {shlex.quote(sys.executable)} -m hiptimer $argv; end"
        asked = f"{function}; source {shlex.quote(str(script))}; complete -C {shlex.quote(line)}"
        return [one.split("\t")[0] for one in ran("fish", "--no-config", "-c", asked).splitlines()]

    shell("circuits", "new", "runners day")
    assert offered("hiptimer star") == ["start"]
    assert set(offered("hiptimer start ")) >= {*builtin_names(), "runners day"}
    assert offered("hiptimer start --cou") == ["--count"]


def test_the_library_that_makes_them_is_imported_for_nothing_else(home: Path) -> None:
    code = (
        "import sys; from hiptimer.cli import main; main(['circuits', 'list']); print('shtab' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ}, check=True
    )
    assert done.stdout.endswith("False\n")
