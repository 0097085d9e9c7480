"""What earlier sessions have to say in the next one."""

from __future__ import annotations

from hiptimer.progress.hints import LastTime, hints
from hiptimer.progress.progression import Advance
from tests.session.builders import HALO, THRUST, WALL

from .logbook import holds, row, session

EXERCISES = (WALL, HALO, THRUST)


def test_the_last_result_of_each_leg_set_by_set() -> None:
    sets = [
        row(side, number=number, exercise=THRUST.id, reps=reps, kg=12.0)
        for number, reps in ((1, 8), (2, 6))
        for side in ("left", "right")
    ]
    halo = [row("left", exercise=HALO.id, reps=reps, direction=way) for reps, way in ((4, "cw"), (3, "ccw"))]
    found = hints({THRUST.id: [session(sets)], HALO.id: [session(halo)]}, EXERCISES, ())
    assert found.last[THRUST.id, "right"] == LastTime(((8,), (6,)), 12.0)
    assert found.last[HALO.id, "left"] == LastTime(((4, 3),), None)
    assert (HALO.id, "right") not in found.last


def test_of_a_hold_there_is_no_result_only_how_long_it_takes() -> None:
    day = session(holds([(62, 70), (60, 64)]))
    found = hints({WALL.id: [day, day, day]}, EXERCISES, ())
    assert not found.last and not found.suggestions
    assert found.holds == {WALL.id: 63.0}


def test_the_next_weight_is_offered_and_nothing_where_pain_speaks_against_it() -> None:
    def day(pain: int | None = None) -> list[object]:
        return [row(side, exercise=THRUST.id, reps=10, kg=8.0, pain=pain) for side in ("left", "right")]

    strong = [session(day(), 2.0 * place) for place in range(2)]  # type: ignore[arg-type]
    offered = hints({THRUST.id: strong}, EXERCISES, (8.0, 8.5)).suggestions[THRUST.id]
    assert (offered.advance, offered.kg) == (Advance.WEIGHT, 8.5)
    hurt = [strong[0], session(day(pain=5), 2.0)]  # type: ignore[arg-type]
    assert hints({THRUST.id: hurt}, EXERCISES, (8.0, 8.5)).suggestions == {}


def test_a_guest_has_left_no_trace_in_them() -> None:
    guest = session([row("left", exercise=THRUST.id, reps=9)], status="guest")
    found = hints({THRUST.id: [guest]}, EXERCISES, ())
    assert (found.last, found.suggestions, found.holds) == ({}, {}, {}) and not any(found.pairs.values())
