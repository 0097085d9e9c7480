"""The log's rows: which there are, in which order, and what stands in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.model import Count, Direction, Order, Side, Sides
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.rows import rows
from hiptimer.session.state import Done, Phase

from .builders import HALO, HIPS, LUNGE, PLANK, THRUST, WALL, Day, counted, only


def test_a_whole_session_of_the_hips_has_30_rows_in_the_order_of_the_day() -> None:
    made = rows(Day(HIPS).finish().session)
    assert len(made) == 30
    names = [row.exercise for row in made]
    counts = {name: names.count(name) for name in names}
    assert counts == {"wall-push": 6, "lunge-halo": 12, "hip-thrust": 6, "backward-lunge": 6}
    assert [row.at for row in made] == sorted(row.at for row in made)
    assert {row.status for row in made} == {Done.DONE}
    assert [row.set for row in made] == [1] * 10 + [2] * 10 + [3] * 10


def test_a_hold_has_seconds_in_tenths_without_its_reach_and_no_reps() -> None:
    day = Day(only(WALL), Options(reach=4.0)).until(0, Phase.WORK).wait(31.234).press()
    [row] = rows(day.session)
    assert (row.seconds, row.reach_s, row.reps) == (27.2, 4.0, None)


def test_a_hold_shorter_than_the_reach_is_not_below_zero() -> None:
    day = Day(only(WALL), Options(reach=4.0)).until(0, Phase.WORK).wait(2.0).press()
    assert rows(day.session)[0].seconds == 0.0


def test_a_halo_has_a_row_for_each_direction_and_5_and_3_stay_5_and_3() -> None:
    day = Day(only(HALO)).until(0, Phase.WORK).wait(20.0).press().do(e.Nudge(2, row=0))
    clockwise, counter = rows(day.session)
    assert (clockwise.direction, clockwise.reps) == (Direction.CLOCKWISE, 5)
    assert (counter.direction, counter.reps) == (Direction.COUNTERCLOCKWISE, 3)
    assert clockwise.seconds is counter.seconds is None
    assert (clockwise.at, clockwise.part, counter.part) == (counter.at, 0, 1)


def test_taps_are_dealt_to_the_directions_in_order() -> None:
    day = Day(only(counted(HALO, Count.TAP))).until(0, Phase.WORK)
    for _ in range(4):
        day.wait(1.0).press()
    assert [row.reps for row in rows(day.do(e.End()).session)] == [3, 1]


def test_a_skipped_halo_has_two_rows_without_values() -> None:
    made = rows(Day(only(HALO)).do(e.Skip()).session)
    assert [(row.status, row.reps, row.seconds, row.load_kg) for row in made] == [
        (Done.SKIPPED, None, None, None)
    ] * 2


def test_an_interrupted_hold_keeps_its_seconds() -> None:
    day = Day(only(WALL)).until(0, Phase.WORK).wait(14.0).do(e.Pause())
    [row] = rows(day.session)
    assert (row.status, row.seconds) == (Done.INTERRUPTED, 14.0)


def test_sides_are_left_right_both_or_none() -> None:
    both = replace(LUNGE, sides=Sides.ALTERNATING)
    made = rows(Day(only(THRUST, both, PLANK)).finish().session)
    assert [row.side for row in made] == [Side.LEFT, Side.RIGHT, Side.BOTH, None]


def test_a_swapped_set_goes_to_the_true_side() -> None:
    day = Day(only(THRUST)).until(0, Phase.WORK).wait(20.0).press().wait(1.0).do(e.Swap())
    assert [row.side for row in rows(day.session)] == [Side.RIGHT]
    assert [row.side for row in rows(day.finish().session)] == [Side.RIGHT, Side.LEFT]


def test_the_load_is_the_one_in_hand_and_none_if_never_told() -> None:
    day = Day(only(THRUST)).until(0, Phase.WORK).wait(20.0).press()
    assert rows(day.session)[0].load_kg is None
    day.do(e.Weigh(0.0)).finish()
    assert [row.load_kg for row in rows(day.session)] == [None, 0.0]


def test_pain_and_note_stand_at_their_set() -> None:
    day = Day(only(HALO)).until(0, Phase.WORK).wait(20.0).press().do(e.Pain(4), e.Note("left knee")).finish()
    assert [(row.pain, row.note) for row in rows(day.session)] == [(4, "left knee")] * 2 + [(None, None)] * 2


def test_a_round_beyond_the_circuits_range_is_extra() -> None:
    day = Day(HIPS).finish().do(e.AddRound()).finish().do(e.AddRound()).finish()
    extra = [row.extra for row in rows(day.session) if row.exercise == "hip-thrust"]
    assert extra == [False] * 8 + [True] * 2


def test_straight_sets_are_numbered_by_exercise() -> None:
    made = rows(Day(only(PLANK, THRUST, sets=2, order=Order.STRAIGHT)).finish().session)
    assert [(row.exercise, row.set) for row in made] == [
        ("plank", 1), ("plank", 2),
        ("hip-thrust", 1), ("hip-thrust", 1), ("hip-thrust", 2), ("hip-thrust", 2),
    ]  # fmt: skip


def test_done_again_a_set_stands_where_it_was_done_last() -> None:
    day = Day(only(THRUST, LUNGE)).until(2, Phase.REST).do(e.Redo())
    day.wait(1.0)
    assert [row.step for row in rows(day.session)] == [0, 1]
    day.until(1, Phase.WORK).wait(20.0).press()
    assert [row.step for row in rows(day.session)] == [0, 1]
    assert rows(day.session)[1].at == pytest.approx(day.at)


def test_what_was_never_reached_has_no_row() -> None:
    assert rows(Day(HIPS).until(2, Phase.WORK).do(e.Leave(e.Leaving.PARTIAL)).session)[-1].step == 1
