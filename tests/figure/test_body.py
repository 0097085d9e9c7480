"""The runner's joints through a whole rep: a body of bones, feet that stand, knees that bend as knees do."""

from __future__ import annotations

from itertools import pairwise

import pytest

from hiptimer.circuit.model import Direction
from hiptimer.figure import body as bones
from hiptimer.figure.body import Body, Leg, body
from hiptimer.figure.model import Figure
from hiptimer.figure.motion import pose_at
from hiptimer.figure.shelf import figure_named, figures
from hiptimer.figure.space import DOWN, Vec, bent

MOMENTS = [n / 120 for n in range(120)]
A_DOT = 1 / 45
"""Metres; a dot of the finest figure at 40x20 is larger."""
HASTY = 0.045
"""Metres that no joint goes in a 120th of a rep."""

every_figure = pytest.mark.parametrize("figure", figures().values(), ids=figures())


def at(figure: Figure, moment: float, direction: Direction = Direction.CLOCKWISE) -> Body:
    return body(figure, pose_at(figure, moment), moment, direction)


def rep(name: str) -> list[Body]:
    return [at(figure_named(name), moment) for moment in MOMENTS]


def joints(one: Body) -> dict[str, Vec]:
    found = {"head": one.head, "neck": one.neck, "pelvis": one.pelvis}
    for side, leg, arm in (("near", one.near, one.near_arm), ("far", one.far, one.far_arm)):
        found |= {f"{side} {name}": getattr(leg, name) for name in ("hip", "knee", "ankle", "heel", "ball")}
        found |= {f"{side} {name}": getattr(arm, name) for name in ("shoulder", "elbow", "hand")}
    if one.weight is not None:
        found["weight"] = one.weight
    return found


def bend(leg: Leg) -> float:
    """How far the knee is bent forward; below 0 it would be broken."""
    thigh, shin = leg.knee - leg.hip, leg.ankle - leg.knee
    return thigh.y * shin.x - thigh.x * shin.y


@every_figure
def test_bones_keep_their_lengths(figure: Figure) -> None:
    for moment in MOMENTS:
        one = at(figure, moment)
        assert (one.neck - one.pelvis).length == pytest.approx(bones.TRUNK)
        assert (one.head - one.neck).length == pytest.approx(bones.NECK)
        for leg in (one.near, one.far):
            assert (leg.knee - leg.hip).length == pytest.approx(bones.THIGH)
            assert (leg.ankle - leg.knee).length == pytest.approx(bones.SHIN)
            assert (leg.ball - leg.heel).length == pytest.approx(bones.TOE + bones.HEEL)
        for arm in (one.near_arm, one.far_arm):
            assert (arm.elbow - arm.shoulder).length == pytest.approx(bones.UPPER_ARM)
            assert (arm.hand - arm.elbow).length == pytest.approx(bones.FOREARM)


@every_figure
def test_the_planted_foot_stays_flat_where_it_is(figure: Figure) -> None:
    first = at(figure, 0.0).near
    for moment in MOMENTS:
        foot = at(figure, moment).near
        assert (foot.ball - first.ball).length < A_DOT / 2
        assert (foot.heel - first.heel).length < A_DOT / 2
        assert foot.ball.y == pytest.approx(0.0, abs=1e-6) and foot.heel.y == pytest.approx(0.0, abs=1e-6)


@every_figure
def test_knees_bend_forward_only(figure: Figure) -> None:
    for moment in MOMENTS:
        one = at(figure, moment)
        assert bend(one.near) > -1e-9 and bend(one.far) > -1e-9


@every_figure
def test_nothing_sinks_into_the_floor(figure: Figure) -> None:
    for moment in MOMENTS:
        lowest = min(joint.y for joint in joints(at(figure, moment)).values())
        assert lowest > -A_DOT


@every_figure
@pytest.mark.parametrize("direction", Direction)
def test_no_joint_jumps_and_the_end_of_a_rep_is_the_beginning_of_the_next(
    figure: Figure, direction: Direction
) -> None:
    shown = [joints(at(figure, moment, direction)) for moment in (*MOMENTS, 0.0)]
    for before, after in pairwise(shown):
        for name in before:
            assert (after[name] - before[name]).length < HASTY, name


@every_figure
def test_both_hands_hold_the_weight(figure: Figure) -> None:
    for moment in MOMENTS:
        one = at(figure, moment)
        if one.weight is not None:
            for arm in (one.near_arm, one.far_arm):
                assert (arm.hand - one.weight).length < figure.size


