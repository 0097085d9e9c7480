"""What a session has logged, as rows: one for each set of one side and direction."""

from __future__ import annotations

from collections.abc import Iterator

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
    return tuple(sorted(_rows(session), key=lambda row: (row.at, row.step, row.part)))


def _rows(session: Session) -> Iterator[Row]:
    for index, outcomes in session.outcomes.items():
        step = session.steps[index]
        remark = session.remarks.get(index, Remark())
        directions = step.exercise.directions or (None,)
        for part, (outcome, direction) in enumerate(zip(outcomes, directions, strict=True)):
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
