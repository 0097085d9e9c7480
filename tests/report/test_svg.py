"""The plot: everything inside the picture, the sides told apart without colour, axes that can be read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from hiptimer.progress.holds import Held
from hiptimer.report.document import Plot, Series
from hiptimer.report.svg import HEIGHT, WIDTH, to_svg
from tests.often import often

BEGAN = datetime(2026, 3, 1, 18, 30, tzinfo=UTC)
A_HOLD = st.tuples(st.floats(0, 20_000), st.floats(1.0, 3600.0))
HOLDS = st.lists(A_HOLD, max_size=60, unique_by=lambda hold: hold[0]).map(sorted)


def series(name: str, holds: list[tuple[float, float]]) -> Series:
    return Series(name, [Held(BEGAN + timedelta(days=day), seconds) for day, seconds in holds])


def drawn(*lines: Series) -> ElementTree.Element:
    return ElementTree.fromstring(to_svg(Plot("Seconds held", lines, {})))


def labels(picture: ElementTree.Element) -> list[str]:
    return [one.text or "" for one in picture.iter("text")]


LEFT = series("left", [(0, 30.0), (3, 32.0), (9, 35.0)])
RIGHT = series("right", [(0, 38.0), (3, 39.5), (9, 41.0)])


def test_left_and_right_differ_in_shape_and_dash() -> None:
    picture = drawn(LEFT, RIGHT)
    left, right = [one for one in picture.iter("polyline") if len((one.get("points") or "").split()) == 3]
    assert left.get("stroke-dasharray") == ""
    assert right.get("stroke-dasharray") == "5 3"
    in_legend = 1
    assert len(list(picture.iter("circle"))) == len(list(picture.iter("rect"))) == 3 + in_legend


def test_the_axes_have_units_dates_and_a_zero() -> None:
    found = labels(drawn(LEFT, RIGHT))
    assert found[:7] == ["0", "10", "20", "30", "40", "50", "seconds"]
    assert found[7:12] == ["1 Mar 2026", "3 Mar", "5 Mar", "7 Mar", "9 Mar"]
    assert found[12:] == ["left", "right"]


def test_months_and_years_are_told_where_it_is_long() -> None:
    found = labels(drawn(series("", [(0, 30.0), (400, 60.0)])))
    assert [one for one in found if " " in one][:3] == ["1 Apr 2026", "1 Jun", "1 Aug"]
    assert found[-2:] == ["1 Feb 2027", "1 Apr"]


def test_it_is_told_to_who_cannot_see_it() -> None:
    picture = drawn(LEFT, series("right", []))
    assert picture.get("role") == "img"
    assert picture.findtext("title") == "Seconds held"
    assert picture.findtext("desc") == "left: 30 s on 2026-03-01 to 35 s on 2026-03-10"


def test_nothing_in_a_name_becomes_a_tag() -> None:
    picture = drawn(series("<script>\x1b", [(0, 30.0)]))
    assert labels(picture)[-1] == "<script>\\u001b"


@often(60)
@given(HOLDS, HOLDS)
def test_whatever_was_held_it_is_inside_the_picture(
    left: list[tuple[float, float]], right: list[tuple[float, float]]
) -> None:
    picture = drawn(series("left", [(0.0, 20.0), *left]), series("right", right))
    for line in picture.iter("polyline"):
        for pair in (line.get("points") or "").split():
            x, y = map(float, pair.split(","))
            assert 0 <= x <= WIDTH and 0 <= y <= HEIGHT
    texts = [one for one in picture.iter("text") if one.get("text-anchor") == "middle"]
    places = [float(one.get("x") or "nan") for one in texts]
    assert 1 <= len(places) <= 12 and places == sorted(places)
    assert all(later - sooner > 40 for sooner, later in pairwise(places[1:]))
