"""The journal where steps come and go: rows move with them, and keep the time they were made at."""

from __future__ import annotations

from datetime import datetime

from hiptimer.history.records import SetRecord
from hiptimer.session.events import AddRound, Jump, Move, Substitute
from hiptimer.session.rows import rows
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase

from .days import Gym

TEXT = """
name = "Whole"
sets = 1
rest = { lead_in = 1, lead_in_reps = 1, switch = 4, exercise = 4, round = 4 }

[[exercise]]
id = "lunge"
name = "Lunge"
reps = 8
sides = "each"

[[exercise]]
id = "step-up"
name = "Step-up"
reps = 8
instead_of = "lunge"

[[exercise]]
id = "stretch"
name = "Stretch"
seconds = 10
sides = "each"
block = "cool-down"
"""

BRIDGE = """
[[exercise]]
id = "bridge"
name = "Bridge"
reps = 8

[[exercise]]
id = "squat"
name = "Squat"
reps = 8
"""


def logged(gym: Gym) -> list[SetRecord]:
    (session,) = gym.store.sessions()
    return list(session.sets)


def times(gym: Gym) -> dict[tuple[str, int, str | None], datetime]:
    return {(row.exercise, row.set, row.side): row.at for row in logged(gym)}


def in_the_stretch(gym: Gym) -> Runner:
    """The first side of the cool-down is over."""
    runner = gym.begin(TEXT)
    for _ in range(3):
        gym.do(runner, 5.0)
    assert (runner.session.phase, runner.session.cursor) == (Phase.SWITCH, 3)
    return runner


def test_a_day_later_rows_that_move_keep_their_times(gym: Gym) -> None:
    in_the_stretch(gym).close()
    before = times(gym)
    assert len(before) == 3
    gym.clock.reading += 24 * 3600.0
    runner = gym.resume(gym.store.sessions()[0].id)
    assert runner.send(AddRound())
    assert times(gym) == before
    assert {row.step for row in rows(runner.session)} == {0, 1, 4}
    runner.close()
    gym.resume(gym.store.sessions()[0].id).close()
    assert times(gym) == before


def test_what_is_done_instead_is_in_the_log_under_its_own_name(gym: Gym) -> None:
    runner = gym.begin(TEXT)
    gym.do(runner, 5.0)
    assert runner.send(Substitute("lunge", "step-up"))
    identity = gym.store.sessions()[0].id
    runner.close()
    runner = gym.resume(identity)
    assert runner.session.step.exercise.id == "step-up"
    gym.do(runner, 5.0)
    runner.close()
    assert [(row.exercise, row.side, row.status) for row in logged(gym)] == [
        ("lunge", "left", "done"),
        ("step-up", None, "done"),
    ]


def test_a_session_is_measured_by_what_was_asked_for_with_the_exchange(gym: Gym) -> None:
    runner = gym.begin(TEXT)
    assert runner.send(Substitute("lunge", "step-up"))
    gym.finish(runner)
    assert runner.send(AddRound())
    gym.finish(runner)
    runner.close()
    ((_, done, planned, _),) = gym.store.trained()
    assert (done, planned) == (3, 3)


def test_in_another_order_rows_keep_their_times_and_nothing_is_lost(gym: Gym) -> None:
    runner = gym.begin(TEXT + BRIDGE)
    assert runner.send(Jump(2))
    gym.do(runner, 5.0)
    before = times(gym)
    assert runner.send(Move(0, later=True))
    assert {row.step: row.exercise for row in rows(runner.session)} == {0: "bridge"}
    assert times(gym) == before
    runner.close()
    runner = gym.resume(gym.store.sessions()[0].id)
    assert [step.exercise.id for step in runner.session.steps[:4]] == ["bridge", "squat", "lunge", "lunge"]
    gym.finish(runner)
    runner.close()
    assert [row.exercise for row in logged(gym)] == [
        "bridge", "squat", "lunge", "lunge", "stretch", "stretch",
    ]  # fmt: skip
