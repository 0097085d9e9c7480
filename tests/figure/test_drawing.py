"""What is drawn: as large as fits, nothing cut off, left the mirror of right."""

from __future__ import annotations

import pytest

from hiptimer.circuit.model import Direction, Side
from hiptimer.figure.body import Body, body
from hiptimer.figure.canvas import Canvas, Dot
from hiptimer.figure.drawing import Frame, draw
from hiptimer.figure.lens import fitted
from hiptimer.figure.model import Figure, Part
from hiptimer.figure.motion import pose_at
from hiptimer.figure.shelf import figures
from hiptimer.figure.signs import Signs

SIZES = [(12, 6), (24, 12), (40, 20), (37, 11), (15, 30), (120, 40)]
MOMENTS = [n / 12 for n in range(12)]

every_figure = pytest.mark.parametrize("name", figures())
every_size = pytest.mark.parametrize("size", SIZES, ids=str)


def mirrored(frame: Frame) -> tuple[tuple[tuple[str, Part | None], ...], ...]:
    return tuple(tuple((flipped(sign), part) for sign, part in reversed(row)) for row in frame.rows)


def flipped(sign: str) -> str:
    """A braille character with its columns exchanged."""
    if not "\u2800" <= sign <= "\u28ff":
        return sign
    bits, turned = ord(sign) - 0x2800, 0
    for left, right in ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80)):
        turned |= (right if bits & left else 0) | (left if bits & right else 0)
    return chr(0x2800 + turned)


def places(frame: Frame, part: Part) -> list[tuple[int, int]]:
    return [(x, y) for y, row in enumerate(frame.rows) for x, cell in enumerate(row) if cell[1] is part]


def middle(frame: Frame, part: Part) -> tuple[float, float]:
    found = places(frame, part)
    return sum(x for x, _ in found) / len(found), sum(y for _, y in found) / len(found)


@every_figure
@every_size
def test_a_frame_has_the_size_that_was_asked_for(name: str, size: tuple[int, int]) -> None:
    for signs in Signs:
        frame = draw(name, 0.3, *size, signs=signs)
        assert (frame.width, frame.height) == size
        assert [len(row) for row in frame.rows] == [size[0]] * size[1]


@every_figure
@every_size
def test_nothing_is_cut_off(name: str, size: tuple[int, int]) -> None:
    figure = figures()[name]
    width, height = size[0] * 2, size[1] * 4
    lens = fitted(figure, width, height, False)
    for moment in MOMENTS:
        for dot in drawn(figure, lens.dot, body(figure, pose_at(figure, moment), moment)):
            assert dot.x - dot.radius >= -0.5 and dot.x + dot.radius <= width + 0.5
            assert dot.y - dot.radius >= -0.5 and dot.y <= height


def drawn(figure: Figure, dot, one: Body) -> list[Dot]:  # type: ignore[no-untyped-def]
    limbs = [
        getattr(leg, joint) for leg in (one.near, one.far) for joint in ("knee", "ankle", "heel", "ball")
    ]
    limbs += [getattr(arm, joint) for arm in (one.near_arm, one.far_arm) for joint in ("elbow", "hand")]
    discs = [(one.head, 0.1)] + ([(one.weight, figure.size)] if one.weight is not None else [])
    return [dot(limb, 0.02) for limb in limbs] + [dot(point, radius) for point, radius in discs]


@every_figure
@pytest.mark.parametrize("direction", Direction)
def test_the_left_leg_is_the_mirror_of_the_right(name: str, direction: Direction) -> None:
    other = next(one for one in Direction if one is not direction)
    for moment in MOMENTS:
        left = draw(name, moment, 40, 20, Side.LEFT, direction=direction)
        right = draw(name, moment, 40, 20, Side.RIGHT, direction=other)
        assert mirrored(left) == right.rows


@every_figure
def test_the_working_leg_is_drawn_in_every_frame_and_so_is_the_rest(name: str) -> None:
    for moment in MOMENTS:
        frame = draw(name, moment, 24, 12)
        assert {part for row in frame.rows for _, part in row} == {None, *Part}
        assert len(places(frame, Part.WORKING)) >= 6


@pytest.mark.parametrize(
    ("name", "facing"), [("lunge-halo", 1), ("hip-thrust", 1), ("backward-lunge", 1), ("wall-push", 0)]
)
def test_the_right_leg_faces_right_and_seen_from_behind_it_stands_on_the_right(
    name: str, facing: int
) -> None:
    frame = draw(name, 0.5, 40, 20, Side.RIGHT)
    leg, runner = middle(frame, Part.WORKING), middle(frame, Part.BODY)
    assert leg[0] > runner[0] + facing


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("direction", Direction)
def test_the_halo_goes_round_as_the_runner_sees_it_whichever_leg_is_in_front(
    side: Side, direction: Direction
) -> None:
    front, first, behind, last = (
        middle(draw("lunge-halo", n / 4, 40, 20, side, direction=direction), Part.WEIGHT) for n in range(4)
    )
    ahead = 1 if side is Side.RIGHT else -1
    assert (front[0] - behind[0]) * ahead > 3
    # what is nearer to the eye is lower on the screen, and so is the hand of the leg in front
    to_the_right = direction is Direction.CLOCKWISE
    near_hand_first = to_the_right == (side is Side.RIGHT)
    assert (first[1] > last[1] + 1) is near_hand_first
    assert (last[1] > first[1] + 1) is not near_hand_first


