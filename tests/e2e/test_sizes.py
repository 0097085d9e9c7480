"""Terminals that are too small, or change their size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .circuits import THRUST
from .walking import do_sets, to_work

if TYPE_CHECKING:
    from .user import User


def test_too_small_a_terminal_says_so_and_the_session_goes_on(user: User) -> None:
    with user.start(user.circuit(THRUST), "--switch", "3") as terminal:
        to_work(terminal)
        whole = terminal.settled()
        terminal.resize(30, 8)
        terminal.until("40x12")
        (line,) = [line for line in terminal.settled().splitlines() if "40x12" in line]
        assert "30x8" in line
        terminal.big()
        terminal.until_status("SWITCH")
        assert user.rows("side", "status") == [("left", "done")]
        terminal.press("u")
        terminal.until_status("WORK")
        terminal.resize(80, 24)
        terminal.until(lambda: terminal.text() == whole, f"the screen as it was:\n{whole}")
        terminal.big()
        terminal.resize(30, 8)
        terminal.until_status("WORK · ROUND 1/1")
        assert terminal.titles()[-1] == "WORK · ROUND 1/1 · HIP THRUST · RIGHT"
        terminal.big()
        terminal.until_status("FINISHED")
    assert user.session()["status"] == "finished"


@pytest.mark.long
def test_a_session_can_start_in_too_small_a_terminal(user: User) -> None:
    with user.start(user.circuit(THRUST), columns=30, rows=8) as terminal:
        terminal.until("40x12")
        do_sets(terminal, 1)
        terminal.resize(120, 40)
        terminal.until("WORK · ROUND 1/1 · HIP THRUST · RIGHT")
        assert "40x12" not in terminal.settled()
    assert user.rows("side", "status") == [("left", "done")]


@pytest.mark.long
def test_a_size_of_nothing_does_not_end_the_session(user: User) -> None:
    with user.start(user.circuit(THRUST)) as terminal:
        to_work(terminal)
        for columns, rows in ((1, 1), (2, 200), (300, 3), (80, 24)):
            terminal.resize(columns, rows)
            terminal.wait(0.3)
        terminal.until_status("WORK · ROUND 1/1 · HIP THRUST · LEFT")
        terminal.big()
        terminal.until(lambda: terminal.phase() in ("SWITCH", "WORK"))
    assert user.rows("side", "status") == [("left", "done")]