def test_in_the_thrust_the_hips_rise_until_they_are_level_with_the_shoulders() -> None:
    figure = figure_named("hip-thrust")
    rising = [at(figure, moment).pelvis.y for moment in MOMENTS if moment <= 0.4]
    assert all(after >= before for before, after in pairwise(rising))
    assert rising[-1] - rising[0] > 0.25
    top = at(figure, 0.5)
    assert top.pelvis.y == pytest.approx(top.neck.y, abs=0.01)
    assert top.near.knee.x == pytest.approx(top.near.ankle.x, abs=0.05), "the shin is upright at the top"


def test_in_the_thrust_the_shoulders_stay_on_the_bench_and_the_other_foot_in_the_air() -> None:
    shown = rep("hip-thrust")
    assert {one.neck for one in shown} == {figure_named("hip-thrust").at}
    assert min(one.far.heel.y for one in shown) > 0.3


def test_in_the_lunge_the_hips_sink_until_the_other_knee_is_just_above_the_floor() -> None:
    figure = figure_named("backward-lunge")
    sinking = [at(figure, moment).pelvis.y for moment in MOMENTS if moment <= 0.5]
    assert all(after <= before for before, after in pairwise(sinking))
    assert 0.05 < at(figure, 0.5).far.knee.y < 0.2
    top = at(figure, 0.0)
    assert top.near.hip.x == pytest.approx(top.near.ankle.x) and top.far.ball.x == pytest.approx(
        top.near.ball.x
    )


def test_the_foot_that_steps_back_stands_still_while_the_knee_goes_down_and_up() -> None:
    figure = figure_named("backward-lunge")
    down = [at(figure, moment).far.ball for moment in MOMENTS if 0.34 <= moment <= 0.66]
    assert max((one - down[0]).length for one in down) < A_DOT / 2
    assert at(figure, 0.18).far.ball.y > 0.05, "on its way it is in the air"


def test_in_the_halo_nothing_but_arms_and_weight_moves() -> None:
    figure = figure_named("lunge-halo")
    first, later = joints(at(figure, 0.0)), joints(at(figure, 0.3))
    moved = {name for name in first if (first[name] - later[name]).length > 1e-9}
    assert moved == {"weight", "near elbow", "near hand", "far elbow", "far hand"}


def test_in_the_halo_the_other_leg_is_long_behind_and_the_head_over_the_front_foot() -> None:
    one = at(figure_named("lunge-halo"), 0.0)
    assert (one.far.ankle - one.far.hip).length > 0.95 * (bones.THIGH + bones.SHIN)
    assert one.near.heel.x < one.head.x < one.near.ball.x


@pytest.mark.parametrize(("direction", "hand"), [(Direction.CLOCKWISE, 1), (Direction.COUNTERCLOCKWISE, -1)])
def test_the_weight_goes_from_the_front_to_the_right_hand_where_it_goes_clockwise(
    direction: Direction, hand: int
) -> None:
    figure = figure_named("lunge-halo")
    ways = [at(figure, n / 4, direction) for n in range(4)]
    front, first, behind, last = [one.weight - one.head for one in ways if one.weight is not None]
    assert front.x > 0.2 and behind.x < -0.2
    # the figure is that of the right leg, whose side has z above 0
    assert hand * first.z > 0.2 and hand * last.z < -0.2


def test_the_wall_push_stands_still_with_its_knee_at_the_wall_and_at_hip_height() -> None:
    shown = rep("wall-push")
    wall = figure_named("wall-push").props[0]
    for one in shown:
        assert (one.far.knee - shown[0].far.knee).length < 1e-6
        assert (one.near.hip - shown[0].near.hip).length < 1e-6
    knee = shown[0].far.knee
    assert knee.y == pytest.approx(shown[0].far.hip.y, abs=0.05)
    assert abs(knee.z - wall.start.z) < wall.radius + 0.06
    assert {one.near_arm.hand.y > one.far_arm.hand.y for one in shown} == {True, False}, "the arms run"


def test_what_is_out_of_reach_is_reached_for() -> None:
    middle, end = bent(Vec(0, 0), Vec(0, -5), 0.4, 0.3, Vec(1, 0))
    assert (middle.y, end.y) == (pytest.approx(-0.4), pytest.approx(-0.7))


def test_a_bone_bends_where_it_is_told_to() -> None:
    middle, end = bent(Vec(0, 0), Vec(0.4, 0), 0.3, 0.3, DOWN)
    assert middle.y < -0.2 and end == Vec(0.4, 0)
