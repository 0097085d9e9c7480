"""Kinematics: from a pose to the joints. The bones never change their lengths."""

from __future__ import annotations

from math import cos, pi, radians, sin

from hiptimer.circuit.model import Direction
from hiptimer.figure.model import Anchor, ArmPose, Figure, Held, LegPose, Pose
from hiptimer.figure.space import Vec, bent, down, up
from hiptimer.values import dataclass

SHIN = THIGH = 0.43
TRUNK = 0.48
NECK = 0.235
"""From the line of the shoulders to the middle of the head."""
UPPER_ARM = 0.28
FOREARM = 0.27
HALF_HIPS = 0.09
HALF_SHOULDERS = 0.17
ANKLE = 0.07
"""The height of the ankle over a flat sole."""
TOE = 0.17
"""From below the ankle to the ball of the foot."""
HEEL = 0.05
CIRCLE = 0.27
"""The radius of the circle round the head."""
BEHIND_WALL = 0.22
"""Metres from the knee to where the marks of its push begin."""
RAY_LENGTH = 0.14
RAYS_APART = 35.0
"""Degrees."""
RAISED = 0.45
"""How much of the circle's far side is raised, so that it is not seen edge-on."""


@dataclass(frozen=True, slots=True)
class Leg:
    """The joints of one leg."""

    hip: Vec
    knee: Vec
    ankle: Vec
    heel: Vec
    ball: Vec


@dataclass(frozen=True, slots=True)
class Arm:
    """The joints of one arm."""

    shoulder: Vec
    elbow: Vec
    hand: Vec


@dataclass(frozen=True, slots=True)
class Body:
    """All joints at one moment; near is the side of the working leg."""

    head: Vec
    neck: Vec
    """The middle of the shoulders."""
    pelvis: Vec
    near: Leg
    far: Leg
    near_arm: Arm
    far_arm: Arm
    weight: Vec | None


def body(figure: Figure, pose: Pose, turn: float = 0.0, direction: Direction = Direction.CLOCKWISE) -> Body:
    """The joints in a pose; a weight that circles has gone `turn` (0 to 1) of its way round."""
    spine = up(pose.trunk, pose.tilt) * TRUNK
    if figure.anchor is Anchor.FOOT:
        near = _standing(pose.near, figure.at)
        pelvis = near.hip - Vec(0.0, 0.0, HALF_HIPS)
    else:
        pelvis = figure.at - spine
        near = _leg(pose.near, pelvis, 1, "near" in figure.placed)
    neck = pelvis + spine
    head = neck + up(pose.head, pose.tilt) * NECK
    weight = _weight(figure, pose, pelvis, neck, head, turn, direction)
    return Body(
        head=head,
        neck=neck,
        pelvis=pelvis,
        near=near,
        far=_leg(pose.far, pelvis, -1, "far" in figure.placed),
        near_arm=_arm(figure, pose.near_arm, neck, 1, weight),
        far_arm=_arm(figure, pose.far_arm, neck, -1, weight),
        weight=weight,
    )


def _foot(lifted: float, turned: float, reach: float) -> Vec:
    """From the ankle to the sole, `reach` in front of it: the heel lifted, the toes turned to +z; degrees."""
    a, b = radians(lifted), radians(turned)
    ahead = reach * cos(a) - ANKLE * sin(a)
    return Vec(ahead * cos(b), -reach * sin(a) - ANKLE * cos(a), ahead * sin(b))


def _standing(pose: LegPose, at: Vec) -> Leg:
    """A leg from its ankle over `at` up to its hip."""
    ankle = Vec(at.x, at.y + ANKLE, HALF_HIPS)
    knee = ankle - down(pose.shin, pose.shin_out) * SHIN
    hip = knee - down(pose.thigh, pose.out) * THIGH
    heel, ball = (ankle + _foot(pose.foot, pose.turn, reach) for reach in (-HEEL, TOE))
    return Leg(hip, knee, ankle, heel, ball)


def _leg(pose: LegPose, pelvis: Vec, side: int, placed: bool) -> Leg:
    """A leg from its hip down, or from its hip to where its foot is placed."""
    hip = pelvis + Vec(0.0, 0.0, side * HALF_HIPS)
    turned = side * pose.turn
    if placed:
        lifted = pose.foot
        goal = Vec(pose.x, pose.y, side * HALF_HIPS) - _foot(lifted, turned, TOE)
        way = goal - hip
        knee, ankle = bent(hip, goal, THIGH, SHIN, Vec(-way.y, way.x))
    else:
        lifted = pose.foot - pose.shin
        knee = hip + down(pose.thigh, side * pose.out) * THIGH
        ankle = knee + down(pose.shin, side * pose.shin_out) * SHIN
    heel, ball = (ankle + _foot(lifted, turned, reach) for reach in (-HEEL, TOE))
    return Leg(hip, knee, ankle, heel, ball)


def _arm(figure: Figure, pose: ArmPose, neck: Vec, side: int, weight: Vec | None) -> Arm:
    shoulder = neck + Vec(0.0, 0.0, side * HALF_SHOULDERS)
    if weight is None:
        elbow = shoulder + down(pose.upper, side * pose.out) * UPPER_ARM
        return Arm(shoulder, elbow, elbow + down(pose.lower, side * pose.lower_out) * FOREARM)
    grip = weight + Vec(0.0, 0.0, side * 0.5 * figure.size)
    towards = Vec(figure.elbows.x, figure.elbows.y, side * figure.elbows.z)
    return Arm(shoulder, *bent(shoulder, grip, UPPER_ARM, FOREARM, towards))


def _weight(
    figure: Figure, pose: Pose, pelvis: Vec, neck: Vec, head: Vec, turn: float, direction: Direction
) -> Vec | None:
    offset = Vec(pose.weight_x, pose.weight_y)
    match figure.held:
        case Held.CHEST:
            return neck + offset
        case Held.HIPS:
            return pelvis + offset
        case Held.ROUND_HEAD:
            return head + offset + circle(figure, turn if direction is Direction.CLOCKWISE else -turn)
        case None:
            return None


def circle(figure: Figure, turn: float) -> Vec:
    """From the head to where a weight is that went clockwise from the front: as on a clock that lies under
    the runner, to the right hand first, and behind. What is farther from the eye is higher.
    """
    flat = Vec(CIRCLE * cos(2 * pi * turn), 0.0, CIRCLE * sin(2 * pi * turn))
    return flat + Vec(0.0, -RAISED * nearness(figure, flat))


def nearness(figure: Figure, way: Vec) -> float:
    """How much nearer to the eye a way leads, metres."""
    angle = radians(figure.view)
    return way.x * sin(angle) + way.z * cos(angle)


def rays(knee: Vec, push: float) -> list[tuple[Vec, Vec]]:
    """What a push of the far knee does to the wall: marks on the other side of it, long as it is hard."""
    if not push:
        return []
    ways = [Vec(0.0, sin(radians(angle)), -cos(radians(angle))) for angle in (-RAYS_APART, 0.0, RAYS_APART)]
    starts = [way * (BEHIND_WALL / -way.z) for way in ways]
    return [
        (knee + start, knee + start + way * (RAY_LENGTH * push))
        for start, way in zip(starts, ways, strict=True)
    ]
