"""A circuit file as its writer means it: all that can be said, and what may be left out."""

from __future__ import annotations

import pytest

from hiptimer.circuit.file import parse
from hiptimer.circuit.model import (
    Circuit,
    Count,
    Direction,
    Exercise,
    Order,
    OwnRests,
    Reps,
    Rests,
    Seconds,
    SetEnd,
    Sides,
    Tips,
    ToFatigue,
)
from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys, RestKeys, TipKeys
from hiptimer.circuit.tables import Table

SMALLEST = 'name = "Mine"\n[[exercise]]\nid = "plank"\nname = "Side plank"\n'


def one(lines: str) -> Exercise:
    """The only exercise of a circuit in which these lines stand in its table."""
    (exercise,) = parse(SMALLEST + lines).exercises
    return exercise


def test_the_least_that_is_a_circuit() -> None:
    assert parse(SMALLEST + "seconds = 40") == Circuit(
        name="Mine", exercises=(Exercise("plank", "Side plank", "SIDE PLANK", Seconds(40.0)),)
    )


def test_what_is_left_out_is_as_in_the_values_themselves() -> None:
    circuit = parse(SMALLEST + "reps = 5")
    assert circuit.rests == Rests()
    assert circuit.exercises[0] == Exercise("plank", "Side plank", "SIDE PLANK", Reps(5, 5))


def test_everything_can_be_said() -> None:
    text = """
    name = "All"
    author = "Somebody"
    kit = "one band"
    sets = [2, 5]
    order = "straight"
    rest = { lead_in = 1, lead_in_reps = 2.5, switch = 3, exercise = 4, round = 0 }
    [[exercise]]
    id = "halo-2"
    name = "Halo"
    short = "HALO"
    to_fatigue = false
    reps = [3, 6]
    sides = "alternating"
    side_label = "front"
    other = "{other} leg behind, {other} hand free"
    directions = ["counterclockwise", "clockwise"]
    load = "light"
    figure = "lunge-halo"
    wait = true
    lead_in = 0
    switch = 25
    count = "pace"
    end = "count"
    tempo = 0.5
    tips.how = ["a", "b", "c"]
    tips.stop = "d"
    tips.setup = "e"
    tips.work = ["f"]
    tips.late = []
    tips.why = ["g", "h"]
    """
    exercise = Exercise(
        id="halo-2",
        name="Halo",
        short="HALO",
        target=Reps(3, 6),
        sides=Sides.ALTERNATING,
        side_label="front",
        other_limb="{other} leg behind, {other} hand free",
        directions=(Direction.COUNTERCLOCKWISE, Direction.CLOCKWISE),
        load="light",
        figure="lunge-halo",
        wait=True,
        rests=OwnRests(lead_in=0.0, lead_in_reps=0.0, switch=25.0),
        count=Count.PACE,
        end=SetEnd.COUNT,
        tempo=0.5,
        tips=Tips(how=("a", "b", "c"), stop="d", setup=("e",), work=("f",), why=("g", "h")),
    )
    rests = Rests(1.0, 2.5, 3.0, 4.0, 0.0)
    expected = Circuit("All", (exercise,), "Somebody", ("one band",), (2, 5), Order.STRAIGHT, rests)
    assert parse(text) == expected


def test_a_hold_waits_for_the_user_and_reps_do_not() -> None:
    assert one("to_fatigue = true").wait
    assert one("to_fatigue = true").target == ToFatigue()
    assert not one("to_fatigue = true\nwait = false").wait
    assert not one("reps = 8").wait
    assert not one("seconds = 20").wait


def test_short_is_cut_from_the_name() -> None:
    text = SMALLEST.replace("Side plank", "Copenhagen plank") + "reps = 1"
    assert parse(text).exercises[0].short == "COPENHAGEN"
    assert parse(text.replace("Copenhagen", "Dead-bug,")).exercises[0].short == "DEAD-BUG"


@pytest.mark.parametrize("name", ["[red]x[/red]", "[@click=app.quit]x[/]", r"\\u001b[31m", "50 % {other} $x"])
def test_markup_in_a_name_is_only_characters(name: str) -> None:
    text = SMALLEST.replace('"Side plank"', f"'{name}'") + "reps = 1"
    assert parse(text).exercises[0].name == name


def test_every_key_explains_itself() -> None:
    for keys in (CircuitKeys, RestKeys, ExerciseKeys, TipKeys):
        table: Table = keys.TABLE
        assert len(set(table.names)) == len(table.names)
        for key in table.keys:
            assert key.meaning.endswith(".")
            assert key.kind.expected
            assert key.only_with in ("", *table.names)


def test_the_defaults_of_the_schema_are_those_of_the_values() -> None:
    bare = Exercise("a", "a", "A", Reps(1, 1))
    for key, value in [
        (ExerciseKeys.SIDES, bare.sides),
        (ExerciseKeys.COUNT, bare.count),
        (ExerciseKeys.END, bare.end),
        (ExerciseKeys.TEMPO, bare.tempo),
        (CircuitKeys.SETS, Circuit("a", ()).sets),
        (CircuitKeys.ORDER, Circuit("a", ()).order),
    ]:
        assert key.default == value
