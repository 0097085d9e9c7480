"""The finished session: a line for each exercise and side, so that both can be heard side by side. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from hiptimer.plain.words import called
from hiptimer.progress.hints import NONE, Hints
from hiptimer.session.ask import exercises
from hiptimer.session.rows import Row, rows
from hiptimer.session.state import Done, Session
from hiptimer.tui.since import sides


def summary(session: Session, hints: Hints = NONE) -> Iterator[str]:
    """What was done in each round, the best of it, and how much in all."""
    logged = rows(session)
    for exercise in exercises(session):
        mine = [one for one in logged if one.exercise == exercise.id]
        for side in sorted({one.side for one in mine}, key=str):
            sets = [one for one in mine if one.side == side]
            yield f"{called(exercise, side)}: {_sets(sets)}."
        before = () if session.options.guest else hints.pairs.get(exercise.id, ())
        for said in sides(exercise, mine, before)[:1]:
            yield f"{called(exercise, None)}: {said}{'' if said.endswith('?') else '.'}"
    done = len({one.step for one in logged if one.status is Done.DONE})
    yield f"{done} of {len(session.steps)} sets done."


def _sets(mine: list[Row]) -> str:
    """`31.2 s, skipped, 28 s; best 31.2 s`."""
    ordered = sorted(mine, key=lambda one: (one.step, one.part))
    words = [_set(list(parts)) for _, parts in groupby(ordered, key=lambda one: one.step)]
    held = [one.seconds for one in mine if one.status is Done.DONE and one.seconds is not None]
    return ", ".join(words) + (f"; best {max(held):g} s" if len(held) > 1 else "")


def _set(parts: list[Row]) -> str:
    if parts[0].status is Done.SKIPPED:
        return "skipped"
    values = "+".join(str(one.reps) if one.seconds is None else f"{one.seconds:g} s" for one in parts)
    return f"{values} interrupted" if parts[0].status is Done.INTERRUPTED else values
