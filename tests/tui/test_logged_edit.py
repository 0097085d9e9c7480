"""What may be changed in a logged session: what is typed, what it means, what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.history.changes import Value
from hiptimer.tui.logged import Logged, Place
from hiptimer.tui.logged_edit import (
    Pick,
    Question,
    Refused,
    Wanted,
    ask,
    ask_status,
    changes,
    kept_words,
    swap,
    typed,
)
from hiptimer.weights import Unit
from tests.progress.logbook import row

from .test_logged_lines import LATER, PAIR, SETS, amended, halo, logged

SKIPPED = logged(row("left", status="skipped"), row("right", seconds=28.0))


def question(it: Logged, *place: int | str) -> Question:
    found = ask(it, place)  # type: ignore[arg-type]
    assert isinstance(found, Question)
    return found


def made(it: Logged, wanted: Wanted) -> dict[Place, Value]:
    return {one.place: one.after for one in changes(it, wanted, LATER)}


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("seconds", " 31.25 ", 31.2), ("seconds", "31,27", 31.3), ("seconds", "1:05", 65.0),
        ("seconds", "1:05,5", 65.5), ("seconds", "0", 0.0), ("reps", "8", 8), ("load_kg", "12,5", 12.5),
        ("load_kg", ".5", 0.5), ("load_kg", "0", 0.0), ("pain", "10", 10), ("pain", "", None),
        ("reserve", "3+", 3), ("rpe", "7", 7), ("note", "  cold\nday ", "cold day"), ("note", " ", None),
    ],
)  # fmt: skip
def test_what_is_typed_is_a_value(field: str, text: str, value: Value) -> None:
    assert typed(field, text, Unit.KG) == value


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("seconds", "3601", "seconds from 0 to 3600, please"), ("seconds", "-1", "seconds from 0 to 3600"),
        ("seconds", "1:75", "seconds from"), ("seconds", "nan", "seconds from"),
        ("seconds", "1e3", "seconds from"), ("reps", "8.5", "a whole number from 0 to 999, please"),
        ("reps", "\u00b2", "a whole number"), ("reps", "1000", "a whole number"),
        ("load_kg", "heavy", "kilograms from 0 to 500"),
        ("pain", "11", "a whole number from 0 to 10, please"),
        ("reserve", "4", "a whole number from 0 to 3"), ("note", "n" * 501, "at most 500 characters"),
    ],
)  # fmt: skip
def test_what_can_not_be_is_refused_in_words(field: str, text: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        typed(field, text, Unit.KG)


@given(st.sampled_from(["seconds", "reps", "load_kg", "pain", "reserve", "rpe", "note"]), st.text())
def test_whatever_is_typed_is_taken_or_refused(field: str, text: str) -> None:
    try:
        value = typed(field, text, Unit.KG)
    except Refused:
        return
    assert value is None or isinstance(value, int | float | str)


def test_a_value_is_asked_for_by_its_set_and_unit() -> None:
    found = question(PAIR, 0, 0, "seconds")
    assert (found.title, found.value) == ("WALL PUSH LEFT, set 1: seconds", "31.2")
    assert question(PAIR, 0, 0, "load_kg").hint == "In kg; 0 is body weight. Empty: not told."
    assert question(PAIR, 0, 0, "load_kg").value == "16"
    assert question(PAIR, 0, 0, "pain").value == ""


def test_a_set_that_was_done_keeps_a_value() -> None:
    with pytest.raises(Refused, match="s makes it a skipped one"):
        question(PAIR, 0, 0, "seconds").answer("")


def test_reps_are_of_one_direction_and_the_weight_of_the_set() -> None:
    assert made(SETS, question(SETS, 2, 1, "reps").answer("3")) == {(2, 1, "reps"): 3}
    assert made(SETS, question(SETS, 2, 0, "load_kg").answer("8")) == {
        (2, 0, "load_kg"): 8.0, (2, 1, "load_kg"): 8.0,
    }  # fmt: skip


def test_what_is_so_already_is_no_change() -> None:
    assert made(PAIR, question(PAIR, 0, 0, "seconds").answer("31.2")) == {}


def test_a_number_makes_a_skipped_set_a_done_one() -> None:
    assert made(SKIPPED, question(SKIPPED, 0, 0, "seconds").answer("30")) == {
        (0, 0, "seconds"): 30.0, (0, 0, "status"): "done",
    }  # fmt: skip


def test_status_skipped_takes_the_value_away_and_done_asks_for_one() -> None:
    skip = ask_status(PAIR, PAIR.record.sets[0])
    assert skip.now == 0
    assert made(PAIR, skip.answers[2][2]) == {(0, 0, "status"): "skipped", (0, 0, "seconds"): None}  # type: ignore[arg-type]
    assert made(PAIR, skip.answers[1][2]) == {(0, 0, "status"): "interrupted"}  # type: ignore[arg-type]
    done = ask_status(SKIPPED, SKIPPED.record.sets[0])
    assert done.now == 2
    asked = done.answers[1][2]
    assert isinstance(asked, Question)
    assert made(SKIPPED, asked.answer("9")) == {(0, 0, "seconds"): 9.0, (0, 0, "status"): "interrupted"}


def test_a_pair_that_is_swapped_stays_a_pair() -> None:
    wanted = swap(SETS, SETS.record.sets[2])
    assert made(SETS, wanted) == {
        (2, 0, "side"): "right", (2, 1, "side"): "right", (3, 0, "side"): "left", (3, 1, "side"): "left",
    }  # fmt: skip
    assert kept_words(SETS, changes(SETS, wanted, LATER)) == "LUNGE HALO, set 1: left and right are swapped"
    alone = logged(*halo("left", 1), row("left", seconds=20.0))
    assert made(alone, swap(alone, alone.record.sets[0])) == {
        (1, 0, "side"): "right",
        (1, 1, "side"): "right",
    }


def test_where_there_are_no_sides_there_is_nothing_to_swap() -> None:
    it = logged(row("both", exercise="lunge", reps=12))
    with pytest.raises(Refused, match="LUNGE has no sides to swap"):
        swap(it, it.record.sets[0])


def test_the_session_s_own_values_are_picked_or_typed() -> None:
    morning = ask(amended(PAIR, -1, "morning", "worse"), (-1, -1, "morning"))
    assert isinstance(morning, Pick)
    assert [label for _, label, _ in morning.answers] == ["better", "same", "worse", "not told"]
    assert morning.now == 2
    ending = ask(replace(PAIR, record=replace(PAIR.record, status="partial")), (-1, -1, "status"))
    assert isinstance(ending, Pick) and ending.now == 1
    assert made(PAIR, question(PAIR, -1, -1, "rpe").answer("6")) == {(-1, -1, "rpe"): 6}


def test_a_weight_is_typed_and_shown_in_pounds_where_those_are_the_unit() -> None:
    pounds = replace(logged(row("left", reps=8, kg=9.07)), unit=Unit.LB)
    asked = ask(pounds, (0, 0, "load_kg"))
    assert isinstance(asked, Question) and asked.hint.startswith("In lb;") and asked.value == "20"
    ((_, name, value),) = asked.answer("25")
    assert (name, value) == ("load_kg", 11.34)
