"""The built-in circuits: the prescription, number by number, and what every one of them promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiptimer.circuit.library import builtin_names, find, load
from hiptimer.circuit.model import (
    Circuit,
    Count,
    Direction,
    Exercise,
    Order,
    Reps,
    Rests,
    Seconds,
    Sides,
    ToFatigue,
)
from hiptimer.circuit.plan import Options, plan
from hiptimer.figure.shelf import figures
from hiptimer.session.moves import countdown
from hiptimer.session.state import Phase

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
    return [*all_of.how, *filter(None, [all_of.stop]), *all_of.setup, *all_of.work, *all_of.late, *all_of.why]


def test_they_are_there() -> None:
    assert builtin_names() == ("runner-hips", "runner-hips-bodyweight", "straight-sets", "tabata")


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


every_circuit = pytest.mark.parametrize("name", builtin_names())


@pytest.mark.parametrize("name", EVERY)
def test_every_moment_has_its_lines(circuit: Circuit, name: str) -> None:
    one = exercise(circuit, name).tips
    assert len(one.how) == 3
    assert one.stop and one.setup and one.work and one.late and one.why


@every_circuit
def test_every_line_fits_and_is_a_sentence(tmp_path: Path, name: str) -> None:
    for one in load(name, tmp_path).exercises:
        lines = tips(one)
        assert [line for line in lines if len(line) > LINE or not line.endswith(".")] == []
        assert len(set(lines)) == len(lines)
        assert one.tips.how and one.tips.work and one.tips.why


@every_circuit
def test_what_is_spoken_late_is_short(tmp_path: Path, name: str) -> None:
    for one in load(name, tmp_path).exercises:
        assert all(len(line.split()) <= 5 for line in one.tips.late)


@every_circuit
@pytest.mark.parametrize("word", ["heal", "cure", "injur", "prevent", "pain", "burn"])
def test_nothing_is_promised(name: str, word: str) -> None:
    assert word not in find(name, Path("nowhere")).text.lower()


@every_circuit
def test_what_moves_on_the_screen_is_drawn(tmp_path: Path, name: str) -> None:
    assert {one.figure for one in load(name, tmp_path).exercises} <= {"", *figures()}


def test_without_weights_it_is_the_same_movements_with_the_same_sides(
    circuit: Circuit, tmp_path: Path
) -> None:
    light = load("runner-hips-bodyweight", tmp_path)
    for heavy, one in zip(circuit.exercises, light.exercises, strict=True):
        assert (one.short, one.figure) == (heavy.short, heavy.figure)
        assert (one.sides, one.side_label, one.other_limb) == (
            heavy.sides,
            heavy.side_label,
            heavy.other_limb,
        )
        assert one.load == ""
    assert light.rests == circuit.rests
    assert "one weight" not in light.kit


def test_only_the_hold_without_a_weight_goes_on_in_one_series(circuit: Circuit, tmp_path: Path) -> None:
    light = load("runner-hips-bodyweight", tmp_path)
    assert light.exercises[0] == circuit.exercises[0]
    shared = {one.id for one in light.exercises} & {one.id for one in circuit.exercises}
    assert shared == {"wall-push"}


def test_tabata_is_eight_times_20_s_with_10_s_of_rest(tmp_path: Path) -> None:
    tabata = load("tabata", tmp_path)
    (one,) = tabata.exercises
    assert (tabata.sets, one.target, one.sides) == ((8, 8), Seconds(20), Sides.NONE)
    steps = plan(tabata, Options())
    assert [step.wait for step in steps] == [False] * 8
    assert countdown(*steps[:2], tabata.order) == (Phase.REST, 10.0)


def test_straight_sets_rest_for_two_minutes_after_each_of_five(tmp_path: Path) -> None:
    straight = load("straight-sets", tmp_path)
    steps = plan(straight, Options())
    assert len(steps) == 5
    assert countdown(*steps[:2], straight.order) == (Phase.REST, 120.0)
    assert straight.exercises[0].count is Count.KEY
