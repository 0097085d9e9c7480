"""A pause in a hold, a round more, a key held down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .circuits import SQUAT, THRUST, WALL
from .walking import do_sets, to_work

if TYPE_CHECKING:
    from .user import User

REPEAT = 1 / 30
"""Seconds between two characters of a key that is held down."""


def test_a_hold_paused_before_10_s_is_interrupted_and_offered_again(user: User) -> None:
    with user.start(user.circuit(WALL), "--switch", "60") as terminal:
        to_work(terminal)
        terminal.wait(2.0)
        terminal.press("p")
        terminal.until_status("PAUSED · ROUND 1/1 · WALL PUSH · LEFT")
        ((side, status, seconds),) = user.rows("side", "status", "seconds")
        assert (side, status) == ("left", "interrupted")
        assert 1.9 <= seconds <= 4.0
        terminal.press("p")
        terminal.until_status("READY · ROUND 1/1 · WALL PUSH · LEFT")
        do_sets(terminal, 1)
        terminal.until_status("SWITCH · ROUND 1/1 · WALL PUSH · RIGHT")
    done = [row for row in user.rows() if row["status"] == "done"]
    assert [row["side"] for row in done] == ["left"]


@pytest.mark.long
def test_a_hold_paused_after_10_s_is_interrupted_and_the_session_goes_on(user: User) -> None:
    with user.start(user.circuit(WALL), "--switch", "1") as terminal:
        to_work(terminal)
        terminal.wait(10.3)
        terminal.press("p")
        terminal.until_status("PAUSED")
        terminal.big()
        terminal.until_status("SWITCH · ROUND 1/1 · WALL PUSH · RIGHT")
        terminal.until_status("WORK · ROUND 1/1 · WALL PUSH · RIGHT")
        terminal.big()
        terminal.until_status("FINISHED")
    assert user.session()["status"] == "finished"
    assert user.rows("side", "status") == [("left", "interrupted"), ("right", "done")]
    assert 10.0 <= user.rows("seconds")[0] <= 13.0


@pytest.mark.long
def test_paused_reps_stay_valid(user: User) -> None:
    with user.start(user.circuit(THRUST), "--switch", "60") as terminal:
        to_work(terminal)
        terminal.press("p")
        terminal.until_status("PAUSED · ROUND 1/1 · HIP THRUST · LEFT")
        terminal.press("p")
        terminal.until_status("WORK · ROUND 1/1 · HIP THRUST · LEFT")
        terminal.big()
        terminal.until_status("SWITCH")
    assert user.rows("side", "reps", "status") == [("left", 8, "done")]


@pytest.mark.long
def test_a_round_is_extra_only_beyond_what_the_circuit_names(user: User) -> None:
    with user.start(user.circuit(SQUAT), "--sets", "1") as terminal:
        terminal.until_status("READY · ROUND 1/1 · SQUAT")
        for rounds in (2, 3, 4):
            terminal.press("a")
            terminal.until_status(f"READY · ROUND 1/{rounds} · SQUAT")
        do_sets(terminal, 4)
        terminal.until_status("FINISHED · ROUND 4/4")
    assert user.rows("set", "extra", "status") == [
        (1, False, "done"),
        (2, False, "done"),
        (3, False, "done"),
        (4, True, "done"),
    ]


@pytest.mark.long
def test_a_round_is_extra_only_beyond_what_was_asked_for(user: User) -> None:
    with user.start(user.circuit(SQUAT), "--sets", "4") as terminal:
        do_sets(terminal, 4)
        terminal.until_status("FINISHED · ROUND 4/4")
        assert user.session()["status"] == "finished"
        terminal.press("a")
        terminal.until_status("READY · ROUND 5/5 · SQUAT")
        assert user.session()["status"] == "open"
        do_sets(terminal, 1)
        terminal.until_status("FINISHED · ROUND 5/5")
    assert user.session()["status"] == "finished"
    assert user.rows("set", "extra") == [(1, False), (2, False), (3, False), (4, False), (5, True)]


def test_a_key_held_down_marks_one_set_and_does_not_cut_the_rest(user: User) -> None:
    with user.start(user.circuit(THRUST), "--switch", "60") as terminal:
        to_work(terminal)
        terminal.wait(1.0)
        for _ in range(30):
            terminal.send(b" ")
            terminal.wait(REPEAT)
        terminal.until_status("SWITCH · ROUND 1/1 · HIP THRUST · RIGHT")
        terminal.wait(4.0)
        assert terminal.phase() == "SWITCH"
        assert user.rows("side", "reps", "status") == [("left", 8, "done")]
        terminal.press("space")
        terminal.until_status("WORK · ROUND 1/1 · HIP THRUST · RIGHT", limit=6.0)


@pytest.mark.long
def test_a_key_held_down_at_ready_starts_the_lead_in_and_no_more(user: User) -> None:
    with user.start(user.circuit(THRUST), "--lead-in", "1") as terminal:
        terminal.until_status("READY")
        for _ in range(60):
            terminal.send(b" ")
            terminal.wait(REPEAT)
        terminal.until_status("WORK · ROUND 1/1 · HIP THRUST · LEFT")
        assert user.rows() == []


@pytest.mark.long
def test_done_pressed_twice_does_not_cut_the_rest(user: User) -> None:
    with user.start(user.circuit(THRUST), "--switch", "60") as terminal:
        do_sets(terminal, 1)
        terminal.press("space")
        terminal.wait(4.0)
        assert terminal.status() == "SWITCH · ROUND 1/1 · HIP THRUST · RIGHT"
