"""The built-in circuit is the prescription, number by number."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiptimer.circuit.library import builtin_names, find, load
from hiptimer.circuit.model import Circuit, Direction, Exercise, Order, Reps, Rests, Sides, ToFatigue

LINE = 76
"""Characters that fit on a line of the smallest usual terminal."""

EVERY = ("wall-push", "lunge-halo", "hip-thrust", "backward-lunge")


@pytest.fixture
def circuit(tmp_path: Path) -> Circuit:
    return load("runner-hips", tmp_path)


def exercise(circuit: Circuit, name: str) -> Exercise:
    (one,) = (exercise for exercise in circuit.exercises if exercise.id == name)
    return one


def tips(one: Exercise) -> list[str]:
    all_of = one.tips
    return [*all_of.how, all_of.stop, *all_of.setup, *all_of.work, *all_of.late, *all_of.why]


def test_it_is_there() -> None:
    assert builtin_names() == ("runner-hips",)


def test_the_circuit(circuit: Circuit) -> None:
    assert circuit.name == "Runner's hips"
    assert circuit.author == "after Marie Whitt, PT, DPT; not affiliated or endorsed"
    assert circuit.kit == ("wall", "bench or sofa", "one weight")
    assert circuit.sets == (3, 4)
    assert circuit.order is Order.ROUNDS
    assert circuit.rests == Rests(lead_in=10, lead_in_reps=3, switch=15, exercise=45, round=90)


def test_the_four_in_order(circuit: Circuit) -> None:
    assert [(one.id, one.short) for one in circuit.exercises] == [
        ("wall-push", "WALL PUSH"),
        ("lunge-halo", "LUNGE HALO"),
        ("hip-thrust", "HIP THRUST"),
        ("backward-lunge", "BACK LUNGE"),
    ]
    assert all(one.sides is Sides.EACH for one in circuit.exercises)
    assert all(one.figure == one.id for one in circuit.exercises)


def test_the_wall_push_is_once_to_fatigue_on_the_stance_leg(circuit: Circuit) -> None:
    one = exercise(circuit, "wall-push")
    assert one.target == ToFatigue()
    assert one.wait
    assert (one.side_label, one.other_limb, one.load) == ("stand", "push {other} knee into wall", "")


def test_the_halo_is_three_to_six_each_way(circuit: Circuit) -> None:
    one = exercise(circuit, "lunge-halo")
    assert one.target == Reps(3, 6)
    assert one.directions == (Direction.CLOCKWISE, Direction.COUNTERCLOCKWISE)
    assert (one.side_label, one.other_limb, one.load) == ("front", "{other} leg long behind", "medium-heavy")


def test_the_thrust_is_eight_and_takes_longer_to_switch(circuit: Circuit) -> None:
    one = exercise(circuit, "hip-thrust")
    assert one.target == Reps(8, 8)
    assert one.rests.switch == 25
    assert (one.side_label, one.other_limb, one.load) == ("plant", "{other} foot in the air", "heavy")


def test_the_lunge_is_twelve(circuit: Circuit) -> None:
    one = exercise(circuit, "backward-lunge")
    assert one.target == Reps(12, 12)
    assert (one.side_label, one.other_limb, one.load) == ("front", "step back with {other}", "heavy")


def test_only_the_thrust_has_rests_of_its_own(circuit: Circuit) -> None:
    assert [(one.rests.lead_in, one.rests.switch) for one in circuit.exercises] == [
        (None, None),
        (None, None),
        (None, 25.0),
        (None, None),
    ]


@pytest.mark.parametrize("name", EVERY)
def test_every_moment_has_its_lines(circuit: Circuit, name: str) -> None:
    one = exercise(circuit, name).tips
    assert len(one.how) == 3
    assert one.stop and one.setup and one.work and one.late and one.why


@pytest.mark.parametrize("name", EVERY)
def test_every_line_fits_and_is_a_sentence(circuit: Circuit, name: str) -> None:
    lines = tips(exercise(circuit, name))
    assert [line for line in lines if len(line) > LINE or not line.endswith(".")] == []
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("name", EVERY)
def test_what_is_spoken_late_is_short(circuit: Circuit, name: str) -> None:
    assert all(len(line.split()) <= 5 for line in exercise(circuit, name).tips.late)


@pytest.mark.parametrize("word", ["heal", "cure", "injur", "prevent", "pain"])
def test_nothing_is_promised(word: str) -> None:
    assert word not in find("runner-hips", Path("nowhere")).text.lower()
