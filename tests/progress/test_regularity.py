"""How regularly somebody has trained: what counts, since when, and how much of it was done."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from hiptimer.progress.regularity import regularity
from hiptimer.progress.words import regularity_words

from .logbook import BEGAN

Told = tuple[int, int, int | None, str]


def of(*days: Told, now: float = 20.0):  # type: ignore[no-untyped-def]
    """Sessions as (day, sets done, sets planned, status), seen on the Sunday of the third week."""
    told = [(BEGAN + timedelta(days=day), *rest) for day, *rest in sorted(days, reverse=True)]
    span = (len(told), told[-1][0], told[0][0]) if told else (0, None, None)
    return regularity(span, told, BEGAN + timedelta(days=now))  # type: ignore[arg-type]


def test_half_of_the_sets_make_a_session_count_for_its_week() -> None:
    found = of((0, 12, 24, "partial"), (2, 11, 24, "partial"), (7, 24, 24, "finished"))
    assert found.sessions == 3
    assert found.weeks == (1, 1, 0)


def test_a_session_that_does_not_know_its_plan_counts_if_it_was_finished() -> None:
    found = of((0, 5, None, "finished"), (1, 5, None, "partial"))
    assert (found.weeks, found.share_done) == ((1, 0, 0), None)


def test_the_share_of_the_sets_is_never_above_all_of_them() -> None:
    assert of((0, 30, 24, "finished"), (2, 12, 24, "partial")).share_done == 0.75


def test_a_streak_of_two_a_week() -> None:
    found = of(*((day, 24, 24, "finished") for day in (0, 3, 7, 10, 14)))
    assert (found.streak, found.recent, found.a_week) == (2, (2, 2), 2.0)
    assert regularity_words(found) == (
        "5 sessions, 2026-03-02 to 2026-03-16",
        "2.0 sessions a week in the last 2 weeks, target 2; streak 2 weeks",
        "100 % of the planned sets done",
    )


def test_what_was_years_ago_is_counted_but_no_longer_told_by_week() -> None:
    found = of((0, 6, 24, "partial"), (1000, 24, 24, "finished"), now=1001)
    assert (found.sessions, found.first, found.share_done) == (2, BEGAN, 1.0)
    assert found.weeks == (1, 0)


def test_in_the_first_week_nothing_is_said_of_others() -> None:
    found = of((0, 24, 24, "finished"), now=1.0)
    assert regularity_words(found)[1] == "1 session this week, target 2; streak 0 weeks"


def test_without_sessions_there_is_nothing_to_say() -> None:
    found = of()
    assert (found.sessions, found.first, found.streak) == (0, None, 0)
    assert regularity_words(found) == ()


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 24), st.just(24), st.just("partial"))))
def test_no_session_counts_twice(days: list[Told]) -> None:
    found = of(*days)
    assert sum(found.weeks) == sum(done >= 12 for _, done, _, _ in days)
    assert 1 <= len(found.weeks) <= 3
