"""The pace of counted reps, changed while counting."""

from __future__ import annotations

from hiptimer.circuit.model import Count
from hiptimer.session import events as e
from hiptimer.session.ask import reps_at, tempo
from hiptimer.session.cues import Cue
from hiptimer.session.sheet import cue_sheet
from hiptimer.session.state import Phase

from .builders import Day


def paced() -> Day:
    return Day().until(4, Phase.WORK).do(e.CountBy(Count.PACE))


def test_a_slower_tempo_keeps_what_was_counted_and_counts_on_from_there() -> None:
    day = paced().wait(9.0)
    assert reps_at(day.session, day.at) == 2
    day.do(e.Tempo(2.0))
    assert tempo(day.session) == 6.0
    assert reps_at(day.session, day.at + 5.9) == 2
    assert reps_at(day.session, day.at + 6.0) == 3
    ticks = [due.at - day.at for due in cue_sheet(day.session) if due.cue is Cue.TICK]
    assert ticks[:2] == [6.0, 12.0]


def test_the_tempo_stays_between_one_and_twenty_seconds_and_is_the_exercise_s_own() -> None:
    day = paced().do(e.Tempo(-3.0))
    assert tempo(day.session) == 1.0
    before = day.session
    assert day.do(e.Tempo(-0.5)).session == before
    assert tempo(day.session, day.session.steps[6]) == 4.0


def test_where_nobody_counts_there_is_no_tempo() -> None:
    day = Day().until(4, Phase.WORK)
    before = day.session
    assert day.do(e.Tempo(1.0)).session == before
