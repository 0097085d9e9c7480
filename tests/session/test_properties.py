"""What holds on any day whatever: hundreds of random ones are lived through."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hiptimer.circuit.model import Circuit, Side
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.ask import clock_reading, moment, reps_at
from hiptimer.session.codec import from_fields, to_fields
from hiptimer.session.machine import TABLE, apply, settle
from hiptimer.session.replay import Entry, replay
from hiptimer.session.state import COUNTDOWNS, Done, Moment, Outcome, Phase, Session
from tests.often import often

from . import walks
from .walks import CIRCUITS, EVENTS, OPTIONS, WALKS, Deed, Sleep, Undo, days, live, lived


@often(200)
@given(CIRCUITS, OPTIONS, WALKS)
def test_the_journal_alone_brings_the_session_back(
    circuit: Circuit, options: Options, walk: list[Deed]
) -> None:
    for day, _ in days(circuit, options, walk):
        assert settle(day.again(), day.at) == day.session


@often(200)
@given(CIRCUITS, OPTIONS, WALKS)
def test_the_journal_survives_being_written(circuit: Circuit, options: Options, walk: list[Deed]) -> None:
    day = lived(circuit, options, walk)
    written = json.dumps([(entry.at, entry.event.kind, to_fields(entry.event)) for entry in day.entries])
    read = [Entry(at, from_fields(kind, fields)) for at, kind, fields in json.loads(written)]
    assert read == day.entries
    assert settle(replay(day.begun, read), day.at) == day.session


@often(200)
@given(CIRCUITS, OPTIONS, WALKS, st.data())
def test_it_does_not_matter_how_often_anybody_looked(
    circuit: Circuit, options: Options, walk: list[Deed], data: st.DataObject
) -> None:
    day = lived(circuit, options, [deed for deed in walk if not isinstance(deed, Undo)])
    session, seen = day.begun, 0.0
    for entry in day.entries:
        until = entry.event.since if isinstance(entry.event, e.Woke) else entry.at
        for part in sorted(data.draw(st.lists(st.floats(0, 1), max_size=3))):
            session = settle(session, seen + part * max(0.0, until - seen))
        session, seen = apply(session, entry.event, entry.at), max(seen, entry.at)
    assert settle(session, day.at) == day.session


@often(200)
@given(CIRCUITS, OPTIONS, WALKS, EVENTS)
def test_an_illegal_event_changes_nothing(
    circuit: Circuit, options: Options, walk: list[Deed], event: e.Event
) -> None:
    day = lived(circuit, options, walk)
    if (moment(day.session), type(event)) not in TABLE:
        assert apply(day.session, event, day.at) == day.session


def done(session: Session) -> dict[int, tuple[Outcome, ...]]:
    return {
        step: rows for step, rows in session.outcomes.items() if any(row.status is Done.DONE for row in rows)
    }


@often(200)
@given(CIRCUITS, OPTIONS, WALKS)
def test_a_set_once_done_stays_done_but_for_undo(
    circuit: Circuit, options: Options, walk: list[Deed]
) -> None:
    before: dict[int, tuple[Outcome, ...]] = {}
    for day, deed in days(circuit, options, walk):
        now = done(day.session)
        if not isinstance(deed, Undo):
            assert before.keys() <= now.keys()
            for step, rows in before.items():
                assert now[step][0].at >= rows[0].at
                if now[step][0].at == rows[0].at and not isinstance(deed, e.Nudge | e.Enter):
                    assert [row.reps for row in now[step]] == [row.reps for row in rows]
                    assert [row.seconds for row in now[step]] == [row.seconds for row in rows]
        before = now


@often(200)
@given(CIRCUITS, OPTIONS, WALKS)
def test_beginning_right_mirrors_the_day(circuit: Circuit, options: Options, walk: list[Deed]) -> None:
    left = lived(circuit, replace(options, first_side=Side.LEFT), walk)
    right = lived(circuit, replace(options, first_side=Side.RIGHT), walk)
    assert [step.side and step.side.other for step in right.session.steps] == [
        step.side for step in left.session.steps
    ]
    assert right.session.outcomes == left.session.outcomes
    assert (right.place, right.session.deadline) == (left.place, left.session.deadline)


@often(200)
@given(CIRCUITS, OPTIONS, WALKS)
def test_no_reading_is_ever_below_nothing(circuit: Circuit, options: Options, walk: list[Deed]) -> None:
    for day, _ in days(circuit, options, walk):
        assert clock_reading(day.session, day.at) >= 0.0
        assert day.session.held >= 0.0
        assert 0 <= reps_at(day.session, day.at) <= 999 * 2
        for rows in day.session.outcomes.values():
            for row in rows:
                assert (row.seconds or 0.0) >= 0.0 and (row.reps or 0) >= 0
                assert row.at <= day.at


@often(200)
@given(CIRCUITS, OPTIONS, WALKS)
def test_a_session_always_stands_somewhere_sensible(
    circuit: Circuit, options: Options, walk: list[Deed]
) -> None:
    for day, _ in days(circuit, options, walk):
        session = day.session
        runs = session.phase in COUNTDOWNS or moment(session) in (Moment.HOLD, Moment.TIMED)
        assert not runs or session.deadline is not None
        assert session.deadline is None or session.frozen_at is not None or session.deadline > day.at
        assert session.frozen_at is None or session.phase in COUNTDOWNS
        assert session.since <= day.at
        assert (session.phase is Phase.PAUSED) == (session.paused is not None)
        walks.check_outcomes(session)


@often(200)
@given(CIRCUITS, OPTIONS, WALKS)
def test_the_sides_of_a_pair_are_always_one_left_and_one_right(
    circuit: Circuit, options: Options, walk: list[Deed]
) -> None:
    pairs: dict[tuple[str, int], list[Side | None]] = {}
    for step in lived(circuit, options, walk).session.steps:
        pairs.setdefault((step.exercise.id, step.round), []).append(step.side)
    assert {frozenset(sides) for sides in pairs.values()} <= {
        frozenset({Side.LEFT, Side.RIGHT}),
        frozenset({None}),
    }


@often(200)
@given(CIRCUITS, OPTIONS, WALKS, st.floats(5.1, 4000))
def test_no_sleep_makes_a_record(circuit: Circuit, options: Options, walk: list[Deed], slept: float) -> None:
    day = lived(circuit, options, walk)
    fell_asleep = day.at
    logged = set(day.session.outcomes)
    live(day, Sleep(slept))
    for step in set(day.session.outcomes) - logged:
        assert all(row.at <= fell_asleep for row in day.session.outcomes[step])


@often(200)
@given(CIRCUITS, OPTIONS, WALKS)
def test_whatever_happened_the_session_can_be_brought_to_its_end(
    circuit: Circuit, options: Options, walk: list[Deed]
) -> None:
    walks.check_can_be_ended(circuit, options, walk)
