"""The WORK row of the session's tables, for reps."""

from __future__ import annotations

import pytest

from hiptimer.circuit.model import Count, SetEnd
from hiptimer.session import events as e
from hiptimer.session.state import Done, Phase, Status

from .builders import HALO, THRUST, Day, counted, only, unchanged, where_left

THRUSTS = 4


@pytest.fixture
def day() -> Day:
    """20 s into the first hip thrusts of the first round."""
    return Day().until(THRUSTS, Phase.WORK).wait(20.0)


def paced(end: SetEnd = SetEnd.KEY) -> Day:
    """At the beginning of paced thrusts: one each 4 s, 8 asked for."""
    return Day(only(counted(THRUST, Count.PACE, end))).press().wait(3.0)


def tapped() -> Day:
    """1 s into thrusts of which each is a tap."""
    return Day(only(counted(THRUST, Count.TAP))).press().wait(4.0)


def test_the_big_key_is_done_and_what_was_asked_for_is_logged(day: Day) -> None:
    day.press()
    assert day.place == (Phase.SWITCH, 5)
    assert day.left == 25.0
    row = day.row(THRUSTS)
    assert (row.status, row.reps, row.seconds, row.at) == (Done.DONE, 8, None, day.at)


def test_a_halo_is_two_rows() -> None:
    day = Day(only(HALO)).press().wait(20.0).press()
    assert [row.reps for row in day.session.outcomes[0]] == [3, 3]


def test_each_tap_is_one_rep() -> None:
    day = tapped().press().wait(2.0).press()
    assert day.session.phase is Phase.WORK
    assert day.session.counted == 2


def test_the_last_tap_of_the_target_is_done() -> None:
    day = tapped()
    for _ in range(8):
        assert day.session.phase is Phase.WORK
        day.wait(2.0).press()
    assert day.place == (Phase.SWITCH, 1)
    assert day.row(0).reps == 8


def test_taps_can_be_ended_early() -> None:
    day = tapped()
    for _ in range(5):
        day.wait(2.0).press()
    day.do(e.End())
    assert day.row(0).reps == 5
    assert day.place == (Phase.SWITCH, 1)


def test_only_taps_are_ended_so(day: Day) -> None:
    assert unchanged(day, e.End())


def test_taps_of_a_halo_fill_the_first_direction_first() -> None:
    day = Day(only(counted(HALO, Count.TAP))).press().wait(4.0)
    for _ in range(5):
        day.wait(2.0).press()
    day.do(e.End())
    assert [row.reps for row in day.session.outcomes[0]] == [3, 2]


@pytest.mark.parametrize(("seconds", "reps"), [(3.9, 0), (4.0, 1), (23.0, 5), (60.0, 8)])
def test_a_pace_counts_up_to_the_target(seconds: float, reps: int) -> None:
    assert paced().wait(seconds).press().row(0).reps == reps


def test_a_pause_is_harmless(day: Day) -> None:
    day.do(e.Pause())
    assert day.place == (Phase.PAUSED, THRUSTS)
    day.wait(200.0).do(e.Pause())
    assert day.place == (Phase.WORK, THRUSTS)
    assert day.clock == 20.0
    assert (day.press().row(THRUSTS).status, day.row(THRUSTS).reps) == (Done.DONE, 8)


def test_a_paused_pace_goes_on_from_its_count() -> None:
    day = paced().wait(13.0).do(e.Pause()).wait(100.0).do(e.Pause()).wait(8.0).press()
    assert day.row(0).reps == 5


def test_undo_is_as_before_it(day: Day) -> None:
    day.do(e.Pain(1)).undo()
    assert day.place == (Phase.WORK, THRUSTS)
    assert THRUSTS not in day.session.remarks
    day.undo()
    assert day.place == (Phase.WORK, THRUSTS - 1)


def test_undo_of_a_tap_is_one_rep_less() -> None:
    day = tapped().press().wait(2.0).press().undo()
    assert day.session.phase is Phase.WORK
    assert day.session.counted == 1


def test_redo_is_ready_again_without_a_row(day: Day) -> None:
    day.do(e.Redo())
    assert day.place == (Phase.READY, THRUSTS)
    assert THRUSTS not in day.session.outcomes


def test_a_skip_goes_on_to_the_next(day: Day) -> None:
    day.do(e.Skip())
    assert day.place == (Phase.SWITCH, 5)
    assert (day.row(THRUSTS).status, day.row(THRUSTS).reps) == (Done.SKIPPED, None)


def test_there_is_nothing_to_correct_and_no_countdown(day: Day) -> None:
    assert unchanged(day, e.Nudge(1), e.Enter(4.0), e.Extend(15.0), e.Extend(-15.0))


def test_x_turns_the_pair_round(day: Day) -> None:
    day.do(e.Swap())
    assert day.sides(4, 5) == ["right", "left"]
    assert day.place == (Phase.WORK, THRUSTS)
    assert day.clock == 20.0


def test_a_round_can_be_added(day: Day) -> None:
    day.do(e.AddRound())
    assert len(day.session.steps) == 32
    assert day.place == (Phase.WORK, THRUSTS)


def test_weight_pain_and_note_are_for_this_set(day: Day) -> None:
    day.do(e.Weigh(30.0), e.Pain(1), e.Note("slow")).press()
    assert day.row(THRUSTS).load_kg == 30.0
    assert day.session.remarks[THRUSTS].pain == 1
    assert day.session.remarks[THRUSTS].note == "slow"


@pytest.mark.parametrize("how", e.Leaving)
def test_leaving_ends_at_ready_of_the_same_set(day: Day, how: e.Leaving) -> None:
    day.do(e.Leave(how))
    assert day.place == (where_left(how), THRUSTS)
    assert THRUSTS not in day.session.outcomes
    assert (day.session.status is Status.OPEN) == (how is e.Leaving.LATER)


def test_counted_by_key_nothing_runs_out(day: Day) -> None:
    before = day.session
    assert day.wait(4000.0).session == before


def test_a_pace_waits_for_the_key() -> None:
    assert paced().wait(4000.0).session.phase is Phase.WORK


def test_a_pace_that_ends_by_count_is_done_at_its_last_rep() -> None:
    day = paced(SetEnd.COUNT).wait(31.9)
    assert day.session.phase is Phase.WORK
    day.wait(2.0)
    assert day.place == (Phase.SWITCH, 1)
    assert (day.row(0).reps, day.row(0).at) == (8, 35.0)
    assert isinstance(day.entries[-1].event, e.Elapsed)
    assert day.entries[-1].at == 35.0


def test_sleep_changes_nothing(day: Day) -> None:
    before = day.session
    assert day.sleep(4000.0).session == before
    assert unchanged(day, e.Woke(day.at - 100.0))


def test_a_pace_stands_still_while_the_machine_sleeps() -> None:
    day = paced(SetEnd.COUNT).wait(9.0).sleep(1000.0)
    assert day.session.phase is Phase.WORK
    assert day.wait(8.0).press().row(0).reps == 4
