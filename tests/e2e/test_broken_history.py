"""A history that can't be used: a session can be timed all the same, and nothing of the file is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from .circuits import THRUST
from .test_bad_input import one_clear_text, with_history
from .walking import do_sets, to_work

if TYPE_CHECKING:
    from .user import User

UNSAVED = "NOT BEING SAVED"


def check_timed_unsaved(user: User, why: str) -> None:
    """A session can be led through, says that it is not saved, and asks before it is lost."""
    with user.start(user.circuit(THRUST), "--switch", "60") as terminal:
        terminal.until_status("READY")
        assert f"{UNSAVED}: {why}" in terminal.settled()
        do_sets(terminal, 1)
        assert UNSAVED in terminal.settled()
        terminal.press("q")
        terminal.until("resume later")
        terminal.press("r")
        terminal.until("Not saved")
        terminal.settled()
        terminal.press("l")
        assert terminal.exit_code() == 0
        assert terminal.is_sane()
        assert "Not all of it was saved" in terminal.text()


def check_read_refused(user: User, about: str) -> None:
    for words in (("log",), ("log", "--json")):
        done = user.run(*words)
        assert (done.returncode, done.stdout) == (1, "")
        assert about in one_clear_text(done.stderr)


def check_set_aside(user: User, damaged: bytes) -> None:
    """The next session begins a new history, says so, and the old one is all there."""
    check_read_refused(user, "damaged")
    assert user.database.read_bytes() == damaged
    with user.start(user.circuit(THRUST), "--switch", "60") as terminal:
        terminal.until_status("READY")
        assert "the damaged history is set aside, a new one is begun" in terminal.settled()
        assert UNSAVED not in terminal.text()
        do_sets(terminal, 1)
        terminal.signal("TERM")
        assert terminal.exit_code() == 143
        assert b"it is set aside as" in terminal.raw
    assert user.rows("side", "reps") == [("left", 8)]
    (aside,) = user.database.parent.glob("history.db.damaged-????-??-??T??-??-??")
    assert aside.read_bytes() == damaged


@pytest.mark.long
def test_a_history_from_a_newer_hiptimer_is_left_alone(user: User) -> None:
    with_history(user)
    with closing(sqlite3.connect(user.database)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("PRAGMA user_version = 999")
    before = user.database.read_bytes()
    check_read_refused(user, "newer")
    check_timed_unsaved(user, "the history was written by a newer hiptimer")
    with user.terminal() as terminal:
        terminal.until(UNSAVED)
        terminal.press("q")
        assert terminal.exit_code() == 0
    with user.terminal("start", "--resume") as terminal:
        assert terminal.exit_code() == 1
        assert "nothing can be resumed" in terminal.text()
    assert user.database.read_bytes() == before
    assert [path.name for path in user.database.parent.iterdir() if path.is_file()] == [user.database.name]


@pytest.mark.long
def test_a_history_that_is_no_database_is_set_aside(user: User) -> None:
    user.database.parent.mkdir()
    diary = b"Dear diary, today I held the wall for 40 seconds.\n" * 100
    user.database.write_bytes(diary)
    check_set_aside(user, diary)


def test_a_history_that_was_cut_off_is_set_aside(user: User) -> None:
    whole = with_history(user)
    user.database.write_bytes(whole[: len(whole) // 2])
    check_set_aside(user, whole[: len(whole) // 2])


@pytest.mark.long
def test_a_history_that_is_live_in_a_window_is_not_moved_away_under_it(user: User) -> None:
    with user.start(user.circuit(THRUST), "--switch", "60") as first:
        do_sets(first, 1)
        with user.database.open("r+b") as file:
            file.write(b"\xff" * 512)
        with user.start(user.circuit(THRUST)) as second:
            second.until_status("READY")
            assert f"{UNSAVED}: the history is damaged, and it is open" in second.settled()
        assert not list(user.database.parent.glob("*.damaged-*"))


def test_a_history_that_another_program_holds_is_waited_for_and_nothing_is_lost(user: User) -> None:
    with user.start(user.circuit(THRUST), "--switch", "60") as terminal:
        do_sets(terminal, 1)
        terminal.until_status("SWITCH")
        with closing(sqlite3.connect(user.database, isolation_level=None)) as database:
            database.execute("BEGIN EXCLUSIVE")
            terminal.press("down")
            terminal.until(UNSAVED)
            terminal.press("down")
            terminal.until("LEFT 6")
            database.execute("ROLLBACK")
        terminal.until(lambda: UNSAVED not in terminal.text(), limit=10.0)
        assert user.rows("side", "reps") == [("left", 6)]


@pytest.mark.long
def test_a_history_that_is_held_as_the_session_begins_has_it_in_the_end(user: User) -> None:
    with_history(user)
    with closing(sqlite3.connect(user.database, isolation_level=None)) as database:
        database.execute("BEGIN EXCLUSIVE")
        with user.start(user.circuit(THRUST), "--switch", "60") as terminal:
            to_work(terminal)
            terminal.big()
            terminal.until(f"{UNSAVED}: database is locked")
            database.execute("ROLLBACK")
            terminal.until(lambda: UNSAVED not in terminal.text(), limit=10.0)
            terminal.signal("TERM")
            assert terminal.exit_code() == 143
    first, second = user.sessions()
    assert [(row["side"], row["reps"]) for row in second["sets"]] == [("left", 8)]
    assert second["status"] == "open" and first["status"] == "partial"
