"""Which weight to take, or to set, before a set: said where it is another than the one in hand."""

from __future__ import annotations

from dataclasses import replace

from hiptimer.circuit.model import Side
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from hiptimer.tui.words import take_words
from hiptimer.weights import Unit, Weights
from tests.session.builders import HALO, LUNGE, Day, only

FIXED, ADJUSTABLE = Weights((4.0, 8.0, 16.0)), Weights((4.0, 8.0, 16.0), adjustable=True)


def loaded(**loads: float) -> Day:
    """A day of two exercises with two sides, whose weights are known."""
    day = Day(only(HALO, LUNGE, sets=2))
    known = {
        (exercise.id, side): loads[exercise.id.split("-")[-1]]
        for exercise in (HALO, LUNGE)
        for side in (Side.LEFT, Side.RIGHT)
        if exercise.id.split("-")[-1] in loads
    }
    day.session = replace(day.session, loads=known)
    return day


def test_at_the_very_start_the_first_weight_is_to_be_taken_or_set() -> None:
    session = loaded(halo=8.0).session
    assert take_words(session, FIXED) == "take 8 kg"
    assert take_words(session, ADJUSTABLE) == "set it to 8 kg"
    assert take_words(session, replace(ADJUSTABLE, unit=Unit.LB)) == "set it to 17.6 lb"


def test_in_the_rest_before_another_weight_it_is_said_and_between_the_sides_it_is_not() -> None:
    day = loaded(halo=8.0, lunge=16.0)
    assert take_words(day.until(1, Phase.SWITCH).session, FIXED) == ""
    day.until(2, Phase.REST)
    assert take_words(day.session, FIXED) == "take 16 kg"
    assert take_words(day.session, ADJUSTABLE) == "set it to 16 kg"
    assert take_words(day.do(e.Pause()).session, FIXED) == "take 16 kg"
    day.do(e.Pause()).until(2, Phase.WORK)
    assert take_words(day.session, FIXED) == ""


def test_the_same_weight_again_is_not_spoken_of() -> None:
    day = loaded(halo=8.0, lunge=8.0).until(2, Phase.REST)
    assert take_words(day.session, FIXED) == take_words(day.session, ADJUSTABLE) == ""


def test_a_weight_told_in_the_rest_counts_at_once() -> None:
    day = loaded(halo=8.0, lunge=8.0).until(2, Phase.REST)
    assert take_words(day.do(e.Weigh(4.0)).session, FIXED) == "take 4 kg"
    assert take_words(day.do(e.Weigh(4.0, logged=True)).session, FIXED) == ""


def test_for_body_weight_the_weight_is_put_down_and_taken_again_as_it_was_set() -> None:
    day = loaded(halo=8.0, lunge=0.0).until(2, Phase.REST)
    assert take_words(day.session, FIXED) == take_words(day.session, ADJUSTABLE) == "no weight"
    day.until(4, Phase.REST)  # halo again
    assert take_words(day.session, FIXED) == take_words(day.session, ADJUSTABLE) == "take 8 kg"
    assert take_words(day.do(e.Weigh(4.0)).session, ADJUSTABLE) == "set it to 4 kg"


def test_where_no_weight_was_ever_told_nothing_is_said() -> None:
    day = loaded(halo=8.0).until(2, Phase.REST)
    assert take_words(day.session, FIXED) == ""
    assert take_words(Day(only(HALO)).session, ADJUSTABLE) == ""


def test_a_side_with_a_weight_of_its_own_is_told_in_the_switch() -> None:
    day = loaded(halo=8.0).do(e.Weigh(6.0, one_side=True))
    assert take_words(day.session, FIXED) == "take 6 kg"
    assert take_words(day.until(1, Phase.SWITCH).session, FIXED) == "take 8 kg"
