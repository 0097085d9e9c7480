"""A fault of the app's own in the middle of a session: nothing is lost, and the shell is told."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from .circuits import WALL
from .walking import to_work

if TYPE_CHECKING:
    from .terminal import Terminal
    from .user import User

FAULTY = """
import sys
from hiptimer.session.runner import Runner
from hiptimer.cli import main

def undo(self):
    raise RuntimeError("a fault of ours")

Runner.undo = undo
sys.exit(main())
"""


def at_fault(user: User) -> Terminal:
    """A session whose undo fails, 1.5 s into its first hold, after that key."""
    terminal = user.program(
        sys.executable, "-c", FAULTY, "start", user.circuit(WALL), "--mute", "--lead-in", "1"
    )
    to_work(terminal)
    terminal.wait(1.5)
    terminal.press("u")
    return terminal


def test_a_fault_is_told_in_a_sentence_with_the_session_saved_and_the_terminal_as_it_was(user: User) -> None:
    with at_fault(user) as terminal:
        assert terminal.exit_code() == 1
        assert terminal.is_sane()
        assert b"Traceback" not in terminal.raw
        assert "hiptimer: " in terminal.text()
    assert user.session()["status"] == "open"
    assert user.rows("side", "status") == [("left", "interrupted")]
