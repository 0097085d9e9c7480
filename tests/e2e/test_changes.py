"""Undo, swap, correct, skip and redo: what the log says of them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from .circuits import HALO, THRUST, WALL
from .terminal import QUIET
from .walking import do_sets, leave, to_work

if TYPE_CHECKING:
    from .terminal import Terminal
    from .user import User

LONG = ("--switch", "60", "--rest", "60")


def test_a_done_taken_back_within_5_s_leaves_the_hold_as_if_nothing_was_pressed(user: User) -> None:
    with user.start(user.circuit(WALL), *LONG) as terminal:
        began = to_work(terminal)
        terminal.wait(1.5)
        terminal.big()
        terminal.until_status("SWITCH · ROUND 1/1 · WALL PUSH · RIGHT")
        assert user.rows("side", "status") == [("left", "done")]
        terminal.press("u")
        terminal.until_status("WORK · ROUND 1/1 · WALL PUSH · LEFT")
        assert user.rows() == []
        terminal.wait(began + 4.0 - time.monotonic())
        held = time.monotonic() - began
        terminal.big()
        ((side, status, seconds),) = user.rows("side", "status", "seconds")
        assert (side, status) == ("left", "done")
        # the whole hold, not the seconds since the undo; a busy machine shows WORK some time after it began,
        # and takes the key some time after it was pressed
        assert held - 0.3 <= seconds <= held + 3.0


@pytest.mark.long
def test_a_done_taken_back_later_makes_the_hold_ready_again(user: User) -> None:
    with user.start(user.circuit(WALL), *LONG) as terminal:
        do_sets(terminal, 1)
        terminal.wait(5.5)
        terminal.press("u")
        terminal.until_status("READY · ROUND 1/1 · WALL PUSH · LEFT")
        assert user.rows() == []


@pytest.mark.long
def test_undo_goes_back_key_by_key_to_the_beginning(user: User) -> None:
    with user.start(user.circuit(THRUST), *LONG) as terminal:
        do_sets(terminal, 1)
        terminal.until_status("SWITCH")
        terminal.press("u")
        terminal.until_status("WORK · ROUND 1/1 · HIP THRUST · LEFT")
        terminal.press("u")
        terminal.until_status("READY · ROUND 1/1 · HIP THRUST · LEFT")
        terminal.press("u")
        terminal.until("nothing to undo")
        assert user.rows() == []


def test_the_other_side_is_logged_after_a_swap_before_the_set_and_after_it(user: User) -> None:
    with user.start(user.circuit(WALL), "--switch", "8") as terminal:
        terminal.until_status("READY · ROUND 1/1 · WALL PUSH · LEFT")
        terminal.press("x")
        terminal.until_status("READY · ROUND 1/1 · WALL PUSH · RIGHT")
        do_sets(terminal, 1)
        terminal.until_status("SWITCH · ROUND 1/1 · WALL PUSH · LEFT")
        assert user.rows("side") == ["right"]
        terminal.press("x")
        terminal.until_status("SWITCH · ROUND 1/1 · WALL PUSH · RIGHT")
        assert user.rows("side") == ["left"]
        terminal.until_status("WORK · ROUND 1/1 · WALL PUSH · RIGHT")
        terminal.press("x")
        terminal.until_status("WORK · ROUND 1/1 · WALL PUSH · LEFT")
        terminal.big()
        terminal.until_status("FINISHED")
    assert user.rows("side", "status") == [("right", "done"), ("left", "done")]


def test_reps_are_corrected_by_arrows_and_by_digits_and_the_rest_goes_on(user: User) -> None:
    with user.start(user.circuit(THRUST), *LONG) as terminal:
        do_sets(terminal, 1)
        terminal.press("down")
        terminal.press("down")
        terminal.until("LEFT 6")
        assert user.rows("reps") == [6]
        terminal.press("1")
        terminal.press("1")
        terminal.until("11 reps for HIP THRUST LEFT: enter keeps it")
        terminal.press("enter")
        terminal.until("LEFT 11")
        assert user.rows("reps") == [11]
        terminal.press("up")
        terminal.until("LEFT 12")
        terminal.wait(3.5)
        assert terminal.phase() == "SWITCH", "enter kept the number and did not cut the countdown"
    assert user.rows("reps", "status") == [(12, "done")]


@pytest.mark.long
def test_a_hold_is_corrected_by_digits(user: User) -> None:
    with user.start(user.circuit(WALL), *LONG) as terminal:
        do_sets(terminal, 1)
        for key in ("4", "2"):
            terminal.press(key)
        typed = "42 s for WALL PUSH LEFT: enter keeps it"
        terminal.until(typed)
        terminal.press("enter")
        terminal.until(lambda: typed not in terminal.text())
        assert user.rows("seconds", "reps", "status") == [(42.0, None, "done")]
        terminal.press("down")
        terminal.until("41 s")
        assert user.rows("seconds") == [41.0]


@pytest.mark.long
def test_the_target_raised_at_ready_is_what_gets_logged(user: User) -> None:
    with user.start(user.circuit(THRUST), *LONG) as terminal:
        terminal.until_status("READY")
        terminal.press("up")
        terminal.press("up")
        do_sets(terminal, 1)
    assert user.rows("reps") == [10]


@pytest.mark.long
def test_each_direction_of_a_halo_is_corrected_by_itself(user: User) -> None:
    with user.start(user.circuit(HALO), *LONG) as terminal:
        do_sets(terminal, 1)
        terminal.press("up")
        terminal.press("up")
        terminal.press("right")
        terminal.press("down")
        leave(terminal, "f", "as partial")
        assert terminal.exit_code() == 0
    assert user.session()["status"] == "partial"
    assert user.rows("side", "direction", "reps") == [
        ("left", "clockwise", 5),
        ("left", "counterclockwise", 2),
    ]


def until_at(terminal: Terminal, place: str) -> None:
    terminal.until(lambda: terminal.status().endswith(place), place)


def test_what_is_skipped_is_in_the_log_without_values(user: User) -> None:
    with user.start("--sets", "1", *LONG) as terminal:
        terminal.until_status("READY · ROUND 1/1 · WALL PUSH · LEFT")
        terminal.press("s")
        terminal.until("Skip WALL PUSH?")
        terminal.wait(QUIET)  # behind it the figure moves
        terminal.press("s")
        for coming in ("WALL PUSH · RIGHT", "LUNGE HALO · LEFT", "LUNGE HALO · RIGHT", "HIP THRUST · LEFT"):
            until_at(terminal, coming)
            terminal.press("s")
        until_at(terminal, "HIP THRUST · RIGHT")
        leave(terminal, "f", "as partial")
        assert terminal.exit_code() == 0
    assert {tuple(values) for values in user.rows("status", "reps", "seconds")} == {("skipped", None, None)}
    assert user.rows("exercise", "side", "direction") == [
        ("wall-push", "left", None),
        ("wall-push", "right", None),
        ("lunge-halo", "left", "clockwise"),
        ("lunge-halo", "left", "counterclockwise"),
        ("lunge-halo", "right", "clockwise"),
        ("lunge-halo", "right", "counterclockwise"),
        ("hip-thrust", "left", None),
    ]


def test_a_set_done_again_supersedes_its_row_and_only_when_it_is_done(user: User) -> None:
    with user.start(user.circuit(THRUST), *LONG) as terminal:
        do_sets(terminal, 1)
        terminal.press("down")
        terminal.until("LEFT 7")
        terminal.press("r")
        terminal.until_status("READY · ROUND 1/1 · HIP THRUST · LEFT")
        assert user.rows("side", "reps", "status") == [("left", 7, "done")]
        to_work(terminal)
        assert user.rows("side", "reps", "status") == [("left", 7, "done")]
        terminal.big()
        terminal.until_status("SWITCH · ROUND 1/1 · HIP THRUST · RIGHT")
        assert user.rows("side", "reps", "status") == [("left", 8, "done")]


@pytest.mark.long
def test_a_redo_that_is_left_keeps_the_old_row(user: User) -> None:
    with user.start(user.circuit(THRUST), "--switch", "1") as terminal:
        do_sets(terminal, 2)
        terminal.until_status("FINISHED")
        terminal.press("r")
        terminal.until_status("READY · ROUND 1/1 · HIP THRUST · RIGHT")
        assert user.session()["status"] == "open"
        terminal.press("r")
        terminal.until_status("READY · ROUND 1/1 · HIP THRUST · LEFT")
        leave(terminal, "f", "as partial")
        assert terminal.exit_code() == 0
    assert user.rows("side", "reps", "status") == [("left", 8, "done"), ("right", 8, "done")]
