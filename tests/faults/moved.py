"""The history is deleted, moved away or replaced under a session, or what SQLite keeps beside it is."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from tests.e2e.circuits import THRUST
from tests.e2e.terminal import Terminal
from tests.e2e.user import User
from tests.e2e.walking import do_sets, leave
from tests.history.days import Gym

from .disk import UNSAVED
from .proof import for_each_user

GONE = f"{UNSAVED}: the history was moved or deleted"
OTHER = f"{UNSAVED}: another file is in the place of the history"

READ = 4.0
"""Seconds after a set in which the big key doesn't cut the countdown."""


def one_set(user: User, stack: ExitStack) -> Terminal:
    """A session after its first set, with a minute to switch sides."""
    terminal = stack.enter_context(user.start(user.circuit(THRUST), "--switch", "60", columns=100))
    do_sets(terminal, 1)
    assert UNSAVED not in terminal.settled()
    return terminal


def leave_unsaved(terminal: Terminal, why: str) -> None:
    """It stands on the screen that nothing is saved; the session can be timed on, and is not left unasked."""
    terminal.press("down")
    terminal.until(why)
    terminal.wait(READ)
    terminal.press("space")
    terminal.until_status("WORK · ROUND 1/1 · HIP THRUST · RIGHT")
    assert why in terminal.settled()
    terminal.big()
    terminal.until_status("FINISHED")
    leave_from_summary(terminal)


def leave_from_summary(terminal: Terminal) -> None:
    terminal.press("q")
    terminal.until("Not saved")
    terminal.settled()
    terminal.press("l")
    assert terminal.exit_code() == 0 and terminal.is_sane()
    assert "Not all of it was saved" in terminal.text()
    assert b"Traceback" not in terminal.raw and b"should not" not in terminal.raw


def deleted(user: User, stack: ExitStack) -> None:
    terminal = one_set(user, stack)
    for path in user.database.parent.glob("history.db*"):
        path.unlink()
    leave_unsaved(terminal, GONE)


def home_gone(user: User, stack: ExitStack) -> None:
    """All of it: history, settings, circuits, locks and the log file."""
    terminal = one_set(user, stack)
    shutil.rmtree(user.env["HIPTIMER_HOME"])
    leave_unsaved(terminal, GONE)


def moved_and_back(user: User, stack: ExitStack) -> None:
    """All that was done meanwhile is in it in the end."""
    terminal = one_set(user, stack)
    away = user.database.with_name("away.db")
    user.database.rename(away)
    terminal.press("down")
    terminal.until(GONE)
    away.rename(user.database)
    terminal.until(lambda: UNSAVED not in terminal.text(), "it is saved", limit=10.0)
    leave(terminal, "f", "as partial")
    assert terminal.exit_code() == 0
    assert user.rows("side", "reps") == [("left", 7)]


def replaced(user: User, stack: ExitStack) -> None:
    """By a program that brings the history of another laptop, say: nothing is written into that."""
    terminal = one_set(user, stack)
    gym = Gym(user.directory / f"other{len(list(user.directory.iterdir()))}")
    gym.finished()
    gym.store.close()
    other = gym.path.read_bytes()
    gym.path.replace(user.database)
    leave_unsaved(terminal, OTHER)
    assert user.database.read_bytes() == other


def killed_and_index_gone(user: User, stack: ExitStack) -> None:
    """The index of what was written last can be made again."""
    terminal = one_set(user, stack)
    terminal.signal("KILL")
    terminal.exit_code()
    user.database.with_name("history.db-shm").unlink()
    again = stack.enter_context(user.start("--resume"))
    again.until_status("READY · ROUND 1/1 · HIP THRUST · RIGHT")
    assert user.rows("side", "reps") == [("left", 8)]


def killed_and_file_gone(user: User, stack: ExitStack) -> None:
    """What was written last, and is all there is left, is set aside before a new history is begun."""
    terminal = one_set(user, stack)
    terminal.signal("KILL")
    terminal.exit_code()
    user.database.unlink()
    left = user.database.with_name("history.db-wal").read_bytes()
    assert left
    again = one_set(user, stack)
    again.signal("TERM")
    assert again.exit_code() == 143
    (aside,) = user.database.parent.glob("history.db.damaged-????-??-??T??-??-??-wal")
    assert aside.read_bytes() == left
    assert user.rows("side", "reps") == [("left", 8)]


WAYS: tuple[Callable[[User, ExitStack], None], ...] = (
    deleted, replaced, home_gone, killed_and_file_gone, moved_and_back, killed_and_index_gone,
)  # fmt: skip


def moved(room: Path, seed: int, times: int) -> None:
    """Each way in turn, several users at once."""

    def act(user: User, chance: random.Random, share: int) -> None:
        first = chance.randrange(len(WAYS))
        for n in range(share):
            user.env["HIPTIMER_HOME"] = str(user.directory / f"home{n}")
            with ExitStack() as stack:
                WAYS[(first + n) % len(WAYS)](user, stack)

    for_each_user(room, seed, times, act)
