"""Kilograms as they are read and typed: a unit turns no weight into another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.weights import Unit, Weights, in_order, kilograms, shown, weight_words, written

units = st.sampled_from(Unit)
stored = st.integers(1, 20_000).map(lambda hundredths: hundredths / 100)
"""Kilograms as they are kept."""
marked = st.one_of(
    st.integers(1, 4400).map(lambda tenths: tenths / 10),
    st.integers(1, 1760).map(lambda quarters: quarters / 4),
)
"""Pounds as they stand on weights."""


@pytest.mark.parametrize(
    ("kg", "unit", "words"),
    [
        (8.0, Unit.KG, "8 kg"),
        (8.0, Unit.LB, "17.6 lb"),
        (9.07, Unit.LB, "20 lb"),
        (9.07, Unit.KG, "9.07 kg"),
        (0.57, Unit.LB, "1.25 lb"),
        (12.5, Unit.KG, "12.5 kg"),
        (200.0, Unit.LB, "440.9 lb"),
        (7.123456, Unit.KG, "7.12 kg"),
        (0.0, Unit.KG, "body weight"),
        (0.0, Unit.LB, "body weight"),
    ],
)
def test_a_weight_in_words(kg: float, unit: Unit, words: str) -> None:
    assert weight_words(kg, unit) == words


@given(marked)
def test_what_is_marked_in_pounds_is_shown_as_it_is_marked(pounds: float) -> None:
    assert shown(kilograms(pounds, Unit.LB), Unit.LB) == pounds


@given(stored)
def test_what_is_typed_in_kilograms_is_kept_as_it_is(kg: float) -> None:
    assert kilograms(kg, Unit.KG) == shown(kg, Unit.KG) == kg


@given(stored, st.lists(units, max_size=5))
def test_however_often_the_unit_changes_in_the_file_the_weight_stays_itself(
    kg: float, changes: list[Unit]
) -> None:
    for unit in changes:
        assert kilograms(written(kg, unit), unit) == kg


@given(marked)
def test_pounds_are_written_as_they_are_marked(pounds: float) -> None:
    assert written(kilograms(pounds, Unit.LB), Unit.LB) == pounds


def test_typing_what_is_shown_means_the_weight_that_is_shown() -> None:
    weights = Weights((8.0, 9.07), Unit.LB)
    assert weights.meant(17.6) == 8.0  # 17.6 lb alone would be 7.98 kg
    assert weights.meant(26.5) == kilograms(26.5, Unit.LB) == 12.02
    assert weights.meant(26.5, known=12.0) == 12.0
    assert weights.meant(0.0) == 0.0


def test_weights_are_owned_once_and_in_order() -> None:
    weights = Weights((4.0, 8.0)).with_one(6.0).with_one(6.0)
    assert weights.owned == (4.0, 6.0, 8.0)
    assert weights.without(4.0).owned == (6.0, 8.0)
    assert weights.without(5.0) == weights
    assert in_order([8.0, 4.0, 8.0]) == (4.0, 8.0)


def test_there_is_always_body_weight_to_choose_and_what_is_used_already() -> None:
    assert Weights().choices() == (0.0,)
    assert Weights((4.0, 8.0)).choices(6.0) == (0.0, 4.0, 6.0, 8.0)
    assert Weights((4.0, 8.0)).choices(8.0) == (0.0, 4.0, 8.0)
