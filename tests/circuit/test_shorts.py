"""What is drawn big of exercises that were given no short name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.circuit.draft import of_text
from hiptimer.circuit.file import parse
from hiptimer.circuit.shorts import BIG, short_names


def made(*names: str) -> tuple[str, ...]:
    return short_names([(name, "") for name in names])


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Halo", "HALO"),
        ("side plank", "SIDE PLANK"),
        ("Supine single-leg bridge", "SUPINE"),
        ("Single-leg deadlift", "SINGLE-LEG"),
        ("Figure-of-eight walk", "FIGURE-OF"),
        ("Wall push, standing", "WALL PUSH"),
        ("Leg extension", "LEG EXTENS"),
        ("Beinrückheben", "BEINRÜCKHE"),
        ("-- ! -- ! -- ! --", "-- ! -- !"),
    ],
)
def test_a_long_name_ends_with_a_word_where_enough_of_it_is_left(name: str, short: str) -> None:
    assert made(name) == (short,)


def test_two_that_begin_with_the_same_word_have_as_much_as_tells_them_apart() -> None:
    assert made("Glute bridge", "Glute kickback") == ("GLUTE BRID", "GLUTE KICK")
    assert made("Single-leg bridge", "Single-leg squat") == ("SL BRIDGE", "SL SQUAT")
    assert made("Side plank dips", "Side plankwalk") == ("SP DIPS", "S PLANKWAL")


def test_what_was_given_stands_and_is_no_other_exercises_name() -> None:
    assert short_names([("Bridge on one leg", "GLUTE"), ("Glute kickback", "")]) == ("GLUTE", "GLUTE KICK")


def test_twins_have_the_same_name() -> None:
    assert made("Glute kickback", "Glute kickback") == ("GLUTE", "GLUTE")


@given(st.lists(st.tuples(st.text(min_size=1).filter(str.strip), st.text(max_size=BIG)), max_size=5))
def test_each_has_one_that_fits(named: list[tuple[str, str]]) -> None:
    found = short_names(named)
    assert len(found) == len(named)
    assert all(0 < len(short) <= BIG for short in found)


def test_the_exercises_of_a_circuit_have_them_and_the_builder_says_the_same() -> None:
    exercise = '[[exercise]]\nid = "{}"\nname = "{}"\nreps = 5\n'
    two = exercise.format("bridge", "Glute bridge") + exercise.format("kick", "Glute kickback")
    text = 'name = "Mine"\n' + two + 'short = "KICK"\n'
    assert [one.short for one in parse(text).exercises] == ["GLUTE", "KICK"]
    draft = of_text(text)
    assert draft.shorts() == ("GLUTE", "KICK")
    assert draft.shorts(anew=1) == ("GLUTE BRID", "GLUTE KICK")
