"""How a command ends when something else ends it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hiptimer.commands import circuits

from .shell import Shell, own_process

PIPES = sys.platform != "win32"
FULL = (
    "hiptimer: standard output can't be written: the disk is full. Make room there, or send it elsewhere.\n"
)


def breaking(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def run(_: object) -> int:
        raise error

    monkeypatch.setattr(circuits, "run", run)


def test_an_unexpected_error_is_a_sentence_and_the_rest_is_in_the_log_file(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaking(monkeypatch, ZeroDivisionError("division by zero\x1b[2J"))
    result = shell("circuits", "list")
    log = home / "state" / "hiptimer.log"
    assert result.code == 1
    assert "ZeroDivisionError: division by zero" in result.sentence and str(log) in result.sentence
    assert "Traceback" in log.read_text() and "in run" in log.read_text()


@pytest.mark.parametrize(
    "args",
    ["report", "export --session last", "stats --exercise halo", "start nowhere", "sounds play nothing",
     "import nowhere.json", "circuits new runner-hips", "circuits new a/b", "circuits edit runner-hips"],
)  # fmt: skip
def test_a_refusal_ends_with_one_full_stop(shell: Shell, home: Path, args: str) -> None:
    said = shell(*args.split()).sentence
    assert said.endswith(".") and not said.endswith("..")


def test_without_a_place_for_a_log_it_says_how_to_see_more(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()
    (home / "state").write_text("in the way")
    breaking(monkeypatch, ZeroDivisionError("division by zero"))
    assert "HIPTIMER_DEBUG=1" in shell("circuits", "list").sentence


def test_debug_shows_the_traceback(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIPTIMER_DEBUG", "1")
    breaking(monkeypatch, ZeroDivisionError("division by zero"))
    result = shell("circuits", "list")
    assert result.code == 1 and result.err.startswith("Traceback")


def test_ctrl_c_is_quiet(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch, KeyboardInterrupt())
    assert shell("circuits", "list") == (130, "", "")


INTERRUPTING = """
import runpy, sys

def interrupt(event, arguments):
    if event == "import" and arguments[0] == "{module}":
        raise KeyboardInterrupt

sys.addaudithook(interrupt)
sys.argv[1:] = ["log"]
runpy.run_module("hiptimer", run_name="__main__")
"""


@pytest.mark.parametrize("module", ["hiptimer.cli", "hiptimer.commands.arguments", "sqlite3"])
def test_ctrl_c_is_quiet_while_it_is_still_being_imported(home: Path, module: str) -> None:
    code = INTERRUPTING.format(module=module)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_ctrl_c_in_what_an_import_makes_a_fault_of_is_quiet(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrapped = RuntimeError("Error calling __set_name__")
    wrapped.__cause__ = KeyboardInterrupt()
    breaking(monkeypatch, wrapped)
    assert shell("circuits", "list") == (130, "", "")


@pytest.mark.skipif(not PIPES, reason="pipes end otherwise here")
@pytest.mark.parametrize("args", [["circuits", "show", "runner-hips"], ["--help"], ["log"]])
def test_a_reader_that_has_enough_is_no_error(home: Path, args: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "hiptimer", *args],
        stdout=writer,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize(
    "args", [["circuits", "list"], ["start", "--plain", "--mute"], ["export", "-o", "-"]]
)
def test_a_full_disk_is_a_sentence(home: Path, args: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "hiptimer", *args],
            stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == FULL


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("buffered", ["", "1"])
def test_help_that_has_no_room_is_told_too(home: Path, buffered: str) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "hiptimer", "log", "--help"],
            env={**os.environ, "PYTHONUNBUFFERED": buffered},
            stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, FULL)


@pytest.mark.skipif(not PIPES, reason="a shell closes streams")
def test_what_is_refused_is_told_where_the_output_is_closed(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "cut.json"
    file.write_text('{"format": "hiptimer", "version": 1, "sessions": [')
    done = subprocess.run(
        f'"{sys.executable}" -m hiptimer import "{file}" >&-',
        shell=True, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == f"{file}:1: the file breaks off here: copy it again, or export it again\n"


def test_where_no_log_can_be_written_nothing_of_it_reaches_the_terminal(home: Path) -> None:
    home.write_text("in the way")
    code, out, err = own_process("start", "--plain", "--mute")
    assert code == 1 and "NOT SAVED" in out
    assert len(err.splitlines()) == 1 and err.startswith("hiptimer: can't use the history")


@pytest.mark.skipif(not PIPES, reason="a shell closes streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(
    ("args", "code"), [("log", 0), ("circuits list", 0), ("figures --still", 0), ("log --last 0", 2), ("", 1)]
)
def test_streams_that_are_closed(home: Path, closed: str, args: str, code: int) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m hiptimer {args} {closed}',
        shell=True, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == code
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr


def test_python_dash_m_is_the_same_command(home: Path) -> None:
    assert own_process("circuits", "list").code == 0
    assert own_process("log", "--last", "x").err.startswith("hiptimer log: ")
