"""What holds for every log: sides are equal, units don't matter, what doesn't count changes nothing."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.history.records import SessionRecord, SetRecord
from hiptimer.progress.change import change, trend
from hiptimer.progress.holds import held
from hiptimer.progress.usual import usual_hold
from hiptimer.progress.verdict import verdict
from tests.often import often

from .logbook import WALL, holds, mirrored, row, scaled, session

SIDES = st.sampled_from(["left", "right"])
TENTHS = st.integers(30, 3000).map(lambda tenths: tenths / 10)
"""Holds of 3 s to 5 minutes, as the log has them."""
WEIRD = st.one_of(
    st.builds(lambda side, s: row(side, number=1, seconds=s, status="interrupted"), SIDES, TENTHS),
    st.builds(lambda side: row(side, number=2, status="skipped"), SIDES),
    st.builds(lambda side, s: row(side, number=3, seconds=s), SIDES, st.sampled_from([0.0, 0.1, 0.9])),
    st.builds(lambda side, s: row(side, number=1, seconds=s, exercise="plank"), SIDES, TENTHS),
    st.builds(lambda side: row(side, number=1, reps=8), SIDES),
)
"""Rows that are no valid hold of the wall push."""


@st.composite
def logs(draw: st.DrawFn) -> list[SessionRecord]:
    """Up to twelve sessions of one to three rounds, some days apart."""
    rounds = st.lists(st.tuples(TENTHS, TENTHS), min_size=1, max_size=3)
    days = draw(st.lists(st.tuples(rounds, SIDES, st.integers(1, 7)), max_size=12))
    day = 0
    found = []
    for pairs, first, later in days:
        day += later
        found.append(session(holds(pairs, first), float(day)))
    return found


@given(logs())
def test_swapping_the_sides_mirrors_the_verdict(log: list[SessionRecord]) -> None:
    as_is, other = verdict(log, WALL), verdict(mirrored(log), WALL)
    assert other.shorter == (as_is.shorter and as_is.shorter.other)
    assert (other.mean, other.newest) == (-as_is.mean, -as_is.newest)
    assert other.left_first == pytest.approx(1 - as_is.left_first)
    assert replace(other, mean=as_is.mean, newest=as_is.newest, left_first=as_is.left_first) == as_is
    assert other.interval == as_is.interval


@given(logs(), st.sampled_from([0.5, 0.75, 2.0, 3.0, 60.0]))
def test_the_unit_of_time_changes_no_verdict(log: list[SessionRecord], factor: float) -> None:
    as_is, other = verdict(log, WALL), verdict(scaled(log, factor), WALL)
    assert (other.finding, other.sessions) == (as_is.finding, as_is.sessions)
    assert other.mean == pytest.approx(as_is.mean, abs=1e-9)
    assert other.half_width == pytest.approx(as_is.half_width, rel=1e-9)


@given(logs(), st.sampled_from([0.5, 2.0, 4.0]))
def test_the_unit_of_time_changes_no_change_and_no_trend(log: list[SessionRecord], factor: float) -> None:
    for side in ("left", "right"):
        as_is, other = held(log, WALL, side), held(scaled(log, factor), WALL, side)
        assert change(other) == change(as_is)
        going, as_fast = trend(as_is), trend(other)
        assert (going is None) == (as_fast is None)
        if going is not None and as_fast is not None:
            assert (going.s, going.is_clear) == (as_fast.s, as_fast.is_clear)
            assert as_fast.per_week == pytest.approx(factor * going.per_week)


def spoiled(one: SessionRecord, rows: list[tuple[int, SetRecord]]) -> SessionRecord:
    sets = list(one.sets)
    for place, weird in rows:
        sets.insert(place, weird)
    return replace(one, sets=tuple(sets))


@given(logs(), st.lists(st.tuples(st.integers(0, 6), WEIRD), max_size=4))
def test_what_is_no_valid_hold_changes_nothing(
    log: list[SessionRecord], rows: list[tuple[int, SetRecord]]
) -> None:
    with_weird = [spoiled(one, rows) for one in log]
    assert verdict(with_weird, WALL) == verdict(log, WALL)
    assert held(with_weird, WALL, "left") == held(log, WALL, "left")
    assert usual_hold(with_weird, WALL) == usual_hold(log, WALL)


NOT_THEIRS: list[dict[str, Any]] = [{"guest": True}, {"status": "discarded"}]


@given(logs(), logs(), st.sampled_from(NOT_THEIRS), st.randoms(use_true_random=False))
@often(50)
def test_a_guest_changes_nothing(
    log: list[SessionRecord], visits: list[SessionRecord], what: dict[str, Any], chance: Random
) -> None:
    mixed = list(log)
    for visit in visits:
        mixed.insert(chance.randint(0, len(mixed)), replace(visit, **what))
    assert verdict(mixed, WALL) == verdict(log, WALL)
    assert held(mixed, WALL, "right") == held(log, WALL, "right")
    assert usual_hold(mixed, WALL) == usual_hold(log, WALL)


@given(logs())
def test_a_verdict_names_the_side_that_its_numbers_name(log: list[SessionRecord]) -> None:
    found = verdict(log, WALL)
    assert found.agreeing <= found.sessions <= 8
    if found.lsi is not None and found.interval is not None:
        low, high = found.interval
        assert 0 < low <= found.lsi <= high
        assert found.lsi <= 100
