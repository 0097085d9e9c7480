"""`hiptimer start --plain` as a program: through pipes, and in terminals that can't be drawn on."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import hiptimer
from tests.often import long

from .conftest import SQUAT
from .program import Program
from .shell import own_process

pytestmark = [
    pytest.mark.real_time,
    pytest.mark.skipif(sys.platform == "win32", reason="pipes can't be waited for there"),
]

FAST = ("--mute", "--lead-in", "1", "--rest", "30")
DUMB = {"TERM": "dumb"}


@pytest.fixture
def piped(home: Path, circuit: str) -> Iterator[Program]:
    with Program("start", circuit, "--plain", *FAST) as program:
        program.until("READY: squat.")
        yield program


@pytest.fixture
def dumb(home: Path, circuit: str) -> Iterator[Program]:
    """A terminal in which nothing can be drawn."""
    with Program("start", circuit, *FAST, terminal=True, **DUMB) as program:
        program.until("READY: squat.")
        yield program


def sessions() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(own_process("log", "--json").out)["sessions"]
    return found


def steers(program: Program) -> bool:
    """Whether anything but letters and newlines was written."""
    return not program.text.replace("\n", "").isprintable()


# -- through pipes


def test_a_set_is_done_through_a_pipe_and_the_session_kept_at_its_end(piped: Program) -> None:
    piped.send("\n")
    piped.until("WORK: squat. 5 reps")
    piped.press()
    piped.until("DONE: squat, logged: 5.")
    piped.until("REST: 90 s, then squat")
    piped.send("6\n")
    piped.until("CORRECTED: squat, 6.")
    piped.close_input()
    piped.until("The input has ended. Kept for later: hiptimer start --resume goes on.")
    assert piped.ended() == (0, "")
    assert not steers(piped)
    (session,) = sessions()
    assert session["status"] == "open"
    assert [(row["reps"], row["status"]) for row in session["sets"]] == [(6, "done")]


def test_it_goes_on_where_it_was_left(piped: Program, circuit: str) -> None:
    piped.send("s s\nq l\n")
    assert piped.ended() == (0, "")
    with Program("start", "--plain", "--mute", "--resume") as again:
        again.until("READY: squat. 5 reps. Round 2 of 2")
        again.send("q\np\nq\n")
        assert again.ended() == (0, "")
    assert [one["status"] for one in sessions()] == ["partial"]


@pytest.mark.parametrize("answer", ["r", "n", *long("x", "")])
def test_an_unfinished_session_is_asked_about_in_a_line(piped: Program, circuit: str, answer: str) -> None:
    piped.send("a\nq l\n")
    piped.ended()
    with Program("start", circuit, "--plain", *FAST) as again:
        again.until("A session is unfinished. r: go on with it. n: ")
        again.send(f"{answer}\na\nq l\n")
        assert again.ended() == (0, "")
        assert ("READY" in again.text) is (answer in ("r", "n"))
    assert [one["status"] for one in sessions()] == (["partial", "open"] if answer == "n" else ["open"])


def test_new_does_not_ask(piped: Program, circuit: str) -> None:
    piped.send("a\nq l\n")
    piped.ended()
    with Program("start", circuit, "--plain", "--new", *FAST) as again:
        again.until("READY")
        assert "unfinished" not in again.text


def test_nobody_types_and_nothing_is_kept(home: Path) -> None:
    done = own_process("start", "--plain", "--mute")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("Nothing was done, so nothing is kept.\n")
    assert sessions() == []


def test_nothing_to_resume(home: Path) -> None:
    assert "no session is unfinished" in own_process("start", "--plain", "--resume").sentence


@pytest.mark.parametrize("closed", ["<&-", ">&-"])
def test_a_stream_that_is_closed_is_named(home: Path, closed: str) -> None:
    command = f'"{sys.executable}" -m hiptimer start --plain {closed}'
    with Program(shell=command) as program:
        code, err = program.ended()
    assert code == 1 and "is closed" in err and err.count("\n") == 1


def test_a_reader_that_goes_away_ends_it_and_loses_nothing(piped: Program) -> None:
    piped.send("\n")
    piped.until("WORK")
    piped.close_output()
    piped.press()
    assert piped.process.wait(10.0) == 0
    assert (piped.errors(), sessions()[0]["status"]) == ("", "open")


@pytest.mark.parametrize("name", ["TERM", *long("INT", "HUP", "QUIT")])
def test_a_signal_saves_and_ends(piped: Program, name: str) -> None:
    piped.send("\n")
    piped.until("WORK")
    piped.process.send_signal(getattr(signal, f"SIG{name}"))
    assert piped.ended() == (128 + getattr(signal, f"SIG{name}"), "")
    assert sessions()[0]["status"] == "open"


@pytest.mark.parametrize("name", ["LC_ALL", "LANG"])
def test_what_another_locale_has_no_letters_for(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for other in ("LC_ALL", "LC_CTYPE", "LANG", "PYTHONUTF8"):
        monkeypatch.delenv(other, raising=False)
    path = tmp_path / "cafe.toml"
    path.write_text(SQUAT.replace('"SQUAT"', '"CAFÉ – 蹲"'), encoding="utf-8")
    with Program("start", str(path), "--plain", *FAST, **{name: "C"}) as program:
        program.until(re.escape("READY: cafe - \\u8e72."))
    assert program.text.isascii()


def test_without_a_terminal_the_refusal_names_what_to_do(home: Path) -> None:
    assert "hiptimer start --plain" in own_process("start").sentence
    assert "hiptimer start --plain" in own_process().sentence


# -- in a terminal that can't be drawn on


@pytest.mark.parametrize("term", ["dumb", ""])
def test_in_a_dumb_terminal_it_is_line_by_line_by_itself(home: Path, circuit: str, term: str) -> None:
    with Program("start", circuit, *FAST, terminal=True, TERM=term) as program:
        program.until("READY: squat.")
        assert not program.echoes()
        program.press()
        program.until("WORK")
        program.send("\x1b[A?")
        program.until("pageup: take the last key back")
        program.send("q")
        program.until("LEAVE")
        program.send("l")
        assert program.ended() == (0, "")
        assert program.echoes() and not steers(program)


def test_a_line_is_seen_while_it_is_typed(dumb: Program) -> None:
    dumb.send("w")
    dumb.until("WEIGHT of squat in kg")
    dumb.wait_for(dumb.echoes)
    dumb.send("12\n")
    dumb.until("WEIGHT: squat, 12 kg.")
    dumb.wait_for(lambda: not dumb.echoes())


def test_ctrl_c_asks_and_the_second_leaves(dumb: Program) -> None:
    dumb.send("a")
    dumb.until("ADDED")
    dumb.send("\x03")
    dumb.until("LEAVE")
    dumb.send("\x03")
    dumb.until("Kept for later")
    assert dumb.ended()[0] == 130 and dumb.echoes()


@pytest.mark.parametrize("name", ["TERM", "HUP", "QUIT"])
def test_a_signal_gives_the_terminal_back(dumb: Program, name: str) -> None:
    dumb.send("a")
    dumb.until("ADDED")
    dumb.process.send_signal(getattr(signal, f"SIG{name}"))
    assert dumb.ended()[0] == 128 + getattr(signal, f"SIG{name}")
    assert dumb.echoes() and sessions()[0]["status"] == "open"


def test_a_terminal_that_goes_away_ends_it_and_loses_nothing(dumb: Program) -> None:
    dumb.send("a")
    dumb.until("ADDED")
    dumb.hang_up()
    assert dumb.process.wait(10.0) == 129
    assert (dumb.errors(), sessions()[0]["status"]) == ("", "open")


def test_a_fault_of_ours_gives_the_terminal_back(home: Path, circuit: str, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "from hiptimer.plain import session\n"
        "def broken(*_): raise ZeroDivisionError('a fault')\n"
        "session.place = broken\n"
    )
    path = os.pathsep.join((str(tmp_path), str(Path(hiptimer.__file__).parents[1])))
    with Program("start", circuit, *FAST, terminal=True, **DUMB, PYTHONPATH=path) as program:
        code, err = program.ended()
        assert code == 1 and "ZeroDivisionError" in err and "Traceback" not in err
        assert program.echoes()


def test_home_says_what_there_is_and_asks(home: Path) -> None:
    with Program(terminal=True, **DUMB) as program:
        program.until("Runner's hips: 3-4 rounds, about 2[0-9] minutes.")
        program.until("Enter starts, q leaves.")
        program.send("\n")
        program.until("READY: wall push, left.")
        time.sleep(1.0)
        program.send("aql")
        assert program.ended() == (0, "")
    with Program(terminal=True, **DUMB) as program:
        program.until("Enter starts, r resumes the unfinished one, q leaves.")
        program.send("r")
        program.until("READY: wall push, left.")
        program.send("qp")
        assert program.ended() == (0, "") and program.echoes()
    with Program(terminal=True, **DUMB) as program:
        program.until("Enter starts, q leaves.")
        program.send("q")
        assert program.ended() == (0, "") and program.echoes()
    assert [one["status"] for one in sessions()] == ["partial"]
