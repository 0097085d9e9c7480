"""What home says: what is done today, what happened last time, and what was left. No Textual here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from hiptimer.circuit.describe import rounds_words, span_words, target_words
from hiptimer.circuit.model import Block, Exercise, Reps, Side, Sides, ToFatigue
from hiptimer.circuit.plan import Step
from hiptimer.circuit.text import number_of, plural
from hiptimer.history.records import Morning, SessionRecord, SetRecord, holds, length, standing
from hiptimer.keyboard import BIG_KEY, USUAL, Keyboard
from hiptimer.progress.weeks import TARGET, WEEKS_BACK, rest_note, streak
from hiptimer.session.ask import load_of
from hiptimer.session.estimate import minutes, seconds_left
from hiptimer.session.state import Session
from hiptimer.tui.words import load_words
from hiptimer.values import dataclass, field
from hiptimer.weights import Unit, weight_words

ASKED_FOR = timedelta(days=7)
"""How long after a session the question how the next morning was makes sense."""
FIRST_TIME = "First time here: {} tries a minute of it, {} starts. Every set is logged on this disk."


@dataclass(frozen=True, slots=True)
class Today:
    """What home has to tell."""

    session: Session
    """The one that would begin now."""
    now: datetime
    last: SessionRecord | None
    left_open: SessionRecord | None
    weeks: tuple[int, ...] = ()
    """Sessions in each week that counts, oldest first, the running one last."""
    target: int = TARGET
    """Sessions a week that are aimed at."""
    holds: Mapping[str, float] = field(default_factory=dict)
    """Seconds the user usually holds, by exercise id."""
    unit: Unit = Unit.KG
    """In what weights are shown."""
    unkept: str = ""
    """Why nothing is saved; empty where all is."""
    anew: bool = False
    """The history before this one was damaged: what it tells nothing of may have been."""
    alternates: bool = True
    """The other side begins next time."""


def title_lines(today: Today) -> tuple[str, str]:
    """The circuit, how much of it and about how long; then what has to be within reach."""
    session = today.session
    circuit = session.circuit
    rounds = rounds_words(circuit) if session.options.sets is None else number_of(session.rounds, "round")
    kit = f"kit: {', '.join(circuit.kit)}" if circuit.kit else ""
    length = minutes(seconds_left(session, 0.0, holds=today.holds))
    return f"{circuit.name} · {rounds} · ~{length} min", kit


def exercise_lines(today: Today, narrow: bool = False) -> list[str]:
    """A line an exercise: its place, its name, what is asked, with what."""
    exercises = today.session.circuit.exercises
    width = max(len(exercise.short) for exercise in exercises)
    gap = " " if narrow else "  "
    asked = (asked_words(today, exercise, narrow) for exercise in exercises)
    return [
        f"{place}{gap}{exercise.short:<{width}}{gap}{words}"
        for place, (exercise, words) in enumerate(zip(exercises, asked, strict=True), start=1)
    ]


def asked_words(today: Today, exercise: Exercise, narrow: bool = False) -> str:
    """Target and load of an exercise: `3-6 each way · MEDIUM-HEAVY 8 kg`; narrow `3-6+3-6 8 kg`."""
    session = today.session
    step = next(step for step in session.steps if step.exercise.id == exercise.id)
    asked = target_words(exercise)
    if isinstance(exercise.target, Reps) and exercise.directions:
        span = span_words(exercise.target.low, exercise.target.high)
        asked = "+".join([span] * len(exercise.directions)) if narrow else f"{span} each way"
    if exercise.block is not Block.MAIN and not narrow:
        asked = f"{exercise.block}, {asked}"
    if narrow:
        kg = load_of(session, step)
        return " ".join(filter(None, (asked, weight_words(kg, today.unit) if kg else exercise.load)))
    return " · ".join(filter(None, (asked, load_words(session, step, today.unit))))


def side_line(today: Today, narrow: bool = False) -> str:
    """Which side begins; empty where there are none."""
    sides = (step.side for step in today.session.steps if step.side in (Side.LEFT, Side.RIGHT))
    side = next(sides, None)
    if side is None:
        return ""
    by_round = any(map(_begins_otherwise, today.session.steps))
    often = ("each session" * today.alternates, "in holds each round" * by_round)
    changes = ", and ".join(filter(None, often))
    return f"{side.upper()} first today{f'; it changes {changes}' if changes and not narrow else ''}"


def _begins_otherwise(step: Step) -> bool:
    """Whether it is of a hold's second round, in which the other side begins (`circuit.plan`)."""
    exercise = step.exercise
    return isinstance(exercise.target, ToFatigue) and exercise.sides is Sides.EACH and step.round == 2


