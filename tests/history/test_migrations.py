"""An older history becomes a new one, and not a bit of it is lost on the way."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hiptimer.circuit.model import Side
from hiptimer.history import database
from hiptimer.history.database import open_database
from hiptimer.history.migrations import NEWEST, SCRIPTS
from hiptimer.history.store import Store

from .days import Gym
from .files import refused, write_first


def test_an_older_history_is_backed_up_and_then_changed(gym: Gym, monkeypatch: pytest.MonkeyPatch) -> None:
    gym.finished()
    gym.store.close()
    monkeypatch.setattr(database, "SCRIPTS", (*SCRIPTS, "ALTER TABLE sessions ADD COLUMN place TEXT"))
    monkeypatch.setattr(database, "NEWEST", NEWEST + 1)
    connection = open_database(gym.path)
    assert connection.execute("PRAGMA user_version").fetchone() == (NEWEST + 1,)
    assert connection.execute("SELECT place FROM sessions").fetchall() == [(None,)]
    connection.close()
    backup = sqlite3.connect(gym.path.with_name(f"history.db.before-{NEWEST + 1}"))
    assert backup.execute("PRAGMA user_version").fetchone() == (NEWEST,)
    assert backup.execute("SELECT count(*) FROM outcomes").fetchone() == (6,)
    backup.close()


def test_a_history_from_before_there_were_guests_keeps_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    write_first(path)
    with closing(Store.open(path)) as store:
        (session,) = store.sessions()
        assert (session.guest, session.rpe, session.sets[0].seconds) == (False, 5, 31.2)
        assert store.last_trained() == session
        assert store.first_side("Short") is Side.LEFT
        assert store.loads(["wall-push"]) == {("wall-push", Side.LEFT): 8.0}
        assert store.begun("abc").guest is False
        assert store.preferences() == {}
    assert path.with_name("history.db.before-2").exists()


def test_a_change_that_fails_halfway_leaves_the_old_history(
    gym: Gym, monkeypatch: pytest.MonkeyPatch
) -> None:
    gym.finished()
    bad = "ALTER TABLE sessions ADD COLUMN place TEXT; ALTER TABLE nowhere ADD COLUMN x TEXT"
    monkeypatch.setattr(database, "SCRIPTS", (*SCRIPTS, bad))
    monkeypatch.setattr(database, "NEWEST", NEWEST + 1)
    refused(gym.path, read=False)
    monkeypatch.undo()
    assert len(gym.store.sessions()) == 1
    connection = open_database(gym.path)
    assert connection.execute("PRAGMA user_version").fetchone() == (NEWEST,)
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(sessions)")]
    assert "id" in columns and "place" not in columns
    connection.close()
