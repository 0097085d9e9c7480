"""The finished session as a table: what was done in each round, left and right side by side. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hiptimer.circuit.model import Exercise, Side
from hiptimer.session.ask import focus
from hiptimer.session.rows import Row, rows
from hiptimer.session.state import Done, Session
from hiptimer.tui.words import logged_line

NOTHING = "–"


def summary_lines(session: Session, row: int, width: int) -> list[str]:
    """Head, a line for each exercise and side, bests; then what was logged last, and how to correct it."""
    logged = rows(session)
    head = ("", "", *(f"ROUND {number}" for number in range(1, session.rounds + 1)), "BEST")
    body = [head, *_body(session, logged)]
    widths = [max(len(line[place]) for line in body) for place in range(len(head))]
    gap = "  " if sum(widths) + 3 * len(widths) > width else "   "
    lines = [gap.join(map(str.ljust, line, widths)).rstrip() for line in body]
    done = sum(one.status is Done.DONE for one in logged)
    skipped = sum(one.status is Done.SKIPPED for one in logged)
    sets = len({one.step for one in logged if one.status is Done.DONE})
    counted = f"{sets} of {len(session.steps)} sets done" + (f", {skipped} rows skipped" if skipped else "")
    return [*lines, "", counted if done else "nothing was done", _effort(session), logged_line(session, row)]


def _body(session: Session, logged: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    for exercise in session.circuit.exercises:
        sides = sorted({step.side for step in session.steps if step.exercise.id == exercise.id}, key=str)
        for place, side in enumerate(sides):
            mine = [one for one in logged if one.exercise == exercise.id and one.side == side]
            rounds = (_cell([one for one in mine if one.set == n]) for n in range(1, session.rounds + 1))
            name = exercise.short if place == 0 else ""
            label = side.upper() if side in (Side.LEFT, Side.RIGHT) else ""
            yield name, label, *rounds, best(mine, exercise)


def _cell(mine: Sequence[Row]) -> str:
    """`31.2 s`, `8`, `3+3`; an interrupted hold in brackets, a skipped set as such."""
    if not mine:
        return NOTHING
    if mine[0].status is Done.SKIPPED:
        return "skipped"
    text = "+".join(_value(one) for one in sorted(mine, key=lambda one: one.part))
    return f"({text})" if mine[0].status is Done.INTERRUPTED else text


def _value(row: Row) -> str:
    return f"{row.seconds:g} s" if row.seconds is not None else str(row.reps)


def best(mine: Sequence[Row], exercise: Exercise) -> str:
    """The longest done hold, or the set with the most reps, its directions apart."""
    done = [one for one in mine if one.status is Done.DONE]
    if not done:
        return NOTHING
    if done[0].seconds is not None:
        return f"{max(one.seconds or 0.0 for one in done):g} s"
    sets: dict[int, list[Row]] = {}
    for one in done:
        sets.setdefault(one.step, []).append(one)
    return _cell(max(sets.values(), key=lambda rows: sum(one.reps or 0 for one in rows)))


def _effort(session: Session) -> str:
    effort = "e: how hard was it, 0 to 10?" if session.effort is None else f"effort {session.effort}"
    index = focus(session)
    remark = None if index is None else session.remarks.get(index)
    pain = f"pain {remark.pain}" if remark and remark.pain is not None else "o: any pain?"
    return f"{effort}   {pain}   both can be left out"
