"""About how long it takes: the whole of it, and what is left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.file import parse
from hiptimer.circuit.model import Count
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.estimate import minutes, minutes_of, seconds_after, seconds_left
from hiptimer.session.state import Phase, begin
from tests.circuits import TABATA, hips

from .builders import HALO, HIPS, LUNGE, THRUST, WALL, Day, counted, only


def left(day: Day) -> float:
    return seconds_left(day.session, day.at)


def test_the_hips_take_about_26_minutes() -> None:
    assert minutes_of(parse(hips())) in (26, 27)
    assert seconds_left(begin(parse(hips()), Options(sets=4)), 0.0) > 30 * 60.0


def test_a_tabata_is_exact_and_told_down_to_its_end() -> None:
    day = Day(parse(TABATA))
    whole = 5.0 + 20.0 + 10.0 + 20.0
    assert left(day) == pytest.approx(whole)
    day.press()
    for gone in range(0, 55, 5):
        assert left(day) == pytest.approx(whole - gone)
        day.wait(5.0)
    assert day.session.phase is Phase.FINISHED
    assert left(day) == 0.0


def test_holds_and_reps_are_taken_to_last_so_long() -> None:
    assert left(Day(only(WALL))) == 10.0 + 30.0 + 15.0 + 30.0
    assert left(Day(only(THRUST))) == 3.0 + 32.0 + 25.0 + 32.0
    assert left(Day(only(HALO))) == 3.0 + 24.0 + 15.0 + 24.0


def test_the_runners_own_holds_replace_the_assumed_ones() -> None:
    session = Day(only(WALL, sets=2)).session
    assert seconds_left(session, 0.0, holds={WALL.id: 50.0}) - seconds_left(session, 0.0) == 4 * 20.0
    assert seconds_left(session, 0.0, holds={"plank": 50.0}) == seconds_left(session, 0.0)


def test_a_pace_and_a_higher_target_count() -> None:
    paced = Day(only(replace(counted(LUNGE, Count.PACE), tempo=2.0)))
    assert left(paced) == 3.0 + 24.0 + 15.0 + 24.0
    assert left(paced.do(e.Nudge(3))) == 3.0 + 30.0 + 15.0 + 30.0
    assert left(paced.do(e.CountBy(Count.KEY))) == 3.0 + 60.0 + 15.0 + 60.0


def test_a_set_that_takes_longer_than_thought_adds_nothing() -> None:
    day = Day(only(WALL)).until(0, Phase.WORK).wait(60.0)
    assert left(day) == 15.0 + 30.0


def test_standing_still_nothing_gets_less() -> None:
    day = Day(HIPS).press().wait(2.0).do(e.Pause())
    before = left(day)
    assert left(day.wait(500.0)) == before


def test_skipped_sets_take_no_time() -> None:
    day = Day(only(WALL, THRUST))
    before = left(day)
    assert left(day.do(e.Drop("hip-thrust"))) < before


def test_kept_between_looks_it_is_the_same() -> None:
    day = Day(HIPS).until(3, Phase.WORK).wait(4.0)
    assert seconds_left(day.session, day.at, seconds_after(day.session)) == left(day)


def test_a_second_round_waits_for_its_lead_in() -> None:
    day = Day(only(WALL, sets=2))
    assert seconds_after(day.session) == 15.0 + 30.0 + 90.0 + 10.0 + 30.0 + 15.0 + 30.0


@pytest.mark.parametrize(("seconds", "said"), [(0.0, 1), (29.0, 1), (89.0, 1), (91.0, 2), (1560.0, 26)])
def test_minutes_are_whole_and_one_at_least(seconds: float, said: int) -> None:
    assert minutes(seconds) == said
