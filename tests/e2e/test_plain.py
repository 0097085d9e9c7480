"""Line by line: a whole session through pipes, and a shell whose terminal can't be drawn on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.commands.program import Program

from .circuits import THRUST
from .user import FAST

if TYPE_CHECKING:
    from .user import User


def test_a_whole_session_through_pipes_is_logged_as_one_of_the_full_screen(user: User) -> None:
    with Program("start", "--plain", "--mute", *FAST, terminal=False, shell="", **user.env) as program:
        while program.until("(READY|WORK|FINISHED): ") != "FINISHED: ":
            program.press()
        program.until("24 of 24 sets done")
        time.sleep(3.0)
        program.send("\n")
        assert program.ended() == (0, "")
    assert user.session()["status"] == "finished"
    rows = user.rows("exercise", "side", "direction", "status")
    assert len(rows) == 30 and {row[-1] for row in rows} == {"done"}
    assert rows[:4] == [
        ("wall-push", "left", None, "done"),
        ("wall-push", "right", None, "done"),
        ("lunge-halo", "left", "clockwise", "done"),
        ("lunge-halo", "left", "counterclockwise", "done"),
    ]


def test_ctrl_z_gives_a_dumb_terminal_back_and_fg_goes_on(user: User) -> None:
    dumb = {"PS1": "shell> ", "TERM": "dumb"}
    with user.program("bash", "--norc", "-i", rows=200, env=dumb) as terminal:
        terminal.until("shell>")
        terminal.send(user.line("start", user.circuit(THRUST), "--mute"))
        terminal.until("READY: hip thrust, left.")
        terminal.until(lambda: not terminal.is_sane())
        terminal.press("ctrl+z")
        terminal.until("Stopped", limit=5.0)
        terminal.send(b"echo it is $((40 + 2))\r")
        terminal.until("it is 42")
        assert terminal.text().count("READY: ") == 1
        terminal.send(b"fg\r")
        terminal.until(lambda: terminal.text().count("READY: ") == 2)
        terminal.press("space")
        terminal.until("GET SET: hip thrust, left")
        terminal.send(b"qp")
        terminal.until("hiptimer log shows it")
        terminal.until(lambda: terminal.text().rstrip().endswith("shell>"))
        terminal.send(b"echo code=$?\r")
        terminal.until("code=0")
        assert 1049 not in terminal.modes()
        terminal.send(b"exit\r")
        terminal.exit_code()
    assert user.session()["status"] == "partial"
