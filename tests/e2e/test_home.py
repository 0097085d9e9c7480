"""`hiptimer` alone: the home screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .circuits import HALO, THRUST
from .walking import do_sets, leave, skip_card

if TYPE_CHECKING:
    from .user import User


def test_space_starts_the_circuit_and_q_leads_back_and_out(user: User) -> None:
    with user.terminal() as terminal:
        skip_card(terminal)
        for name in ("WALL PUSH", "LUNGE HALO", "HIP THRUST", "BACK LUNGE", "e Settings"):
            terminal.until(name)
        assert "unfinished" not in terminal.text()
        terminal.press("space")
        terminal.until_status("READY · ROUND 1/3 · WALL PUSH · LEFT")
        terminal.press("q")
        terminal.until("e Settings")
        terminal.settled()
        terminal.press("q")
        assert terminal.exit_code() == 0
        assert terminal.is_sane()
    assert user.sessions() == []


def test_an_unfinished_session_is_shown_and_r_resumes_it(user: User) -> None:
    with user.start(user.circuit(THRUST), "--switch", "60") as terminal:
        do_sets(terminal, 1)
        leave(terminal, "r", "resume later")
        assert terminal.exit_code() == 0

    with user.terminal() as terminal:
        terminal.until("unfinished")
        assert "1 sets done" in terminal.settled() or "1 set done" in terminal.text()
        terminal.press("r")
        terminal.until_status("READY · ROUND 1/1 · HIP THRUST · RIGHT")
        leave(terminal, "r", "resume later")
        terminal.until("unfinished")
        terminal.settled()
        terminal.press("ctrl+c")
        assert terminal.exit_code() == 0
        assert terminal.is_sane()
    assert user.session()["status"] == "open"


@pytest.mark.long
def test_sets_are_counted_alike_in_summary_home_and_log(user: User) -> None:
    with user.start(user.circuit(HALO)) as terminal:
        do_sets(terminal, 2)
        terminal.until("2 of 2 sets done")
        terminal.wait(3.0)
        terminal.press("space")
        assert terminal.exit_code() == 0
    _, line = user.run("log").stdout.splitlines()
    assert " 2 " in line
    with user.terminal() as terminal:
        skip_card(terminal)  # this is the first time home is seen
        terminal.until("2 sets done", limit=5.0)
    with user.terminal() as terminal:
        terminal.until("2 sets done", limit=5.0)
        assert "of 4" not in terminal.text()


@pytest.mark.long
def test_r_does_nothing_where_there_is_nothing_to_resume(user: User) -> None:
    with user.terminal() as terminal:
        skip_card(terminal)
        terminal.until("e Settings")
        screen = terminal.settled()
        terminal.press("r")
        terminal.wait(1.0)
        assert terminal.text() == screen
        terminal.signal("TERM")
        assert terminal.exit_code() == 143
        assert terminal.is_sane()
