"""Other steps than were planned: a round more, or another exercise in place of one.

Steps are inserted and taken out, and what was logged goes with its step: one that anything was logged
or said of is never taken out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import cast

from hiptimer.circuit.instead import alternatives, exercise_of
from hiptimer.circuit.model import Block, Exercise
from hiptimer.circuit.plan import Step, round_steps, set_steps, waits
from hiptimer.limits import MOST_SETS
from hiptimer.session import events as e
from hiptimer.session.ask import following, moment
from hiptimer.session.moves import countdown, finish, log_interrupted, log_skipped, ready
from hiptimer.session.state import Moment, Phase, Session

Course = Sequence[tuple[Step, int | None]]
"""Steps, and where each of them stood before; None: it is new."""


def add_round(session: Session, event: e.Event, at: float) -> Session:
    """One more round before the cool-down; it comes next where else the cool-down would, or nothing."""
    number = session.rounds + 1
    if number > MOST_SETS:
        return session
    old: Course = [(step, index) for index, step in enumerate(session.steps)]
    place = next((index for index, step in enumerate(session.steps) if _cools_down(step)), len(old))
    today = replace(session.circuit, exercises=_today(session))
    new: Course = [(step, None) for step in round_steps(today, session.options, number)]
    longer = relaid(session, [*old[:place], *new, *old[place:]])
    begun = any(index >= place for index in session.outcomes)
    comes_next = session.cursor >= place and not begun
    if session.phase is Phase.FINISHED or (session.phase is Phase.READY and comes_next):
        return ready(longer, at, place)
    return replace(longer, cursor=place) if session.shown_phase is Phase.REST and comes_next else longer


def _cools_down(step: Step) -> bool:
    return step.block is Block.COOL_DOWN


def _today(session: Session) -> tuple[Exercise, ...]:
    """The exercises of the circuit, or what is done in place of them today, as the last round has them."""
    last = [step.exercise.id for step in session.steps if step.round == session.rounds]
    exercises, places, place = [], [], 0
    for exercise in session.circuit.exercises:
        by = session.instead.get(exercise.id, exercise.id)
        # one that the last round has under another name stays behind the one before it
        place = next((last.index(name) for name in (by, exercise.id) if name in last), place)
        exercises.append(exercise if by == exercise.id else _stand_in(session, exercise.id, by))
        places.append(place)
    return tuple(exercises[at] for at in sorted(range(len(places)), key=places.__getitem__))


def substitutes(session: Session, name: str) -> tuple[Exercise, ...]:
    """What can be done today in place of the exercise `name` (its id); empty where none of its sets is open.

    Of an exercise that stands in for another: that one, and its other alternatives.
    """
    steps = enumerate(session.steps)
    if not any(step.exercise.id == name and index not in session.closed for index, step in steps):
        return ()
    planned = _planned(session, name)
    family = (exercise_of(session.circuit, planned), *alternatives(session.circuit, planned))
    others = (one for one in family if one.id != name)
    return tuple(one for one in others if _told_apart(_exchanged(session, name, one.id)))


def _planned(session: Session, name: str) -> str:
    """The exercise of the circuit in whose place the one with the id `name` is done; mostly itself."""
    return next((planned for planned, by in session.instead.items() if by == name), name)


def _told_apart(course: Course) -> bool:
    """Whether no two sets of the log would be of one exercise, round and side."""
    sets = [(step.exercise.id, step.round, step.side) for step, _ in course]
    return len(set(sets)) == len(sets)


def substitute(session: Session, event: e.Event, at: float) -> Session:
    """Another exercise in place of one, for all its open sets; if one of them is current, READY of it."""
    change = cast(e.Substitute, event)
    name, by = change.exercise, change.by
    if by not in [one.id for one in substitutes(session, name)]:
        return session
    was_open = session.step.exercise.id == name and session.cursor not in session.closed
    if was_open:
        session = broken_off(session, at)
    course, planned = _exchanged(session, name, by), _planned(session, name)
    kept = tuple(was for step, was in course if was is not None and step.exercise.id == name)
    instead = {**session.instead, planned: by}
    if by == planned:
        del instead[planned]
    exchanged = replace(relaid(log_skipped(session, kept, at), course), instead=instead)
    return go_on(exchanged, _coming(exchanged, course, session.step.round), at) if was_open else exchanged


def broken_off(session: Session, at: float) -> Session:
    """A hold or timed work of the exercise is interrupted."""
    work = moment(session, session.shown_phase)
    runs = work is Moment.TIMED or (work is Moment.HOLD and session.phase is Phase.WORK)
    return log_interrupted(session, at) if runs else session


def _exchanged(session: Session, name: str, by: str) -> Course:
    """The steps, with the open ones of an exercise exchanged for those of another, set by set."""
    exercise = _stand_in(session, _planned(session, name), by)
    course: list[tuple[Step, int | None]] = []
    for _, members in groupby(enumerate(session.steps), lambda one: (one[1].exercise.id, one[1].round)):
        places = dict(members)
        mine = next(iter(places.values())).exercise.id == name
        still = [step for index, step in places.items() if mine and index not in session.closed]
        stay = session.outcomes.keys() | session.remarks.keys() if mine else places.keys()
        course.extend((step, index) for index, step in places.items() if index in stay)
        course.extend((step, None) for step in _instead_of(session, still, exercise))
    return course


def _stand_in(session: Session, planned: str, by: str) -> Exercise:
    """An exercise, in the block of the one that it is done in place of."""
    block = exercise_of(session.circuit, planned).block
    return replace(exercise_of(session.circuit, by), block=block)


def _instead_of(session: Session, still: Sequence[Step], exercise: Exercise) -> Iterator[Step]:
    """The steps of an exercise in place of the open steps of a set: on their sides, where both have sides."""
    if not still:
        return
    made = {one.side: one for one in set_steps(session.circuit, session.options, exercise, still[0].round)}
    sides = [step.side for step in still if step.side in made] or list(made)
    for place, side in enumerate(sides):
        yield replace(made[side], wait=waits(exercise, session.options) and place == 0)


def relaid(session: Session, course: Course) -> Session:
    """The session with these steps. A cursor whose step is gone stays where it was."""
    moved = {was: now for now, (_, was) in enumerate(course) if was is not None}
    return replace(
        session,
        steps=tuple(step for step, _ in course),
        cursor=moved.get(session.cursor, session.cursor),
        logged=None if session.logged is None else moved[session.logged],
        outcomes={moved[index]: rows for index, rows in session.outcomes.items()},
        closed=frozenset(moved[index] for index in session.closed),
        remarks={moved[index]: remark for index, remark in session.remarks.items()},
    )


def _coming(session: Session, course: Course, number: int) -> int | None:
    """The first of the new steps in a round, or the next open one."""
    new = (now for now, (step, was) in enumerate(course) if was is None and step.round == number)
    return next(new, following(session, min(session.cursor, len(course) - 1)))


def go_on(session: Session, coming: int | None, at: float) -> Session:
    """READY of the coming step; a rest goes on, towards it."""
    if coming is None:
        return finish(session, at)
    if session.shown_phase not in (Phase.SWITCH, Phase.REST) or session.logged is None:
        return ready(session, at, coming)
    phase, _ = countdown(session.steps[session.logged], session.steps[coming], session.circuit.order)
    if session.phase is Phase.PAUSED:
        return replace(session, cursor=coming, paused=phase)
    return replace(session, cursor=coming, phase=phase)
