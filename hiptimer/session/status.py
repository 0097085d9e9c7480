"""The status line: where the session stands, in one line of plain text."""

from __future__ import annotations

from hiptimer.circuit.model import Block, Order
from hiptimer.session.state import Phase, Session, Status

BETWEEN = " · "


def status_line(session: Session) -> str:
    """`PHASE · ROUND n/m · SHORT NAME · SIDE`; straight order says SET, what says nothing new is left out.

    In place of the round stands WARM-UP or COOL-DOWN.
    """
    word = "SET" if session.circuit.order is Order.STRAIGHT else "ROUND"
    if session.status is Status.PARTIAL:
        return BETWEEN.join((session.phase, session.status.upper()))
    if session.phase is Phase.FINISHED:
        return BETWEEN.join((session.phase, f"{word} {session.rounds}/{session.rounds}"))
    step = session.step
    part = f"{word} {step.round}/{session.rounds}" if step.block is Block.MAIN else step.block.upper()
    parts = [session.phase, part]
    if step.exercise.short != session.phase:  # an interval is called WORK
        parts.append(step.exercise.short)
    if step.side is not None:
        parts.append(step.side.upper())
    return BETWEEN.join(parts)
