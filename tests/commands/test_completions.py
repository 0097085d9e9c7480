"""`hiptimer completions`: in real shells, the tab key writes what arrives as it was meant."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiptimer.circuit.library import builtin_names
from hiptimer.commands.arguments.completions import SHELLS
from hiptimer.figure.shelf import figures

from .shell import Shell

if TYPE_CHECKING:
    import pexpect

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="the shells of other systems"),
    # of newer Pythons, about the threads of other tests; the child is a shell at once
    pytest.mark.filterwarnings("ignore:This process .*is multi-threaded:DeprecationWarning"),
]

LIMIT = 30
"""Seconds anything may take on a machine that has more to do than this."""

HIPTIMER = f"""#!/bin/sh
if [ -n "$_ARGCOMPLETE" ]; then exec {shlex.quote(sys.executable)} -m hiptimer "$@"; fi
printf 'GOT'; printf '<%s>' "$@"; echo 'END'
"""
"""Answers the tab key as hiptimer does, and shows what it is given otherwise."""

STARTS = {
    "bash": ("--norc --noprofile -i", "source {script}"),
    "zsh": ("-f -i", "fpath+=({script.parent}); autoload -U compinit; compinit -u -D"),
    "fish": ("--no-config -i", "source {script}"),
}
"""How each shell is started with nobody's own settings, and how it comes by the script."""


@pytest.fixture
def here(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory to stand in, which is the home directory too, with a hiptimer to be found."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "hiptimer").write_text(HIPTIMER)
    (tmp_path / "bin" / "hiptimer").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    here = tmp_path / "here"
    here.mkdir()
    for name, value in (("HOME", str(here)), ("TERM", "dumb"), ("LC_ALL", "C.UTF-8")):
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(here)
    return here


def circuit_file(home: Path, name: str) -> None:
    """A circuit of the runner's; nothing need stand in it to be found."""
    (home / "config" / "circuits").mkdir(parents=True, exist_ok=True)
    (home / "config" / "circuits" / f"{name}.toml").touch()


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


def needs(name: str) -> str:
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    return name


@pytest.fixture(params=SHELLS)
def script(shell: Shell, here: Path, request: pytest.FixtureRequest) -> Path:
    """The script for each shell there is, where the name says which; `_hiptimer` as zsh wants it."""
    path = here.parent / needs(request.param) / "_hiptimer"
    path.parent.mkdir()
    code, out, err = shell("completions", request.param)
    assert (code, err) == (0, "")
    path.write_text(out)
    return path


@pytest.fixture
def arrives(script: Path) -> Iterator[Callable[[str], list[str]]]:
    """Type a line, press tab and enter, and see what hiptimer is given by the shell."""
    import pexpect

    name = script.parent.name
    options, setting = STARTS[name]
    terminal = pexpect.spawn(
        name, options.split(), encoding="utf-8", timeout=LIMIT, dimensions=(24, 200), cwd=str(Path.cwd())
    )
    terminal.sendline(f"{setting.format(script=script)}; hiptimer ready")
    terminal.expect_exact("GOT<ready>END")
    yield lambda line: _pressed(terminal, line)
    terminal.close(force=True)


def _pressed(terminal: pexpect.spawn, line: str) -> list[str]:
    terminal.send(f"{line}\t\r")
    terminal.expect("GOT<([^\r\n]*)>END")
    return str(terminal.match[1]).split("><")


def test_the_shell_takes_the_script(script: Path) -> None:
    done = subprocess.run([script.parent.name, "-n", str(script)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_tab_key_completes_commands_options_choices_and_figures(
    arrives: Callable[[str], list[str]],
) -> None:
    assert arrives("hiptimer star") == ["start"]
    assert arrives("hiptimer circuits ch") == ["circuits", "check"]
    assert arrives("hiptimer start --cou") == ["start", "--count"]
    assert arrives("hiptimer start --count p") == ["start", "--count", "pace"]
    assert arrives("hiptimer start --count=p") == ["start", "--count=pace"]
    assert arrives("hiptimer figures hip-th") == ["figures", "hip-thrust"]
    assert arrives("cd .; NAME=value hiptimer qui") == ["quick"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("runners day", "runners\\ d"),
        ('odd $(touch pwned); `touch pwned` it\'s & "so"|[b]*?{a,b}', "odd"),
        pytest.param("runners day", "runners", marks=pytest.mark.long),
        pytest.param("runners day", '"runners', marks=pytest.mark.long),
        pytest.param("été", "ét", marks=pytest.mark.long),
        pytest.param("odd#t^r~a!:=@%", "odd", marks=pytest.mark.long),
        pytest.param("odd\\n", "odd", marks=pytest.mark.long),
    ],
)
def test_the_tab_key_completes_a_circuit_of_any_name(
    arrives: Callable[[str], list[str]], home: Path, here: Path, name: str, typed: str
) -> None:
    circuit_file(home, name)
    assert arrives(f"hiptimer start {typed}") == ["start", name]
    assert not (here / "pwned").exists()


def test_the_tab_key_goes_on_in_directories(arrives: Callable[[str], list[str]], here: Path) -> None:
    (here / "two words").mkdir()
    (here / "two words" / "a $day.toml").touch()
    (here / "note.txt").touch()
    assert arrives("hiptimer start two\ta") == ["start", "two words/a $day.toml"]
    assert arrives("hiptimer start two\\ words/") == ["start", "two words/a $day.toml"]
    assert arrives("hiptimer circuits check ~/two\\ words/a") == [
        "circuits", "check", f"{here}/two words/a $day.toml",
    ]  # fmt: skip
    assert arrives("hiptimer start not") == ["start", "not"]
    (here / "two words" / "a hip.json").touch()
    assert arrives("hiptimer import two\\ words/") == ["import", "two words/a hip.json"]
    assert arrives("hiptimer import ~/two\\ words/a") == ["import", f"{here}/two words/a hip.json"]
    assert arrives("hiptimer export -o not") == ["export", "-o", "note.txt"]
    assert arrives("hiptimer circuits new t") == ["circuits", "new", "t"]


def test_nothing_is_said_into_the_shell_when_something_is_wrong(
    arrives: Callable[[str], list[str]], home: Path, here: Path
) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "circuits").touch()
    assert arrives("hiptimer start straight") == ["start", "straight-sets"]


def test_the_library_that_completes_is_imported_for_nothing_else(home: Path) -> None:
    code = (
        "import sys; from hiptimer.cli import main; main(['circuits', 'list']);"
        "print([one for one in sys.modules if re.match('argcomplete|hiptimer.commands.compl', one)])"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import re; {code}"], capture_output=True, text=True, check=True
    )
    assert re.search(r"^\[\]$", done.stdout, re.MULTILINE)
