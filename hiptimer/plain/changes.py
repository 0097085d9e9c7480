"""What has become of a session between two looks, in lines: whatever key, or no key at all, did it. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from hiptimer.circuit.instead import exercise_of
from hiptimer.circuit.model import Count, Exercise, Side, ToFatigue
from hiptimer.limits import MOST_RESERVE
from hiptimer.plain.summary import summary
from hiptimer.plain.words import left_words, name, place, sentences, sides_words
from hiptimer.progress.hints import NONE, Hints
from hiptimer.session.advice import asks_reserve
from hiptimer.session.ask import counting, exercises, loads_of, pair, target, target_reps, target_total, tempo
from hiptimer.session.state import AFTER_A_SET, COUNTDOWNS, Done, Outcome, Phase, Remark, Session
from hiptimer.tui.words import hidden, value_words
from hiptimer.weights import Unit, Weights

HOW_MANY_MORE = "How many more could you have done? k, then a number, tells it."
HOW_TO_CORRECT = "A number and Enter, or up and down, correct it."


def changes(
    before: Session, after: Session, at: float, weights: Weights, hints: Hints = NONE
) -> Iterator[str]:
    """A line for everything that is different now; the last one says where the session stands."""
    yield from _logged(before, after)
    yield from _written(before, after, weights.unit)
    if (before.phase, before.cursor, before.paused) != (after.phase, after.cursor, after.paused):
        if asks_reserve(after) and after.logged != before.logged:
            yield HOW_MANY_MORE
        yield place(after, at, weights, hints)
        if after.phase is Phase.FINISHED:
            yield from summary(after, hints)
    elif before.counted < after.counted and counting(before) is counting(after) is Count.TAP:
        yield f"{after.counted} of {target_total(after)}"
    elif _moved(before, after):
        yield f"{left_words(after, at)} left."


def _moved(before: Session, after: Session) -> bool:
    """Whether a countdown became longer or shorter, or goes on after a question."""
    if after.shown_phase not in COUNTDOWNS or after.frozen_at is not None:
        return False
    return (before.deadline, before.left) != (after.deadline, after.left)


def _logged(before: Session, after: Session) -> Iterator[str]:
    known = set(before.outcomes.values())
    for index, rows in after.outcomes.items():
        old = before.outcomes.get(index)
        if rows in known:  # as it was, though steps before it may have come or gone
            continue
        step = after.steps[index]
        if any(row.corrected for row in rows) and old is not None:
            if _values(old) != _values(rows):
                yield f"CORRECTED: {name(step)}, {_values(rows)}."
        elif rows[0].status is Done.SKIPPED:
            yield f"SKIPPED: {name(step)}."
        elif rows[0].status is Done.INTERRUPTED:
            yield f"INTERRUPTED: {name(step)}."
        elif old is None or old[0].at != rows[0].at:
            yield _done(after, index, first=not before.outcomes)


def _done(session: Session, index: int, first: bool) -> str:
    """A set that is done. What was held is told when its pair is complete, that of the first side too."""
    step, other = session.steps[index], _other_side(session, index)
    value = "" if index == session.logged and hidden(session) else f": {_values(session.outcomes[index])}"
    if other is not None and isinstance(step.exercise.target, ToFatigue):
        value += f"; {session.steps[other].side} {_values(session.outcomes[other])}"
    return sentences(f"DONE: {name(step)}, logged{value}", HOW_TO_CORRECT if first else "")


def _other_side(session: Session, index: int) -> int | None:
    """The step that is the other side of this one, where it was held already."""
    others = [place for place in pair(session, index) or () if place != index]
    return next((place for place in others if _values(session.outcomes.get(place, ()))), None)


def _values(rows: tuple[Outcome, ...]) -> str:
    """`31.2 s`, `8`, `3+3`; nothing for a set that was skipped."""
    return "+".join(value_words(row) for row in rows if row.status is not Done.SKIPPED)


def _written(before: Session, after: Session, unit: Unit) -> Iterator[str]:
    """What changes no clock."""
    yield from _exchanged(before, after)
    if _are_swapped(before, after):
        yield f"SWAPPED: {_swapped(after)}."
    yield from _reordered(before, after)
    if after.rounds > before.rounds:
        yield f"ADDED: round {after.rounds}."
    if after.rounds < before.rounds:
        yield f"TAKEN BACK: round {before.rounds}."
    if counting(before) is not counting(after) and before.cursor == after.cursor:
        yield f"COUNTING: {COUNTS[counting(after)]}."
    for exercise in exercises(after):
        yield from _of_exercise(before, after, exercise, unit)
    if _sets(before) == _sets(after):
        for index, remark in after.remarks.items():
            yield from _remarked(before.remarks.get(index, Remark()), remark, name(after.steps[index]))
    if after.effort is not None and after.effort != before.effort:
        yield f"EFFORT: {after.effort}."


COUNTS = {Count.KEY: "you count the reps", Count.PACE: "I count the reps", Count.TAP: "one press a rep"}


def _exchanged(before: Session, after: Session) -> Iterator[str]:
    """What is done in place of an exercise, and what is no more."""
    for planned in before.instead.keys() | after.instead.keys():
        by = after.instead.get(planned)
        if by != before.instead.get(planned):
            short = exercise_of(after.circuit, planned).short.lower()
            other = "" if by is None else exercise_of(after.circuit, by).short.lower()
            yield f"INSTEAD: {other} for {short}." if other else f"INSTEAD: {short} again."


def _sides(session: Session) -> dict[tuple[str, int], list[Side | None]]:
    """The sides of every set, in the order in which they are done."""
    sides: dict[tuple[str, int], list[Side | None]] = {}
    for step in session.steps:
        sides.setdefault((step.exercise.id, step.round), []).append(step.side)
    return sides


def _sets(session: Session) -> list[tuple[str, int]]:
    """The sets in the order in which they come, each once or, with two sides, twice."""
    return [(step.exercise.id, step.round) for step in session.steps]


def _reordered(before: Session, after: Session) -> Iterator[str]:
    """The exercises as they come now, where one was moved: those of the first round that is another."""
    was, now = _sets(before), _sets(after)
    if was == now or sorted(was) != sorted(now):
        return
    first = next(step for step, old, new in zip(after.steps, was, now, strict=True) if old != new)
    part = (step for step in after.steps if (step.block, step.round) == (first.block, first.round))
    yield f"ORDER: {', '.join(dict.fromkeys(step.exercise.short.lower() for step in part))}."


def _are_swapped(before: Session, after: Session) -> bool:
    """Whether the sides of some set have exchanged their places."""
    now = _sides(after)
    return any(now.get(key) == sides[::-1] != sides for key, sides in _sides(before).items())


def _swapped(session: Session) -> str:
    if session.logged is None or session.shown_phase not in AFTER_A_SET:
        return name(session.step)
    logged = f"logged for {name(session.steps[session.logged])}"
    return logged if session.phase is Phase.FINISHED else f"{logged}; next {name(session.step)}"


def _of_exercise(before: Session, after: Session, exercise: Exercise, unit: Unit) -> Iterator[str]:
    """Its weight, its target and its pace, where they are others now."""
    step = next(step for step in after.steps if step.exercise.id == exercise.id)
    short = exercise.short.lower()
    loads = loads_of(after, exercise)
    if loads != loads_of(before, exercise):
        yield f"WEIGHT: {short}, {sides_words(loads, unit) or 'not told'}."
    if target(before, step) != target(after, step):
        yield f"TARGET: {short}, {target(after, step):g} {'reps' if target_reps(after, step) else 's'}."
    if tempo(before, step) != tempo(after, step):
        yield f"PACE: {tempo(after, step):g} s a rep."


def _remarked(before: Remark, after: Remark, which: str) -> Iterator[str]:
    if after.pain != before.pain and after.pain is not None:
        yield f"PAIN: {after.pain}, {which}."
    if after.reserve != before.reserve and after.reserve is not None:
        more = "3 or" if after.reserve == MOST_RESERVE else after.reserve
        yield f"NOTED: {more} more, {which}."
    if after.note != before.note:
        yield f"NOTE: {which}, {'kept' if after.note else 'taken away'}."
