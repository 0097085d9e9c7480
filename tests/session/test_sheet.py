"""The cue sheet: what will sound, and when, if no key is pressed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiptimer.circuit.file import parse
from hiptimer.circuit.model import Circuit, Count, Order, SetEnd
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.ask import call_ahead
from hiptimer.session.cues import DONE_SECONDS, Cue, Due
from hiptimer.session.sheet import cue_sheet
from hiptimer.session.state import COUNTDOWNS, Phase
from tests.circuits import TABATA

from .builders import HALO, HIPS, LUNGE, THRUST, WALL, Day, counted, only
from .walks import CIRCUITS, Deed, live, walks


def ahead(day: Day) -> list[tuple[float, Cue]]:
    """The sounds from now on, in seconds from now."""
    return [(round(due.at - day.at, 6), due.cue) for due in cue_sheet(day.session) if due.at >= day.at - 1e-6]


def day(circuit: Circuit = HIPS, **options: float) -> Day:
    return Day(circuit, Options(**options))  # type: ignore[arg-type]


# -- before a set


def test_ready_is_silent() -> None:
    assert ahead(day()) == []


def test_a_lead_in_ends_in_3_2_1_go_and_the_hold_asks_once_whether_it_still_goes_on() -> None:
    assert ahead(day().press()) == [(7.0, Cue.COUNT_IN), (10.0 + 90.0, Cue.STILL), (310.0, Cue.PAUSED)]


@pytest.mark.parametrize(
    ("lead_in", "call"),
    [(3.0, (0.0, Cue.COUNT_IN)), (2.9, (2.9, Cue.GO)), (1.0, (1.0, Cue.GO)), (0.0, (0.0, Cue.GO))],
)
def test_a_lead_in_under_3_s_has_only_its_tone(lead_in: float, call: tuple[float, Cue]) -> None:
    assert ahead(day(lead_in=lead_in).press())[0] == call


def test_the_big_key_cuts_to_3_2_1() -> None:
    started = day().press().wait(2.0).press()
    assert ahead(started)[0] == (0.0, Cue.COUNT_IN)


def test_a_longer_countdown_moves_its_3_2_1() -> None:
    assert ahead(day().press().do(e.Extend(15.0)))[0] == (22.0, Cue.COUNT_IN)


# -- the call that led into work


def test_the_call_that_led_into_work_stands_in_its_sheet_and_is_not_cut() -> None:
    started = day().press()
    call = cue_sheet(started.session)[0]
    started.wait(10.0)
    assert started.session.phase is Phase.WORK
    assert cue_sheet(started.session)[0] == call == Due(7.0, Cue.COUNT_IN)


def test_a_countdown_that_is_broken_off_takes_its_call_along() -> None:
    started = day().press().wait(8.0)
    assert Due(7.0, Cue.COUNT_IN) in cue_sheet(started.session)
    for event in (e.Pause(), e.Redo(), e.Freeze()):
        broken = day().press().wait(8.0).do(event)
        assert not [due for due in cue_sheet(broken.session) if due.cue is Cue.COUNT_IN]


# -- after a set


def test_a_set_is_done_and_the_side_is_switched() -> None:
    done = day().until(0, Phase.WORK).wait(20.0).press()
    assert ahead(done)[:2] == [(0.0, Cue.DONE_SWITCH), (12.0, Cue.COUNT_IN)]


def test_a_set_is_done_and_a_rest_follows() -> None:
    done = day().until(1, Phase.WORK).wait(20.0).press()
    assert ahead(done)[:2] == [(0.0, Cue.DONE_REST), (42.0, Cue.COUNT_IN)]


def test_a_round_is_done_and_the_next_one_waits_for_the_big_key() -> None:
    done = day().until(7, Phase.WORK).wait(20.0).press()
    assert ahead(done) == [(0.0, Cue.DONE_ROUND), (90.0, Cue.READY)]


def test_the_ready_call_sounds_where_the_step_waits_and_stands_in_its_sheet() -> None:
    waiting = day().until(7, Phase.WORK).wait(20.0).press().wait(90.0)
    assert waiting.session.phase is Phase.READY
    assert ahead(waiting) == [(0.0, Cue.READY)]


def test_straight_sets_are_no_rounds() -> None:
    done = Day(only(WALL, sets=2, order=Order.STRAIGHT)).until(1, Phase.WORK).wait(20.0).press()
    assert ahead(done)[0] == (0.0, Cue.DONE_REST)


def test_the_last_set_brings_the_fanfare_and_nothing_after() -> None:
    done = Day(only(WALL)).until(1, Phase.WORK).wait(20.0).press()
    assert done.session.phase is Phase.FINISHED
    assert ahead(done) == [(0.0, Cue.DONE_FINISHED)]


def test_a_skip_is_no_set_done() -> None:
    skipped = day().do(e.Skip())
    assert ahead(skipped)[0] == (12.0, Cue.COUNT_IN)


@pytest.mark.parametrize(
    ("switch", "calls"),
    [
        (4.0, [(0.0, Cue.DONE_SWITCH), (1.0, Cue.COUNT_IN)]),
        (3.5, [(0.0, Cue.DONE_SWITCH), (3.5, Cue.GO)]),
        (2.0, [(0.0, Cue.DONE_SWITCH), (2.0, Cue.GO)]),
    ],
)
def test_a_short_switch_leaves_the_done_cue_alone(switch: float, calls: list[tuple[float, Cue]]) -> None:
    done = day(switch=switch).until(0, Phase.WORK).wait(20.0).press()
    assert ahead(done)[:2] == calls


@pytest.mark.parametrize(
    ("rest", "calls"),
    [
        (4.6, [(0.0, Cue.DONE_REST), (1.6, Cue.COUNT_IN)]),
        (4.0, [(0.0, Cue.DONE), (1.0, Cue.COUNT_IN)]),
        (2.0, [(0.0, Cue.DONE_REST), (2.0, Cue.GO)]),
        (1.0, [(0.0, Cue.DONE), (1.0, Cue.GO)]),
    ],
)
def test_a_short_rest_has_a_done_cue_that_ends_before_the_call(
    rest: float, calls: list[tuple[float, Cue]]
) -> None:
    done = day(rest=rest).until(1, Phase.WORK).wait(20.0).press()
    assert ahead(done)[:2] == calls


# -- during a set


def test_a_tabata_circuit_in_its_own_sounds() -> None:
    tabata = Day(parse(TABATA)).press()
    assert ahead(tabata) == [
        (2.0, Cue.COUNT_IN),
        (5.0 + 10.0, Cue.HALFWAY),
        (5.0 + 17.0, Cue.COUNT_OUT),
        (25.0, Cue.DONE_ROUND),
        (25.0 + 7.0, Cue.COUNT_IN),
    ]


@pytest.mark.parametrize(
    ("seconds", "cues"),
    [
        (20, [(10.0, Cue.HALFWAY), (17.0, Cue.COUNT_OUT)]),
        (19, [(16.0, Cue.COUNT_OUT)]),
        (6, [(3.0, Cue.COUNT_OUT)]),
        (5, []),
    ],
)
def test_halfway_and_the_count_out_need_room(seconds: int, cues: list[tuple[float, Cue]]) -> None:
    work = Day(parse(TABATA.replace("seconds = 20", f"seconds = {seconds}"))).press().wait(5.0)
    assert ahead(work)[: len(cues) + 1] == [*cues, (float(seconds), Cue.DONE_ROUND)]


def test_the_pace_ticks_once_a_rep_and_tells_the_other_direction_apart() -> None:
    halo = Day(only(counted(HALO, Count.PACE))).until(0, Phase.WORK)
    assert ahead(halo) == [
        (4.0, Cue.TICK), (8.0, Cue.TICK), (12.0, Cue.TICK),
        (16.0, Cue.REVERSE), (20.0, Cue.TICK), (24.0, Cue.TICK),
    ]  # fmt: skip


def test_a_pace_that_ends_the_set_leaves_the_last_beat_to_the_done_cue() -> None:
    exercise = replace(counted(LUNGE, Count.PACE, SetEnd.COUNT), target=HALO.target, tempo=2.0)
    paced = Day(only(exercise)).until(0, Phase.WORK)
    assert ahead(paced)[:3] == [(2.0, Cue.TICK), (4.0, Cue.TICK), (6.0, Cue.DONE_SWITCH)]


def test_a_pause_in_the_pace_takes_up_the_count_where_it_stood() -> None:
    paced = Day(only(counted(HALO, Count.PACE))).until(0, Phase.WORK).wait(9.0).do(e.Pause())
    assert ahead(paced) == [(0.0, Cue.PAUSED)]
    paced.wait(60.0).do(e.Pause())
    assert [cue for _, cue in ahead(paced)] == [Cue.TICK, Cue.REVERSE, Cue.TICK, Cue.TICK]


def test_counted_by_the_key_a_set_is_silent() -> None:
    assert ahead(Day(only(THRUST)).until(0, Phase.WORK)) == []


# -- frozen


def test_under_a_dialog_nothing_is_due() -> None:
    resting = day().until(1, Phase.SWITCH).wait(5.0).do(e.Freeze())
    assert ahead(resting) == []
    resting.wait(30.0).do(e.Thaw())
    assert ahead(resting)[0] == (7.0, Cue.COUNT_IN)


def test_a_switch_of_0_s_is_one_tone() -> None:
    done = day(switch=0.0).until(0, Phase.WORK).wait(20.0).press()
    assert done.session.phase is Phase.WORK
    assert [cue for at, cue in ahead(done) if at == 0.0] == [Cue.GO]


# -- always


SOME_SECONDS = st.sampled_from([None, 0.5, 2.0, 4.2, 20.0])


@settings(max_examples=150, deadline=None)
@given(CIRCUITS, st.builds(Options, lead_in=SOME_SECONDS, switch=SOME_SECONDS), walks(12, 30))
def test_two_cues_never_start_at_one_instant_and_the_call_into_work_is_never_cut(
    circuit: Circuit, options: Options, deeds: list[Deed]
) -> None:
    day = Day(circuit, options)
    for deed in deeds:
        live(day, deed)
        ats = [due.at for due in cue_sheet(day.session)]
        assert all(later - sooner > 1e-6 for sooner, later in pairwise(ats)), ats
        for done, call in pairwise(cue_sheet(day.session)):
            assert call.at - done.at >= DONE_SECONDS.get(done.cue, 0.0) or call.cue is Cue.PAUSED
        deadline = day.session.deadline
        if day.session.phase in COUNTDOWNS and deadline is not None and day.session.frozen_at is None:
            call = call_ahead(day.session)
            day.wait(deadline - day.at)
            assert call in cue_sheet(day.session)
        day.wait(0.01)  # no two keys at one instant
