"""What holds on any day with a warm-up, a cool-down, alternatives and added rounds."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hiptimer.circuit.model import Circuit, Order
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.machine import settle
from hiptimer.session.rows import Row, rows, touched
from hiptimer.session.state import Done, Session
from tests.often import often

from .builders import BRIDGE, HALO, PLANK, STEP_UP, WHOLE, Day
from .walks import DICE, JUMPS, Deed, Undo, check_can_be_ended, check_outcomes, days, live

HANG = replace(PLANK, id="hang", short="HANG", instead_of=("wall-push", "swings", "stretch"))
SWING_HALO = replace(HALO, id="swing-halo", instead_of=("swings", "wall-push"))
CIRCUITS: st.SearchStrategy[Circuit] = st.builds(
    lambda order, alternatives: replace(WHOLE, order=order, alternatives=tuple(alternatives)),
    st.sampled_from(Order),
    st.lists(st.sampled_from([BRIDGE, STEP_UP, HANG, SWING_HALO]), unique_by=lambda one: one.id),
)
NAMES = [one.id for one in (*WHOLE.exercises, BRIDGE, STEP_UP, HANG, SWING_HALO)]
SUBSTITUTE = st.builds(e.Substitute, st.sampled_from(NAMES), st.sampled_from(NAMES))
MORE: list[st.SearchStrategy[Deed]] = [*DICE, *[SUBSTITUTE] * 40, *[st.just(e.AddRound())] * 4, *[JUMPS] * 12]
WALKS = st.lists(st.integers(0, len(MORE) - 1).flatmap(lambda number: MORE[number]), min_size=12, max_size=40)


def done(session: Session) -> set[tuple[str, int, object, object]]:
    """The sets that are done, told apart as the log tells them apart."""
    return {_key(row) for row in rows(session) if row.status is Done.DONE}


def _key(row: Row) -> tuple[str, int, object, object]:
    return row.exercise, row.set, row.side, row.direction


@often(150)
@given(CIRCUITS, WALKS)
def test_the_journal_alone_brings_the_session_back(circuit: Circuit, walk: list[Deed]) -> None:
    for day, _ in days(circuit, Options(), walk):
        assert settle(day.again(), day.at) == day.session


@often(150)
@given(CIRCUITS, WALKS)
def test_of_steps_that_are_not_touched_all_rows_are_as_they_were(circuit: Circuit, walk: list[Deed]) -> None:
    day = Day(circuit)
    for deed in walk:
        before = day.session
        live(day, deed)
        others = set(rows(before)) ^ set(rows(day.session))
        assert {row.step for row in others} <= touched(before, day.session)


@often(150)
@given(CIRCUITS, WALKS)
def test_no_two_sets_of_the_log_are_the_same_one(circuit: Circuit, walk: list[Deed]) -> None:
    for day, _ in days(circuit, Options(), walk):
        session = day.session
        sets = [(step.exercise.id, step.round, step.side) for step in session.steps]
        assert len(set(sets)) == len(sets)
        assert session.outcomes.keys() <= set(range(len(session.steps)))
        check_outcomes(session)


@often(150)
@given(CIRCUITS, WALKS)
def test_what_is_done_stays_done_but_for_undo_and_swap(circuit: Circuit, walk: list[Deed]) -> None:
    day = Day(circuit)
    for deed in walk:
        before = done(day.session)
        live(day, deed)
        if not isinstance(deed, Undo | e.Swap):
            assert before <= done(day.session)


@often(150)
@given(CIRCUITS, WALKS)
def test_what_was_said_stays_said(circuit: Circuit, walk: list[Deed]) -> None:
    day = Day(circuit)
    for deed in walk:
        before = len(day.session.remarks)
        live(day, deed)
        assert isinstance(deed, Undo) or len(day.session.remarks) >= before


@often(150)
@given(CIRCUITS, WALKS)
def test_the_session_can_be_brought_to_its_end(circuit: Circuit, walk: list[Deed]) -> None:
    check_can_be_ended(circuit, Options(), walk)
