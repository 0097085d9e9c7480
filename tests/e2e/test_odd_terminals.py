"""Terminals with no colours, other letters, a mouse or another window in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.often import long

from .circuits import THRUST
from .walking import do_sets, to_work

if TYPE_CHECKING:
    from .terminal import Terminal
    from .user import User

FOCUS_LOST, FOCUS_BACK = b"\x1b[O", b"\x1b[I"


def click(terminal: Terminal, column: int, row: int) -> None:
    """Press and let go of the left button; places count from 1."""
    place = f"\x1b[<0;{column};{row}".encode()
    terminal.send(place + b"M" + place + b"m")


def column_of_button(terminal: Terminal) -> int:
    return terminal.settled().splitlines()[-1].index("SPACE") + 1


def test_a_session_can_be_read_without_colours_in_a_terminal_that_knows_little(user: User) -> None:
    plain = {"NO_COLOR": "1", "TERM": "vt100", "COLORTERM": ""}
    with user.start(user.circuit(THRUST), env=plain) as terminal:
        terminal.until_status("READY · ROUND 1/1 · HIP THRUST · LEFT")
        assert "SPACE" in terminal.settled()
        do_sets(terminal, 2)
        terminal.until_status("FINISHED · ROUND 1/1")
        terminal.wait(3.0)
        terminal.press("space")
        assert terminal.exit_code() == 0
        assert terminal.is_sane()
    assert user.rows("side", "reps") == [("left", 8), ("right", 8)]


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, *long({"LANG": "C"}, {"LANG": "de_DE.ISO-8859-1"})])
def test_a_session_in_a_terminal_that_knows_only_ascii_is_drawn_in_it(
    user: User, locale: dict[str, str]
) -> None:
    with user.start(user.circuit(THRUST), env=locale) as terminal:
        terminal.until("READY - ROUND 1/1 - HIP THRUST - LEFT")
        assert terminal.settled().isascii()
        terminal.press("?")
        terminal.until("any time")
        assert terminal.settled().isascii()
        assert terminal.titles()[-1].isascii()


@pytest.mark.long
def test_a_name_is_shown_letter_by_letter_and_steers_nothing(user: User) -> None:
    circuit = user.circuit(THRUST.replace("HIP THRUST", "[red]X[/]"))
    with user.start(circuit) as terminal:
        terminal.until_status("READY · ROUND 1/1 · [red]X[/] · LEFT")
        assert terminal.titles()[-1] == terminal.status()
    steering = user.circuit(THRUST.replace("HIP THRUST", "A\\u001b]2;B\\u0007"), "steering")
    with user.start(steering) as terminal:
        terminal.until(lambda: terminal.process.poll() is not None or terminal.phase() == "READY")
        assert "B" not in terminal.titles()


def test_a_click_counts_only_on_the_drawn_button(user: User) -> None:
    with user.start(user.circuit(THRUST)) as terminal:
        terminal.until_status("READY")
        column = column_of_button(terminal)
        click(terminal, 40, 12)
        terminal.wait(0.5)
        assert terminal.phase() == "READY"
        click(terminal, column, 24)
        terminal.until_status("WORK")


def test_a_window_that_gets_no_keys_says_so(user: User) -> None:
    with user.start(user.circuit(THRUST)) as terminal:
        to_work(terminal)
        terminal.send(FOCUS_LOST)
        terminal.until("KEYS DON'T REACH ME", limit=5.0)
        terminal.send(FOCUS_BACK)
        terminal.until(lambda: "KEYS DON'T REACH ME" not in terminal.text())


@pytest.mark.long
def test_the_click_that_brings_the_window_to_the_front_is_not_the_big_key(user: User) -> None:
    with user.start(user.circuit(THRUST), "--switch", "60") as terminal:
        to_work(terminal)
        column = column_of_button(terminal)
        terminal.send(FOCUS_LOST)
        terminal.wait(1.0)
        terminal.send(FOCUS_BACK)
        click(terminal, column, 24)
        terminal.wait(1.0)
        assert terminal.phase() == "WORK"
        terminal.wait(1.0)
        click(terminal, column, 24)
        terminal.until_status("SWITCH")


@pytest.mark.long
def test_no_stray_key_does_anything(user: User) -> None:
    with user.start(user.circuit(THRUST), "--switch", "60") as terminal:
        to_work(terminal)
        screen = terminal.settled()
        for key in ("escape", "\x1b[15~", "y", "z", "Z", "~", "\t", "é", "\x1b[H", "\x1b[57441u"):
            terminal.press(key)
            terminal.wait(0.15)
        assert terminal.settled() == screen
        assert user.rows() == []
