"""Leaving a session by its dialog, and what becomes of the one left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.often import long

from .circuits import THRUST, WALL
from .walking import do_sets, leave, to_work

if TYPE_CHECKING:
    from .user import User

LONG = ("--switch", "60")


def one_set_and_away(user: User) -> None:
    """Leave a session open after its first set."""
    with user.start(user.circuit(THRUST), *LONG) as terminal:
        do_sets(terminal, 1)
        leave(terminal, "r", "resume later")
        assert terminal.exit_code() == 0
        assert terminal.is_sane()


def test_a_session_left_for_later_is_open_and_goes_on_at_the_next_set(user: User) -> None:
    one_set_and_away(user)
    assert (user.session()["status"], user.session()["ended_at"]) == ("open", None)
    with user.start("--resume") as terminal:
        terminal.until_status("READY · ROUND 1/1 · HIP THRUST · RIGHT")
        do_sets(terminal, 1)
        terminal.until_status("FINISHED")
    assert user.session()["status"] == "finished"
    assert user.rows("side", "reps") == [("left", 8), ("right", 8)]


def test_a_session_left_as_partial_is_over(user: User) -> None:
    with user.start(user.circuit(THRUST), *LONG) as terminal:
        do_sets(terminal, 1)
        leave(terminal, "f", "as partial")
        assert terminal.exit_code() == 0
        assert terminal.is_sane()
    assert user.session()["status"] == "partial"
    assert user.session()["ended_at"] is not None
    assert user.rows("side", "status") == [("left", "done")]


def test_a_session_is_discarded_only_when_it_is_said_twice(user: User) -> None:
    with user.start(user.circuit(THRUST), *LONG) as terminal:
        do_sets(terminal, 1)
        leave(terminal, "d", "discard this session")
        terminal.until("really?")
        terminal.settled()
        assert user.session()["status"] == "open"
        terminal.press("k")
        terminal.until(lambda: "really?" not in terminal.text())
        assert terminal.status() == "SWITCH · ROUND 1/1 · HIP THRUST · RIGHT"

        leave(terminal, "d", "discard this session")
        terminal.until("really?")
        terminal.settled()
        terminal.press("y")
        assert terminal.exit_code() == 0
        assert terminal.is_sane()
    assert user.sessions() == []
    with user.start("--resume") as terminal:
        assert terminal.exit_code() == 1


@pytest.mark.parametrize("key", ["q", *long("ctrl+c", "ctrl+q")])
def test_keep_going_keeps_going_and_the_countdown_stood_still(user: User, key: str) -> None:
    with user.start(user.circuit(THRUST), "--switch", "3") as terminal:
        do_sets(terminal, 1)
        terminal.until_status("SWITCH")
        terminal.press(key)
        terminal.until("keep going")
        terminal.wait(4.0)
        assert terminal.phase() == "SWITCH"
        terminal.press("k")
        terminal.until_status("WORK · ROUND 1/1 · HIP THRUST · RIGHT", limit=8.0)
    assert user.session()["status"] == "open"


@pytest.mark.long
def test_a_hold_goes_on_under_the_dialog_and_is_interrupted_by_leaving(user: User) -> None:
    with user.start(user.circuit(WALL)) as terminal:
        to_work(terminal)
        terminal.press("q")
        terminal.until("resume later")
        terminal.wait(2.5)
        terminal.press("r")
        assert terminal.exit_code() == 0
    ((status, seconds),) = user.rows("status", "seconds")
    assert status == "interrupted"
    assert 2.0 <= seconds <= 6.0


def test_before_the_first_key_there_is_nothing_to_ask_about(user: User) -> None:
    with user.start() as terminal:
        terminal.until_status("READY")
        terminal.press("q")
        assert terminal.exit_code() == 0
        assert terminal.is_sane()
    assert user.sessions() == []


@pytest.mark.long
def test_new_closes_the_session_left_open_as_partial(user: User) -> None:
    one_set_and_away(user)
    with user.start(user.circuit(WALL, "other"), "--new") as terminal:
        terminal.until_status("READY · ROUND 1/1 · WALL PUSH · LEFT")
        assert user.session()["status"] == "partial"
        assert user.rows("side", "reps") == [("left", 8)]


@pytest.mark.long
def test_start_asks_what_becomes_of_the_session_left_open(user: User) -> None:
    one_set_and_away(user)
    with user.start(user.circuit(THRUST)) as terminal:
        terminal.until("unfinished")
        terminal.press("escape")
        assert terminal.exit_code() == 0
    assert user.session()["status"] == "open"

    with user.start(user.circuit(THRUST)) as terminal:
        terminal.until("unfinished")
        terminal.settled()
        terminal.press("r")
        terminal.until_status("READY · ROUND 1/1 · HIP THRUST · RIGHT")
        leave(terminal, "r", "resume later")
        assert terminal.exit_code() == 0

    with user.start(user.circuit(THRUST)) as terminal:
        terminal.until("unfinished")
        terminal.settled()
        terminal.press("n")
        terminal.until_status("READY · ROUND 1/1 · HIP THRUST · LEFT")
        assert user.session()["status"] == "partial"
