"""The log as programs and as people read it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from hiptimer.history.records import SessionRecord, SetRecord, length, table, to_json

from .days import BEGAN, Gym

SET = SetRecord(
    1, "wall-push", "left", None, None, 31.2, 0.0, None, "done", 0, None, None, BEGAN + timedelta(minutes=1)
)
SESSION = SessionRecord(
    "abc", "Runner's hips", BEGAN, BEGAN + timedelta(minutes=27), "finished", None,
    (SET, replace(SET, side="right", seconds=28.4)),
)  # fmt: skip


def test_the_json_has_every_field_by_its_name() -> None:
    found = json.loads(json.dumps(to_json([SESSION])))
    assert (found["format"], found["version"]) == ("hiptimer", 1)
    (session,) = found["sessions"]
    assert list(session) == ["id", "circuit", "started_at", "ended_at", "status", "rpe", "guest", "sets"]
    assert (session["started_at"], session["ended_at"]) == (
        "2026-03-01T18:30:00+02:00",
        "2026-03-01T18:57:00+02:00",
    )
    assert session["sets"][0] == {
        "set": 1,
        "exercise": "wall-push",
        "side": "left",
        "direction": None,
        "reps": None,
        "seconds": 31.2,
        "reach_s": 0.0,
        "load_kg": None,
        "status": "done",
        "extra": False,
        "pain": None,
        "note": None,
        "at": "2026-03-01T18:31:00+02:00",
    }


def in_json(records: list[SessionRecord]) -> dict[str, Any]:
    sessions = to_json(records)["sessions"]
    assert isinstance(sessions, list) and len(sessions) == 1
    return dict(sessions[0])


def test_an_open_session_has_no_end() -> None:
    assert in_json([replace(SESSION, ended_at=None, status="open")])["ended_at"] is None


def test_what_was_stored_has_the_same_types(gym: Gym) -> None:
    gym.finished()
    first, *_, last = in_json(gym.store.sessions())["sets"]
    assert (first["extra"], type(first["seconds"]), type(first["reach_s"])) == (False, float, float)
    assert (last["reps"], last["seconds"], last["direction"]) == (3, None, "counterclockwise")
    assert datetime.fromisoformat(last["at"]).utcoffset() == timedelta(hours=2)


def test_the_table_is_for_people() -> None:
    short = replace(SESSION, ended_at=BEGAN + timedelta(seconds=40), status="partial", sets=())
    still = replace(SESSION, ended_at=None, status="open", sets=(SET, replace(SET, set=2, seconds=8.0)))
    assert table([SESSION, short, still]) == [
        "DATE              LENGTH  SETS  HELD LEFT  HELD RIGHT",
        "2026-03-01 18:30  27 min     2  31 s       28 s",
        "2026-03-01 18:30    40 s     0  -          -           partial",
        "2026-03-01 18:30       -     2  31 8 s     -           open",
    ]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(None, "-"), (20.4, "20 s"), (59.4, "59 s"), (59.7, "1 min"), (60.0, "1 min"), (1600.0, "27 min")],
)
def test_a_length_is_told_as_the_eye_rounds_it(seconds: float | None, said: str) -> None:
    assert length(seconds) == said


def test_two_directions_are_one_set() -> None:
    halo = replace(SET, exercise="lunge-halo", seconds=None, reps=3, direction="clockwise")
    sets = (halo, replace(halo, direction="counterclockwise"), replace(halo, set=2))
    assert replace(SESSION, sets=sets).sets_done == 2


def test_only_done_sets_count() -> None:
    skipped = replace(SET, status="skipped", seconds=None)
    interrupted = replace(SET, status="interrupted", seconds=12.0)
    line = table([replace(SESSION, sets=(skipped, interrupted))])[1]
    assert line.split()[4:] == ["0", "-", "-"]


def test_a_guest_is_named_as_one() -> None:
    guest = replace(SESSION, guest=True)
    assert table([guest, replace(guest, status="partial")])[1:] == [
        "2026-03-01 18:30  27 min     2  31 s       28 s        guest",
        "2026-03-01 18:30  27 min     2  31 s       28 s        guest, partial",
    ]
    assert in_json([guest])["guest"] is True


def test_circuits_are_named_where_there_are_several() -> None:
    assert "CIRCUIT" not in table([SESSION, SESSION])[0]
    lines = table([SESSION, replace(SESSION, circuit="Planks")])
    assert lines[0].endswith("CIRCUIT") and lines[2].endswith("Planks")


@pytest.mark.parametrize("name", ["\x1b[2J", "a\nb", "\u202eabc", "\x07"])
def test_a_name_cannot_steer_the_terminal(name: str) -> None:
    lines = table([SESSION, replace(SESSION, circuit=name)])
    assert len(lines) == 3 and all(line.isprintable() for line in lines)


def test_dates_are_those_of_the_wall_then() -> None:
    summer = BEGAN.astimezone(timezone(timedelta(hours=-7)))
    assert table([replace(SESSION, started_at=summer)])[1].startswith("2026-03-01 09:30")
