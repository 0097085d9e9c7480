"""Undo: the newest event of the user's is taken back, and the journal never forgets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.model import Count, SetEnd
from hiptimer.session import events as e
from hiptimer.session.ask import target_reps
from hiptimer.session.replay import Entry, can_undo, replay
from hiptimer.session.state import Done, Phase

from .builders import LUNGE, PLANKS, THRUST, WALL, Day, counted, only


def held(seconds: float = 20.0) -> Day:
    """The first hold, just marked done."""
    return Day().press().wait(10.0).wait(seconds).press()


def test_at_the_beginning_there_is_nothing_to_undo() -> None:
    day = Day()
    assert not can_undo(day.entries)
    assert day.undo().session == day.begun
    assert day.entries == []


@pytest.mark.parametrize("after", [0.5, 4.9, 5.0])
def test_a_done_pressed_too_early_is_taken_back_within_5_s_as_if_never_pressed(after: float) -> None:
    day = held().wait(after).undo()
    assert day.place == (Phase.WORK, 0)
    assert day.clock == 20.0 + after
    assert day.session.outcomes == {}
    assert day.wait(10.0).press().row(0).seconds == 30.0 + after


def test_later_the_hold_is_ready_again() -> None:
    day = held().wait(5.1).undo()
    assert day.place == (Phase.READY, 0)
    assert day.session.outcomes == {}
    assert day.session.since == day.at


def test_reps_are_gone_back_to_however_late() -> None:
    day = Day().until(5, Phase.SWITCH).wait(20.0).undo()
    assert day.place == (Phase.WORK, 4)


def test_a_pace_counts_on_from_where_it_was_left() -> None:
    day = Day(only(counted(THRUST, Count.PACE))).press().wait(3.0).wait(13.0).press().wait(20.0).undo()
    assert day.session.phase is Phase.WORK
    assert day.wait(8.5).press().row(0).reps == 5


def test_timed_work_cut_short_by_mistake_goes_on() -> None:
    day = Day(PLANKS).press().wait(30.0).press().wait(3.0).undo()
    assert day.place == (Phase.WORK, 0)
    assert day.left == 17.0
    assert day.wait(18.0).row(0).seconds == 40.0


def test_timed_work_that_would_be_over_by_now_is_done_at_its_deadline() -> None:
    day = Day(PLANKS).press().wait(48.0).press().wait(4.0).undo()
    assert day.place == (Phase.REST, 1)
    assert (day.row(0).status, day.row(0).seconds, day.left) == (Done.DONE, 40.0, 43.0)


def test_a_countdown_still_running_goes_on() -> None:
    day = Day().until(2, Phase.REST).wait(30.0).do(e.Extend(15.0)).wait(10.0).undo()
    assert day.place == (Phase.REST, 2)
    assert day.left == 5.0


@pytest.mark.parametrize("pause", [e.Extend(300.0), e.Redo(), e.Skip()])
def test_a_countdown_that_would_have_run_out_since_stops_at_ready(pause: e.Event) -> None:
    day = Day().until(2, Phase.REST).wait(30.0).do(pause).wait(16.0).undo()
    assert day.place == (Phase.READY, 2)


def test_a_lead_in_that_would_have_run_out_since_stops_at_ready() -> None:
    day = Day().press().wait(4.0).do(e.Redo()).wait(60.0).undo()
    assert day.place == (Phase.READY, 0)


def test_a_pause_taken_back_is_going_on_from_where_it_stood() -> None:
    day = Day().until(2, Phase.REST).wait(30.0).do(e.Pause()).wait(600.0).undo()
    assert day.place == (Phase.REST, 2)
    assert day.left == 15.0
    timed = Day(PLANKS).press().wait(18.0).do(e.Pause()).wait(600.0).undo()
    assert timed.place == (Phase.WORK, 0)
    assert timed.wait(40.0).row(0).seconds == 40.0


def test_a_remark_taken_back_leaves_the_hold_alone() -> None:
    day = Day().press().wait(13.0).do(e.Swap()).wait(30.0).undo()
    assert day.place == (Phase.WORK, 0)
    assert day.sides(0, 1) == ["left", "right"]
    assert day.press().row(0).seconds == 33.0


@pytest.mark.parametrize("said", [e.Pain(5), e.Swap(), e.AddRound()])
def test_taking_back_what_was_said_in_a_set_is_as_if_it_had_not_been_said(said: e.Event) -> None:
    for day in (Day().until(1, Phase.WORK), Day().until(4, Phase.WORK), Day(PLANKS).until(1, Phase.WORK)):
        day.wait(5.0)
        before = day.session
        assert day.do(said).session != before
        assert day.wait(20.0).undo().session == before


def test_a_correction_taken_back_in_the_next_set_leaves_that_set_alone() -> None:
    day = Day().until(5, Phase.SWITCH).do(e.Nudge(-1)).wait(40.0)
    before = day.session
    day.undo()
    assert day.place == (Phase.WORK, 5)
    assert day.row(4).reps == 8
    assert day.session == replace(before, outcomes={**before.outcomes, 4: day.session.outcomes[4]})


def test_dialogs_after_a_remark_froze_the_countdown_all_the_same() -> None:
    day = Day().until(2, Phase.REST).wait(5.0).do(e.Pain(1)).wait(1.0)
    day.do(e.Freeze()).wait(30.0).do(e.Thaw()).wait(2.0).undo()
    assert day.place == (Phase.REST, 2)
    assert day.left == 37.0


def test_a_dialog_does_not_survive_the_undo_of_what_was_said_in_it() -> None:
    day = Day().until(2, Phase.REST).wait(5.0).do(e.Freeze()).wait(20.0)
    day.do(e.Skip(), e.Thaw()).wait(2.0).undo()
    assert day.session.frozen_at is None
    assert day.place == (Phase.REST, 2)
    assert day.left == 38.0


def test_undo_is_repeatable() -> None:
    day = Day(only(THRUST)).do(e.Nudge(1), e.Nudge(1), e.Nudge(1)).undo().undo()
    assert target_reps(day.session) == 9
    day.undo()
    assert day.session == day.begun
    assert not can_undo(day.entries)


def test_after_a_hold_was_stopped_by_undo_a_second_undo_does_not_start_it_again() -> None:
    day = Day().press().wait(15.0).do(e.Pain(2)).wait(15.0).press().wait(10.0).undo()
    assert day.place == (Phase.READY, 0)
    day.wait(1.0).undo()
    assert day.place == (Phase.READY, 0)
    assert day.session.remarks == {}


def test_there_is_no_undo_of_an_undo() -> None:
    day = Day(only(THRUST)).do(e.Nudge(5)).undo()
    assert day.undo().session == day.begun
    assert target_reps(day.session) == 8


def test_the_journal_keeps_what_was_taken_back() -> None:
    day = held().wait(1.0).undo()
    assert [entry.event for entry in day.entries] == [e.Press(), e.Press(), e.Undo()]


def test_a_new_event_after_an_undo_can_be_taken_back_too() -> None:
    day = held().wait(1.0).undo().wait(5.0).press()
    assert day.row(0).seconds == 26.0
    assert day.undo().place == (Phase.WORK, 0)


def test_undo_does_not_reach_past_sleep() -> None:
    day = held().wait(2.0).sleep(100.0)
    assert not can_undo(day.entries)
    assert day.undo().place == (Phase.READY, 1)
    assert day.row(0).status is Done.DONE


def test_undo_does_not_reach_past_a_session_opened_again() -> None:
    day = held().reopened()
    assert not can_undo(day.entries)
    assert 0 in day.undo().session.outcomes


def test_undo_does_not_reach_past_timed_work_that_ran_out() -> None:
    day = Day(PLANKS).press().wait(52.0)
    assert not can_undo(day.entries)
    assert 0 in day.undo().session.outcomes
    assert can_undo(day.do(e.Extend(15.0)).entries)


def test_undo_does_not_reach_past_a_pace_or_a_hold_that_ended_by_itself() -> None:
    paced = Day(only(counted(LUNGE, Count.PACE, SetEnd.COUNT))).press().wait(60.0)
    assert 0 in paced.undo().session.outcomes
    hold = Day().press().wait(320.0)
    assert hold.undo().place == (Phase.PAUSED, 0)
    assert hold.row(0).seconds == 300.0


def test_dialogs_are_no_events_of_the_users() -> None:
    day = Day().press().wait(2.0).do(e.Freeze(), e.Thaw()).undo()
    assert day.place == (Phase.READY, 0)


def test_an_undo_with_nothing_before_it_does_nothing() -> None:
    day = Day(only(WALL))
    assert replay(day.begun, [Entry(1.0, e.Undo())]) == day.begun


@pytest.mark.parametrize("done_again", [False, True])
def test_a_redo_taken_back_leaves_the_old_row(done_again: bool) -> None:
    day = held().wait(2.0).do(e.Redo())
    if done_again:
        day.press().wait(15.0).press().undo()
        assert day.place == (Phase.WORK, 0)
    else:
        assert day.undo().place == (Phase.SWITCH, 1)
    assert day.row(0).seconds == 20.0


def test_undo_after_a_pause_with_a_dialog_open_invents_no_set() -> None:
    day = Day(only(WALL)).do(e.Skip()).wait(0.5).do(e.Freeze()).wait(0.5).do(e.Pause())
    assert day.session.frozen_at is None
    day.wait(1.0).do(e.Nudge(1), e.Drop(WALL.id)).wait(26.0).undo()
    assert day.session.phase is Phase.PAUSED
    assert [row.status for rows in day.session.outcomes.values() for row in rows] == [Done.SKIPPED]
    assert day.again() == day.session
