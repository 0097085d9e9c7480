"""The state of every step of a session, as signs and in words. No Textual here."""

from __future__ import annotations

from enum import Enum

from hiptimer.circuit.model import Block, Order
from hiptimer.circuit.plan import Step
from hiptimer.session.state import AFTER_A_SET, Done, Phase, Session
from hiptimer.tui.words import hidden_at, value_words


class Cell(Enum):
    """The state of one piece of work, and its shapes: the states differ without colour too.

    The order matters where several pieces share a column: of two equally frequent states, the
    later one is shown.
    """

    DONE = ("done", "▰")
    AHEAD = ("ahead", "▱")
    SKIPPED = ("skipped", "×")
    INTERRUPTED = ("interrupted", "¦")
    CURRENT = ("current", "◆")

    def __init__(self, label: str, sign: str) -> None:
        self.label = label
        self.sign = sign


def cells(session: Session) -> tuple[Cell, ...]:
    """The state of every step."""
    return tuple(_cell(session, index) for index in range(len(session.steps)))


def _cell(session: Session, index: int) -> Cell:
    if index == session.cursor and session.phase is not Phase.FINISHED:
        return Cell.CURRENT
    made = session.outcomes.get(index)
    if not made:
        return Cell.AHEAD
    return {Done.DONE: Cell.DONE, Done.SKIPPED: Cell.SKIPPED, Done.INTERRUPTED: Cell.INTERRUPTED}[
        made[0].status
    ]


def breaks(session: Session) -> tuple[int, ...]:
    """Where a new round begins, or another part of the session."""
    parts = [(step.block, step.round) for step in session.steps]
    return tuple(index for index in range(1, len(parts)) if parts[index] != parts[index - 1])


def part_words(session: Session, step: Step) -> str:
    """What a step is a part of: `ROUND 2 of 3`, `SETS`, `WARM-UP`."""
    if step.block is not Block.MAIN:
        return step.block.upper()
    return "SETS" if in_sets(session, step) else f"ROUND {step.round} of {session.rounds}"


def in_sets(session: Session, step: Step) -> bool:
    """Whether a step is one of the sets of an exercise, which follow each other."""
    return step.block is Block.MAIN and session.circuit.order is Order.STRAIGHT


def state_words(session: Session, index: int, brief: bool = False) -> str:
    """What became of a step, and whether it is now or next; nothing of one that is only to come.

    In brief a value stands without the word that a sign beside it can tell.
    """
    return ", ".join(filter(None, (_now(session, index), _made(session, index, brief))))


def _now(session: Session, index: int) -> str:
    if index != session.cursor or session.phase is Phase.FINISHED:
        return ""
    return "next" if session.shown_phase in AFTER_A_SET else "now"


def _made(session: Session, index: int, brief: bool) -> str:
    """What was logged of a step; what was held is not told before its pair is complete."""
    rows = session.outcomes.get(index, ())
    if not rows:
        return ""
    unsaid = rows[0].status is Done.SKIPPED or hidden_at(session, index)
    value = "" if unsaid else "+".join(map(value_words, rows))
    return value if brief and value else f"{rows[0].status} {value}".rstrip()
