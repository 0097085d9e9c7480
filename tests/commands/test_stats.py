"""`hiptimer stats`: what it says to people, what it says to programs, and what it refuses."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hiptimer.commands import accounting
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from tests.circuits import SHORT

from ..history.days import BEGAN, Gym, HandClock
from .shell import Shell, own_process

NOTHING = "No sessions yet. The first one: hiptimer start."


@pytest.fixture
def gym(gym: Gym, monkeypatch: pytest.MonkeyPatch) -> Gym:
    monkeypatch.setattr(accounting, "today", lambda: BEGAN + timedelta(days=8))
    return gym


def test_without_sessions_it_says_what_to_do(shell: Shell, home: Path) -> None:
    assert shell("stats") == (0, f"{NOTHING}\n", "")
    found = json.loads(shell("stats", "--json").out)
    assert (found["format"], found["version"], found["exercises"]) == ("hiptimer", 1, [])
    assert found["training"]["sessions"] == 0
    result = shell("stats", "--exercise", "wall-push")
    assert result.code == 1 and result.sentence.endswith(f'known of the exercise "wall-push". {NOTHING}')
    assert not home.exists()


def test_for_people_every_exercise_is_told_and_what_is_missing(shell: Shell, gym: Gym) -> None:
    gym.finished()
    gym.finished(days=7)
    assert shell("stats").out.splitlines() == [
        "2 sessions, 2026-03-01 to 2026-03-08",
        "1.0 sessions a week in the last 2 weeks, target 2; streak 0 weeks",
        "100 % of the planned sets done",
        "",
        "Wall push (wall-push), 2 sessions",
        "  too early",
        "  Left and right held the same on the whole, 2 sessions",
        "  1 more session to a first hint",
        "         LAST SESSION  LONGEST  CHANGE        TREND",
        "  left   20 s          20 s     needs 5 more  needs 3 more",
        "  right  20 s          20 s     needs 5 more  needs 3 more",
        "",
        "Lunge halo (lunge-halo), 2 sessions",
        "         LAST SESSION",
        "  left   3+3",
        "  right  3+3",
    ]


def test_a_week_is_not_over_on_its_first_day(shell: Shell, gym: Gym, monkeypatch: pytest.MonkeyPatch) -> None:
    gym.finished()
    monkeypatch.setattr(accounting, "today", lambda: BEGAN + timedelta(hours=1))
    assert "1 session this week, target 2; streak 0 weeks" in shell("stats").out


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_target_of_the_settings_holds_whichever_editor_wrote_it(
    shell: Shell, gym: Gym, home: Path, mark: str
) -> None:
    gym.finished()
    (home / "config").mkdir(parents=True, exist_ok=True)
    (home / "config" / "settings.toml").write_text(f"{mark}[training]\nper_week = 5\n", "utf-8")
    assert "target 5;" in shell("stats").out


def test_sides_that_were_never_both_held_are_told_so(shell: Shell, gym: Gym) -> None:
    runner = gym.begin()
    gym.do(runner)
    runner.send(e.Skip())
    runner.send(e.Leave(e.Leaving.PARTIAL))
    lines = shell("stats", "--exercise", "wall-push").out.splitlines()
    assert "  Both sides held in 0 of 1 session" in lines
    assert "25 % of the planned sets done" in lines
    assert not any("lunge" in line for line in lines)


def test_weights_and_what_comes_next(shell: Shell, gym: Gym) -> None:
    for day in (0, 2):
        gym.clock = HandClock(day)
        runner = gym.begin()
        while runner.session.phase is not Phase.FINISHED:
            gym.until_work(runner)
            if runner.session.step.exercise.id == "lunge-halo":
                runner.send(e.Weigh(12.0 if day else 16.0))
            gym.do(runner, 62.0)
        runner.close()
    text, found = shell("stats").out, json.loads(shell("stats", "--json").out)["exercises"]
    assert "  left   3+3           12 kg   16 kg\n" in text
    assert "  Next: a harder variation (held 60 s or more on both sides in 2 sessions)\n" in text
    assert found[0]["suggestion"]["what"] == "variation"
    assert found[1]["sides"]["right"]["load_kg"] == 12.0
    assert (found[1]["verdict"], found[1]["suggestion"]) == (None, None)


def test_real_changes_and_trends_are_told_for_each_side(shell: Shell, gym: Gym) -> None:
    for number in range(9):
        gym.clock = HandClock(2.0 * number)
        runner = gym.begin()
        while runner.session.phase is not Phase.FINISHED:
            gym.until_work(runner)
            gym.do(runner, 20.0 + 3 * number if runner.session.step.side == "left" else 30.0)
        runner.close()
    text = shell("stats", "--exercise", "wall-push").out
    assert "+58 %, real    +10.5 s/week" in text
    assert "+0 %, scatter  +0.0 s/week, unclear" in text
    (found,) = json.loads(shell("stats", "--json", "--exercise", "wall-push").out)["exercises"]
    assert found["change"]["left"] == {"ratio": 1.577, "is_real": True}
    assert found["trend"]["left"] == {"seconds_a_week": 10.5, "s": 36, "is_clear": True}


def test_an_exercise_that_is_not_there_is_refused_with_those_that_are(shell: Shell, gym: Gym) -> None:
    gym.finished()
    result = shell("stats", "--exercise", "wall_psh")
    assert result.code == 1
    assert 'Did you mean "wall-push"? There are: wall-push and lunge-halo' in result.sentence
    assert "There are" in shell("stats", "--json", "--exercise", "\x1b[2J" * 30).sentence


def test_a_log_without_its_circuits_is_read_with_those_on_disk(shell: Shell, gym: Gym) -> None:
    gym.finished(text=SHORT.replace("lunge-halo", "moon-walk"))
    with sqlite3.connect(gym.path) as connection:
        connection.execute("UPDATE circuits SET text = ''")
    connection.close()
    found = json.loads(shell("stats", "--json").out)
    assert [one["exercise"] for one in found["exercises"]] == ["wall-push"]
    assert found["exercises"][0]["name"].startswith("Single-leg")
    assert found["unknown_exercises"] == ["moon-walk"]
    assert "Also in the log, but in no circuit that is here: moon-walk\n" in shell("stats").out
    assert "in no circuit" in shell("stats", "--exercise", "moon-walk").sentence


def test_no_line_is_wider_than_a_terminal_and_none_steers_it(shell: Shell, gym: Gym) -> None:
    name = "Wall push " + "very far from the wall \\u2500 [red]x[/red] " * 2
    gym.finished(text=SHORT.replace("Wall push", name))
    lines = shell("stats").out.splitlines()
    assert all(len(line) <= 80 and line.isprintable() for line in lines)
    assert "[red]x[/red]" in shell("stats").out


def test_nothing_is_said_of_a_risk(shell: Shell, gym: Gym) -> None:
    for day in range(0, 14, 2):
        gym.finished(days=day)
    said = shell("stats").out + shell("stats", "--json").out
    assert not {"risk", "injury", "danger"} & set(said.lower().split())


def test_statistics_change_nothing(shell: Shell, gym: Gym) -> None:
    gym.finished()
    gym.store.close()
    before = gym.path.read_bytes()
    shell("stats")
    assert gym.path.read_bytes() == before


def test_a_damaged_history_is_a_sentence(shell: Shell, gym: Gym) -> None:
    gym.finished()
    gym.store.close()
    with sqlite3.connect(gym.path) as connection:
        connection.execute("UPDATE sessions SET started_at = 'yesterday'")
    connection.close()
    for args in (("stats",), ("stats", "--json"), ("stats", "--exercise", "wall-push")):
        assert "damaged" in shell(*args).sentence


def test_it_runs_as_a_user_starts_it(gym: Gym) -> None:
    gym.finished()
    result = own_process("stats", "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (result.code, result.err) == (0, "")
    assert datetime.fromisoformat(json.loads(result.out)["at"]).tzinfo is not None
