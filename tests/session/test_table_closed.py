"""What is not in the session's tables changes nothing; the tables are typed out here once more."""

from __future__ import annotations

import pytest

from hiptimer.circuit.model import Count
from hiptimer.session import events as e
from hiptimer.session.ask import moment
from hiptimer.session.machine import TABLE, apply
from hiptimer.session.state import Moment, Phase

from .builders import HIPS, PLANKS, Day, unchanged

ALWAYS = {e.Swap, e.AddRound, e.Pain, e.Leave}
SAID = {e.Weigh, e.Note}
COUNTDOWN = {e.Press, e.Pause, e.Redo, e.Skip, e.Extend, e.Freeze, e.Thaw, e.Woke, e.Resumed, e.CountBy}
WORK = {e.Press, e.Pause, e.Redo, e.Skip, e.Woke, e.Resumed, e.CountBy}
CORRECT = {e.Nudge, e.Enter}

ALLOWED: dict[Moment, set[type[e.Event]]] = {
    Moment.READY: {e.Press, e.Redo, e.Skip, e.CountBy, e.Resumed} | CORRECT | SAID | ALWAYS,
    Moment.LEAD_IN: COUNTDOWN | SAID | ALWAYS,
    Moment.REPS: WORK | {e.End, e.Tempo} | SAID | ALWAYS,
    Moment.HOLD: WORK | ALWAYS,
    Moment.TIMED: WORK | ALWAYS,
    Moment.REST: COUNTDOWN | CORRECT | SAID | ALWAYS,
    Moment.PAUSED: {e.Press, e.Pause, e.Redo, e.Skip, e.Extend, e.CountBy, e.Resumed}
    | CORRECT
    | SAID
    | ALWAYS,
    Moment.FINISHED: {e.Redo, e.Effort, e.Reserve} | CORRECT | SAID | ALWAYS,
}
for place in set(Moment) - {Moment.FINISHED}:
    ALLOWED[place] |= {e.Drop, e.Substitute, e.Jump}
for place in (Moment.REST, Moment.PAUSED):
    ALLOWED[place].add(e.Reserve)
for place in (Moment.READY, Moment.LEAD_IN, Moment.REST, Moment.PAUSED):
    ALLOWED[place].add(e.Take)

for place in set(Moment) - {Moment.HOLD, Moment.TIMED, Moment.FINISHED}:
    ALLOWED[place].add(e.Move)

EVERY: list[e.Event] = [
    e.Press(), e.End(), e.Pause(), e.Redo(), e.Skip(), e.Drop("wall-push"), e.Substitute("a", "b"),
    e.Jump(4), e.Move(4, later=True),
    e.Nudge(1), e.Enter(5.0), e.Extend(15.0), e.Swap(), e.AddRound(), e.CountBy(Count.TAP), e.Weigh(5.0),
    e.Pain(1), e.Note("n"), e.Take("hip-thrust", 9.0), e.Reserve(2), e.Effort(5), e.Freeze(), e.Thaw(),
    e.Leave(e.Leaving.PARTIAL), e.Woke(0.0), e.Resumed(), e.Elapsed(), e.Undo(),
]  # fmt: skip


def at(place: Moment) -> Day:
    match place:
        case Moment.READY:
            return Day().until(8, Phase.READY)
        case Moment.LEAD_IN:
            return Day().press().wait(2.0)
        case Moment.REPS:
            return Day().until(4, Phase.WORK).wait(5.0)
        case Moment.HOLD:
            return Day().until(1, Phase.WORK).wait(5.0)
        case Moment.TIMED:
            return Day(PLANKS).until(1, Phase.WORK).wait(5.0)
        case Moment.REST:
            return Day().until(2, Phase.REST).wait(5.0)
        case Moment.PAUSED:
            return Day().until(2, Phase.REST).wait(5.0).do(e.Pause())
        case Moment.FINISHED:
            return Day(HIPS).finish()


@pytest.mark.parametrize("place", Moment)
def test_the_days_here_stand_where_they_say(place: Moment) -> None:
    assert moment(at(place).session) is place


@pytest.mark.parametrize("place", Moment)
def test_the_table_holds_what_the_design_allows_and_nothing_else(place: Moment) -> None:
    assert {event for where, event in TABLE if where is place} == ALLOWED[place]


@pytest.mark.parametrize("place", Moment)
def test_an_illegal_event_changes_nothing_and_is_not_journaled(place: Moment) -> None:
    illegal = [event for event in EVERY if type(event) not in ALLOWED[place]]
    assert illegal
    for event in illegal:
        assert unchanged(at(place), event), event


@pytest.mark.parametrize("event", EVERY)
def test_nothing_happens_to_a_session_that_was_discarded(event: e.Event) -> None:
    day = at(Moment.REST).do(e.Leave(e.Leaving.DISCARD)).wait(10.0)
    assert apply(day.session, event, day.at) == day.session
