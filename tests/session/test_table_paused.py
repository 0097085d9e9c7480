"""The PAUSED row of the session's tables: everything as in the phase that was paused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hiptimer.circuit.model import Count
from hiptimer.session import events as e
from hiptimer.session.ask import clock_reading, target_reps
from hiptimer.session.state import Done, Phase, Status

from .builders import PLANKS, THRUST, Day, counted, only, unchanged, where_left


def lead_in() -> Day:
    """Paused 4 s into the 10 s before the first hold, a minute ago."""
    return Day().press().wait(4.0).do(e.Pause()).wait(60.0)


def reps() -> Day:
    """Paused 20 s into the first thrusts, a minute ago."""
    return Day().until(4, Phase.WORK).wait(20.0).do(e.Pause()).wait(60.0)


def hold(seconds: float = 20.0) -> Day:
    """The first hold, interrupted a minute ago."""
    return Day().press().wait(10.0).wait(seconds).do(e.Pause()).wait(60.0)


def timed() -> Day:
    """Paused half-way through the first plank of 40 s, a minute ago."""
    return Day(PLANKS).press().wait(10.0).wait(20.0).do(e.Pause()).wait(60.0)


def switch() -> Day:
    """Paused 5 s into the 15 s before the second hold, a minute ago."""
    return Day().until(1, Phase.SWITCH).wait(5.0).do(e.Pause()).wait(60.0)


def rest() -> Day:
    """Paused 5 s into the 45 s before the first halo, a minute ago."""
    return Day().until(2, Phase.REST).wait(5.0).do(e.Pause()).wait(60.0)


Paused = Callable[[], Day]
PAUSES: list[Paused] = [lead_in, reps, hold, timed, switch, rest]
COUNTDOWNS = [(lead_in, Phase.LEAD_IN, 6.0), (switch, Phase.SWITCH, 10.0), (rest, Phase.REST, 40.0)]
GO_ON = [e.Press(), e.Pause()]


@pytest.mark.parametrize("go_on", GO_ON)
@pytest.mark.parametrize(("paused", "phase", "left"), COUNTDOWNS)
def test_a_countdown_goes_on_where_it_stood(
    paused: Paused, phase: Phase, left: float, go_on: e.Event
) -> None:
    day = paused()
    assert clock_reading(day.session, day.at) == left
    day.do(go_on)
    assert day.session.phase is phase
    assert day.left == left


@pytest.mark.parametrize("go_on", GO_ON)
def test_a_countdown_goes_on_with_3_s_at_least(go_on: e.Event) -> None:
    day = Day().press().wait(9.0).do(e.Pause()).wait(5.0).do(go_on)
    assert day.session.phase is Phase.LEAD_IN
    assert day.left == 3.0


@pytest.mark.parametrize("go_on", GO_ON)
@pytest.mark.parametrize("paused", [reps, timed])
def test_reps_and_timed_work_go_on_where_they_stood(paused: Paused, go_on: e.Event) -> None:
    day = paused().do(go_on)
    assert day.session.phase is Phase.WORK
    assert day.clock == 20.0


@pytest.mark.parametrize("go_on", GO_ON)
@pytest.mark.parametrize("held", [0.5, 5.0, 9.9])
def test_a_hold_under_10_s_is_offered_again(held: float, go_on: e.Event) -> None:
    assert hold(held).do(go_on).place == (Phase.READY, 0)


@pytest.mark.parametrize("go_on", GO_ON)
@pytest.mark.parametrize("held", [10.0, 45.0])
def test_after_10_s_of_a_hold_the_session_goes_on(held: float, go_on: e.Event) -> None:
    day = hold(held).do(go_on)
    assert day.place == (Phase.SWITCH, 1)
    assert day.left == 15.0


@pytest.mark.parametrize(
    ("paused", "phase"),
    [(lead_in, Phase.LEAD_IN), (reps, Phase.WORK), (switch, Phase.SWITCH), (rest, Phase.REST)],
)
def test_undo_is_un_pause(paused: Paused, phase: Phase) -> None:
    day = paused()
    cursor = day.session.cursor
    day.at = day.entries[-1].at + 2.0
    assert day.undo().place == (phase, cursor)


def test_undo_of_a_hold_just_interrupted_goes_on_as_if_never_pressed() -> None:
    day = Day().press().wait(30.0).do(e.Pause()).wait(3.0).undo()
    assert day.place == (Phase.WORK, 0)
    assert day.clock == 23.0
    assert day.session.outcomes == {}


@pytest.mark.parametrize(
    ("paused", "step"), [(lead_in, 0), (reps, 4), (hold, 0), (timed, 0), (switch, 0), (rest, 1)]
)
def test_redo_is_as_in_the_phase_paused(paused: Paused, step: int) -> None:
    day = paused().do(e.Redo())
    assert day.place == (Phase.READY, step)


@pytest.mark.parametrize("paused", [hold, timed])
def test_redo_of_what_was_held_leaves_it_interrupted(paused: Paused) -> None:
    day = paused().do(e.Redo())
    assert (day.row(0).status, day.row(0).seconds) == (Done.INTERRUPTED, 20.0)


def test_an_interrupted_hold_ended_when_it_was_interrupted() -> None:
    assert hold().do(e.Redo()).row(0).at == 30.0


@pytest.mark.parametrize(
    ("paused", "step", "phase", "left"),
    [
        (lead_in, 0, Phase.SWITCH, 15.0),
        (reps, 4, Phase.SWITCH, 25.0),
        (timed, 0, Phase.REST, 45.0),
    ],
)
def test_skip_goes_on_to_the_next_set(paused: Paused, step: int, phase: Phase, left: float) -> None:
    day = paused().do(e.Skip())
    assert day.place == (phase, step + 1)
    assert day.left == left
    assert day.row(step).status is Done.SKIPPED


def test_skip_of_an_interrupted_hold_keeps_its_row() -> None:
    day = hold(5.0).do(e.Skip())
    assert day.place == (Phase.SWITCH, 1)
    assert day.row(0).status is Done.INTERRUPTED


def test_skip_in_a_paused_rest_is_for_the_coming_set_and_it_stays_paused() -> None:
    day = rest().do(e.Skip())
    assert day.place == (Phase.PAUSED, 3)
    assert day.row(2).status is Done.SKIPPED
    assert day.press().place == (Phase.REST, 3)
    assert day.left == 40.0


def test_skip_in_a_paused_switch_makes_it_a_rest() -> None:
    day = switch().do(e.Skip()).press()
    assert day.place == (Phase.REST, 2)
    assert day.left == 10.0


@pytest.mark.parametrize("paused", [lead_in, reps, hold, timed])
def test_up_and_down_do_nothing_where_they_did_nothing(paused: Paused) -> None:
    assert unchanged(paused(), e.Nudge(1), e.Enter(9.0))


def test_up_and_down_correct_what_was_logged_before_the_paused_rest() -> None:
    assert rest().do(e.Nudge(-1)).row(1).net_seconds == 19.0
    assert switch().do(e.Enter(9.0)).row(0).net_seconds == 9.0


@pytest.mark.parametrize(("paused", "phase", "left"), COUNTDOWNS)
def test_the_frozen_countdown_can_be_made_longer_and_shorter(
    paused: Paused, phase: Phase, left: float
) -> None:
    assert paused().do(e.Extend(15.0)).press().left == left + 15.0
    assert paused().do(e.Extend(-60.0)).press().left == 3.0
    assert paused().do(e.Extend(15.0)).session.phase is Phase.PAUSED


@pytest.mark.parametrize("paused", [reps, hold, timed])
def test_paused_work_has_no_countdown(paused: Paused) -> None:
    assert unchanged(paused(), e.Extend(15.0), e.Extend(-15.0))


@pytest.mark.parametrize(
    ("paused", "pair"), [(lead_in, (0, 1)), (reps, (4, 5)), (hold, (0, 1)), (switch, (0, 1)), (rest, (0, 1))]
)
def test_x_is_as_in_the_phase_paused(paused: Paused, pair: tuple[int, int]) -> None:
    day = paused().do(e.Swap())
    assert day.sides(*pair) == ["right", "left"]
    assert day.sides(2, 3) == ["left", "right"]
    assert day.session.phase is Phase.PAUSED


@pytest.mark.parametrize("paused", PAUSES)
def test_a_round_can_be_added(paused: Paused) -> None:
    day = paused()
    rounds = day.session.rounds
    day.do(e.AddRound())
    assert (day.session.rounds, day.session.phase) == (rounds + 1, Phase.PAUSED)


@pytest.mark.parametrize(
    ("paused", "step"), [(lead_in, 0), (reps, 4), (hold, 0), (timed, 0), (switch, 0), (rest, 1)]
)
def test_weight_pain_and_note_are_for_the_set_in_focus(paused: Paused, step: int) -> None:
    day = paused()
    day.do(e.Pain(2), e.Note("phone"), e.Weigh(7.0))
    assert (day.session.remarks[step].pain, day.session.remarks[step].note) == (2, "phone")
    assert 7.0 in day.session.loads.values()
    assert day.session.phase is Phase.PAUSED


@pytest.mark.parametrize("how", e.Leaving)
@pytest.mark.parametrize(
    ("paused", "step"), [(lead_in, 0), (reps, 4), (hold, 1), (timed, 1), (switch, 1), (rest, 2)]
)
def test_leaving(paused: Paused, step: int, how: e.Leaving) -> None:
    day = paused().do(e.Leave(how))
    assert day.place == (where_left(how), step)
    assert (day.session.status is Status.OPEN) == (how is e.Leaving.LATER)


@pytest.mark.parametrize("paused", PAUSES)
def test_nothing_runs_out_and_sleep_changes_nothing(paused: Paused) -> None:
    day = paused()
    before = day.session
    assert day.wait(4000.0).sleep(4000.0).session == before
    assert unchanged(day, e.Woke(day.at - 60.0), e.End(), e.Effort(5))


def test_a_way_of_counting_chosen_in_a_pause_keeps_the_count() -> None:
    day = Day(only(counted(THRUST, Count.TAP))).press().wait(4.0)
    day.press().wait(2.0).press().do(e.Pause(), e.CountBy(Count.PACE)).wait(60.0)
    assert target_reps(day.session) == 8
    assert day.press().wait(12.5).press().row(0).reps == 5
