"""A history that this hiptimer can't use is left exactly as it is, and named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from .circuits import THRUST
from .test_bad_input import one_clear_text, refused, with_history
from .walking import do_sets

if TYPE_CHECKING:
    from .user import User

COMMANDS = (("start",), ("start", "--resume"), ("start", "--new"), ())


def check_refused_untouched(user: User, about: str) -> None:
    before = user.database.read_bytes()
    for words in COMMANDS:
        assert about in refused(user, *words)
        assert user.database.read_bytes() == before
    for words in (("log",), ("log", "--json")):
        done = user.run(*words)
        assert (done.returncode, done.stdout) == (1, "")
        assert about in one_clear_text(done.stderr)
    assert user.database.read_bytes() == before
    assert [path.name for path in user.database.parent.iterdir()] == [user.database.name]


def test_a_history_from_a_newer_hiptimer_is_left_alone(user: User) -> None:
    with_history(user)
    with closing(sqlite3.connect(user.database)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("PRAGMA user_version = 999")
    check_refused_untouched(user, "newer")


def test_a_history_that_is_no_database_is_left_alone(user: User) -> None:
    user.database.parent.mkdir()
    user.database.write_bytes(b"Dear diary, today I held the wall for 40 seconds.\n" * 100)
    check_refused_untouched(user, "damaged")


def test_a_history_that_was_cut_off_is_left_alone(user: User) -> None:
    whole = with_history(user)
    user.database.write_bytes(whole[: len(whole) // 2])
    before = user.database.read_bytes()
    said = refused(user, "start")
    assert str(user.database) in said
    assert user.database.read_bytes() == before


def test_a_history_that_another_program_holds_is_waited_for_and_nothing_is_lost(user: User) -> None:
    with user.start(user.circuit(THRUST), "--switch", "60") as terminal:
        do_sets(terminal, 1)
        terminal.until_status("SWITCH")
        with closing(sqlite3.connect(user.database, isolation_level=None)) as database:
            database.execute("BEGIN EXCLUSIVE")
            terminal.press("down")
            terminal.until("NOT BEING SAVED")
            terminal.press("down")
            terminal.until("LEFT 6")
            database.execute("ROLLBACK")
        terminal.until(lambda: "NOT BEING SAVED" not in terminal.text(), limit=10.0)
        assert user.rows("side", "reps") == [("left", 6)]
