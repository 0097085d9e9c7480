"""Intervals in one word, and the circuit that is made of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.circuit.file import parse
from hiptimer.circuit.model import Seconds, Sides
from hiptimer.circuit.quick import (
    LONGEST_ID,
    SHAPE,
    Intervals,
    NotIntervals,
    circuit_text,
    intervals,
)
from hiptimer.circuit.text import steers
from hiptimer.limits import MOST_SECONDS, MOST_SETS

workouts = st.builds(
    Intervals, st.integers(1, MOST_SETS), st.integers(1, MOST_SECONDS), st.integers(0, MOST_SECONDS)
)
names = st.text(st.characters(codec="utf-8"), max_size=200).filter(lambda text: not any(map(steers, text)))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("8x20/10", Intervals(8, 20, 10)),
        ("5x3:00/1:00", Intervals(5, 180, 60)),
        ("8x20", Intervals(8, 20)),
        ("8x20/0", Intervals(8, 20)),
        ("10X90/0:30", Intervals(10, 90, 30)),
        (" 4 × 45 / 15\n", Intervals(4, 45, 15)),
        ("50x60:00/60:00", Intervals(50, 3600, 3600)),
        ("1x1", Intervals(1, 1)),
    ],
)
def test_what_people_write(text: str, asked: Intervals) -> None:
    assert intervals(text) == asked


SECONDS = "two digits after a colon, seconds from 00 to 59"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", SHAPE),
        ("8", SHAPE),
        ("20/10", SHAPE),
        ("8x", SHAPE),
        ("8x20/", SHAPE),
        ("8x20/10/5", SHAPE),
        ("8x-20", SHAPE),
        ("8x2.5", SHAPE),
        ("8x1:60", SECONDS),
        ("8x1:5", SECONDS),
        ("8x20/1:75", SECONDS),
        ("8x20/1:000", SECONDS),
        ("8x1:00:00", SHAPE),
        ("8x:20", SHAPE),
        ("8x20s", SHAPE),
        ("٨x٢٠", SHAPE),
        ("9" * 5000 + "x20", "1 to 50 rounds"),
        ("99999x10", "1 to 50 rounds"),
        ("8x99999", "work of 1 to 3600 s (60:00)"),
        (f"8x{'9' * 5000}:00", "work of 1 to 3600 s (60:00)"),
        ("8x20/99999", "a rest of 3600 s (60:00) at most"),
        ("0x20", "1 to 50 rounds"),
        ("51x20", "1 to 50 rounds"),
        ("8x0/10", "work of 1 to 3600 s (60:00)"),
        ("8x60:01", "work of 1 to 3600 s (60:00)"),
        ("8x20/3601", "a rest of 3600 s (60:00) at most"),
    ],
)
def test_what_is_none_is_told_what_it_should_be(text: str, expected: str) -> None:
    with pytest.raises(NotIntervals, match=f"^{re.escape(expected)}$"):
        intervals(text)


@given(workouts)
def test_every_workout_is_read_back_from_its_own_words(asked: Intervals) -> None:
    assert intervals(str(asked)) == asked


@given(st.text(max_size=12) | st.text("0123456789x:/ ", max_size=12))
def test_any_other_text_is_refused_or_understood(text: str) -> None:
    try:
        asked = intervals(text)
    except NotIntervals as error:
        assert str(error)
        return
    assert 1 <= asked.rounds <= MOST_SETS and 1 <= asked.work <= MOST_SECONDS
    assert 0 <= asked.rest <= MOST_SECONDS


@given(workouts, names)
def test_every_workout_is_a_circuit_of_that_name(asked: Intervals, name: str) -> None:
    circuit = parse(circuit_text(asked, name))
    assert circuit.name == (name.strip() or str(asked))
    assert circuit.sets == (asked.rounds, asked.rounds)
    assert circuit.rests.round == asked.rest
    (one,) = circuit.exercises
    assert (one.target, one.sides, one.short, one.wait) == (Seconds(asked.work), Sides.NONE, "WORK", False)
    assert 1 <= len(one.id) <= LONGEST_ID


def test_the_log_knows_a_workout_by_its_name() -> None:
    def series(asked: str, name: str = "") -> str:
        return parse(circuit_text(intervals(asked), name)).exercises[0].id

    assert series("8x20/10") == series(" 8 x 20 / 0:10") == "8x20-10"
    assert series("8x20/10", "Core") == series("8x30/10", "Core") == "core"
    assert series("8x20/10", "腹筋") == "interval"


def test_how_it_goes_is_said_in_words() -> None:
    def how(asked: str) -> str:
        return parse(circuit_text(intervals(asked))).exercises[0].tips.how[0]

    assert how("8x20/10") == "8 times 20 s of work, 10 s of rest between."
    assert how("5x3:00/1:00") == "5 times 3:00 min of work, 1:00 min of rest between."
    assert how("2x45") == "2 times 45 s of work, no rest between."
    assert how("1x45/10") == "Once 45 s of work."
