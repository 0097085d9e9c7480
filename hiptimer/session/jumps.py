"""Another order than was planned: a jump to another step, an exercise done earlier or later.

A move lays the steps anew, as a round that is added does, so that everybody reads the order of the day off
`Session.steps`; what was logged goes with its step, and only sets that nothing was logged of are moved.
Indices of the planned order beside the steps would never give a logged row another number, but then each
question about neighbours (a pair, a rest, what comes next) would have to ask through them. The log does
not need that: it tells sets apart by exercise, round and side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import cast

from hiptimer.circuit.model import Block, Order
from hiptimer.session import events as e
from hiptimer.session.advice import in_timed_set
from hiptimer.session.ask import pair
from hiptimer.session.course import broken_off, go_on, relaid
from hiptimer.session.moves import ready
from hiptimer.session.state import Phase, Session
from hiptimer.values import dataclass


class Stuck(StrEnum):
    """Why an exercise can't be moved; the value says it in words."""

    IN_A_SET = "moving: after the set"
    BEGUN = "only what is not begun can be moved"
    EDGE = "nothing there to change places with"
    UNDER_WAY = "the set under way stays first"


def jump(session: Session, event: e.Event, at: float) -> Session:
    """READY of another step; a hold or timed work that is left is interrupted."""
    step = cast(e.Jump, event).step
    if step == session.cursor or not 0 <= step < len(session.steps):
        return session
    return ready(_left_alone(broken_off(session, at)), at, step)


def _left_alone(session: Session) -> Session:
    """A second side comes later by itself: if its first side would wait, it waits too."""
    cursor, both = session.cursor, pair(session, session.cursor)
    if both is None or cursor in session.closed or cursor != both[1] or both[0] not in session.closed:
        return session
    steps = list(session.steps)
    steps[cursor] = replace(session.step, wait=session.step.exercise.wait)
    return replace(session, steps=tuple(steps))


@dataclass(frozen=True, slots=True)
class Way:
    """A move: these steps go to the other side of those, beside which they stand."""

    moved: tuple[int, ...]
    over: tuple[int, ...]
    later: bool

    def carry(self, order: Iterable[int]) -> list[int]:
        """The steps in another order."""
        rest = [index for index in order if index not in self.moved]
        place = rest.index(self.over[-1]) + 1 if self.later else rest.index(self.over[0])
        return [*rest[:place], *self.moved, *rest[place:]]


def move(session: Session, event: e.Event, at: float) -> Session:
    """An exercise changes places with the next one, in this round and the later ones.

    Where one that is ready to begin, or comes after the rest, changes places, the first of the two is ready.
    """
    asked = cast(e.Move, event)
    way = way_of(session, asked.step, asked.later)
    if isinstance(way, Stuck):
        return session
    order = way.carry(range(len(session.steps)))
    for again in _in_later_rounds(session, way):
        order = again.carry(order)
    moved = relaid(session, [(session.steps[index], index) for index in order])
    first = way.over[0] if way.later else way.moved[0]
    changes = session.cursor in (way.moved if way.later else way.over)
    return go_on(moved, order.index(first), at) if changes else moved


def way_of(session: Session, index: int, later: bool) -> Way | Stuck:
    """How the exercise of a step would move, or why it can't."""
    if in_timed_set(session):
        return Stuck.IN_A_SET
    if not 0 <= index < len(session.steps) or index in _begun(session):
        return Stuck.BEGUN
    part = _part(session, index)
    moved = _of_exercise(session, part, session.steps[index].exercise.id)
    over = _neighbours(session, part, moved, later)
    if not over:
        return Stuck.EDGE
    if over[0] in _begun(session) and not later:
        return Stuck.UNDER_WAY
    return Way(moved, over, later)


def _part(session: Session, index: int) -> list[int]:
    """The steps among which a step can be moved: its round; in straight order, all of its block."""
    step, straight = session.steps[index], session.circuit.order is Order.STRAIGHT
    steps = enumerate(session.steps)
    alike = (at for at, one in steps if one.block is step.block and (straight or one.round == step.round))
    return list(alike)


def _begun(session: Session) -> set[int]:
    """The steps that stay where they are: of their set something is logged, or it is the one under way."""
    begun = {side for index in session.outcomes for side in _set(session, index)}
    waits = session.shown_phase in (Phase.READY, Phase.REST)
    return begun if waits else begun | set(_set(session, session.cursor))


def _set(session: Session, index: int) -> tuple[int, ...]:
    return pair(session, index) or (index,)


def _of_exercise(session: Session, part: Sequence[int], name: str) -> tuple[int, ...]:
    """The sets of an exercise that can be moved."""
    begun = _begun(session)
    return tuple(at for at in part if session.steps[at].exercise.id == name and at not in begun)


def _neighbours(session: Session, part: Sequence[int], moved: Sequence[int], later: bool) -> tuple[int, ...]:
    """What a move leads over: the next exercise that can be moved too, or the set at the cursor."""
    begun, current = _begun(session), _set(session, session.cursor)
    beyond = [at for at in part if at > moved[-1]] if later else [at for at in part[::-1] if at < moved[0]]
    for at in beyond:
        if at not in begun:
            return _of_exercise(session, part, session.steps[at].exercise.id)
        if at in current and session.phase is not Phase.FINISHED:
            return current
    return ()


def _in_later_rounds(session: Session, way: Way) -> Iterator[Way]:
    """The same move in the later rounds, where both exercises are still to come in the order they had."""
    step, over = session.steps[way.moved[0]], session.steps[way.over[0]]
    if step.block is not Block.MAIN or session.circuit.order is Order.STRAIGHT:
        return
    for number in range(step.round + 1, session.rounds + 1):
        part = [at for at, one in enumerate(session.steps) if (one.block, one.round) == (step.block, number)]
        mine, theirs = (_of_exercise(session, part, one.exercise.id) for one in (step, over))
        if mine and theirs and session.cursor not in (*mine, *theirs) and (mine < theirs) is way.later:
            yield Way(mine, theirs, way.later)
