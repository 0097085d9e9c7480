"""A circuit is written as a person would have written it, and read again as what it was."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiptimer.circuit.draft import Draft, move, of_text, put, remove, text_of
from hiptimer.circuit.file import parse
from hiptimer.circuit.library import builtin_names, find
from hiptimer.circuit.writing import lengthened, shortened, toml

from .drafting import circuits

BUILT_IN = [find(name, Path("nowhere")).text for name in builtin_names()]
WHOLE = (Path(__file__).parent / "whole.toml").read_text("utf-8")
NOTED = """\
# From my physio.
name = "Mine" # what I call it
sets = 3      # four in May

[rest] # short ones
round = 60

# The one for the left hip.
[[exercise]]
id = "plank"
name = "Plank"
# not longer: the shoulder
seconds = 40 # since March
sides = "each"

[exercise.tips] # from the video
how = [
    "Lie down.", # on the mat
    "Lift.",
]

# At the end.
[[exercise]]
id = "bridge"
name = "Bridge"
reps = 12
switch = 20 # slowly

# That is all.
"""


@settings(max_examples=200)
@given(circuits())
def test_what_is_written_is_read_as_the_same_table(raw: dict[str, Any]) -> None:
    written = toml(raw)
    parse(written)
    assert tomllib.loads(written) == filled(raw)
    assert toml(tomllib.loads(written)) == written


def filled(value: Any) -> Any:
    """Without the tables that nothing stands in, as `[rest]` alone."""
    match value:
        case dict():
            return {name: filled(one) for name, one in value.items() if one != {}}
        case list():
            return [filled(one) for one in value]
        case _:
            return value


@given(circuits())
def test_a_draft_that_was_not_changed_is_the_file_it_was(raw: dict[str, Any]) -> None:
    text = toml(raw)
    assert text_of(of_text(text), text) == text


@given(circuits(), st.data())
def test_a_changed_draft_is_read_as_what_was_meant(raw: dict[str, Any], data: st.DataObject) -> None:
    text = toml(raw)
    place = ("exercise", data.draw(st.integers(0, len(raw["exercise"]) - 1)))
    draft = put(put(of_text(text), (*place, "reps"), [3, 6]), (*place, "rest", "switch"), 7)
    draft = move(draft, place[1], data.draw(st.integers(-2, 2)))
    assert parse(text_of(draft, text)) == parse(toml(draft.raw))


@pytest.mark.parametrize("text", [*BUILT_IN, WHOLE])
def test_the_circuits_that_come_with_the_app_are_written_as_they_are_meant(text: str) -> None:
    assert parse(toml(of_text(text).raw)) == parse(text)
    assert text_of(of_text(text), text) == text


def test_the_keys_are_in_the_order_of_the_docs() -> None:
    text = 'name = "A"\n[[exercise]]\nreps = [8, 9]\nname = "Plank"\nid = "plank"\nlead_in = 5'
    assert toml(tomllib.loads(text)) == (
        'name = "A"\n\n[[exercise]]\nid = "plank"\nname = "Plank"\nreps = [8, 9]\nlead_in = 5\n'
    )


@given(circuits())
def test_short_and_long_countdowns_are_the_same(raw: dict[str, Any]) -> None:
    for one in raw["exercise"]:
        long = lengthened(one)
        assert "switch" not in long and "lead_in" not in long
        both = ({**raw, "exercise": [form]} for form in (one, long, shortened(long)))
        alone = [parse(toml(_alone(each))).every[0].rests for each in both]
        assert alone[0] == alone[1] == alone[2]


def _alone(raw: dict[str, Any]) -> dict[str, Any]:
    named = ("instead_of", "variation_of", "block")
    one = {name: value for name, value in raw["exercise"][0].items() if name not in named}
    return {**raw, "exercise": [one]}


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


def test_a_changed_value_leaves_every_comment_where_it_was() -> None:
    draft = put(of_text(NOTED), ("sets",), [3, 4])
    draft = put(draft, ("exercise", 0, "seconds"), 45)
    text = changed(NOTED, "sets = 3      #", "sets = [3, 4]      #")
    assert text_of(draft, NOTED) == changed(text, "seconds = 40", "seconds = 45")


def test_a_new_value_stands_where_it_belongs() -> None:
    draft = put(of_text(NOTED), ("exercise", 1, "sides"), "each")
    draft = put(draft, ("exercise", 1, "load"), "heavy")
    assert text_of(draft, NOTED) == changed(
        NOTED, "switch = 20", 'sides = "each"\nload = "heavy"\nswitch = 20'
    )


def test_an_exercise_that_is_moved_takes_its_comments_with_it() -> None:
    text = text_of(move(of_text(NOTED), 0, 1), NOTED)
    assert text.index("# At the end.") < text.index("# The one for the left hip.")
    assert "seconds = 40 # since March" in text
    assert text.count("#") == NOTED.count("#")


def test_an_exercise_that_is_removed_takes_its_comments_with_it() -> None:
    text = text_of(remove(of_text(NOTED), 0), NOTED)
    assert "left hip" not in text and "# At the end." in text and "# From my physio." in text


def test_countdowns_that_no_longer_fit_in_short_go_into_their_table() -> None:
    text = text_of(put(of_text(NOTED), ("exercise", 1, "rest", "round"), 30), NOTED)
    assert "[exercise.rest]\nswitch = 20\nround = 30\n" in text


def test_a_file_that_is_put_together_oddly_is_written_anew() -> None:
    odd = 'exercise = [{ id = "a", name = "A", reps = 3 }]\nname = "Odd"\n'
    assert text_of(of_text(odd), odd) == odd
    text = text_of(put(of_text(odd), ("sets",), 2), odd)
    assert tomllib.loads(text) == {**tomllib.loads(odd), "sets": 2}
    assert "[[exercise]]" in text


def test_a_new_circuit_says_where_it_comes_from() -> None:
    text = text_of(Draft({"name": 'A "new" one\\', "exercise": [{"id": "a", "name": "A", "reps": 1}]}))
    assert text.startswith("# Made with the builder")
    assert parse(text).name == 'A "new" one\\'
