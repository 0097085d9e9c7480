"""A circuit unrolled: what is done, in which order, on which side, after which countdown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.model import Circuit, Order, OwnRests, Side, Sides
from hiptimer.circuit.plan import Options, Step, plan, round_steps

from .builders import HALO, HIPS, LUNGE, PLANK, THRUST, WALL, only

LEFT_FIRST, RIGHT_FIRST = Options(first_side=Side.LEFT), Options(first_side=Side.RIGHT)


def sides(steps: tuple[Step, ...], exercise: str) -> list[str]:
    return ["".join(str(step.side)[:1]) for step in steps if step.exercise.id == exercise]


def test_rounds_are_once_through_the_circuit_and_again() -> None:
    steps = plan(HIPS, Options())
    assert len(steps) == 24
    assert [step.exercise.id for step in steps[:8]] == [
        "wall-push", "wall-push", "lunge-halo", "lunge-halo",
        "hip-thrust", "hip-thrust", "backward-lunge", "backward-lunge",
    ]  # fmt: skip
    assert [step.exercise.id for step in steps[8:16]] == [step.exercise.id for step in steps[:8]]
    assert [step.round for step in steps] == [1] * 8 + [2] * 8 + [3] * 8


def test_straight_order_does_all_sets_of_an_exercise_first() -> None:
    steps = plan(replace(HIPS, order=Order.STRAIGHT), Options())
    assert [(step.exercise.id, step.round) for step in steps[:8]] == [
        ("wall-push", 1), ("wall-push", 1), ("wall-push", 2), ("wall-push", 2),
        ("wall-push", 3), ("wall-push", 3), ("lunge-halo", 1), ("lunge-halo", 1),
    ]  # fmt: skip
    assert len(steps) == 24


@pytest.mark.parametrize("order", Order)
def test_holds_change_the_first_side_from_round_to_round(order: Order) -> None:
    steps = plan(replace(HIPS, order=order), LEFT_FIRST)
    assert sides(steps, "wall-push") == ["l", "r", "r", "l", "l", "r"]


@pytest.mark.parametrize("exercise", ["lunge-halo", "hip-thrust", "backward-lunge"])
def test_everything_else_keeps_to_the_first_side_of_the_session(exercise: str) -> None:
    assert sides(plan(HIPS, LEFT_FIRST), exercise) == ["l", "r"] * 3
    assert sides(plan(HIPS, RIGHT_FIRST), exercise) == ["r", "l"] * 3


def test_timed_work_keeps_to_the_first_side_of_the_session() -> None:
    steps = plan(only(replace(PLANK, sides=Sides.EACH), sets=2), RIGHT_FIRST)
    assert sides(steps, "plank") == ["r", "l", "r", "l"]


def test_beginning_right_mirrors_the_holds() -> None:
    assert sides(plan(HIPS, RIGHT_FIRST), "wall-push") == ["r", "l", "l", "r", "r", "l"]


def test_alternating_legs_and_no_legs_are_one_set() -> None:
    both, none = replace(LUNGE, sides=Sides.ALTERNATING), PLANK
    assert [step.side for step in plan(only(both, none), Options())] == [Side.BOTH, None]


def test_only_the_first_side_of_a_hold_waits() -> None:
    assert [step.wait for step in plan(HIPS, Options())[:8]] == [True] + [False] * 7


def test_a_hold_without_wait_does_not_wait() -> None:
    assert not any(step.wait for step in plan(only(replace(WALL, wait=False)), Options()))


def test_any_exercise_may_wait() -> None:
    assert [step.wait for step in plan(only(replace(THRUST, wait=True)), Options())] == [True, False]


@pytest.mark.parametrize(("exercise", "seconds"), [(WALL, 10.0), (PLANK, 10.0), (HALO, 3.0)])
def test_a_lead_in_is_10_s_and_for_reps_3_s(exercise: object, seconds: float) -> None:
    steps = plan(Circuit("One", (exercise,)), Options())  # type: ignore[arg-type]
    assert {step.lead_in for step in steps} == {seconds}


def test_an_exercise_may_have_countdowns_of_its_own() -> None:
    (step, _) = plan(only(replace(THRUST, rests=OwnRests(6.0, 6.0, 25.0))), Options())
    assert (step.lead_in, step.rests.switch, step.rests.exercise, step.rests.round) == (6.0, 25.0, 45.0, 90.0)


def test_the_others_have_the_countdowns_of_the_circuit() -> None:
    rests = plan(HIPS, Options())[0].rests
    assert (rests.lead_in, rests.lead_in_reps, rests.switch) == (10.0, 3.0, 15.0)
    assert (rests.exercise, rests.round) == (45.0, 90.0)


@pytest.mark.parametrize("seconds", [0.0, 7.0])
def test_an_option_replaces_every_countdown_of_its_kind(seconds: float) -> None:
    circuit = only(WALL, replace(THRUST, rests=OwnRests(6.0, 6.0, 25.0)), PLANK)
    options = Options(lead_in=seconds, switch=seconds + 1, rest=seconds + 2, round_rest=seconds + 3)
    for step in plan(circuit, options):
        rests = step.rests
        assert step.lead_in == seconds
        assert (rests.switch, rests.exercise, rests.round) == (seconds + 1, seconds + 2, seconds + 3)


def test_an_option_leaves_the_other_kinds_alone() -> None:
    step = plan(only(THRUST), Options(rest=5.0))[0]
    assert (step.lead_in, step.rests.switch, step.rests.exercise, step.rests.round) == (3.0, 25.0, 5.0, 90.0)


@pytest.mark.parametrize(("asked", "rounds"), [(None, 3), (1, 1), (4, 4), (6, 6)])
def test_the_rounds_are_the_fewest_prescribed_or_those_asked_for(asked: int | None, rounds: int) -> None:
    assert plan(HIPS, Options(sets=asked))[-1].round == rounds


@pytest.mark.parametrize(
    ("asked", "number", "extra"),
    [
        (None, 3, False),
        (None, 4, False),
        (None, 5, True),
        (2, 4, False),
        (2, 5, True),
        (6, 6, False),
        (6, 7, True),
    ],
)
def test_a_round_is_extra_beyond_both_the_circuit_and_the_option(
    asked: int | None, number: int, extra: bool
) -> None:
    assert {step.extra for step in round_steps(HIPS, Options(sets=asked), number)} == {extra}


def test_no_round_that_was_asked_for_is_extra() -> None:
    assert not any(step.extra for step in plan(HIPS, Options(sets=6)))


def test_an_added_round_goes_on_changing_sides() -> None:
    assert sides(round_steps(HIPS, LEFT_FIRST, 4), "wall-push") == ["r", "l"]
    assert [step.exercise.id for step in round_steps(HIPS, LEFT_FIRST, 4)] == [
        step.exercise.id for step in plan(HIPS, LEFT_FIRST)[:8]
    ]
