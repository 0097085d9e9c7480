"""The first minute after install, with the keyboard alone, as somebody who reads no manual."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from .circuits import THRUST
from .walking import do_sets, leave, skip_card

if TYPE_CHECKING:
    from .terminal import Terminal
    from .user import User


def four_questions(terminal: Terminal) -> None:
    for number, question in enumerate(("hear me", "read this", "laptop", "counts"), start=1):
        terminal.until(f"{number} of 4")
        assert question in terminal.settled()
        terminal.press("enter")
    terminal.until(lambda: "of 4" not in terminal.text(), "the card is gone")
    terminal.wait(1.0)


def try_it(terminal: Terminal) -> None:
    terminal.press("t")
    terminal.until_status("READY · ROUND 1/1 · WALL PUSH · LEFT")
    assert "NOT LOGGED" in terminal.text()
    terminal.wait(1.0)
    terminal.press("space")
    terminal.until_status("LEAD-IN")


def test_four_questions_once_and_then_the_real_thing(user: User) -> None:
    with user.terminal() as terminal:
        four_questions(terminal)
        try_it(terminal)
        terminal.until_status("WORK · ROUND 1/1 · WALL PUSH · LEFT")
        terminal.press("q")
        terminal.until("nothing was logged")
        terminal.press("q")
        assert terminal.exit_code() == 0
    assert user.sessions() == []

    with user.terminal() as terminal:
        terminal.until("e Settings")
        assert "of 4" not in terminal.settled()


@pytest.mark.long
def test_the_real_thing_takes_less_than_a_minute(user: User) -> None:
    with user.terminal() as terminal:
        skip_card(terminal)
        terminal.wait(1.0)
        begun = time.monotonic()
        try_it(terminal)
        for status in (
            "WORK · ROUND 1/1 · WALL PUSH · LEFT",
            "SWITCH · ROUND 1/1 · WALL PUSH · RIGHT",
            "WORK · ROUND 1/1 · WALL PUSH · RIGHT",
            "REST · ROUND 1/1 · BACK LUNGE",
            "WORK · ROUND 1/1 · BACK LUNGE",
            "FINISHED",
        ):
            terminal.until_status(status)
        assert time.monotonic() - begun < 60.0
        terminal.until("3 of 3 sets done")
        terminal.wait(3.0)
        terminal.press("space")
        terminal.until("nothing was logged")
        terminal.settled()
        terminal.press("q")
        assert terminal.exit_code() == 0
        assert terminal.is_sane()
    assert user.sessions() == []


def test_what_was_answered_holds_for_start(user: User) -> None:
    with user.terminal() as terminal:
        terminal.until("1 of 4")
        for key in "yya":
            terminal.settled()
            terminal.press(key)
        terminal.until("4 of 4")
        terminal.settled()
        terminal.press("p")
        terminal.until(lambda: "of 4" not in terminal.text(), "the card is gone")
        terminal.press("q")
        assert terminal.exit_code() == 0
    with user.start(user.circuit(THRUST)) as terminal:
        terminal.until_status("READY")
        terminal.big()
        terminal.until_status("WORK")
        terminal.until("One rep")  # each press is one
        terminal.press("q")
        terminal.until("Leave")


@pytest.mark.long
def test_a_guest_is_logged_as_one_and_the_shell_is_told_how_to_go_on(user: User) -> None:
    with user.start("--guest", user.circuit(THRUST), "--switch", "60") as terminal:
        do_sets(terminal, 1)
        assert "GUEST" in terminal.text()
        leave(terminal, "r", "resume later")
        assert terminal.exit_code() == 0
        assert b"Saved. hiptimer start --resume goes on." in terminal.raw
    session = user.session()
    assert (session["guest"], session["status"]) == (True, "open")
    with user.start("--resume") as terminal:
        do_sets(terminal, 1)
        terminal.until("2 of 2 sets done")
        terminal.wait(3.0)
        terminal.press("space")
        assert terminal.exit_code() == 0
        assert b"Finished: 2 sets in " in terminal.raw
    assert user.session()["guest"] is True
    assert "guest" in user.run("log").stdout
    with user.terminal() as terminal:
        skip_card(terminal)
        terminal.until("First time here")


@pytest.mark.long
def test_escape_leads_home_and_the_big_key_on(user: User) -> None:
    with user.terminal(columns=40, rows=12) as terminal:
        skip_card(terminal)
        terminal.wait(1.0)
        terminal.press("space")
        terminal.until("WALL PUSH")
        terminal.until("LEFT")
        terminal.press("q")
        terminal.until("t Try")
