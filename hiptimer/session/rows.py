"""What a session has logged, as rows: one for each set of one side and direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hiptimer.circuit.model import Direction, Side
from hiptimer.session.state import Done, Remark, Session
from hiptimer.values import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One logged set. Its fields are those of `log --json`; `session.md` of the design names them."""

    step: int
    """Where its step stands in the session, from 0; the direction's place is in `part`."""
    part: int
    set: int
    """The round; in straight order the set of its exercise."""
    exercise: str
    side: Side | None
    direction: Direction | None
    reps: int | None
    seconds: float | None
    """Seconds that count, in tenths: `reach_s` is already taken off."""
    reach_s: float
    load_kg: float | None
    status: Done
    extra: bool
    pain: int | None
    note: str | None
    at: float
    """When the set ended, in seconds since the session began."""
    reserve: int | None = None


def rows(session: Session) -> tuple[Row, ...]:
    """All rows of a session, in the order in which the sets were completed."""
    return rows_of(session, session.outcomes)


def rows_of(session: Session, logged: Iterable[int]) -> tuple[Row, ...]:
    """The rows of these logged steps, in the same order."""
    found = (row for index in logged for row in _rows(session, index))
    return tuple(sorted(found, key=lambda row: (row.at, row.step, row.part)))


def touched(before: Session, after: Session) -> set[int]:
    """The steps whose rows may differ, or be gone: what a row is made of is another object there."""
    if before.outcomes is after.outcomes and before.remarks is after.remarks and before.steps is after.steps:
        return set()
    return {
        index
        for index in before.outcomes.keys() | after.outcomes.keys()
        if before.outcomes.get(index) is not after.outcomes.get(index)
        or before.remarks.get(index) is not after.remarks.get(index)
        or before.steps[index] is not after.steps[index]
    }


def _rows(session: Session, index: int) -> Iterator[Row]:
    step = session.steps[index]
    remark = session.remarks.get(index, Remark())
    directions = step.exercise.directions or (None,)
    for part, (outcome, direction) in enumerate(zip(session.outcomes[index], directions, strict=True)):
        yield Row(
            step=index,
            part=part,
            set=step.round,
            exercise=step.exercise.id,
            side=step.side,
            direction=direction,
            reps=outcome.reps,
            seconds=outcome.net_seconds,
            reach_s=outcome.reach,
            load_kg=outcome.load_kg,
            status=outcome.status,
            extra=step.extra,
            pain=remark.pain,
            note=remark.note,
            at=outcome.at,
            reserve=remark.reserve,
        )
