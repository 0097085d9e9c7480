"""The READY row of the session's tables: everything stands still until the big key."""

from __future__ import annotations

import pytest

from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.ask import target_reps
from hiptimer.session.state import Done, Phase, Status

from .builders import HALO, HIPS, MIXED, PLANK, THRUST, WALL, Day, only, unchanged

SECOND_ROUND = 8


@pytest.fixture
def day() -> Day:
    """READY of the second round's first hold: one round is done."""
    return Day().until(SECOND_ROUND, Phase.READY).wait(60.0)


@pytest.mark.parametrize(("exercise", "seconds"), [(WALL, 10.0), (PLANK, 10.0), (HALO, 3.0)])
def test_the_big_key_begins_the_lead_in(exercise: object, seconds: float) -> None:
    day = Day(only(exercise)).wait(5.0).press()  # type: ignore[arg-type]
    assert day.place == (Phase.LEAD_IN, 0)
    assert day.left == seconds


def test_without_a_lead_in_the_big_key_begins_the_work() -> None:
    day = Day(HIPS, Options(lead_in=0.0)).wait(5.0).press()
    assert day.place == (Phase.WORK, 0)
    assert day.clock == 0.0


def test_there_is_nothing_to_pause(day: Day) -> None:
    assert unchanged(day, e.Pause())


def test_there_is_no_countdown_to_make_longer(day: Day) -> None:
    assert unchanged(day, e.Extend(15.0), e.Extend(-15.0))


def test_undo_takes_back_the_newest_event(day: Day) -> None:
    day.do(e.Redo()).undo()
    assert day.place == (Phase.READY, SECOND_ROUND)


def test_redo_goes_back_step_by_step_and_leaves_the_rows(day: Day) -> None:
    rows = day.session.outcomes
    assert day.do(e.Redo()).place == (Phase.READY, 7)
    assert day.do(e.Redo()).place == (Phase.READY, 6)
    assert day.session.outcomes == rows


def test_redo_stops_at_the_first_step() -> None:
    assert unchanged(Day().wait(5.0), e.Redo())


def test_a_skipped_set_leads_to_the_next_one_through_its_countdown(day: Day) -> None:
    day.do(e.Skip())
    assert day.place == (Phase.SWITCH, SECOND_ROUND + 1)
    assert day.left == 15.0
    assert day.row(SECOND_ROUND).status is Done.SKIPPED


def test_a_skipped_exercise_is_out_for_the_rest_of_the_day(day: Day) -> None:
    day.do(e.Drop("wall-push"))
    assert day.place == (Phase.REST, 10)
    assert [i for i, rows in day.session.outcomes.items() if rows[0].status is Done.SKIPPED] == [8, 9, 16, 17]
    assert day.row(0).status is Done.DONE


def test_up_and_down_change_the_target() -> None:
    day = Day(only(THRUST)).do(e.Nudge(1), e.Nudge(1), e.Nudge(-1))
    assert target_reps(day.session) == 9
    day.press().wait(10.0).press()
    assert day.row(0).reps == 9


def test_a_typed_target_is_asked_for() -> None:
    day = Day(only(THRUST)).do(e.Enter(15.0))
    assert target_reps(day.session) == 15
    assert target_reps(day.session, day.session.steps[1]) == 15


@pytest.mark.parametrize("event", [e.Nudge(-20), e.Enter(0.0), e.Enter(-4.0)])
def test_a_target_is_one_at_least(event: e.Event) -> None:
    assert target_reps(Day(only(THRUST)).do(event).session) == 1


def test_a_changed_target_is_for_each_direction() -> None:
    day = Day(only(HALO)).do(e.Nudge(2)).press().wait(20.0).press()
    assert [row.reps for row in day.session.outcomes[0]] == [5, 5]


def test_a_hold_has_no_target(day: Day) -> None:
    assert unchanged(day, e.Nudge(1), e.Enter(30.0))


def test_x_turns_the_pair_round(day: Day) -> None:
    assert day.sides(8, 9) == ["right", "left"]
    day.do(e.Swap())
    assert day.sides(8, 9) == ["left", "right"]
    assert day.place == (Phase.READY, 8)
    assert day.session.steps[8].wait and not day.session.steps[9].wait


def test_x_means_nothing_without_sides() -> None:
    assert unchanged(Day(only(PLANK)), e.Swap())
    alternating = Day(MIXED).until(5, Phase.WORK).do(e.Redo())
    assert alternating.session.step.side == "both"
    assert unchanged(alternating, e.Swap())


def test_a_round_is_added_at_the_end(day: Day) -> None:
    day.do(e.AddRound())
    assert day.place == (Phase.READY, SECOND_ROUND)
    assert len(day.session.steps) == 32
    assert day.session.rounds == 4


def test_weight_pain_and_note_are_for_the_current_set() -> None:
    day = Day(only(THRUST)).do(e.Weigh(20.0), e.Pain(2), e.Note("new bench"))
    assert (day.session.remarks[0].pain, day.session.remarks[0].note) == (2, "new bench")
    day.press().wait(20.0).press()
    assert day.row(0).load_kg == 20.0


@pytest.mark.parametrize(
    ("how", "status"),
    [
        (e.Leaving.LATER, Status.OPEN),
        (e.Leaving.PARTIAL, Status.PARTIAL),
        (e.Leaving.DISCARD, Status.DISCARDED),
    ],
)
def test_the_session_can_be_left(day: Day, how: e.Leaving, status: Status) -> None:
    day.do(e.Leave(how))
    phase = Phase.FINISHED if how is e.Leaving.PARTIAL else Phase.READY
    assert day.place == (phase, SECOND_ROUND)
    assert day.session.status is status


def test_nothing_runs_out(day: Day) -> None:
    before = day.session
    assert day.wait(4000.0).session == before


def test_sleep_changes_nothing(day: Day) -> None:
    before = day.session
    assert day.sleep(4000.0).session == before
    assert unchanged(day, e.Woke(day.at - 100.0))
