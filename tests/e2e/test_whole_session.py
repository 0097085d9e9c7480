"""A session from `hiptimer start` to its summary, in a terminal of 80 x 24, and the one after it."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .terminal import Terminal
    from .user import User

ORDER = ("WALL PUSH", "LUNGE HALO", "HIP THRUST", "BACK LUNGE")


def expected_course() -> list[tuple[str, int, str, str]]:
    """Every set as phase, round, exercise, side: holds change their first side from round to round."""
    course = []
    for number in (1, 2, 3):
        for name in ORDER:
            sides = ("RIGHT", "LEFT") if name == "WALL PUSH" and number == 2 else ("LEFT", "RIGHT")
            course += [("WORK", number, name, side) for side in sides]
    return course


def walk(terminal: Terminal) -> list[tuple[str, int, str, str]]:
    """Press the big key at each READY and WORK until the summary; the sets as they were shown."""
    course = []
    terminal.until_status("READY")
    while terminal.phase() != "FINISHED":
        if terminal.phase() == "WORK":
            phase, number, name, side = terminal.status().split(" · ")
            course.append((phase, int(number.removeprefix("ROUND ")[0]), name, side))
        if terminal.phase() in ("READY", "WORK"):
            terminal.big()
            terminal.until(lambda: terminal.titles()[-1] == terminal.status())
        else:
            terminal.wait(0.02)
    return course


def test_a_whole_session_is_led_logged_and_followed_by_one_from_the_other_side(user: User) -> None:
    with user.start() as terminal:
        assert walk(terminal) == expected_course()
        assert terminal.status() == "FINISHED · ROUND 3/3"
        terminal.until("WELL DONE" if "WELL DONE" in terminal.text() else "24 of 24 sets done")
        terminal.wait(3.0)
        terminal.press("space")
        assert terminal.exit_code() == 0
        assert terminal.is_sane()

    session = user.session()
    assert json.loads(user.run("log", "--json").stdout)["sessions"] == [session]
    assert session["status"] == "finished"
    assert datetime.fromisoformat(session["started_at"]) < datetime.fromisoformat(session["ended_at"])
    rows = session["sets"]
    assert Counter(row["exercise"] for row in rows) == {
        "wall-push": 6, "lunge-halo": 12, "hip-thrust": 6, "backward-lunge": 6,
    }  # fmt: skip
    assert {row["status"] for row in rows} == {"done"}
    assert not any(row["extra"] for row in rows)
    shown = [(number, name, side) for _, number, name, side in expected_course()]
    assert list(dict.fromkeys((row["set"], row["exercise"], row["side"]) for row in rows)) == [
        (number, EXERCISES[name], side.lower()) for number, name, side in shown
    ]
    halos = [row for row in rows if row["exercise"] == "lunge-halo"]
    assert [row["direction"] for row in halos] == ["clockwise", "counterclockwise"] * 6
    assert {(row["exercise"], row["reps"]) for row in rows} == {
        ("wall-push", None), ("lunge-halo", 3), ("hip-thrust", 8), ("backward-lunge", 12),
    }  # fmt: skip
    assert all((row["seconds"] is not None) == (row["exercise"] == "wall-push") for row in rows)
    assert all(0.3 <= row["seconds"] <= 5.0 for row in rows if row["exercise"] == "wall-push")
    instants = [datetime.fromisoformat(row["at"]) for row in rows]
    assert instants == sorted(instants) and instants[0].tzinfo is not None

    with user.start() as terminal:
        terminal.until_status("READY · ROUND 1/3 · WALL PUSH · RIGHT")


EXERCISES = {
    "WALL PUSH": "wall-push",
    "LUNGE HALO": "lunge-halo",
    "HIP THRUST": "hip-thrust",
    "BACK LUNGE": "backward-lunge",
}
