"""A warm-up and a cool-down: done once, around the rounds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.model import Circuit, Order
from hiptimer.circuit.plan import Options, plan
from hiptimer.session import events as e
from hiptimer.session.cues import Cue
from hiptimer.session.estimate import seconds_left
from hiptimer.session.rows import rows
from hiptimer.session.sheet import cue_sheet
from hiptimer.session.state import Done, Phase, Status
from hiptimer.session.status import status_line

from .builders import LUNGE, STRETCH, SWINGS, WALL, WHOLE, Day, unchanged

AROUND = ["swings", *["wall-push", "wall-push", "backward-lunge", "backward-lunge"] * 2, "stretch", "stretch"]


def course(day: Day) -> list[str]:
    return [step.exercise.id for step in day.session.steps]


def test_they_are_done_once_and_the_rest_in_rounds() -> None:
    steps = plan(WHOLE, Options())
    assert [step.exercise.id for step in steps] == AROUND
    assert [step.round for step in steps] == [1, 1, 1, 1, 1, 2, 2, 2, 2, 1, 1]


def test_in_straight_order_they_are_done_once_too() -> None:
    day = Day(replace(WHOLE, order=Order.STRAIGHT))
    assert course(day) == ["swings", *["wall-push"] * 4, *["backward-lunge"] * 4, "stretch", "stretch"]
    assert status_line(day.session) == "READY · WARM-UP · SWINGS"
    assert status_line(day.until(1, Phase.READY).session) == "READY · SET 1/2 · WALL PUSH · LEFT"


def test_the_status_line_says_which_part_it_is() -> None:
    day = Day(WHOLE)
    assert status_line(day.session) == "READY · WARM-UP · SWINGS"
    assert status_line(day.until(1, Phase.READY).session) == "READY · ROUND 1/2 · WALL PUSH · LEFT"
    assert status_line(day.until(9, Phase.REST).session) == "REST · COOL-DOWN · STRETCH · LEFT"
    assert status_line(day.finish().session) == "FINISHED · ROUND 2/2"


def test_between_the_parts_the_rest_is_that_before_an_exercise_and_no_round_is_announced() -> None:
    day = Day(WHOLE).until(1, Phase.REST)
    assert day.left == 45.0
    assert Cue.DONE_ROUND not in [due.cue for due in cue_sheet(day.session)]
    assert day.until(5, Phase.REST).left == 90.0
    assert Cue.DONE_ROUND in [due.cue for due in cue_sheet(day.session)]
    assert day.until(9, Phase.REST).left == 45.0
    assert Cue.DONE_ROUND not in [due.cue for due in cue_sheet(day.session)]


def test_the_log_has_them_as_set_1_and_never_as_extra() -> None:
    day = Day(WHOLE, Options(sets=3)).finish()
    logged = {(row.exercise, row.set, row.extra) for row in rows(day.session)}
    assert {one for one in logged if one[0] in ("swings", "stretch")} == {
        ("swings", 1, False),
        ("stretch", 1, False),
    }


def test_the_estimate_counts_them_once() -> None:
    assert seconds_left(Day(Circuit("Swings", (SWINGS,), sets=(5, 5))).session, 0.0) == 10.0 + 30.0
    around = seconds_left(Day(WHOLE).session, 0.0)
    alone = seconds_left(Day(replace(WHOLE, exercises=(WALL, LUNGE))).session, 0.0)
    warm_up, rest_and_lead_in, cool_down = 10.0 + 30.0, 45.0, 45.0 + 30.0 + 15.0 + 30.0
    assert around == pytest.approx(warm_up + rest_and_lead_in + alone + cool_down)


def test_a_round_is_added_before_the_cool_down() -> None:
    day = Day(WHOLE).until(3, Phase.WORK).wait(20.0).do(e.AddRound())
    assert course(day) == [*AROUND[:9], *AROUND[5:9], "stretch", "stretch"]
    assert day.place == (Phase.WORK, 3)
    assert day.session.rounds == 3


def test_in_the_rest_before_the_cool_down_an_added_round_comes_next() -> None:
    day = Day(WHOLE).until(9, Phase.REST).wait(5.0).do(e.AddRound())
    assert status_line(day.session) == "REST · ROUND 3/3 · WALL PUSH · LEFT"
    assert day.left == 40.0
    assert day.undo().place == (Phase.REST, 9)
    assert status_line(day.session) == "REST · COOL-DOWN · STRETCH · LEFT"


def test_paused_in_the_rest_before_the_cool_down_it_comes_next_too() -> None:
    day = Day(WHOLE).until(9, Phase.REST).wait(5.0).do(e.Pause(), e.AddRound()).press()
    assert status_line(day.session) == "REST · ROUND 3/3 · WALL PUSH · LEFT"


def test_waiting_for_the_cool_down_an_added_round_comes_next() -> None:
    waiting = replace(WHOLE, exercises=(SWINGS, WALL, replace(STRETCH, wait=True)))
    day = Day(waiting).until(5, Phase.READY).do(e.AddRound())
    assert day.place == (Phase.READY, 5)
    assert day.session.step.exercise is WALL


def test_once_the_cool_down_has_begun_a_round_comes_after_it() -> None:
    day = Day(WHOLE).until(10, Phase.SWITCH).do(e.AddRound())
    assert day.session.step.exercise is STRETCH
    assert day.session.outcomes.keys() == {*range(9), 13}
    logged = [row.exercise for row in rows(day.session)]
    assert logged == AROUND[:10]
    assert day.until(9, Phase.READY).finish().session.phase is Phase.FINISHED


def test_a_finished_session_is_ready_for_one_more_round() -> None:
    day = Day(WHOLE).finish().do(e.AddRound())
    assert day.place == (Phase.READY, 9)
    assert day.session.status is Status.OPEN
    assert day.finish().session.rounds == 3
    assert len(rows(day.session)) == 15


def test_a_warm_up_is_skipped_and_done_again_like_any_set() -> None:
    day = Day(WHOLE).do(e.Skip())
    assert day.place == (Phase.REST, 1)
    assert day.row(0).status is Done.SKIPPED
    assert day.do(e.Redo()).place == (Phase.READY, 0)


def test_left_in_the_cool_down_it_is_partial_and_left_in_an_added_round_it_is_finished() -> None:
    cooling = Day(WHOLE).until(10, Phase.SWITCH).do(e.Leave(e.Leaving.PARTIAL))
    assert cooling.session.status is Status.PARTIAL
    more = Day(WHOLE).finish().do(e.AddRound(), e.Leave(e.Leaving.PARTIAL))
    assert more.session.status is Status.FINISHED


def test_at_the_most_rounds_no_more_are_added() -> None:
    assert unchanged(Day(WHOLE, Options(sets=50)), e.AddRound())
