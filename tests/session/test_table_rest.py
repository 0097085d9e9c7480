"""The row of SWITCH and REST in the session's tables."""

from __future__ import annotations

import pytest

from hiptimer.session import events as e
from hiptimer.session.state import Done, Phase, Status

from .builders import PLANK, Day, only, unchanged, where_left


def switching(seconds: float = 5.0) -> Day:
    """After the first hold, in the 15 s before the second."""
    return Day().until(1, Phase.SWITCH).wait(seconds)


def resting(seconds: float = 5.0) -> Day:
    """After the second hold, in the 45 s before the first halo."""
    return Day().until(2, Phase.REST).wait(seconds)


def before_the_round(seconds: float = 5.0) -> Day:
    """After the last lunges of the first round, in the 90 s before a hold that waits."""
    return Day().until(8, Phase.REST).wait(seconds)


@pytest.mark.parametrize(
    ("step", "phase", "seconds"),
    [
        (1, Phase.SWITCH, 15.0),
        (2, Phase.REST, 45.0),
        (3, Phase.SWITCH, 15.0),
        (5, Phase.SWITCH, 25.0),
        (6, Phase.REST, 45.0),
        (8, Phase.REST, 90.0),
    ],
)
def test_the_countdown_is_that_of_what_comes(step: int, phase: Phase, seconds: float) -> None:
    assert Day().until(step, phase).left == seconds


def test_the_big_key_leaves_the_last_3_s() -> None:
    day = resting().press()
    assert day.place == (Phase.REST, 2)
    assert day.left == 3.0
    day.wait(3.0)
    assert day.place == (Phase.WORK, 2)


def test_before_the_second_hold_the_big_key_leaves_the_lead_in() -> None:
    day = switching(3.5).press()
    assert day.place == (Phase.SWITCH, 1)
    assert day.left == 10.0


def test_with_less_left_than_that_the_big_key_does_nothing() -> None:
    assert unchanged(switching(6.0), e.Press())
    assert unchanged(resting(42.5), e.Press())


def test_before_a_hold_that_waits_the_big_key_answers_the_wait() -> None:
    day = before_the_round().press()
    assert day.place == (Phase.LEAD_IN, 8)
    assert day.left == 10.0
    assert day.wait(10.0).place == (Phase.WORK, 8)


def test_p_pauses_and_goes_on_where_it_stood() -> None:
    day = resting().do(e.Pause()).wait(100.0)
    assert day.place == (Phase.PAUSED, 2)
    day.do(e.Pause())
    assert day.place == (Phase.REST, 2)
    assert day.left == 40.0


def test_undo_is_back_in_the_set() -> None:
    day = resting(3.0).undo()
    assert day.place == (Phase.WORK, 1)
    assert day.clock == 23.0
    assert 1 not in day.session.outcomes


@pytest.mark.parametrize(("day", "step"), [(switching(), 0), (resting(), 1), (before_the_round(), 7)])
def test_redo_is_ready_of_the_logged_set_and_its_row_stands(day: Day, step: int) -> None:
    row = day.row(step)
    assert day.do(e.Redo()).place == (Phase.READY, step)
    assert day.row(step) == row


def test_skip_is_for_the_coming_set_and_the_countdown_goes_on() -> None:
    day = resting().do(e.Skip())
    assert day.place == (Phase.REST, 3)
    assert day.left == 40.0
    assert [row.status for row in day.session.outcomes[2]] == [Done.SKIPPED] * 2
    assert day.row(1).status is Done.DONE


def test_a_switch_becomes_a_rest_where_the_other_side_is_skipped() -> None:
    day = switching().do(e.Skip())
    assert day.place == (Phase.REST, 2)
    assert day.left == 10.0


def test_the_coming_exercise_can_be_skipped() -> None:
    day = resting().do(e.Freeze()).wait(20.0).do(e.Drop("lunge-halo"), e.Thaw())
    assert day.place == (Phase.REST, 4)
    assert day.left == 40.0
    skipped = [i for i, rows in day.session.outcomes.items() if rows[0].status is Done.SKIPPED]
    assert skipped == [2, 3, 10, 11, 18, 19]


def test_a_skip_of_the_last_set_is_the_end() -> None:
    day = Day().until(23, Phase.SWITCH).do(e.Skip())
    assert day.session.phase is Phase.FINISHED
    assert day.session.status is Status.FINISHED


