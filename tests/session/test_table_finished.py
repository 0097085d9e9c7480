"""The FINISHED row of the session's tables."""

from __future__ import annotations

import pytest

from hiptimer.session import events as e
from hiptimer.session.advice import asks_reserve
from hiptimer.session.rows import rows
from hiptimer.session.state import Phase, Status

from .builders import HALO, LUNGE, PLANK, WALL, Day, only, unchanged

LAST = 5


@pytest.fixture
def day() -> Day:
    """A minute after the last set of six."""
    return Day(only(WALL, HALO, LUNGE)).finish().wait(60.0)


def test_the_last_set_done_is_finished(day: Day) -> None:
    assert day.session.phase is Phase.FINISHED
    assert day.session.status is Status.FINISHED
    assert len(day.session.outcomes) == 6


def test_the_big_key_is_the_summarys_own(day: Day) -> None:
    assert unchanged(day, e.Press(), e.End())


def test_there_is_nothing_to_pause_skip_or_lengthen(day: Day) -> None:
    assert unchanged(day, e.Pause(), e.Skip(), e.Drop("wall-push"), e.Extend(15.0), e.Extend(-15.0))


def test_undo_is_the_last_set_again(day: Day) -> None:
    day.undo()
    assert day.place == (Phase.WORK, LAST)
    assert day.session.status is Status.OPEN
    assert LAST not in day.session.outcomes


def test_redo_is_ready_of_the_last_set_and_the_session_is_open(day: Day) -> None:
    row = day.row(LAST)
    day.do(e.Redo())
    assert day.place == (Phase.READY, LAST)
    assert day.session.status is Status.OPEN
    assert day.row(LAST) == row
    assert day.finish().session.status is Status.FINISHED


def test_up_down_and_digits_correct_the_last_row(day: Day) -> None:
    assert day.do(e.Nudge(-1)).row(LAST).reps == 11
    assert day.do(e.Enter(7.0)).row(LAST).reps == 7
    assert day.session.phase is Phase.FINISHED


def test_x_exchanges_the_last_pair(day: Day) -> None:
    day.do(e.Swap())
    assert day.sides(2, 3, 4, 5) == ["left", "right", "right", "left"]


def test_an_added_round_is_ready_and_the_session_is_open(day: Day) -> None:
    day.do(e.AddRound())
    assert day.place == (Phase.READY, 6)
    assert day.session.status is Status.OPEN
    assert {step.round for step in day.session.steps[6:]} == {2}
    assert {step.extra for step in day.session.steps[6:]} == {True}


def test_an_added_round_taken_back_is_finished_again(day: Day) -> None:
    day.do(e.AddRound()).wait(5.0).undo()
    assert day.session.phase is Phase.FINISHED
    assert day.session.status is Status.FINISHED


def test_weight_pain_and_note_are_for_the_last_row(day: Day) -> None:
    day.do(e.Pain(2), e.Note("good"), e.Weigh(16.0, logged=True))
    assert (day.session.remarks[LAST].pain, day.session.remarks[LAST].note) == (2, "good")
    assert day.row(LAST).load_kg == 16.0
    assert day.row(LAST - 1).load_kg is None


def test_reps_in_reserve_of_the_last_set_can_still_be_told(day: Day) -> None:
    assert asks_reserve(day.session)
    told = day.do(e.Reserve(3)).session
    assert told.remarks[LAST].reserve == 3 and not asks_reserve(told)
    assert rows(told)[-1].reserve == 3


def test_effort_is_asked_at_the_end(day: Day) -> None:
    assert day.do(e.Effort(7)).session.effort == 7


@pytest.mark.parametrize("how", [e.Leaving.LATER, e.Leaving.PARTIAL])
def test_leaving_closes_what_is_finished(day: Day, how: e.Leaving) -> None:
    assert unchanged(day, e.Leave(how))


def test_a_finished_session_can_be_discarded(day: Day) -> None:
    rows = day.session.outcomes
    day.do(e.Leave(e.Leaving.DISCARD))
    assert day.session.status is Status.DISCARDED
    assert day.session.outcomes == rows


def test_nothing_runs_out_and_sleep_changes_nothing(day: Day) -> None:
    before = day.session
    assert day.wait(4000.0).sleep(4000.0).session == before
    assert unchanged(day, e.Woke(day.at - 60.0), e.Resumed(), e.Freeze(), e.Thaw())


def test_skips_count_as_finished_too() -> None:
    day = Day(only(PLANK)).do(e.Skip())
    assert day.session.phase is Phase.FINISHED
    assert day.session.status is Status.FINISHED
