"""Today in another order: jumps, and exercises that are moved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.model import Order
from hiptimer.session import events as e
from hiptimer.session.ask import coming
from hiptimer.session.estimate import seconds_left
from hiptimer.session.jumps import Stuck, way_of
from hiptimer.session.rows import rows
from hiptimer.session.state import Done, Phase, Session

from .builders import BRIDGE, HALO, HIPS, LUNGE, PLANK, PLANKS, THRUST, WALL, WHOLE, Day, only, unchanged

BRIDGE_AS_MAIN = replace(BRIDGE, id="main-bridge", instead_of=())


def order(session: Session, number: int = 1) -> list[str]:
    """The exercises of a round, in the order in which they come."""
    return list(dict.fromkeys(step.exercise.id for step in session.steps if step.round == number))


def ahead(day: Day) -> list[int]:
    return list(coming(day.session, day.session.cursor))


# -- jump


def test_a_jump_is_ready_and_what_was_left_out_comes_later() -> None:
    day = Day(only(WALL, THRUST, LUNGE)).until(2, Phase.REST).do(e.Jump(4))
    assert day.place == (Phase.READY, 4)
    assert rows(day.session)[-1].exercise == "wall-push"
    assert len(rows(day.session)) == 2
    day.until(5, Phase.WORK).wait(20.0).press()
    assert day.place == (Phase.REST, 2)
    day.finish()
    assert [row.exercise for row in rows(day.session)] == [
        "wall-push", "wall-push", "backward-lunge", "backward-lunge", "hip-thrust", "hip-thrust",
    ]  # fmt: skip


@pytest.mark.parametrize("phase", [Phase.LEAD_IN, Phase.WORK])
def test_a_jump_out_of_a_set_of_reps_logs_nothing(phase: Phase) -> None:
    day = Day(only(THRUST, LUNGE)).until(0, phase).wait(2.0).do(e.Jump(2))
    assert day.place == (Phase.READY, 2)
    assert not rows(day.session)
    assert ahead(day) == [3, 0, 1, 2]


def test_a_jump_out_of_a_hold_keeps_what_was_held_as_interrupted() -> None:
    day = Day(HIPS).until(0, Phase.WORK).wait(20.0).do(e.Jump(2))
    assert day.place == (Phase.READY, 2)
    assert (day.row(0).status, day.row(0).seconds) == (Done.INTERRUPTED, 20.0)
    short = Day(HIPS).until(0, Phase.WORK).wait(0.5).do(e.Jump(2))
    assert not rows(short.session)


def test_a_jump_out_of_a_paused_hold_keeps_it_once() -> None:
    day = Day(HIPS).until(0, Phase.WORK).wait(20.0).do(e.Pause()).wait(60.0).do(e.Jump(2))
    assert day.row(0).seconds == 20.0
    timed = Day(PLANKS).until(0, Phase.WORK).wait(20.0).do(e.Pause()).wait(60.0).do(e.Jump(1))
    assert timed.row(0).seconds == 20.0


def test_a_jump_back_is_a_redo_and_the_old_row_stands_until_it_is_done() -> None:
    day = Day(HIPS).until(4, Phase.REST).do(e.Jump(2))
    assert day.place == (Phase.READY, 2)
    assert day.row(2).status is Done.DONE
    before = day.row(2).at
    day.until(2, Phase.WORK).wait(5.0).press()
    assert day.row(2).at > before
    assert day.place == (Phase.REST, 4)


def test_a_skipped_set_can_be_reached_and_done() -> None:
    day = Day(HIPS).do(e.Skip()).until(2, Phase.REST).do(e.Jump(0))
    assert day.row(0).status is Done.SKIPPED
    day.until(0, Phase.WORK).wait(25.0).press()
    assert (day.row(0).status, day.row(0).seconds) == (Done.DONE, 25.0)
    assert day.place == (Phase.REST, 2)


def test_a_jump_to_where_one_is_or_to_nowhere_changes_nothing() -> None:
    for step in (3, -1, 999):
        assert unchanged(Day(HIPS).until(3, Phase.SWITCH).wait(5.0), e.Jump(step))


def test_a_jump_is_taken_back_to_the_rest_it_left() -> None:
    day = Day(HIPS).until(2, Phase.REST).wait(10.0).do(e.Jump(6)).wait(5.0).undo()
    assert (day.place, day.left) == ((Phase.REST, 2), 30.0)


def test_the_second_side_of_a_hold_that_was_left_waits_for_the_runner() -> None:
    day = Day(only(WALL, THRUST)).until(1, Phase.SWITCH).do(e.Jump(2))
    day.until(3, Phase.WORK).wait(20.0).press()
    assert day.place == (Phase.REST, 1)
    day.wait(day.left)
    assert day.place == (Phase.READY, 1)


def test_all_that_is_open_is_in_the_time_left() -> None:
    day = Day(only(THRUST, LUNGE))
    whole = seconds_left(day.session, day.at)
    day.do(e.Jump(2))
    assert seconds_left(day.session, day.at) == pytest.approx(whole, abs=60.0)
    assert seconds_left(day.session, day.at) > 2 * 32.0 + 2 * 48.0


# -- move


def test_an_exercise_is_moved_with_both_sides_in_this_round_and_the_later_ones() -> None:
    day = Day(HIPS).do(e.Move(3, later=True))
    assert order(day.session, 1) == ["wall-push", "hip-thrust", "lunge-halo", "backward-lunge"]
    assert order(day.session, 3) == order(day.session, 1)
    assert [step.side for step in day.session.steps[4:6]] == ["left", "right"]
    assert day.place == (Phase.READY, 0)


def test_moved_in_the_second_round_the_first_one_stays() -> None:
    day = Day(HIPS).until(8, Phase.READY).do(e.Move(14, later=False))
    assert order(day.session, 1)[-1] == "backward-lunge"
    assert order(day.session, 2) == order(day.session, 3)
    assert order(day.session, 2) == ["wall-push", "lunge-halo", "backward-lunge", "hip-thrust"]


def test_there_and_back_is_as_before() -> None:
    day = Day(HIPS).do(e.Move(2, later=True), e.Move(4, later=False))
    assert day.session.steps == day.begun.steps


def test_what_stands_ready_makes_room_for_the_one_moved_before_it() -> None:
    day = Day(HIPS).do(e.Move(2, later=False))
    assert day.place == (Phase.READY, 0)
    assert day.session.step.exercise is HALO
    day.do(e.Move(0, later=True))
    assert day.session.step.exercise is WALL


def test_a_rest_goes_on_towards_the_one_that_comes_now() -> None:
    day = Day(HIPS).until(2, Phase.REST).wait(10.0).do(e.Move(2, later=True))
    assert (day.place, day.left) == ((Phase.REST, 2), 35.0)
    assert day.session.step.exercise is THRUST
    day.do(e.Pause(), e.Move(2, later=True)).wait(60.0).press()
    assert (day.session.step.exercise, day.left) == (HALO, 35.0)


def test_a_set_under_way_stays_first() -> None:
    day = Day(HIPS).until(2, Phase.WORK)
    assert way_of(day.session, 4, later=False) is Stuck.UNDER_WAY
    assert way_of(day.session, 2, later=True) is Stuck.BEGUN
    assert unchanged(day, e.Move(4, later=False), e.Move(2, later=True))
    day.do(e.Move(6, later=False))
    assert order(day.session) == ["wall-push", "lunge-halo", "backward-lunge", "hip-thrust"]


def test_what_was_left_out_can_be_moved_behind_the_set_under_way() -> None:
    day = Day(only(WALL, THRUST, LUNGE)).do(e.Jump(2)).until(2, Phase.WORK).do(e.Move(0, later=True))
    assert order(day.session) == ["hip-thrust", "wall-push", "backward-lunge"]
    assert day.place == (Phase.WORK, 0)
    assert ahead(day) == [1, 2, 3, 4, 5, 0]


def test_a_hold_is_not_disturbed() -> None:
    day = Day(HIPS).until(0, Phase.WORK)
    assert way_of(day.session, 4, later=True) is Stuck.IN_A_SET
    assert unchanged(day, e.Move(4, later=True))


def test_a_set_with_something_logged_of_it_stays() -> None:
    day = Day(HIPS).until(3, Phase.SWITCH)
    assert unchanged(day, e.Move(3, later=True), e.Move(0, later=True), e.Move(99, later=True))


def test_no_exercise_leaves_its_round_or_its_part() -> None:
    assert way_of(Day(HIPS).session, 7, later=True) is Stuck.EDGE
    assert way_of(Day(HIPS).session, 8, later=False) is Stuck.EDGE
    assert unchanged(Day(WHOLE), e.Move(0, later=True), e.Move(9, later=False), e.Move(3, later=True))


def test_a_move_leads_over_what_is_done() -> None:
    day = Day(HIPS).do(e.Jump(4)).until(6, Phase.REST).do(e.Move(2, later=True))
    assert order(day.session) == ["wall-push", "hip-thrust", "backward-lunge", "lunge-halo"]
    assert [row.exercise for row in rows(day.session)] == ["hip-thrust", "hip-thrust"]
    assert day.session.step.exercise is LUNGE


def test_a_logged_set_keeps_its_row_under_another_number() -> None:
    day = (
        Day(only(PLANK, THRUST, BRIDGE_AS_MAIN)).do(e.Jump(1)).until(3, Phase.REST).do(e.Move(0, later=True))
    )
    assert order(day.session) == ["hip-thrust", "main-bridge", "plank"]
    assert {row.step: row.exercise for row in rows(day.session)} == {0: "hip-thrust", 1: "hip-thrust"}


def test_in_straight_order_all_open_sets_of_an_exercise_are_moved() -> None:
    day = Day(only(PLANK, THRUST, BRIDGE_AS_MAIN, sets=2, order=Order.STRAIGHT)).until(1, Phase.REST)
    day.do(e.Move(6, later=False))
    assert [f"{step.exercise.id} {step.round}" for step in day.session.steps] == [
        "plank 1", "plank 2", "main-bridge 1", "main-bridge 2",
        "hip-thrust 1", "hip-thrust 1", "hip-thrust 2", "hip-thrust 2",
    ]  # fmt: skip
    day.do(e.Move(2, later=False))
    assert day.place == (Phase.REST, 1)
    assert day.session.step.exercise is BRIDGE_AS_MAIN
    assert day.session.rounds == 2


def test_a_move_is_taken_back_and_the_rest_goes_on() -> None:
    day = Day(HIPS).until(2, Phase.REST).wait(10.0)
    before = day.session
    day.do(e.Move(2, later=True)).wait(2.0).undo()
    assert day.session.steps == before.steps
    assert (day.place, day.left) == ((Phase.REST, 2), 33.0)


def test_a_round_that_is_added_comes_in_todays_order() -> None:
    day = Day(HIPS).do(e.Move(2, later=True), e.AddRound())
    assert order(day.session, 4) == order(day.session, 3) != order(Day(HIPS).session)
    swapped = Day(replace(HIPS, alternatives=(replace(BRIDGE, instead_of=("lunge-halo",)),)))
    swapped.do(e.Substitute("lunge-halo", "bridge"), e.Move(2, later=True), e.AddRound())
    assert order(swapped.session, 4) == ["wall-push", "hip-thrust", "bridge", "backward-lunge"]


def test_a_pain_told_goes_with_its_set() -> None:
    day = Day(HIPS).do(e.Jump(2), e.Pain(3), e.Move(2, later=True))
    (index,) = day.session.remarks
    assert day.session.steps[index].exercise is HALO


def test_reopened_it_is_the_same_day() -> None:
    day = Day(HIPS).do(e.Move(2, later=True), e.Jump(4)).until(5, Phase.SWITCH)
    steps = day.session.steps
    again = day.reopened()
    assert again.session.steps == steps
    assert again.place == (Phase.READY, 5)
