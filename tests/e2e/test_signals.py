"""Signals and job control: the session is saved, the terminal is left as it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.often import long

from .circuits import THRUST, WALL
from .walking import leave, to_work

if TYPE_CHECKING:
    from .terminal import Terminal
    from .user import User

CODES = {"TERM": 143, "INT": 130, "HUP": 129}


def hold(terminal: Terminal, seconds: float) -> None:
    """Hold the first side for so long."""
    to_work(terminal)
    terminal.wait(seconds)


@pytest.mark.parametrize("name", ["TERM", *long("INT", "HUP")])
def test_a_signal_in_a_hold_saves_it_as_interrupted(user: User, name: str) -> None:
    with user.start(user.circuit(WALL)) as terminal:
        hold(terminal, 2.0)
        terminal.signal(name)
        assert terminal.exit_code() == CODES[name]
        assert terminal.is_sane() or name == "HUP", "for HUP there is a test of its own"

    assert user.session()["status"] == "open"
    ((side, status, seconds),) = user.rows("side", "status", "seconds")
    assert (side, status) == ("left", "interrupted")
    assert 1.5 <= seconds <= 5.0
    with user.start("--resume") as terminal:
        terminal.until_status("READY · ROUND 1/1 · WALL PUSH · LEFT")


@pytest.mark.long
def test_a_hang_up_that_is_only_a_signal_leaves_the_terminal_as_it_was(user: User) -> None:
    with user.start(user.circuit(WALL)) as terminal:
        terminal.until_status("READY")
        terminal.signal("HUP")
        assert terminal.exit_code() == 129
        assert terminal.is_sane()


def test_a_signal_in_the_first_second_of_a_hold_logs_nothing(user: User) -> None:
    with user.start(user.circuit(WALL)) as terminal:
        hold(terminal, 0.0)
        terminal.signal("TERM")
        assert terminal.exit_code() == 143
    assert user.session()["status"] == "open"
    assert user.rows() == []


def test_a_terminal_that_is_closed_saves_the_session(user: User) -> None:
    with user.start(user.circuit(WALL)) as terminal:
        hold(terminal, 2.0)
        terminal.hang_up()
        assert terminal.exit_code() == 129
    assert user.session()["status"] == "open"
    assert user.rows("side", "status") == [("left", "interrupted")]


def test_a_signal_before_the_first_key_leaves_no_session(user: User) -> None:
    with user.start() as terminal:
        terminal.until_status("READY")
        terminal.signal("TERM")
        assert terminal.exit_code() == 143
        assert terminal.is_sane()
    assert user.sessions() == []


def test_ctrl_z_gives_the_shell_back_and_fg_the_screen(user: User) -> None:
    with user.program("bash", "--norc", "-i", env={"PS1": "shell> "}) as terminal:
        terminal.until("shell>")
        terminal.send(user.line("start", user.circuit(THRUST), "--mute", "--lead-in", "1", "--switch", "60"))
        to_work(terminal)
        screen = terminal.settled()

        terminal.press("ctrl+z")
        terminal.until("Stopped")
        assert 1049 not in terminal.modes() and 25 in terminal.modes()
        terminal.send(b"echo $((6 * 7))\r")
        terminal.until("42")

        terminal.send(b"fg\r")
        terminal.until(lambda: terminal.text() == screen, f"the screen as it was:\n{screen}")
        terminal.big()
        terminal.until_status("SWITCH")
        leave(terminal, "r", "resume later")
        terminal.until(lambda: 1049 not in terminal.modes(), "the shell's screen")
        # what is typed before this, Textual throws away as it ends
        terminal.until("Saved. hiptimer start --resume goes on.")
        terminal.send(b"echo code=$?\r")
        terminal.until("code=0")
        terminal.until(lambda: terminal.modes() & {25, 1049, 1000, 1003} == {25})
        terminal.send(b"exit\r")
        terminal.exit_code()
    assert user.rows("side", "status", "reps") == [("left", "done", 8)]


@pytest.mark.long
def test_a_signal_while_a_dialog_is_open_saves_the_session(user: User) -> None:
    with user.start(user.circuit(WALL)) as terminal:
        hold(terminal, 1.5)
        terminal.press("q")
        terminal.until("resume later")
        terminal.signal("TERM")
        assert terminal.exit_code() == 143
        assert terminal.is_sane()
    assert user.session()["status"] == "open"
    assert user.rows("side", "status") == [("left", "interrupted")]


@pytest.mark.long
def test_a_shell_that_loses_its_terminal_takes_the_session_with_it(user: User) -> None:
    with user.program("bash", "--norc", "-i", env={"PS1": "shell> "}) as terminal:
        terminal.until("shell>")
        terminal.send(user.line("start", user.circuit(WALL), "--mute", "--lead-in", "1"))
        hold(terminal, 1.5)
        terminal.hang_up()
        terminal.exit_code()
        terminal.until(lambda: user.rows("side", "status") == [("left", "interrupted")], limit=10.0)
    assert user.session()["status"] == "open"


@pytest.mark.long
def test_ctrl_z_works_in_a_dialog_too(user: User) -> None:
    with user.program("bash", "--norc", "-i", env={"PS1": "shell> "}) as terminal:
        terminal.until("shell>")
        terminal.send(user.line("start", user.circuit(THRUST), "--mute"))
        terminal.until_status("READY")
        terminal.press("s")
        terminal.until("Skip HIP THRUST?")
        terminal.settled()
        terminal.press("ctrl+z")
        terminal.until("Stopped", limit=5.0)
