"""Drawing a figure: the joints of a moment as thick limbs on a canvas of dots."""

from __future__ import annotations

from hiptimer.circuit.model import Direction, Side
from hiptimer.figure.body import Arm, Body, Leg, body, circle, nearness, rays
from hiptimer.figure.canvas import Canvas, Cell, Dot
from hiptimer.figure.lens import CHEST, HEAD, HIPS, LIMB, RAY, SOLE, THINNEST, Lens, fitted
from hiptimer.figure.model import Figure, Held, Part
from hiptimer.figure.motion import pose_at
from hiptimer.figure.shelf import figure_named
from hiptimer.figure.signs import Signs
from hiptimer.figure.space import Vec
from hiptimer.values import dataclass

GAP = 1.0
"""Dots left free round what crosses the body."""
FINE = 34.0
"""Dots for a metre from which on such gaps are left."""
PATH = 20
"""Dots of the circle round the head."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawing, in cells of the terminal."""

    width: int
    height: int
    rows: tuple[tuple[Cell, ...], ...]

    def text(self) -> str:
        """The characters alone, a line for each row."""
        return "\n".join("".join(sign for sign, _ in row) for row in self.rows)


def draw(
    name: str,
    at: float,
    width: int,
    height: int,
    side: Side | None = None,
    signs: Signs = Signs.BRAILLE,
    direction: Direction = Direction.CLOCKWISE,
) -> Frame:
    """The figure when the share `at` (0 up to 1) of a rep is over, as large as fits into so many cells.

    The working leg is the near one; for the left leg everything is mirrored.

    Raises:
        KeyError: there is no figure of that name.
    """
    figure = figure_named(name)
    canvas = Canvas(width, height, signs)
    if mirrored := side is Side.LEFT:
        direction = _other(direction)
    lens = fitted(figure, canvas.width, canvas.height, mirrored)
    joints = body(figure, pose := pose_at(figure, at), at, direction)
    _Painter(canvas, lens, figure).paint(joints, pose.push)
    return Frame(width, height, tuple(canvas.cells()))


def _other(direction: Direction) -> Direction:
    """In a mirror a clock runs backward."""
    clockwise = direction is Direction.CLOCKWISE
    return Direction.COUNTERCLOCKWISE if clockwise else Direction.CLOCKWISE


class _Painter:
    """Paints from the far side to the near one."""

    def __init__(self, canvas: Canvas, lens: Lens, figure: Figure) -> None:
        self._canvas = canvas
        self._lens = lens
        self._figure = figure
        # where dots are few, a gap would eat what it is to set off
        self._gap = GAP if not figure.view and lens.scale >= FINE else 0.0

    def paint(self, joints: Body, push: float) -> None:
        """All of it."""
        self._props()
        for start, end in rays(joints.far.knee, push):
            self._line(Part.WEIGHT, start, end, RAY)
        if self._figure.held is Held.ROUND_HEAD:
            self._path(joints)
        weight = joints.weight
        behind = weight is not None and nearness(self._figure, weight - joints.head) < 0
        self._arm(joints.far_arm)
        if behind:
            self._held(joints)
        self._leg(Part.BODY, joints.far)
        self._leg(Part.WORKING, joints.near)
        self._trunk(joints)
        if not behind:
            self._held(joints)

    def _line(
        self, part: Part, a: Vec, b: Vec, radius: float, end: float | None = None, gap: float = 0
    ) -> None:
        dot = self._lens.dot
        self._canvas.line(part, dot(a, radius), dot(b, radius if end is None else end), gap)

    def _path(self, joints: Body) -> None:
        """The circle on which the weight goes round the head."""
        for n in range(PATH):
            point = joints.head + circle(self._figure, n / PATH)
            if joints.weight is not None and (point - joints.weight).length > 2 * self._figure.size:
                self._line(Part.PROP, point, point, 0.0)

    def _props(self) -> None:
        canvas, y = self._canvas, self._canvas.height - THINNEST
        canvas.line(Part.PROP, Dot(0, y, THINNEST), Dot(canvas.width, y, THINNEST))
        for stroke in self._figure.props:
            self._line(Part.PROP, stroke.start, stroke.end, stroke.radius)

    def _trunk(self, joints: Body) -> None:
        self._line(Part.BODY, joints.near.hip, joints.far.hip, HIPS)
        self._line(Part.BODY, joints.near_arm.shoulder, joints.far_arm.shoulder, LIMB)
        self._line(Part.BODY, joints.pelvis, joints.neck, HIPS, CHEST)
        # set off from arms and weight that are behind it
        self._line(Part.BODY, joints.head, joints.head, HEAD, gap=GAP)
        self._line(Part.BODY, joints.neck, joints.head, LIMB)

    def _leg(self, part: Part, leg: Leg) -> None:
        self._line(part, leg.hip, leg.knee, LIMB * 1.25, LIMB)
        self._line(part, leg.knee, leg.ankle, LIMB, LIMB * 0.9)
        self._line(part, leg.ankle, leg.ball, LIMB * 0.7)
        self._line(part, leg.heel, leg.ball, SOLE)

    def _arm(self, arm: Arm, gap: float = 0.0) -> None:
        self._line(Part.BODY, arm.shoulder, arm.elbow, LIMB * 0.9, gap=gap)
        self._line(Part.BODY, arm.elbow, arm.hand, LIMB * 0.8, gap=gap)

    def _held(self, joints: Body) -> None:
        """The near arm, and the weight in its hand."""
        self._arm(joints.near_arm, self._gap)
        if joints.weight is not None:
            self._line(Part.WEIGHT, joints.weight, joints.weight, self._figure.size, gap=GAP)