def test_the_push_grows_and_fades() -> None:
    least, most = (len(places(draw("wall-push", at, 40, 20), Part.WEIGHT)) for at in (0.0, 0.5))
    assert 0 < least < most


def test_in_the_thrust_the_weight_goes_up_with_the_hips() -> None:
    low, high = (middle(draw("hip-thrust", at, 40, 20), Part.WEIGHT)[1] for at in (0.0, 0.5))
    assert low - high > 2


def test_a_circuit_with_both_legs_in_one_set_is_drawn_as_the_right_one() -> None:
    assert draw("wall-push", 0.0, 24, 12, Side.BOTH) == draw("wall-push", 0.0, 24, 12, None)
    assert draw("wall-push", 0.0, 24, 12, None) == draw("wall-push", 0.0, 24, 12, Side.RIGHT)


@every_figure
@pytest.mark.parametrize(("signs", "allowed"), [(Signs.BLOCKS, " ▀▄█"), (Signs.ASCII, ' "o#')])
def test_without_braille_it_is_drawn_with_what_there_is(name: str, signs: Signs, allowed: str) -> None:
    assert set(draw(name, 0.5, 40, 20, signs=signs).text()) <= {*allowed, "\n"}


@pytest.mark.parametrize(
    ("encoding", "term", "signs"),
    [
        ("utf-8", "xterm-256color", Signs.BRAILLE),
        ("utf-8", "linux", Signs.BLOCKS),
        ("iso-8859-1", "xterm", Signs.ASCII),
        ("ascii", "linux", Signs.ASCII),
        ("cp437", "", Signs.ASCII),
        ("no such", "", Signs.ASCII),
    ],
)
def test_the_signs_are_the_finest_that_the_terminal_shows(encoding: str, term: str, signs: Signs) -> None:
    assert Signs.for_terminal(encoding, term) is signs


def test_a_figure_that_nobody_drew() -> None:
    with pytest.raises(KeyError):
        draw("headstand", 0.0, 24, 12)


class TestCanvas:
    def test_a_line_covers_its_dots_and_no_others(self) -> None:
        canvas = Canvas(3, 1, Signs.BRAILLE)
        canvas.line(Part.BODY, Dot(0.5, 1.5, 0.5), Dot(3.5, 1.5, 0.5))
        assert text(canvas) == ["⠒⠒ "]

    def test_what_is_outside_is_left_out(self) -> None:
        canvas = Canvas(2, 1, Signs.BRAILLE)
        canvas.line(Part.BODY, Dot(-50, 2, 1), Dot(-40, 2, 1))
        canvas.line(Part.BODY, Dot(2, -9, 1), Dot(2, 90, 1))
        assert text(canvas) == ["⢸⡇"]

    def test_a_cell_has_the_part_of_most_of_its_dots_and_only_those(self) -> None:
        canvas = Canvas(1, 1, Signs.BRAILLE)
        canvas.line(Part.PROP, Dot(0, 3.5, 0.5), Dot(2, 3.5, 0.5))
        canvas.line(Part.BODY, Dot(0, 1, 1), Dot(2, 1, 1))
        assert list(canvas.cells()) == [(("⠛", Part.BODY),)]

    def test_body_and_leg_share_a_cell(self) -> None:
        canvas = Canvas(1, 1, Signs.BRAILLE)
        canvas.line(Part.BODY, Dot(0, 0.5, 0.5), Dot(2, 0.5, 0.5))
        canvas.line(Part.WORKING, Dot(0, 2, 1), Dot(2, 2, 1))
        assert list(canvas.cells()) == [(("⠿", Part.WORKING),)]

    def test_a_gap_is_left_round_what_crosses(self) -> None:
        canvas = Canvas(3, 1, Signs.BRAILLE)
        canvas.line(Part.BODY, Dot(0, 2, 3), Dot(6, 2, 3))
        canvas.line(Part.WORKING, Dot(2.5, -9, 0.4), Dot(2.5, 9, 0.4), gap=1.0)
        assert text(canvas) == ["⡇⡇⣿"]


def text(canvas: Canvas) -> list[str]:
    return ["".join(sign for sign, _ in row) for row in canvas.cells()]
