"""The LEAD-IN row of the session's tables."""

from __future__ import annotations

import pytest

from hiptimer.session import events as e
from hiptimer.session.state import Done, Phase, Status

from .builders import PLANK, THRUST, Day, only, unchanged, where_left


@pytest.fixture
def day() -> Day:
    """4 s into the 10 s before the first hold."""
    return Day().wait(30.0).press().wait(4.0)


def test_the_big_key_leaves_the_last_3_s(day: Day) -> None:
    assert day.press().place == (Phase.LEAD_IN, 0)
    assert day.left == 3.0


def test_in_the_last_3_s_the_big_key_does_nothing(day: Day) -> None:
    day.wait(4.0)
    assert unchanged(day, e.Press())
    assert day.left == 2.0


def test_p_pauses_and_goes_on_where_it_stood(day: Day) -> None:
    assert day.do(e.Pause()).place == (Phase.PAUSED, 0)
    day.wait(100.0).do(e.Pause())
    assert day.place == (Phase.LEAD_IN, 0)
    assert day.left == 6.0


def test_undo_goes_back_to_ready(day: Day) -> None:
    assert day.undo().place == (Phase.READY, 0)


def test_undo_of_a_longer_countdown_only_makes_it_shorter_again(day: Day) -> None:
    day.do(e.Extend(15.0)).wait(1.0).undo()
    assert day.place == (Phase.LEAD_IN, 0)
    assert day.left == 5.0


def test_redo_goes_back_to_ready(day: Day) -> None:
    assert day.do(e.Redo()).place == (Phase.READY, 0)
    assert day.session.outcomes == {}


def test_the_skip_dialog_freezes_and_a_skip_goes_on(day: Day) -> None:
    day.do(e.Freeze()).wait(60.0)
    assert day.place == (Phase.LEAD_IN, 0)
    day.do(e.Skip(), e.Thaw())
    assert day.place == (Phase.SWITCH, 1)
    assert day.left == 15.0
    assert day.row(0).status is Done.SKIPPED


def test_the_skip_dialog_closed_again_changes_nothing(day: Day) -> None:
    day.do(e.Freeze()).wait(60.0).do(e.Thaw())
    assert day.place == (Phase.LEAD_IN, 0)
    assert day.left == 6.0


def test_up_and_down_and_digits_do_nothing() -> None:
    day = Day(only(THRUST)).press().wait(1.0)
    assert day.session.phase is Phase.LEAD_IN
    assert unchanged(day, e.Nudge(1), e.Nudge(-1), e.Enter(5.0))


def test_15_s_more(day: Day) -> None:
    assert day.do(e.Extend(15.0)).left == 21.0


def test_15_s_less_leaves_3_s(day: Day) -> None:
    assert day.do(e.Extend(-15.0)).left == 3.0
    assert unchanged(day, e.Extend(-15.0))


def test_less_than_3_s_are_left_alone(day: Day) -> None:
    day.wait(4.0)
    assert unchanged(day, e.Extend(-15.0))
    assert day.do(e.Extend(15.0)).left == 17.0


def test_x_turns_the_pair_round_and_the_clock_goes_on(day: Day) -> None:
    day.do(e.Swap())
    assert day.sides(0, 1) == ["right", "left"]
    assert day.place == (Phase.LEAD_IN, 0)
    assert day.left == 6.0


def test_a_round_can_be_added(day: Day) -> None:
    day.do(e.AddRound())
    assert len(day.session.steps) == 32
    assert day.left == 6.0


@pytest.mark.parametrize("said", [e.Weigh(12.0), e.Pain(3), e.Note("cold")])
def test_weight_pain_and_note_are_said_over_a_frozen_countdown(day: Day, said: e.Event) -> None:
    day.do(e.Freeze()).wait(30.0).do(said, e.Thaw())
    assert day.place == (Phase.LEAD_IN, 0)
    assert day.left == 6.0
    assert day.session.remarks or day.session.loads


def test_they_are_about_the_set_that_is_coming(day: Day) -> None:
    day.do(e.Pain(3), e.Note("cold"), e.Weigh(4.0))
    assert (day.session.remarks[0].pain, day.session.remarks[0].note) == (3, "cold")
    day.wait(6.0).wait(20.0).press()
    assert day.row(0).load_kg == 4.0


@pytest.mark.parametrize("how", e.Leaving)
def test_leaving_ends_at_ready_of_the_same_set(day: Day, how: e.Leaving) -> None:
    day.do(e.Freeze()).wait(30.0).do(e.Leave(how))
    assert day.place == (where_left(how), 0)
    assert day.session.outcomes == {}
    assert (day.session.status is Status.OPEN) == (how is e.Leaving.LATER)


@pytest.mark.parametrize("exercise", [PLANK, THRUST])
def test_work_begins_when_it_runs_out_with_its_clock_at_0(exercise: object) -> None:
    day = Day(only(exercise)).press()  # type: ignore[arg-type]
    deadline = day.session.deadline
    day.wait(day.left - 0.01)
    assert day.session.phase is Phase.LEAD_IN
    day.wait(0.5)
    assert day.place == (Phase.WORK, 0)
    assert day.session.since == deadline


def test_after_sleep_the_set_is_ready_again(day: Day) -> None:
    day.sleep(300.0)
    assert day.place == (Phase.READY, 0)
    assert day.session.outcomes == {}
    assert isinstance(day.entries[-1].event, e.Woke)


def test_5_s_without_a_look_are_no_sleep(day: Day) -> None:
    assert day.sleep(5.0).place == (Phase.LEAD_IN, 0)
