"""From metres to dots: how thick everything is, and a figure as large as fits."""

from __future__ import annotations

from functools import lru_cache
from math import cos, radians, sin

from hiptimer.figure.body import Body, body, rays
from hiptimer.figure.canvas import Dot
from hiptimer.figure.model import Figure
from hiptimer.figure.motion import pose_at
from hiptimer.figure.space import Vec
from hiptimer.values import dataclass

HEAD = 0.115
"""The radius of the head, metres."""
LIMB = 0.048
"""Half of a limb's thickness, metres; the same of what follows."""
SOLE = 0.03
HIPS, CHEST = 0.085, 0.105
RAY = 0.016
THINNEST = 0.55
"""Dots; half of the thinnest line that is drawn."""
FLOOR = 1.0
"""Dots under the soles."""
_SAMPLES = 32
"""Moments of a rep at which the room it needs is measured."""


@dataclass(frozen=True, slots=True)
class Lens:
    """From metres to dots."""

    across: float
    """Dots to the right for a metre of x."""
    depth: float
    """The same for a metre of z."""
    scale: float
    """Dots for a metre upward."""
    left: float
    """Where x is 0."""
    floor: float
    """Where y is 0."""

    def dot(self, point: Vec, radius: float) -> Dot:
        """Where a point is drawn, with a radius in metres round it."""
        x = self.left + point.x * self.across + point.z * self.depth
        return Dot(x, self.floor - point.y * self.scale, max(radius * self.scale, THINNEST))


@lru_cache(maxsize=64)
def fitted(figure: Figure, width: int, height: int, mirrored: bool) -> Lens:
    """The figure as large as fits at every moment, in the middle, on the floor."""
    left, right, top = _extent(figure)
    scale = min((width - 2) / (right - left), (height - FLOOR - 1) / top)
    across, depth = cos(radians(figure.view)) * scale, -sin(radians(figure.view)) * scale
    middle = (width - (left + right) * scale) / 2
    if mirrored:
        return Lens(-across, -depth, scale, width - middle, height - FLOOR)
    return Lens(across, depth, scale, middle, height - FLOOR)


@lru_cache(maxsize=32)
def _extent(figure: Figure) -> tuple[float, float, float]:
    """Left, right and top of all that is drawn in a rep, in metres of the picture."""
    across, depth = cos(radians(figure.view)), -sin(radians(figure.view))
    found = [
        (point, reach)
        for stroke in figure.props
        for point, reach in ((stroke.start, stroke.radius), (stroke.end, stroke.radius))
    ]
    for n in range(_SAMPLES):
        pose = pose_at(figure, n / _SAMPLES)
        found += _outline(figure, body(figure, pose, n / _SAMPLES), pose.push)
    xs = [(point.x * across + point.z * depth, reach) for point, reach in found]
    return (
        min(x - reach for x, reach in xs),
        max(x + reach for x, reach in xs),
        max(point.y + reach for point, reach in found),
    )


def _outline(figure: Figure, joints: Body, push: float) -> list[tuple[Vec, float]]:
    """Every end of what is drawn of a body, with the radius round it, metres."""
    found = [(joints.head, HEAD), (joints.neck, CHEST), (joints.pelvis, HIPS)]
    for leg in (joints.near, joints.far):
        found += ((point, LIMB) for point in (leg.hip, leg.knee, leg.ankle, leg.heel, leg.ball))
    for arm in (joints.near_arm, joints.far_arm):
        found += ((point, LIMB) for point in (arm.shoulder, arm.elbow, arm.hand))
    found += ((end, RAY) for _, end in rays(joints.far.knee, push))
    if joints.weight is not None:
        found.append((joints.weight, figure.size))
    return found
