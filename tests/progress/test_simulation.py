"""The design's figures for false alarms and power, on fewer made-up runners than the simulation's own."""

from __future__ import annotations

import pytest

from .simulation import (
    LEFT_SHORTER,
    RIGHT_SHORTER,
    SECOND_SIDE,
    alarms_of_one_session,
    false_alarms,
    flipping,
    headlines,
    left_right_left,
    seen,
)

RUNNERS = 2_000


def test_one_session_alone_would_alarm_62_percent_of_even_runners() -> None:
    assert alarms_of_one_session(4 * RUNNERS) == pytest.approx(62, abs=1)


def test_always_left_right_left_calls_14_percent_of_even_runners_uneven() -> None:
    assert false_alarms(RUNNERS, SECOND_SIDE, left_right_left) == pytest.approx(14, abs=2)


def test_flipping_between_sessions_brings_that_to_2_percent() -> None:
    assert false_alarms(RUNNERS, SECOND_SIDE, flipping) == pytest.approx(2, abs=1)


@pytest.mark.parametrize("sessions", [3, 5, 6, 8])
def test_an_even_runner_is_seldom_called_uneven(sessions: int) -> None:
    found = headlines(RUNNERS, sessions)
    named = RUNNERS - found["similar"] - found["unclear"]
    assert 0 < named < 0.03 * RUNNERS


def test_a_left_at_80_percent_is_found_by_nine_of_ten_and_never_mistaken_for_the_right() -> None:
    found = headlines(RUNNERS, 8, gap=0.8)
    assert found[LEFT_SHORTER] > 0.88 * RUNNERS
    assert found[RIGHT_SHORTER] == 0
    assert found["similar"] < 0.01 * RUNNERS


@pytest.mark.parametrize("sessions", [1, 3, 6, 8])
def test_the_smallest_visible_gap_is_seen_every_other_time(sessions: int) -> None:
    assert seen(RUNNERS, sessions) == pytest.approx(50, abs=5)