def test_up_and_down_correct_the_set_just_logged() -> None:
    day = Day().until(5, Phase.SWITCH).wait(5.0).do(e.Nudge(-1), e.Nudge(-1))
    assert day.row(4).reps == 6
    assert day.row(4).corrected
    assert day.left == 20.0


def test_digits_correct_the_set_just_logged() -> None:
    day = switching().do(e.Enter(18.5))
    assert day.row(0).net_seconds == 18.5
    assert day.do(e.Nudge(1)).row(0).net_seconds == 19.5


def test_each_direction_of_a_halo_is_corrected_by_itself() -> None:
    day = Day().until(3, Phase.SWITCH).do(e.Enter(5.0, row=0), e.Nudge(1, row=1), e.Nudge(-1, row=1))
    assert [row.reps for row in day.session.outcomes[2]] == [5, 3]
    assert unchanged(day, e.Nudge(1, row=2))


def test_15_s_more_and_less() -> None:
    assert resting().do(e.Extend(15.0)).left == 55.0
    assert resting().do(e.Extend(-15.0)).left == 25.0
    assert resting(30.0).do(e.Extend(-15.0)).left == 3.0


def test_x_relabels_the_logged_set_and_reorders_what_comes() -> None:
    day = switching().do(e.Swap())
    assert day.sides(0, 1) == ["right", "left"]
    assert day.row(0).net_seconds == 20.0
    assert day.place == (Phase.SWITCH, 1)
    assert day.left == 10.0


def test_x_in_the_rest_exchanges_both_logged_rows_and_not_the_coming_pair() -> None:
    day = resting().do(e.Swap())
    assert day.sides(0, 1, 2, 3) == ["right", "left", "left", "right"]


def test_a_round_can_be_added() -> None:
    day = resting().do(e.AddRound())
    assert len(day.session.steps) == 32
    assert day.left == 40.0


@pytest.mark.parametrize("said", [e.Weigh(12.0, logged=True), e.Pain(3), e.Note("cold")])
def test_weight_pain_and_note_are_said_over_a_frozen_countdown(said: e.Event) -> None:
    day = resting().do(e.Freeze()).wait(100.0)
    assert day.place == (Phase.REST, 2)
    assert unchanged(day, e.Freeze())
    day.do(said, e.Thaw())
    assert day.left == 40.0
    assert unchanged(day, e.Thaw())


def test_they_are_about_the_set_just_logged() -> None:
    day = resting().do(e.Pain(3), e.Note("cold"), e.Weigh(4.0, logged=True))
    assert (day.session.remarks[1].pain, day.session.remarks[1].note) == (3, "cold")
    assert day.row(1).load_kg == 4.0
    assert list(day.session.remarks) == [1]


def test_an_empty_note_takes_it_away() -> None:
    assert resting().do(e.Note("cold"), e.Note("")).session.remarks[1].note is None


def test_the_weight_may_be_of_the_coming_set() -> None:
    day = resting().do(e.Weigh(8.0))
    assert day.row(1).load_kg is None
    assert day.until(3, Phase.SWITCH).row(2).load_kg == 8.0


@pytest.mark.parametrize("how", e.Leaving)
def test_leaving_ends_at_ready_of_the_next_set(how: e.Leaving) -> None:
    day = resting().do(e.Freeze()).wait(30.0).do(e.Leave(how))
    assert day.place == (where_left(how), 2)
    assert (day.session.status is Status.OPEN) == (how is e.Leaving.LATER)


def test_when_it_runs_out_work_begins_with_its_clock_at_0() -> None:
    day = resting(0.0)
    deadline = day.session.deadline
    day.wait(45.5)
    assert day.place == (Phase.WORK, 2)
    assert day.session.since == deadline


def test_when_it_runs_out_a_set_that_waits_is_ready() -> None:
    day = before_the_round(0.0)
    deadline = day.session.deadline
    day.wait(91.0)
    assert day.place == (Phase.READY, 8)
    assert day.session.since == deadline


@pytest.mark.parametrize(("day", "step"), [(switching(), 1), (resting(), 2), (before_the_round(), 8)])
def test_after_sleep_the_next_set_is_ready(day: Day, step: int) -> None:
    rows = day.session.outcomes
    assert day.sleep(300.0).place == (Phase.READY, step)
    assert day.session.outcomes == rows


def test_taps_are_not_ended_here_and_there_is_no_effort_yet() -> None:
    assert unchanged(resting(), e.End(), e.Effort(6))


def test_without_a_pair_there_is_nothing_to_swap() -> None:
    assert unchanged(Day(only(PLANK, sets=2)).press().wait(55.0), e.Swap())
