"""The values of a figure: its poses, what it holds, and what stands round it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hiptimer.figure.space import DOWN, ORIGIN, Vec


class Part(StrEnum):
    """What a cell of a drawing belongs to."""

    PROP = "prop"
    """Floor, wall, bench."""
    BODY = "body"
    WORKING = "working"
    """The leg that does the work."""
    WEIGHT = "weight"
    """What is worked against: the weight, or the push into the wall."""


class Anchor(StrEnum):
    """What of the body stays where it is."""

    FOOT = "foot"
    """The foot of the working leg."""
    SHOULDERS = "shoulders"


class Held(StrEnum):
    """Where a weight is."""

    CHEST = "chest"
    HIPS = "hips"
    ROUND_HEAD = "round-head"
    """It circles."""


@dataclass(frozen=True, slots=True)
class LegPose:
    """Angles in degrees: 0 hangs straight down, more is forward; or, in place of thigh and shin, a place."""

    thigh: float = 0.0
    out: float = 0.0
    """The thigh away from the other leg."""
    shin: float = 0.0
    shin_out: float = 0.0
    foot: float = 0.0
    """The heel lifted: 0 is flat on the floor, or square to the shin of a leg in the air."""
    turn: float = 0.0
    """The toes turned outward."""
    x: float = 0.0
    """Where the ball of the foot stands, metres; counts where the figure places this leg."""
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class ArmPose:
    """Angles in degrees: 0 hangs straight down, more is forward. They count where there is no weight."""

    upper: float = 0.0
    out: float = 0.0
    lower: float = 0.0
    lower_out: float = 0.0


@dataclass(frozen=True, slots=True)
class Pose:
    """How the body is bent at one moment."""

    near: LegPose = LegPose()
    """The working leg."""
    far: LegPose = LegPose()
    near_arm: ArmPose = ArmPose()
    far_arm: ArmPose = ArmPose()
    trunk: float = 0.0
    """Degrees the trunk leans forward."""
    tilt: float = 0.0
    """Degrees the trunk leans towards the working leg."""
    head: float = 0.0
    """Degrees the neck leans forward."""
    push: float = 0.0
    """How hard the knee pushes, 0 to 1."""
    weight_x: float = 0.0
    """Where the weight is, seen from what bears it; metres."""
    weight_y: float = 0.0


@dataclass(frozen=True, slots=True)
class Key:
    """A pose, and when in the rep it is reached."""

    at: float
    """From 0 up to 1."""
    pose: Pose


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight piece of a prop."""

    start: Vec
    end: Vec
    radius: float
    """Metres; half of its thickness."""


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One exercise, as drawn for the right leg. For the left it is mirrored."""

    name: str
    keys: tuple[Key, ...]
    """In the order of their time; after the last comes the first again."""
    anchor: Anchor = Anchor.FOOT
    at: Vec = ORIGIN
    """Where the anchor is: the middle of the shoulders, or the floor under the ankle."""
    view: float = 0.0
    """Degrees: 0 is seen from the side, 90 from the front, -90 from behind."""
    period: float = 4.0
    """Seconds for a rep where nobody counts."""
    placed: tuple[str, ...] = ()
    """The legs whose feet are placed, and whose knees bend as they must."""
    held: Held | None = None
    size: float = 0.0
    """The radius of the weight, metres."""
    elbows: Vec = DOWN
    """Whither the elbows point while both hands hold the weight; z is outward."""
    still: float = 0.0
    """The moment that a picture which does not move shows."""
    props: tuple[Stroke, ...] = ()
