"""`hiptimer completions`: in real shells, the tab key writes what arrives as it was meant."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiptimer.commands.arguments.completions import SHELLS

from .completing import LIMIT, circuit_file
from .shell import Shell

if TYPE_CHECKING:
    import pexpect

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="the shells of other systems"),
    # of newer Pythons, about the threads of other tests; the child is a shell at once
    pytest.mark.filterwarnings("ignore:This process .*is multi-threaded:DeprecationWarning"),
]

STARTS = {
    "bash": ("--norc --noprofile -i", "source {script}"),
    "zsh": ("-f -i", "fpath+=({script.parent}); autoload -U compinit; compinit -u -D"),
    "fish": ("--no-config -i", "source {script}"),
}
"""How each shell is started with nobody's own settings, and how it comes by the script."""


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
