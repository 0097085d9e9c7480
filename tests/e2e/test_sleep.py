"""The machine sleeps (here: the app is stopped) in a session: no second of that is in a valid row."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from .circuits import THRUST, WALL
from .walking import do_sets, to_work

if TYPE_CHECKING:
    from .terminal import Terminal
    from .user import User

ASLEEP = 6.5
"""Seconds; from 5 s on the machine is taken to have slept."""


def sleep(terminal: Terminal) -> None:
    """Stop the app for a while."""
    terminal.signal("STOP")
    time.sleep(ASLEEP)
    terminal.signal("CONT")


def test_a_sleep_in_a_hold_interrupts_it_at_the_sleep(user: User) -> None:
    with user.start(user.circuit(WALL), "--switch", "60") as terminal:
        began = to_work(terminal)
        terminal.wait(2.2)
        held = time.monotonic() - began
        sleep(terminal)
        terminal.until_status("READY · ROUND 1/1 · WALL PUSH · LEFT")
        ((side, status, seconds),) = user.rows("side", "status", "seconds")
        assert (side, status) == ("left", "interrupted")
        assert held - 1.6 <= seconds <= held + 0.3

        began = to_work(terminal)
        terminal.big()
        held = time.monotonic() - began
        terminal.until_status("SWITCH · ROUND 1/1 · WALL PUSH · RIGHT")
        done = [row for row in user.rows() if row["status"] == "done"]
        assert [row["side"] for row in done] == ["left"]
        assert done[0]["seconds"] <= held + 0.3


@pytest.mark.long
def test_a_sleep_in_a_rest_ends_at_ready_in_silence(user: User) -> None:
    # no player but the bell, which is heard in what the app writes
    with user.start(user.circuit(THRUST), "--switch", "4", mute=False, env=user.only_the_bell()) as terminal:
        to_work(terminal)
        terminal.until(lambda: b"\x07" in terminal.raw, "a bell at the start of the set")
        terminal.big()
        terminal.until_status("SWITCH")
        terminal.wait(0.5)
        sleep(terminal)
        heard = terminal.raw.count(b"\x07")
        terminal.until_status("READY · ROUND 1/1 · HIP THRUST · RIGHT")
        terminal.wait(1.0)
        # one that was due before the sleep may still be on its way; the count-in slept through has four
        assert terminal.raw.count(b"\x07") <= heard + 1
        assert terminal.status() == "READY · ROUND 1/1 · HIP THRUST · RIGHT"
        assert user.rows("side", "status") == [("left", "done")]


@pytest.mark.long
def test_a_stop_in_passing_leaves_keys_and_terminal_as_they_were(user: User) -> None:
    with user.start(user.circuit(THRUST)) as terminal:
        terminal.until_status("READY")
        terminal.signal("STOP")
        time.sleep(0.5)
        terminal.signal("CONT")
        terminal.wait(1.0)
        do_sets(terminal, 2)
        terminal.until_status("FINISHED")
        terminal.signal("TERM")
        assert terminal.exit_code() == 143
        assert terminal.is_sane()


@pytest.mark.long
def test_ctrl_z_for_long_in_a_hold_is_a_sleep_too(user: User) -> None:
    with user.program("bash", "--norc", "-i", env={"PS1": "shell> "}) as terminal:
        terminal.until("shell>")
        terminal.send(user.line("start", user.circuit(WALL), "--mute", "--lead-in", "1"))
        to_work(terminal)
        terminal.wait(2.0)
        terminal.press("ctrl+z")
        terminal.until("Stopped")
        terminal.wait(ASLEEP)
        terminal.send(b"fg\r")
        terminal.until_status("READY · ROUND 1/1 · WALL PUSH · LEFT")
        ((side, status, seconds),) = user.rows("side", "status", "seconds")
    assert (side, status) == ("left", "interrupted")
    assert 1.0 <= seconds <= 4.0
