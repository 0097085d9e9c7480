"""The app is killed: what was marked done is there, and the session goes on where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .circuits import WALL
from .walking import do_sets, to_work

if TYPE_CHECKING:
    from .user import User


@pytest.mark.long
def test_a_session_killed_after_its_ninth_set_is_resumed_at_the_tenth_and_finished(user: User) -> None:
    with user.start() as terminal:
        do_sets(terminal, 9)
        terminal.signal("KILL")
        assert terminal.exit_code() == -9

    before = user.session()
    assert before["status"] == "open"
    assert len(before["sets"]) == 11
    assert {row["status"] for row in before["sets"]} == {"done"}
    ninth = before["sets"][-1]
    assert (ninth["set"], ninth["exercise"], ninth["side"]) == (2, "wall-push", "right")

    with user.start("--resume") as terminal:
        terminal.until_status("READY · ROUND 2/3 · WALL PUSH · LEFT")
        do_sets(terminal, 15)
        terminal.until_status("FINISHED · ROUND 3/3")

    after = user.session()
    assert (after["id"], after["status"]) == (before["id"], "finished")
    rows = after["sets"]
    assert rows[:11] == before["sets"]
    assert len(rows) == 30
    assert len({(row["set"], row["exercise"], row["side"], row["direction"]) for row in rows}) == 30


def test_a_hold_that_was_killed_is_not_logged_and_begins_again_at_ready(user: User) -> None:
    with user.start(user.circuit(WALL)) as terminal:
        to_work(terminal)
        terminal.wait(1.5)
        terminal.signal("KILL")
        assert terminal.exit_code() == -9
    assert user.rows() == []
    with user.start("--resume") as terminal:
        terminal.until_status("READY · ROUND 1/1 · WALL PUSH · LEFT")
        terminal.press("u")
        terminal.until("nothing to undo")
