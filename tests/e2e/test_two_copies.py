"""A session that is live in one window can't be resumed in a second one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .circuits import THRUST
from .walking import do_sets

if TYPE_CHECKING:
    from .user import User


def test_a_live_session_is_refused_to_a_second_window_and_goes_on_in_the_first(user: User) -> None:
    with user.start(user.circuit(THRUST), "--switch", "60") as first:
        do_sets(first, 1)
        with user.start("--resume") as second:
            assert second.exit_code() == 1
            assert "live in another window" in second.text()
            assert second.is_sane()
        assert user.session()["status"] == "open"
        first.wait(4.0)
        first.press("space")
        first.until_status("WORK · ROUND 1/1 · HIP THRUST · RIGHT")
        first.big()
        first.until_status("FINISHED")
    assert user.rows("side", "status") == [("left", "done"), ("right", "done")]


@pytest.mark.long
def test_a_session_whose_window_was_killed_is_no_longer_live(user: User) -> None:
    with user.start(user.circuit(THRUST), "--switch", "60") as first:
        do_sets(first, 1)
        first.signal("KILL")
        first.exit_code()
    with user.start("--resume") as second:
        second.until_status("READY · ROUND 1/1 · HIP THRUST · RIGHT")


@pytest.mark.long
def test_new_leaves_a_live_session_alone(user: User) -> None:
    with user.start(user.circuit(THRUST), "--switch", "60") as first:
        do_sets(first, 1)
        with user.start(user.circuit(THRUST), "--new") as second:
            second.until_status("READY · ROUND 1/1 · HIP THRUST · LEFT")
            assert user.session()["status"] == "open"
        first.press("u")
        first.until_status("WORK · ROUND 1/1 · HIP THRUST · LEFT")
    assert user.rows() == []
