"""How the summary is laid out, and what is given up where there is little room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.plan import Options
from hiptimer.tui.summary_grid import picture
from tests.session.builders import HALO, HIPS, LUNGE, THRUST, WALL, Day, only

from .finished import drawn, held, shown


def ten(sets: int) -> Day:
    exercises = [
        replace((WALL, HALO, THRUST, LUNGE)[place % 4], id=f"e{place}", short=f"EXERCISE {place}")
        for place in range(10)
    ]
    return Day(only(*exercises, sets=sets)).finish()


SIZES = [(38, 9), (58, 17), (78, 16), (118, 31), (198, 48), (48, 31), (95, 23)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sets", [1, 2, 3, 4, 6])
def test_all_exercises_and_rounds_are_there_at_every_size(sets: int, size: tuple[int, int]) -> None:
    day = Day(HIPS, Options(sets=sets)).finish()
    pages = picture(shown(day), *size).pages
    lines = [line for page in range(pages) for line in drawn(day, *size, page=page)]
    assert len(lines) == size[1] * pages
    assert max(map(len, lines)) <= size[0]
    for name in ("WALL PUSH", "LUNGE HALO", "HIP THRUST", "BACK LUNGE"):
        assert any(line.startswith(name) for line in lines)
    halos = "\n".join(lines).count("3+3")
    notes = sum("best" in line and "3+3" in line for line in lines)
    assert halos - notes in (2 * sets, 4 * sets, 6 * sets)  # in each cell once, twice with its target
    assert pages == 1 or (size == (38, 9) and sets > 3)


def test_what_has_no_room_is_on_another_page_and_is_said() -> None:
    day = ten(3)
    seen: list[str] = []
    for page in range(picture(shown(day), 38, 9).pages):
        lines = drawn(day, 38, 9, page)
        names = [line[:10] for line in lines if line.startswith("EXERCISE") and "│" in line]
        assert f"and {10 - len(names)} more: tab" in lines
        seen += names
    assert seen == [f"EXERCISE {place}" for place in range(10)]


def test_rounds_that_have_no_room_are_said_to_be_in_the_log() -> None:
    lines = drawn(Day(only(LUNGE), Options(sets=20)).finish(), 38, 9)
    assert lines[0] == "earlier rounds: in the log"
    assert lines[1].split()[-1] == "20"


def test_bars_and_notes_are_given_up_before_any_cell() -> None:
    day = held(Day(only(WALL, sets=2)), 31.2, 28.0, 30.0, 33.3)
    texts = ["\n".join(drawn(day, 78, height)) for height in (9, 8, 7, 6, 5)]
    assert all("33.3 s ★" in text for text in texts)
    assert ["▰" in text for text in texts] == [True, True, False, False, False]
    assert ["best left" in text for text in texts] == [True, True, True, False, False]


def test_where_a_short_session_leaves_room_its_values_are_read_from_afar() -> None:
    day = held(Day(only(WALL, sets=2)), 31.2, 28.0, 30.0, 29.5)
    lines = drawn(day, 118, 31)
    assert not any("31.2 s" in line for line in lines[:8])
    wall = next(place for place, line in enumerate(lines) if line.startswith("WALL PUSH"))
    assert "▀" in lines[wall] and "★" in lines[wall] and "│" in lines[wall + 3]
    assert any("31.2 s" in line for line in drawn(day, 118, 23))
    assert all(len(line) <= 118 for line in lines) and len(lines) == 31
