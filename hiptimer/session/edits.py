"""Events that change what is written down or asked for, and leave every clock alone."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from hiptimer.circuit.model import Side, Sides
from hiptimer.limits import MOST_REPS, MOST_SECONDS
from hiptimer.session import events as e
from hiptimer.session.ask import focus, pair, target, target_reps
from hiptimer.session.state import Done, Outcome, Phase, Remark, Session


def nudge(session: Session, event: e.Event, at: float) -> Session:
    """The target, or the value just logged, a little more or less."""
    change = cast(e.Nudge, event)
    if session.shown_phase is Phase.READY:
        asked = target(session)
        return session if asked is None else _ask_for(session, asked + change.by)
    row = _row_in_focus(session, change.row)
    if row is None:
        return session
    value = row.net_seconds if row.reps is None else row.reps
    return _correct(session, change.row, (value or 0) + change.by)


def enter(session: Session, event: e.Event, at: float) -> Session:
    """The target, or the value just logged, as typed."""
    change = cast(e.Enter, event)
    if session.shown_phase is Phase.READY:
        return session if target(session) is None else _ask_for(session, change.value)
    return (
        session if _row_in_focus(session, change.row) is None else _correct(session, change.row, change.value)
    )


def most(session: Session, row: int) -> float:
    """The most that may be typed now, for the target or the value just logged: reps, or seconds."""
    if session.shown_phase is Phase.READY:
        return MOST_REPS if target_reps(session) is not None else MOST_SECONDS
    found = _row_in_focus(session, row)
    return MOST_SECONDS if found is None or found.reps is None else MOST_REPS


def _row_in_focus(session: Session, row: int) -> Outcome | None:
    """The logged row a correction is about; None where there is none, or it has no value."""
    rows = () if session.logged is None else session.outcomes.get(session.logged, ())
    return rows[row] if 0 <= row < len(rows) and rows[row].status is not Done.SKIPPED else None


def _ask_for(session: Session, asked: float) -> Session:
    value = max(1, min(most(session, 0), round(asked)))
    return replace(session, targets={**session.targets, session.step.exercise.id: value})


def _correct(session: Session, index: int, value: float) -> Session:
    assert session.logged is not None
    rows = list(session.outcomes[session.logged])
    row = rows[index]
    if row.reps is None:
        seconds = max(0.0, min(MOST_SECONDS, value)) + row.reach
        rows[index] = replace(row, seconds=seconds, corrected=True)
    else:
        rows[index] = replace(row, reps=max(0, min(MOST_REPS, round(value))), corrected=True)
    return replace(session, outcomes={**session.outcomes, session.logged: tuple(rows)})


def swap(session: Session, event: e.Event, at: float) -> Session:
    """Exchange the sides of the pair in focus; what was logged goes with its step."""
    index = focus(session)
    both = None if index is None else pair(session, index)
    if both is None:
        return session
    steps = list(session.steps)
    for place in both:
        steps[place] = replace(steps[place], side=(steps[place].side or Side.BOTH).other)
    return replace(session, steps=tuple(steps))


def weigh(session: Session, event: e.Event, at: float) -> Session:
    """The weight of an exercise from now on, on both sides or one; and of the set just logged, if meant."""
    change = cast(e.Weigh, event)
    index = session.logged if change.logged else session.cursor
    if index is None:
        return session
    exercise, side = session.steps[index].exercise, session.steps[index].side
    both = exercise.sides is Sides.EACH and not change.one_side
    sides = (Side.LEFT, Side.RIGHT) if both else (side,)
    loads = {**session.loads, **{(exercise.id, side): change.kg for side in sides}}
    if not change.logged:
        return replace(session, loads=loads)
    rows = tuple(
        row if row.status is Done.SKIPPED else replace(row, load_kg=change.kg)
        for row in session.outcomes[index]
    )
    return replace(session, loads=loads, outcomes={**session.outcomes, index: rows})


def take(session: Session, event: e.Event, at: float) -> Session:
    """Another weight for an exercise from now on, and reps to begin with at it."""
    taken = cast(e.Take, event)
    step = next((one for one in session.steps if one.exercise.id == taken.exercise), None)
    if step is None:
        return session
    sides = (Side.LEFT, Side.RIGHT) if step.exercise.sides is Sides.EACH else (step.side,)
    loads = {**session.loads, **{(taken.exercise, side): taken.kg for side in sides}}
    targets = session.targets if taken.reps is None else {**session.targets, taken.exercise: taken.reps}
    return replace(session, loads=loads, targets=targets)


def pain(session: Session, event: e.Event, at: float) -> Session:
    """Pain of the set in focus."""
    index = focus(session)
    return session if index is None else _remark(session, index, pain=cast(e.Pain, event).level)


def note(session: Session, event: e.Event, at: float) -> Session:
    """A note on the set in focus; an empty one takes it away."""
    index = focus(session)
    return session if index is None else _remark(session, index, note=cast(e.Note, event).text or None)


def reserve(session: Session, event: e.Event, at: float) -> Session:
    """Reps there would have been after the set just logged."""
    index = session.logged
    return session if index is None else _remark(session, index, reserve=cast(e.Reserve, event).reps)


def _remark(session: Session, index: int, **said: int | str | None) -> Session:
    remark = replace(session.remarks.get(index, Remark()), **said)  # type: ignore[arg-type]
    return replace(session, remarks={**session.remarks, index: remark})


def effort(session: Session, event: e.Event, at: float) -> Session:
    """Effort of the whole session."""
    return replace(session, effort=cast(e.Effort, event).rpe)


def count_by(session: Session, event: e.Event, at: float) -> Session:
    """Another way of counting from now on."""
    return replace(session, count=cast(e.CountBy, event).count)
