"""The rules of the session that are not a cell of a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.model import Count, Order
from hiptimer.circuit.plan import Options
from hiptimer.limits import MOST_SETS
from hiptimer.session import events as e
from hiptimer.session.ask import clock_reading, following, running
from hiptimer.session.state import Done, Phase

from .builders import HALO, HIPS, LUNGE, PLANK, PLANKS, THRUST, WALL, Day, counted, only, unchanged


@pytest.mark.parametrize("after", [0.0, 1.0, 2.9])
def test_done_pressed_twice_by_an_unsure_finger_does_not_cut_the_rest(after: float) -> None:
    for step, phase in ((2, Phase.REST), (5, Phase.SWITCH), (8, Phase.REST)):
        assert unchanged(Day().until(step, phase).wait(after), e.Press())


def test_3_s_after_done_the_big_key_cuts_the_rest() -> None:
    assert Day().until(2, Phase.REST).wait(3.0).press().left == 3.0


def test_after_a_skip_the_big_key_cuts_at_once() -> None:
    assert Day(only(THRUST)).do(e.Skip()).press().left == 3.0


def test_after_an_interrupted_hold_the_big_key_cuts_at_once() -> None:
    assert Day().press().wait(30.0).do(e.Pause()).wait(1.0).press().press().left == 10.0


@pytest.mark.parametrize("exercise", [WALL, THRUST, PLANK, counted(THRUST, Count.TAP)])
def test_done_just_after_an_automatic_start_is_not_believed(exercise: object) -> None:
    day = Day(only(exercise)).until(0, Phase.WORK)  # type: ignore[arg-type]
    assert unchanged(day.wait(0.29), e.Press(), e.End())
    day.wait(0.02)
    assert not unchanged(day, e.Press())


def test_beeps_come_before_work_even_where_the_rest_is_cut() -> None:
    day = Day().until(2, Phase.REST).wait(4.0).press()
    assert day.wait(2.9).session.phase is Phase.REST
    assert day.wait(0.1).session.phase is Phase.WORK


def test_the_second_side_of_a_hold_is_cut_to_the_lead_in_of_the_options() -> None:
    assert Day(HIPS, Options(lead_in=6.0)).until(1, Phase.SWITCH).wait(4.0).press().left == 6.0


def test_redo_keeps_the_old_row_until_the_new_one_is_done() -> None:
    day = Day().until(1, Phase.SWITCH).do(e.Redo())
    old = day.row(0)
    day.press().wait(10.0).wait(30.0)
    assert day.row(0) == old
    day.press()
    assert day.row(0).seconds == 30.0
    assert day.place == (Phase.SWITCH, 1)


BREAKS = [[e.Pause()], [e.Redo()], [e.Skip()], [e.Drop("wall-push")], [e.Pause(), e.Pause()]]


@pytest.mark.parametrize("events", BREAKS)
def test_a_redone_hold_broken_off_keeps_the_old_row(events: list[e.Event]) -> None:
    day = Day().until(1, Phase.SWITCH).do(e.Redo())
    old = day.row(0)
    assert day.press().wait(45.0).do(*events).row(0) == old


def test_a_redone_hold_broken_off_by_sleep_or_by_leaving_keeps_the_old_row() -> None:
    for how in (Day.sleep, Day.wait):
        day = Day().until(1, Phase.SWITCH).do(e.Redo())
        old = day.row(0)
        how(day.press().wait(30.0), 310.0)
        assert day.row(0) == old
        assert day.do(e.Leave(e.Leaving.PARTIAL)).row(0) == old


def test_a_redone_set_skipped_goes_on_after_all_that_is_done() -> None:
    day = Day().until(6, Phase.REST).do(e.Redo(), e.Redo(), e.Redo(), e.Skip())
    assert day.place == (Phase.REST, 6)
    assert day.row(3).status is Done.DONE


def test_a_jump_back_leaves_the_steps_between_reachable() -> None:
    day = Day(only(WALL, HALO)).until(2, Phase.REST).do(e.Redo(), e.Redo(), e.Skip())
    assert day.place == (Phase.REST, 2)


def test_an_interrupted_short_hold_is_offered_again_even_from_further_on() -> None:
    day = Day(only(WALL)).press().wait(15.0).do(e.Pause()).press()
    assert day.place == (Phase.READY, 0)
    assert day.session.closed == frozenset()
    day.press().wait(25.0).press()
    assert (day.row(0).status, day.row(0).seconds) == (Done.DONE, 15.0)


@pytest.mark.parametrize(
    ("at", "closed", "coming"),
    [
        (1, {0, 1}, 2),
        (1, {1}, 2),
        (1, {1, 2}, 3),
        (3, {2, 3}, 0),
        (3, {0, 3}, 1),
        (1, {0, 2, 3}, 1),
        (3, {0, 1, 2, 3}, None),
    ],
)
def test_next_is_the_first_later_step_still_open_else_the_first_earlier_one(
    at: int, closed: set[int], coming: int | None
) -> None:
    session = Day(only(WALL, THRUST)).session
    assert following(replace(session, closed=frozenset(closed)), at) == coming


def test_a_step_left_open_comes_after_the_last_one() -> None:
    day = Day(only(THRUST, LUNGE)).until(3, Phase.WORK)
    day.session = replace(day.session, closed=day.session.closed - {1})
    assert day.wait(20.0).press().place == (Phase.REST, 1)
    assert day.left == 45.0


def test_300_s_of_a_hold_then_the_session_goes_on() -> None:
    day = Day().press().wait(400.0)
    assert clock_reading(day.session, day.at) == 300.0
    assert day.press().place == (Phase.SWITCH, 1)


def test_straight_order_rests_between_sets_and_between_exercises() -> None:
    day = Day(replace(HIPS, order=Order.STRAIGHT))
    assert day.until(1, Phase.SWITCH).left == 15.0
    assert day.until(2, Phase.REST).left == 90.0
    assert day.until(6, Phase.REST).left == 45.0


def test_skipping_halo_is_two_rows_without_values() -> None:
    rows = Day(only(HALO)).do(e.Skip()).session.outcomes[0]
    assert [(row.status, row.reps, row.seconds, row.load_kg) for row in rows] == [
        (Done.SKIPPED, None, None, None)
    ] * 2


def test_a_skipped_row_has_no_value_to_correct() -> None:
    day = Day(only(THRUST)).do(e.Skip(), e.Nudge(1), e.Enter(5.0), e.Weigh(9.0, logged=True))
    assert (day.row(0).reps, day.row(0).load_kg) == (None, None)


def test_values_can_not_be_corrected_below_nothing() -> None:
    assert Day().until(1, Phase.SWITCH).do(e.Nudge(-60)).row(0).net_seconds == 0.0
    assert Day().until(5, Phase.SWITCH).do(e.Enter(-3.0)).row(4).reps == 0


def test_a_corrected_hold_counts_as_typed_whatever_the_reach() -> None:
    day = Day(HIPS, Options(reach=4.0)).until(1, Phase.SWITCH).do(e.Enter(25.0))
    assert day.row(0).net_seconds == 25.0


def test_correcting_does_not_change_the_rest() -> None:
    day = Day().until(5, Phase.SWITCH).wait(4.0)
    before = day.session
    day.do(e.Nudge(-1), e.Nudge(-1))
    assert replace(day.session, outcomes=before.outcomes) == before


def test_an_added_round_begins_after_the_rest_between_rounds() -> None:
    day = Day(only(THRUST), Options(sets=1)).do(e.AddRound()).until(2, Phase.REST)
    assert day.left == 90.0
    assert [step.extra for step in day.session.steps] == [False, False, True, True]


def test_an_added_round_inside_what_is_prescribed_is_not_extra() -> None:
    day = Day().do(e.AddRound(), e.AddRound())
    assert {step.extra for step in day.session.steps[24:32]} == {False}
    assert {step.extra for step in day.session.steps[32:]} == {True}


def test_rounds_are_added_up_to_the_most() -> None:
    day = Day(only(THRUST), Options(sets=MOST_SETS - 1)).do(e.AddRound())
    assert day.session.rounds == MOST_SETS
    assert unchanged(day, e.AddRound())


def test_the_weight_is_remembered_for_the_next_round() -> None:
    day = Day(only(THRUST, sets=2)).do(e.Weigh(20.0)).until(2, Phase.REST)
    assert [day.row(step).load_kg for step in (0, 1)] == [20.0, 20.0]
    assert day.until(3, Phase.SWITCH).row(2).load_kg == 20.0


def test_body_weight_is_0_and_a_weight_not_told_is_nothing() -> None:
    assert Day(only(THRUST)).until(1, Phase.SWITCH).row(0).load_kg is None
    assert Day(only(THRUST)).do(e.Weigh(0.0)).until(1, Phase.SWITCH).row(0).load_kg == 0.0


def test_a_session_opened_again_is_ready_where_it_was() -> None:
    day = Day().until(3, Phase.WORK).wait(4.0).reopened()
    assert day.place == (Phase.READY, 3)
    assert day.row(2).status is Done.DONE
    assert Day().until(2, Phase.REST).do(e.Freeze()).reopened().place == (Phase.READY, 2)


@pytest.mark.parametrize(("seconds", "step"), [(5.0, 0), (20.0, 1)])
def test_a_session_that_died_in_an_interrupted_hold_is_ready_where_it_would_go_on(
    seconds: float, step: int
) -> None:
    day = Day().press().wait(10.0).wait(seconds).do(e.Pause()).reopened()
    assert day.place == (Phase.READY, step)


def test_time_matters_only_where_something_runs() -> None:
    assert not running(Day().session)
    assert running(Day().press().session)
    assert running(Day().until(0, Phase.WORK).session)
    assert running(Day(PLANKS).until(0, Phase.WORK).session)
    assert running(Day(only(counted(LUNGE, Count.PACE))).until(0, Phase.WORK).session)
    assert running(Day().until(1, Phase.SWITCH).session)
    assert not running(Day().until(1, Phase.SWITCH).do(e.Pause()).session)
    assert not running(Day(only(THRUST)).until(0, Phase.WORK).session)
    assert not running(Day().until(1, Phase.SWITCH).do(e.Freeze()).session)
    assert not running(Day().finish().session)


def test_another_way_of_counting_keeps_what_was_counted() -> None:
    day = Day(only(counted(LUNGE, Count.PACE))).press().wait(3.0).wait(9.0).do(e.CountBy(Count.TAP))
    day.wait(20.0).press()
    assert day.session.counted == 3
    assert day.wait(2.0).do(e.CountBy(Count.PACE)).wait(4.5).press().row(0).reps == 4
