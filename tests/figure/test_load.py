"""The file of figures, and what is said about one that is wrong."""

from __future__ import annotations

import pytest

from hiptimer.circuit.file import parse as parse_circuit
from hiptimer.figure.load import FigureFault, parse
from hiptimer.figure.model import Anchor, Figure, LegPose
from hiptimer.figure.motion import pose_at
from hiptimer.figure.shelf import figures
from hiptimer.figure.space import Vec
from tests.circuits import hips

ONE = """
[squat]
view = 30
[[squat.pose]]
at = 0
trunk = 5
[[squat.pose]]
at = 0.25
trunk = 5
[[squat.pose]]
at = 0.5
trunk = 45
near = { thigh = 80, shin = -20 }
[[squat.pose]]
at = 0.75
trunk = 20
"""


def squat() -> Figure:
    (figure,) = parse(ONE)
    return figure


def test_every_exercise_of_the_circuit_has_its_figure() -> None:
    assert list(figures()) == [exercise.figure for exercise in parse_circuit(hips()).exercises]


def test_what_is_left_out_is_nothing() -> None:
    figure = squat()
    assert (figure.name, figure.view, figure.anchor, figure.held) == ("squat", 30.0, Anchor.FOOT, None)
    assert figure.keys[0].pose.near == LegPose() and figure.at == Vec(0, 0)


def test_poses_are_reached_at_their_time_and_eased_between() -> None:
    figure = squat()
    assert [pose_at(figure, at).trunk for at in (0, 0.25, 0.5, 0.75)] == [5, 5, 45, 20]
    assert pose_at(figure, 0.5).near.thigh == 80
    slow, fast = (
        pose_at(figure, b).trunk - pose_at(figure, a).trunk for a, b in ((0.25, 0.28), (0.36, 0.39))
    )
    assert 0 < slow < fast / 2


def test_what_is_equal_in_two_poses_stays_as_it_is_between() -> None:
    figure = squat()
    assert all(pose_at(figure, n / 100).trunk == pytest.approx(5.0) for n in range(25))


def test_no_angle_goes_beyond_its_poses() -> None:
    figure = squat()
    trunks = [pose_at(figure, n / 200).trunk for n in range(200)]
    assert (min(trunks), max(trunks)) == (pytest.approx(5), pytest.approx(45))


def test_after_the_last_pose_comes_the_first() -> None:
    figure = squat()
    assert 5 < pose_at(figure, 0.9).trunk < 20
    assert pose_at(figure, 1.0) == pose_at(figure, 0.0)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("[squat", "no TOML"),
        ("squat = 1", "squat: expected a table, found 1"),
        ("[squat]", "squat.pose: expected one pose or more"),
        ("[squat]\nlegs = 2", "squat.legs: expected one of anchor, at"),
        ("[squat]\npose = 1", "squat.pose: expected a list, found 1"),
        ("[squat]\nplaced = ['third']", 'squat.placed: expected "near" or "far", found third'),
        ("[squat]\nanchor = 'nose'\n[[squat.pose]]", "squat.anchor: expected one of foot, shoulders"),
        ("[squat]\nheld = 'high'\n[[squat.pose]]", "squat.held: expected one of chest, hips, round-head"),
        ("[squat]\nview = 'left'\n[[squat.pose]]", "squat.view: expected a number, found 'left'"),
        ("[squat]\nat = [1]\n[[squat.pose]]", "squat.at: expected [x, y] or [x, y, z] in metres"),
        ("[[squat.pose]]\nat = 0.5", "squat.pose[1].at: expected 0 in the first pose"),
        ("[[squat.pose]]\n[[squat.pose]]\nat = 0", "squat.pose[2].at: expected 0 in the first pose"),
        ("[[squat.pose]]\n[[squat.pose]]\nat = 1", "squat.pose[2].at"),
        ("[[squat.pose]]\ntrunk = true", "squat.pose[1].trunk: expected a number, found True"),
        ("[[squat.pose]]\ntail = 1", "squat.pose[1].tail: expected one of far, far_arm, head"),
        ("[[squat.pose]]\nnear = 1", "squat.pose[1].near: expected a table, found 1"),
        ("[[squat.pose]]\nnear = { toes = 5 }", "squat.pose[1].near.toes: expected one of foot, out"),
        ("[[squat.pose]]\n[[squat.prop]]\nstart = [0, 0]", "squat.prop[1].end: expected [x, y]"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(wrong: str, said: str) -> None:
    with pytest.raises(FigureFault) as raised:
        parse(wrong)
    assert str(raised.value).startswith(said)
