"""What home says: what is done today, what happened last time, and what was left. No Textual here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from hiptimer.circuit.describe import rounds_words, span_words, target_words
from hiptimer.circuit.model import Exercise, Reps, Side
from hiptimer.history.records import SessionRecord, SetRecord, holds, length, standing
from hiptimer.session.ask import load_of
from hiptimer.session.estimate import minutes, seconds_left
from hiptimer.session.state import Session
from hiptimer.tui.words import load_words

REST_DAY = timedelta(hours=30)
"""After a session shorter ago than this, a day between is suggested."""
FIRST_TIME = "First time here: space starts, then it tells you what to do. Every set is logged on this disk."


@dataclass(frozen=True, slots=True)
class Today:
    """What home has to tell."""

    session: Session
    """The one that would begin now."""
    now: datetime
    last: SessionRecord | None
    left_open: SessionRecord | None


def title_lines(today: Today) -> tuple[str, str]:
    """The circuit, how much of it and about how long; then what has to be within reach."""
    session = today.session
    circuit = session.circuit
    rounds = rounds_words(circuit) if session.options.sets is None else f"{session.rounds} rounds"
    kit = f"kit: {', '.join(circuit.kit)}" if circuit.kit else ""
    return f"{circuit.name} · {rounds} · ~{minutes(seconds_left(session, 0.0))} min", kit


def exercise_lines(today: Today, narrow: bool = False) -> list[str]:
    """A line an exercise: its place, its name, what is asked, with what; then the side that begins."""
    session = today.session
    exercises = session.circuit.exercises
    width = max(len(exercise.short) for exercise in exercises)
    lines = []
    for place, exercise in enumerate(exercises, start=1):
        step = next(step for step in session.steps if step.exercise.id == exercise.id)
        if narrow:
            kg = load_of(session, step)
            load = f"{kg:g} kg" if kg else exercise.load
            lines.append(f"{place} {exercise.short:<{width}} {asked_words(exercise)} {load}".rstrip())
        else:
            asked = " · ".join(filter(None, (asked_words(exercise), load_words(session, step))))
            lines.append(f"{place}  {exercise.short:<{width}}  {asked}")
    side = next((step.side for step in session.steps if step.side in (Side.LEFT, Side.RIGHT)), None)
    flips = "" if narrow else "; the sides change from session to session"
    return [*lines, f"{side.upper()} first today{flips}"] if side else lines


def asked_words(exercise: Exercise) -> str:
    """What one set asks for, in half a line: `3-6 each way`."""
    if isinstance(exercise.target, Reps) and exercise.directions:
        return f"{span_words(exercise.target.low, exercise.target.high)} each way"
    return target_words(exercise)


def last_lines(today: Today) -> list[str]:
    """What happened last time, in two lines."""
    last = today.last
    if last is None:
        return [FIRST_TIME]
    other = last.circuit if last.circuit != today.session.circuit.name else ""
    about = (when_words(last.started_at, today.now), length(last.seconds), sets_words(last))
    lines = [f"last time: {', '.join(filter(None, (*about, other, standing(last))))}"]
    held = [f"{side} {holds(last, side)}" for side in ("left", "right") if holds(last, side) != "-"]
    return [*lines, f"held {' · '.join(held)}"] if held else lines


def last_table(today: Today) -> list[str]:
    """Every set of last time, left and right side by side; empty where there was none."""
    if today.last is None:
        return []
    names = {exercise.id: exercise.short for exercise in today.session.circuit.exercises}
    done = today.last.done()
    body = [("", "LEFT", "RIGHT")]
    for exercise in dict.fromkeys(row.exercise for row in done):
        mine = [row for row in done if row.exercise == exercise]
        values = {row.side: _values(mine, row.side) for row in mine}
        both = values.get("both") or values.get(None) or ""
        body.append((names.get(exercise, exercise), values.get("left", both), values.get("right", "")))
    widths = [max(len(line[place]) for line in body) for place in range(3)]
    return ["   ".join(map(str.ljust, line, widths)).rstrip() for line in body]


def _values(mine: list[SetRecord], side: str | None) -> str:
    """`31 28 s`, `8 8 8`, `3+3 3+3`."""
    sets: dict[int, list[str]] = {}
    for row in mine:
        if row.side == side:
            sets.setdefault(row.set, []).append(
                f"{row.reps}" if row.seconds is None else f"{row.seconds:.0f}"
            )
    unit = " s" if mine[0].seconds is not None else ""
    return " ".join("+".join(parts) for parts in sets.values()) + unit


def rest_note(today: Today) -> str:
    """One soft line where the last session is not long ago; else nothing."""
    if today.last is None or today.last.ended_at is None:
        return ""
    since = today.now - today.last.ended_at
    if not timedelta() <= since < REST_DAY:
        return ""
    hours = int(since / timedelta(hours=1))
    return f"last session {f'{hours} h' if hours else 'less than an hour'} ago: a day between helps"


def open_lines(today: Today) -> Iterator[str]:
    """The session that was left, in a line."""
    if today.left_open is not None:
        yield f"unfinished: {open_words(today.left_open, today.now)}   r resumes it"


def open_words(left_open: SessionRecord, now: datetime) -> str:
    """`yesterday, Sat 28 Feb 18:30, 5 sets done`; a guest's is named as one."""
    guest = ", guest" if left_open.guest else ""
    day = when_words(left_open.started_at, now)
    return f"{day} {left_open.started_at:%H:%M}, {sets_words(left_open)}{guest}"


def sets_words(record: SessionRecord) -> str:
    """`1 set done`, `24 sets done`."""
    return f"{record.sets_done} {'set' if record.sets_done == 1 else 'sets'} done"


def when_words(then: datetime, now: datetime) -> str:
    """A day as people say it, and its date: `3 days ago, Thu 19 Nov`; with the year where it is another."""
    days = (now.date() - then.date()).days
    date = f"{then:%a %d %b}" if then.year == now.year else f"{then:%a %d %b %Y}"
    match days:
        case 0:
            return f"today, {date}"
        case 1:
            return f"yesterday, {date}"
        case _ if days > 1:
            return f"{days} days ago, {date}"
        case _:
            return date
