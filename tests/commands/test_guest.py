"""`hiptimer start --guest --plain` while the user has a session that is not finished."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from .program import Program
from .shell import own_process

pytestmark = [
    pytest.mark.real_time,
    pytest.mark.skipif(sys.platform == "win32", reason="pipes can't be waited for there"),
]

FAST = ("--plain", "--mute", "--lead-in", "1", "--rest", "30")


def sessions() -> list[tuple[str, bool]]:
    """Status of each session in the log, and whether it is a guest's."""
    found = json.loads(own_process("log", "--json").out)["sessions"]
    return [(one["status"], one["guest"]) for one in found]


def left(*args: str) -> str:
    """A session that is begun and left for later; all that it said."""
    with Program("start", *args) as program:
        program.until("READY: squat.")
        program.send("a\nq l\n")
        assert program.ended() == (0, "")
        return program.text


def test_a_guest_is_not_asked_about_the_users_session_which_goes_on_afterwards(
    home: Path, circuit: str
) -> None:
    left(circuit, *FAST)
    for more in ((), ("--new",)):
        said = left(circuit, "--guest", *more, *FAST)
        assert "a guest's session" in said and "is unfinished" not in said
    assert sessions() == [("open", False), ("partial", True), ("open", True)]
    assert "guest" not in left("--resume", "--plain", "--mute")
    assert "a guest's session" in left("--resume", "--guest", "--plain", "--mute")
    assert sessions() == [("open", False), ("partial", True), ("open", True)]