def last_lines(today: Today, narrow: bool = False, table: bool = False, keys: Keyboard = USUAL) -> list[str]:
    """What happened last time, in two lines; `table`: the sets are shown besides."""
    last = today.last
    if last is None and (today.unkept or today.anew or today.left_open is not None):
        return []
    if last is None:
        said = FIRST_TIME.format(keys.sign("home-trial"), keys.sign(BIG_KEY))
        return [said.partition(", ")[0] + "." if narrow else said]
    other = _another(last, today)
    when = when_words(last.started_at, today.now)
    what = (length(last.seconds), sets_words(last, narrow), other, standing(last))
    told = ", ".join(filter(None, what))
    if table:
        return [f"last time: {when}", told]
    lines = [f"last: {when.partition(',')[0]}, {told}" if narrow else f"last time: {when}, {told}"]
    held = [f"{side} {holds(last, side)}" for side in ("left", "right") if holds(last, side) != "-"]
    return [*lines, ("" if narrow else "held ") + " · ".join(held)] if held else lines


def _another(record: SessionRecord, today: Today) -> str:
    """The name of its circuit, where that is not the one of today."""
    return record.circuit if record.circuit != today.session.circuit.name else ""


def last_table(today: Today) -> list[str]:
    """Every set of last time, left and right side by side; empty where there was none."""
    if today.last is None:
        return []
    names = {exercise.id: exercise.short for exercise in today.session.circuit.every}
    done = today.last.done()
    body = [("", "LEFT", "RIGHT")]
    for exercise in dict.fromkeys(row.exercise for row in done):
        mine = [row for row in done if row.exercise == exercise]
        values = {row.side: _values(mine, row.side) for row in mine}
        both = values.get("both") or values.get(None) or ""
        body.append((names.get(exercise, exercise), values.get("left", both), values.get("right", "")))
    widths = [max(len(line[place]) for line in body) for place in range(3)]
    return ["  ".join(map(str.ljust, line, widths)).rstrip() for line in body]


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


def rest_words(today: Today) -> str:
    """One soft line where the last session is not long ago; else nothing."""
    if today.last is None or today.last.ended_at is None:
        return ""
    return rest_note(today.last.ended_at, today.now) or ""


def week_line(today: Today) -> str:
    """`this week 1 of 2 · 3 weeks in a row`; empty before the first session that counts."""
    if not any(today.weeks):
        return ""
    row = streak(today.weeks, today.target)
    longest = f"{row}{'+' if row >= WEEKS_BACK else ''}"
    in_a_row = f" · {longest} {plural('week', row)} in a row" if row else ""
    return f"this week {today.weeks[-1]} of {today.target}{in_a_row}"


def asks_morning(today: Today) -> bool:
    """Whether "how was the next morning?" is a question: from the next day, for a week, until answered."""
    last = today.last
    if last is None or last.ended_at is None or last.morning is not None:
        return False
    is_later = today.now.date() > last.ended_at.date()
    return is_later and today.now - last.ended_at < ASKED_FOR


def morning_line(today: Today) -> str:
    """The question of the next morning, with its keys; empty where it is none."""
    if not asks_morning(today):
        return ""
    answers = "  ".join(f"{key} {answer}" for key, answer in enumerate(Morning, 1))
    return f"the morning after: {answers}"


def unkept_line(today: Today) -> str:
    """That nothing is saved, and why; mostly nothing."""
    return f"NOT BEING SAVED: {today.unkept}" if today.unkept else ""


def open_line(today: Today, narrow: bool) -> str:
    """The session that was left, in a line."""
    left = today.left_open
    if left is None:
        return ""
    if narrow:
        whose = "guest" if left.guest else sets_words(left, narrow)
        return f"r resumes {left.started_at:%a %d %b %H:%M}, {whose}"
    which = ", ".join(filter(None, (open_words(left), _another(left, today))))
    return f"unfinished: {which}; r resumes it"


def open_words(left_open: SessionRecord) -> str:
    """`Sat 28 Feb 18:30, 5 sets done`; a guest's is named as one."""
    guest = ", guest" if left_open.guest else ""
    return f"{left_open.started_at:%a %d %b %H:%M}, {sets_words(left_open)}{guest}"


def sets_words(record: SessionRecord, narrow: bool = False) -> str:
    """`1 set done`, `24 sets done`; narrow `24 sets`."""
    sets = number_of(record.sets_done, "set")
    return sets if narrow else f"{sets} done"


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
