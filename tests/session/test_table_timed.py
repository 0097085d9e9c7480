"""The WORK row of the session's tables, for a fixed number of seconds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.model import Sides
from hiptimer.session import events as e
from hiptimer.session.state import Done, Phase, Status

from .builders import PLANK, PLANKS, Day, only, unchanged, where_left


def planking(seconds: float) -> Day:
    """So far into the first plank of 40 s."""
    return Day(PLANKS).wait(5.0).press().wait(10.0).wait(seconds)


def test_the_big_key_is_done_with_the_seconds_that_passed() -> None:
    day = planking(33.0).press()
    assert day.place == (Phase.REST, 1)
    assert (day.row(0).status, day.row(0).seconds, day.row(0).reps) == (Done.DONE, 33.0, None)


def test_p_freezes_it_and_it_stays_valid() -> None:
    day = planking(15.0).do(e.Pause())
    assert day.place == (Phase.PAUSED, 0)
    assert day.session.outcomes == {}
    day.wait(500.0).do(e.Pause())
    assert day.place == (Phase.WORK, 0)
    assert (day.clock, day.left) == (15.0, 25.0)
    day.wait(27.0)
    assert (day.row(0).status, day.row(0).seconds) == (Done.DONE, 40.0)


def test_undo_is_as_before_it() -> None:
    day = planking(20.0).undo()
    assert day.place == (Phase.READY, 0)
    assert day.session.outcomes == {}


@pytest.mark.parametrize(("worked", "logged"), [(0.9, None), (1.0, 1.0), (25.0, 25.0)])
def test_redo_is_ready_again_and_what_was_done_stands_interrupted(
    worked: float, logged: float | None
) -> None:
    day = planking(worked).do(e.Redo())
    assert day.place == (Phase.READY, 0)
    assert [row.seconds for row in day.session.outcomes.get(0, ())] == ([] if logged is None else [logged])
    assert all(row.status is Done.INTERRUPTED for row in day.session.outcomes.get(0, ()))


def test_skip_drops_the_time() -> None:
    day = planking(20.0).do(e.Skip())
    assert day.place == (Phase.REST, 1)
    assert (day.row(0).status, day.row(0).seconds) == (Done.SKIPPED, None)


def test_a_dialog_leaves_the_clock_on() -> None:
    day = planking(20.0)
    assert unchanged(day, e.Freeze(), e.Thaw())
    assert day.left == 20.0


def test_there_is_nothing_to_correct_and_no_countdown() -> None:
    assert unchanged(planking(20.0), e.Nudge(1), e.Enter(4.0), e.Extend(15.0), e.Extend(-15.0), e.End())


def test_x_turns_the_pair_round_and_the_clock_goes_on() -> None:
    day = Day(only(replace(PLANK, sides=Sides.EACH))).press().wait(20.0).do(e.Swap())
    assert day.sides(0, 1) == ["right", "left"]
    assert day.left == 30.0


def test_a_round_can_be_added() -> None:
    day = planking(20.0).do(e.AddRound())
    assert len(day.session.steps) == 9
    assert day.left == 20.0


def test_pain_leaves_the_clock_on() -> None:
    day = planking(20.0).do(e.Pain(4))
    assert day.session.remarks[0].pain == 4
    assert day.left == 20.0


def test_weight_and_note_wait_until_after_the_set() -> None:
    assert unchanged(planking(20.0), e.Weigh(10.0), e.Weigh(10.0, logged=True), e.Note("hm"))


@pytest.mark.parametrize("how", e.Leaving)
@pytest.mark.parametrize(("worked", "logged", "step"), [(0.5, [], 0), (6.0, [6.0], 0), (20.0, [20.0], 1)])
@pytest.mark.parametrize("paused", [False, True])
def test_leaving_interrupts(
    how: e.Leaving, worked: float, logged: list[float], step: int, paused: bool
) -> None:
    day = planking(worked)
    if paused:
        day.do(e.Pause()).wait(60.0)
    day.do(e.Leave(how))
    assert [row.seconds for row in day.session.outcomes.get(0, ())] == logged
    assert day.place == (where_left(how), step)
    assert (day.session.status is Status.OPEN) == (how is e.Leaving.LATER)


def test_it_is_done_at_its_deadline_however_late_that_is_seen() -> None:
    day = planking(39.0)
    assert day.session.phase is Phase.WORK
    day.look(day.at + 4.0)
    assert day.place == (Phase.REST, 1)
    assert (day.row(0).status, day.row(0).seconds, day.row(0).at) == (Done.DONE, 40.0, 55.0)
    assert day.left == 42.0
    assert (day.entries[-1].event, day.entries[-1].at) == (e.Elapsed(), 55.0)


@pytest.mark.parametrize(("worked", "logged", "step"), [(0.5, [], 0), (6.0, [6.0], 0), (20.0, [20.0], 1)])
def test_sleep_interrupts_it_when_the_machine_fell_asleep(
    worked: float, logged: list[float], step: int
) -> None:
    day = planking(worked).sleep(300.0)
    assert [row.seconds for row in day.session.outcomes.get(0, ())] == logged
    assert all(row.status is Done.INTERRUPTED for row in day.session.outcomes.get(0, ()))
    assert day.place == (Phase.READY, step)
