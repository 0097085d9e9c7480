"""The plot: every value in its place, and each series known by its letter."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.tui.plot import SHARED, Series, plot
from tests.often import often

BEGAN = datetime(2026, 3, 2, 18, tzinfo=UTC)


def series(sign: str, *points: tuple[float, float]) -> Series:
    return Series(sign, tuple((BEGAN + timedelta(days=day), value) for day, value in points))


def lines(*shown: Series, width: int = 60, height: int = 12) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in plot(shown, width, height)]


def owners(*shown: Series) -> dict[str, set[int | None]]:
    found: dict[str, set[int | None]] = {}
    for line in plot(shown, 60, 12):
        for text, owner in line:
            for sign in text:
                found.setdefault(sign, set()).add(owner)
    return found


LEFT = series("L", (0, 30), (7, 20), (14, 10))
RIGHT = series("R", (0, 40), (7, 40), (14, 10))


def test_each_value_stands_at_its_height_and_its_day() -> None:
    rows = lines(LEFT, RIGHT)
    heights = {sign: [row for row, text in enumerate(rows) if sign in text] for sign in "LR"}
    assert heights["R"][0] < heights["L"][0] < heights["L"][1]
    assert rows[heights["L"][0]].index("L") < rows[heights["L"][1]].index("L")
    assert rows[0].lstrip().startswith("40") and any(row.lstrip().startswith("0┤") for row in rows)
    assert "2 Mar" in rows[-1] and "16 Mar" in rows[-1]


def test_two_sides_in_one_place_are_one_sign_of_their_own() -> None:
    found = owners(LEFT, RIGHT)
    assert (found["L"], found["R"], found[SHARED]) == ({0}, {1}, {2})
    assert found["┤"] == {None}


def test_many_points_are_not_joined_by_lines() -> None:
    many = series("L", *((day, 20 + day % 7) for day in range(40)))
    text = "".join(lines(many))
    assert "L" in text and not any(0x2800 < ord(sign) < 0x2900 for sign in text)


def test_over_a_year_the_dates_have_their_year() -> None:
    assert "Mar 2026" in lines(series("o", (0, 5), (700, 6)))[-1]


def test_without_points_there_is_nothing() -> None:
    assert plot([series("L"), series("R")], 60, 12) == []


@pytest.mark.parametrize("value", [0.0, 0.4, 1.0, 29.9, 300.0, 9000.0])
def test_one_session_is_a_plot(value: float) -> None:
    text = "\n".join(lines(series("L", (0, value))))
    assert text.count("L") == 1 and "2 Mar" in text


def test_a_plot_may_be_wider_and_higher_than_the_terminal_it_is_tested_in() -> None:
    rows = lines(LEFT, RIGHT, width=180, height=50)
    assert (len(rows), max(map(len, rows))) == (50, 180)


@often(60)
@given(
    st.lists(st.tuples(st.floats(0, 3000), st.floats(0, 5000)), min_size=1, max_size=60),
    st.integers(20, 200),
    st.integers(5, 60),
)
def test_any_log_fits_its_place(points: list[tuple[float, float]], width: int, height: int) -> None:
    rows = lines(series("L", *sorted(points)), series("R", *sorted(points)[:3]), width=width, height=height)
    assert len(rows) <= height and max(map(len, rows)) <= width
    assert any(sign in "".join(rows) for sign in f"L{SHARED}")
