"""The WORK row of the session's tables, for a hold: counted up, until the user can no longer."""

from __future__ import annotations

import pytest

from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.state import Done, Phase, Status

from .builders import HIPS, WALL, Day, only, unchanged, where_left


def holding(seconds: float) -> Day:
    """So far into the first hold."""
    return Day().wait(5.0).press().wait(10.0).wait(seconds)


def interrupted(day: Day) -> float | None:
    """The seconds of the interrupted first hold, or None where nothing is logged."""
    if 0 not in day.session.outcomes:
        return None
    assert day.row(0).status is Done.INTERRUPTED
    assert day.row(0).reps is None
    return day.row(0).net_seconds


def test_the_big_key_is_done_with_the_seconds_held() -> None:
    day = holding(31.5).press()
    assert day.place == (Phase.SWITCH, 1)
    assert day.left == 15.0
    row = day.row(0)
    assert (row.status, row.net_seconds, row.reps, row.at) == (Done.DONE, 31.5, None, day.at)


def test_reach_is_taken_off_and_the_raw_seconds_are_kept() -> None:
    day = Day(HIPS, Options(reach=4.0)).press().wait(10.0).wait(31.5).press()
    assert (day.row(0).seconds, day.row(0).net_seconds) == (31.5, 27.5)


def test_reach_never_makes_less_than_nothing() -> None:
    day = Day(HIPS, Options(reach=4.0)).press().wait(10.0).wait(2.0).press()
    assert day.row(0).net_seconds == 0.0


@pytest.mark.parametrize(("held", "logged"), [(0.9, None), (1.0, 1.0), (9.9, 9.9), (25.0, 25.0)])
def test_p_interrupts_and_pauses(held: float, logged: float | None) -> None:
    day = holding(held).do(e.Pause())
    assert day.place == (Phase.PAUSED, 0)
    assert interrupted(day) == logged


def test_undo_is_as_before_it() -> None:
    day = holding(20.0).undo()
    assert day.place == (Phase.READY, 0)
    assert day.session.outcomes == {}


@pytest.mark.parametrize(("held", "logged"), [(0.9, None), (1.0, 1.0), (25.0, 25.0)])
def test_redo_is_ready_again_and_what_was_held_stands_interrupted(held: float, logged: float | None) -> None:
    day = holding(held).do(e.Redo())
    assert day.place == (Phase.READY, 0)
    assert interrupted(day) == logged


def test_skip_drops_the_time() -> None:
    day = holding(20.0).do(e.Skip())
    assert day.place == (Phase.SWITCH, 1)
    assert (day.row(0).status, day.row(0).seconds) == (Done.SKIPPED, None)


def test_the_skip_dialog_leaves_the_clock_on() -> None:
    day = holding(20.0)
    assert unchanged(day, e.Freeze(), e.Thaw())
    assert day.wait(5.0).press().row(0).seconds == 25.0


def test_there_is_nothing_to_correct_and_no_countdown() -> None:
    assert unchanged(holding(20.0), e.Nudge(1), e.Enter(4.0), e.Extend(15.0), e.Extend(-15.0), e.End())


def test_x_turns_the_pair_round_and_the_clock_goes_on() -> None:
    day = holding(20.0).do(e.Swap()).wait(5.0).press()
    assert day.sides(0, 1) == ["right", "left"]
    assert day.row(0).seconds == 25.0


def test_a_round_can_be_added() -> None:
    day = holding(20.0).do(e.AddRound())
    assert len(day.session.steps) == 32
    assert day.press().row(0).seconds == 20.0


def test_pain_leaves_the_clock_on() -> None:
    day = holding(20.0).do(e.Pain(4)).wait(5.0).press()
    assert day.session.remarks[0].pain == 4
    assert day.row(0).seconds == 25.0


def test_weight_and_note_wait_until_after_the_set() -> None:
    assert unchanged(holding(20.0), e.Weigh(10.0), e.Weigh(10.0, logged=True), e.Note("hm"))


@pytest.mark.parametrize("how", e.Leaving)
@pytest.mark.parametrize(("held", "logged", "step"), [(0.5, None, 0), (6.0, 6.0, 0), (20.0, 20.0, 1)])
def test_leaving_interrupts(how: e.Leaving, held: float, logged: float | None, step: int) -> None:
    day = holding(held).do(e.Leave(how))
    assert interrupted(day) == logged
    assert day.place == (where_left(how), step)
    assert (day.session.status is Status.OPEN) == (how is e.Leaving.LATER)


def test_leaving_the_last_hold_late_is_the_end() -> None:
    day = Day(only(WALL)).until(1, Phase.WORK).wait(20.0).do(e.Leave(e.Leaving.PARTIAL))
    assert day.session.phase is Phase.FINISHED
    assert day.session.status is Status.FINISHED


def test_after_300_s_it_is_interrupted_and_paused() -> None:
    day = holding(299.9)
    assert day.place == (Phase.WORK, 0)
    day.wait(3.0)
    assert day.place == (Phase.PAUSED, 0)
    assert interrupted(day) == 300.0
    assert day.row(0).at == 315.0
    assert (day.entries[-1].event, day.entries[-1].at) == (e.Elapsed(), 315.0)


@pytest.mark.parametrize(("held", "logged", "step"), [(0.5, None, 0), (6.0, 6.0, 0), (20.0, 20.0, 1)])
def test_sleep_interrupts_it_when_the_machine_fell_asleep(
    held: float, logged: float | None, step: int
) -> None:
    day = holding(held).sleep(300.0)
    assert interrupted(day) == logged
    assert day.place == (Phase.READY, step)
    if logged is not None:
        assert day.row(0).at == day.at - 300.0
