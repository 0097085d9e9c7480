"""Points in space, in metres: x forward, y up, z towards the side of the working leg."""

from __future__ import annotations

from math import cos, hypot, radians, sin, sqrt

from hiptimer.values import dataclass


@dataclass(frozen=True, slots=True)
class Vec:
    """A point, or the way from one point to another; metres."""

    x: float
    y: float
    z: float = 0.0

    def __add__(self, other: Vec) -> Vec:
        return Vec(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: Vec) -> Vec:
        return Vec(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor: float) -> Vec:
        return Vec(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other: Vec) -> float:
        """The scalar product."""
        return self.x * other.x + self.y * other.y + self.z * other.z

    @property
    def length(self) -> float:
        """Metres from end to end."""
        return hypot(self.x, self.y, self.z)


ORIGIN = Vec(0.0, 0.0)
DOWN = Vec(0.0, -1.0)


def down(forward: float, out: float = 0.0) -> Vec:
    """The unit vector of a bone that hangs, swung `forward` and then towards +z; degrees."""
    a, b = radians(forward), radians(out)
    return Vec(sin(a) * cos(b), -cos(a) * cos(b), sin(b))


def up(forward: float, out: float = 0.0) -> Vec:
    """The unit vector of a bone that stands upright, leant `forward` and then towards +z; degrees."""
    a, b = radians(forward), radians(out)
    return Vec(sin(a) * cos(b), cos(a) * cos(b), sin(b))


def bent(root: Vec, goal: Vec, upper: float, lower: float, towards: Vec) -> tuple[Vec, Vec]:
    """The middle and the end of two bones from `root` to `goal`, bent `towards` a direction.

    What is out of reach is reached for: the bones keep their lengths (metres), and the end is short of the
    goal.
    """
    way = goal - root
    distance = max(way.length, 1e-9)
    axis = way * (1 / distance)
    distance = min(max(distance, abs(upper - lower) + 1e-6), upper + lower)
    along = (upper**2 - lower**2 + distance**2) / (2 * distance)
    aside = towards - axis * axis.dot(towards)
    high = sqrt(max(upper**2 - along**2, 0.0)) / max(aside.length, 1e-9)
    return root + axis * along + aside * high, root + axis * distance
