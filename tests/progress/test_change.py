"""Has one side changed, and where is it going?"""

from __future__ import annotations

import math
from collections import Counter

import pytest

from hiptimer.progress.change import CRITICAL_S, Change, Trend, change, trend
from hiptimer.progress.holds import held
from hiptimer.progress.noise import smallest_real_change
from hiptimer.progress.words import trend_words

from .logbook import WALL, holds, one_side, row, session


def change_of(*seconds: float) -> Change | None:
    return change(held(one_side(seconds), WALL, "left"))


def trend_of(days: list[float], seconds: list[float]) -> Trend | None:
    return trend(held(one_side(seconds, days), WALL, "left"))


def test_what_a_real_change_takes() -> None:
    assert smallest_real_change(3) == pytest.approx(1.271, abs=5e-4)


def test_thirty_to_thirty_nine_seconds_is_real() -> None:
    found = change_of(22, 28, 31, 30, 39, 37, 41)
    assert found is not None and found.is_real
    assert found.ratio == pytest.approx(1.30)


def test_thirty_to_thirty_eight_seconds_may_be_noise() -> None:
    assert change_of(22, 28, 31, 30, 38, 37, 41) == Change(38 / 30, is_real=False)


def test_a_loss_is_as_real_as_a_gain() -> None:
    found = change_of(60, 39, 37, 41, 28, 31, 30)
    assert found is not None and found.is_real and found.ratio < 1


def test_the_first_session_is_practice() -> None:
    assert change_of(5, 30, 30, 30, 33, 33, 33) == change_of(99, 30, 30, 30, 33, 33, 33)


def test_two_ends_that_overlap_tell_nothing() -> None:
    assert change_of(22, 28, 31, 30, 37, 41) is None
    assert change_of() is None


def test_one_bad_day_does_not_fool_the_trend() -> None:
    found = trend_of([0, 3, 7, 10, 14, 17], [30, 33, 31, 36, 12, 38])
    assert found is not None
    assert found.per_week == pytest.approx(2.5, abs=0.05)
    assert (found.s, found.is_clear) == (5, False)
    assert trend_words(found) == "+2.5 s/week, unclear"


def test_a_steady_rise_is_clear() -> None:
    found = trend_of([0, 4, 8, 12, 16], [30, 31, 32, 33, 34])
    assert found is not None and found.is_clear
    assert found.s == 10
    assert trend_words(found) == "+1.8 s/week"


def test_too_few_sessions_or_days_have_no_trend() -> None:
    assert trend_of([0, 5, 10, 15], [30, 31, 32, 33]) is None
    assert trend_of([0, 3, 6, 9, 13.9], [30, 31, 32, 33, 34]) is None
    assert trend_of([], []) is None


def test_two_sessions_at_one_instant_have_no_slope_between_them() -> None:
    found = trend_of([0, 4, 4, 12, 16], [30, 31, 31, 33, 34])
    assert found is not None and found.per_week == pytest.approx(1.75)


def orders_by_s(n: int) -> Counter[int]:
    """How many orders of n different values give each S: one more value adds 0 to n-1 falls."""
    falls = Counter({0: 1})
    for size in range(2, n + 1):
        falls = Counter(
            {k: sum(falls[k - more] for more in range(size)) for k in range(size * (size - 1) // 2 + 1)}
        )
    return Counter({n * (n - 1) // 2 - 2 * k: orders for k, orders in falls.items()})


@pytest.mark.parametrize(("n", "critical"), CRITICAL_S.items())
def test_the_critical_s_is_the_smallest_that_chance_gives_less_than_1_time_in_20(
    n: int, critical: int
) -> None:
    orders = orders_by_s(n)

    def chance(least: int) -> float:
        return sum(count for s, count in orders.items() if abs(s) >= least) / math.factorial(n)

    assert chance(critical) < 0.05 <= chance(critical - 2)


def seconds_with(n: int, falls: int) -> list[float]:
    """n different holds, of whose pairs so many fall: each one put before as many as it may."""
    order: list[int] = []
    for value in range(n):
        before = min(falls, value)
        order.insert(value - before, value)
        falls -= before
    return [30.0 + value for value in order]


@pytest.mark.parametrize("n", [9, 10, 12, 16, 20])
def test_beyond_eight_sessions_it_is_as_sure_as_the_exact_count(n: int) -> None:
    orders = orders_by_s(n)
    verdicts = set()
    for falls in range(n * (n - 1) // 4):
        found = trend_of([3.0 * day for day in range(n)], seconds_with(n, falls))
        assert found is not None and found.s == n * (n - 1) // 2 - 2 * falls
        exact = sum(count for s, count in orders.items() if abs(s) >= found.s) / math.factorial(n)
        assert found.is_clear is (exact < 0.05)
        verdicts.add(found.is_clear)
    assert verdicts == {True, False}


def test_equal_holds_leave_fewer_orders_to_chance() -> None:
    """Three longer holds of ten, all at the end: chance does that, or the reverse, once in 60 times."""
    found = trend_of([3.0 * n for n in range(10)], [30.0] * 7 + [35.0] * 3)
    assert found is not None and found.s == 21 and found.is_clear


def test_always_the_same_is_no_trend() -> None:
    found = trend_of([3.0 * n for n in range(12)], [30.0] * 12)
    assert found == Trend(0.0, 0, False)


def test_only_the_last_sixty_sessions_are_looked_at() -> None:
    days = [3.0 * n for n in range(100)]
    found = trend_of(days, [100.0 - n for n in range(40)] + [30.0 + n for n in range(60)])
    assert found is not None and found.s == 60 * 59 // 2


def test_a_harder_variation_is_no_decline() -> None:
    before = [session([row("left", seconds=60.0)], 3.0 * n) for n in range(8)]
    after = [session(holds([(20, 20)], exercise="wall-push-knee-back"), 24.0 + 3 * n) for n in range(8)]
    easy, hard = (held([*before, *after], name, "left") for name in (WALL, "wall-push-knee-back"))
    for series in (easy, hard):
        going, changed = trend(series), change(series)
        assert going is not None and going.per_week == 0.0
        assert changed is not None and not changed.is_real
