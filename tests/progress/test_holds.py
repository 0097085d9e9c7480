"""Which holds count, and what a session makes of them."""

from __future__ import annotations

import pytest

from hiptimer.history.records import SetRecord
from hiptimer.progress.holds import counted, held, lsi, paired_sessions, percent

from .logbook import WALL, holds, row, session


def test_the_shorter_side_in_percent_of_the_longer() -> None:
    assert lsi(12, 40) == 30.0
    assert lsi(40, 12) == 30.0
    assert lsi(36, 40) == 90.0
    assert lsi(0, 40) == 0.0


def test_two_zeros_or_a_missing_side_have_no_index() -> None:
    assert lsi(0, 0) is None
    assert lsi(None, 40) is None
    assert lsi(40, None) is None


def test_a_session_is_worth_the_median_of_its_rounds() -> None:
    (today,) = paired_sessions([session(holds([(38, 45), (33, 40), (30, 34)]))], WALL)
    assert today.difference == pytest.approx(0.1691, abs=5e-5)
    assert percent(today.difference) == pytest.approx(84.4, abs=0.05)


@pytest.mark.parametrize(
    "spoiled",
    [
        row("right", seconds=40.0, status="interrupted"),
        row("right", status="skipped"),
        row("right", seconds=0.9),
        row("right", seconds=40.0, exercise="wall-push-knee-back"),
        row("right", seconds=40.0, number=2),
    ],
    ids=["interrupted", "skipped", "under 1 s", "another variation", "another round"],
)
def test_a_hold_without_a_valid_one_beside_it_is_no_pair(spoiled: SetRecord) -> None:
    assert paired_sessions([session([row("left", seconds=30.0), spoiled])], WALL) == ()


def test_a_hold_of_exactly_one_second_counts() -> None:
    assert len(paired_sessions([session(holds([(1.0, 1.0)]))], WALL)) == 1


def test_a_round_that_was_spoiled_leaves_the_others() -> None:
    rows = holds([(30, 40), (31, 40), (32, 40)])
    rows[2] = row(rows[2].side, number=2, seconds=4.0, status="interrupted")
    (today,) = paired_sessions([session(rows)], WALL)
    assert [(pair.left, pair.right) for pair in today.pairs] == [(30, 40), (32, 40)]


def test_who_was_first_is_known_from_the_order_of_completion() -> None:
    (today,) = paired_sessions([session(holds([(30, 40), (31, 41)], first="right"))], WALL)
    assert [pair.left_first for pair in today.pairs] == [False, True]
    assert [(pair.left, pair.right) for pair in today.pairs] == [(30, 40), (31, 41)]


def test_a_guest_and_a_discarded_session_leave_no_trace() -> None:
    mine = session(holds([(30, 40)]))
    others = [session(holds([(90, 10)]), 1.0, status) for status in ("guest", "discarded")]
    assert counted([mine, *others]) == (mine,)
    assert len(paired_sessions([mine, *others], WALL)) == len(held([mine, *others], WALL, "left")) == 1


def test_a_partial_session_counts_with_what_it_has() -> None:
    assert len(paired_sessions([session(holds([(30, 40)]), status="partial")], WALL)) == 1


def test_one_side_of_a_session_is_its_median_hold() -> None:
    rows = [*holds([(30, 40), (36, 40), (31, 40)]), row("left", number=4, seconds=90.0, status="interrupted")]
    assert [one.seconds for one in held([session(rows)], WALL, "left")] == [31]
