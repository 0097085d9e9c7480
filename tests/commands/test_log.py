"""`hiptimer log`, over sessions that were really done."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from hiptimer.session.events import Note
from tests.circuits import SHORT

from ..history.days import Gym
from .shell import Shell, own_process


def test_without_sessions_it_says_what_to_do(shell: Shell, home: Path) -> None:
    assert shell("log") == (0, "No sessions yet. The first one: hiptimer start.\n", "")
    assert json.loads(shell("log", "--json").out) == {"format": "hiptimer", "version": 1, "sessions": []}
    assert not home.exists()


def test_a_session_is_a_line_for_people(shell: Shell, gym: Gym) -> None:
    gym.finished()
    code, out, err = shell("log")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "DATE              LENGTH  SETS  HELD LEFT  HELD RIGHT",
        "2026-03-01 18:30   2 min     4  20 s       20 s",
    ]


def test_the_newest_is_last_and_last_n_are_the_newest(shell: Shell, gym: Gym) -> None:
    for day in (2, 0, 1):
        gym.finished(days=day)
    found = json.loads(shell("log", "--json", "--last", "2").out)
    assert [session["started_at"][:10] for session in found["sessions"]] == ["2026-03-02", "2026-03-03"]
    assert len(shell("log", "--last", "2").out.splitlines()) == 3
    assert len(shell("log", "--last", "9" * 30).out.splitlines()) == 4


def test_the_json_has_the_sets(shell: Shell, gym: Gym) -> None:
    gym.finished()
    (session,) = json.loads(shell("log", "--json").out)["sessions"]
    assert session["status"] == "finished"
    assert [row["side"] for row in session["sets"]] == ["left", "right", "left", "left", "right", "right"]


def test_a_note_with_anything_in_it_comes_back_as_it_was_and_steers_nothing(shell: Shell, gym: Gym) -> None:
    note = 'é "quoted" \x1b[2J \u202e [red]x[/red] 🦵'
    runner = gym.begin()
    gym.do(runner)
    runner.send(Note(note))
    runner.close()
    out = shell("log", "--json").out
    assert out[:-1].isprintable() and out.isascii()
    assert json.loads(out)["sessions"][0]["sets"][0]["note"] == note


def test_a_circuits_name_steers_nothing(shell: Shell, gym: Gym) -> None:
    gym.finished()
    with sqlite3.connect(gym.path) as connection:
        connection.execute("UPDATE sessions SET circuit = ?", ("\x1b[2J",))
    connection.close()
    gym.finished(days=1, text=SHORT.replace("Short", "Other"))
    lines = shell("log").out.splitlines()
    assert "\\u001b[2J" in lines[1] and all(line.isprintable() for line in lines)


def test_the_log_changes_nothing(shell: Shell, gym: Gym) -> None:
    gym.finished()
    gym.store.close()
    before = gym.path.read_bytes()
    shell("log")
    shell("log", "--json")
    assert gym.path.read_bytes() == before
    assert not gym.locks.exists() or list(gym.locks.iterdir()) == []


def test_a_damaged_history_is_a_sentence(shell: Shell, gym: Gym) -> None:
    for day in range(30):
        gym.finished(days=day)
    gym.store.close()
    content = gym.path.read_bytes()
    for broken in (b"nonsense" * 1000, content[:8192] + b"\x55" * (len(content) - 8192)):
        gym.path.write_bytes(broken)
        for args in (("log",), ("log", "--json")):
            result = shell(*args)
            assert result.code == 1
            assert str(gym.path) in result.sentence and "damaged" in result.sentence
        assert gym.path.read_bytes() == broken


def test_values_that_mean_nothing_are_damage(shell: Shell, gym: Gym) -> None:
    gym.finished()
    with sqlite3.connect(gym.path) as connection:
        connection.execute("UPDATE sessions SET started_at = 'yesterday'")
    connection.close()
    assert "damaged" in shell("log").sentence


@pytest.mark.parametrize("wrong", ["seconds = 'x'", "reps = x'00'", "side = 7, at = 3"])
@pytest.mark.parametrize(
    "command", [("log",), ("log", "--json"), ("stats",), ("export",), ("export", "-o", "out.csv")]
)
def test_a_value_of_another_kind_is_a_sentence_or_shown_as_it_is(
    shell: Shell,
    gym: Gym,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    wrong: str,
    command: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    gym.finished()
    with sqlite3.connect(gym.path) as connection:
        connection.execute(f"UPDATE outcomes SET {wrong}")
    connection.close()
    result = shell(*command)
    assert result.code == 0 or (result.code == 1 and "damaged" in result.err)


def test_a_history_of_a_newer_hiptimer(shell: Shell, gym: Gym) -> None:
    gym.finished()
    with sqlite3.connect(gym.path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    result = shell("log")
    assert result.code == 1 and "newer hiptimer" in result.sentence


def test_a_data_directory_that_is_none(shell: Shell, home: Path) -> None:
    home.mkdir()
    (home / "data").write_text("in the way")
    result = shell("log")
    assert result.code == 1 and str(home / "data") in result.sentence


def test_a_home_of_nobody(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIPTIMER_HOME", "~nobody-has-this-name/x")
    result = shell("log")
    assert result.code == 1 and "HIPTIMER_HOME" in result.sentence


def test_an_output_that_knows_no_letters_beyond_ascii(gym: Gym) -> None:
    for day, name in enumerate(("Übung", "Short")):
        gym.finished(days=day, text=SHORT.replace("Short", name))
    result = own_process("log", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (result.code, result.err) == (0, "")
    assert "\\xdcbung" in result.out
