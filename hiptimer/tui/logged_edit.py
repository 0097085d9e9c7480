"""What may be changed in a logged session, asked and answered in words. Pure.

An answer is what is wanted, (set or None for the session, field, value); `changes` makes changes of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime

from hiptimer.history.changes import (
    SESSION_FIELDS,
    SET_FIELDS,
    Change,
    Value,
    instant_after,
    of_session,
    of_set,
)
from hiptimer.history.records import Morning, SetRecord
from hiptimer.limits import LONGEST_NOTE
from hiptimer.tui.fit import clean
from hiptimer.tui.logged import NAMES, OF_THE_STEP, SIDES, Logged, Place, cell_words, set_words
from hiptimer.values import dataclass
from hiptimer.weights import Unit, kilograms, shown

Wanted = tuple[tuple[SetRecord | None, str, Value], ...]

NUMBER = re.compile(r"\d+(\.\d*)?|\.\d+", re.ASCII)
MINUTES = re.compile(r"(\d+):([0-5]\d(?:\.\d*)?)", re.ASCII)
LONGEST_NUMBER = 8
"""Characters of a number that is typed."""
CLEARS = "Empty: not told."
HINTS = {
    "reps": "How many of them were done.",
    "seconds": "In seconds, or as 1:05.",
    "load_kg": f"In {{unit}}; 0 is body weight. {CLEARS}",
    "pain": f"0 to 10. {CLEARS}",
    "reserve": f"How many more there would have been: 0 1 2 3. {CLEARS}",
    "note": "One line. Empty: no note.",
    "rpe": f"How hard the whole session was, 0 to 10. {CLEARS}",
}
UNKEPT_VALUE = "a set that was done has a value; s makes it a skipped one"


class Refused(ValueError):
    """What was typed can't be in the log; the message says what can, in words for people."""


@dataclass(frozen=True, slots=True)
class Question:
    """A value to be typed."""

    title: str
    hint: str
    value: str
    """As it is now, to be typed over."""
    longest: int
    """Characters."""
    answer: Callable[[str], Wanted]
    """What is wanted by a text. Raises `Refused`."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A value to be picked from a few: (key, words, what is wanted by it)."""

    title: str
    answers: tuple[tuple[str, str, Wanted | Question], ...]
    now: int
    """Which of them it is now."""


def ask(logged: Logged, place: Place) -> Question | Pick:
    """What to ask for a value."""
    row, (_, _, name) = logged.row(place), place
    if row is not None:
        return _of_set(logged, row, name)
    match name:
        case "morning":
            return _morning(logged)
        case "status":
            return _ending(logged)
        case _:
            value = getattr(logged.record, name)
            return Question(
                f"The whole session: {NAMES[name]}",
                HINTS[name],
                "" if value is None else f"{value}",
                LONGEST_NUMBER,
                lambda text: ((None, name, typed(name, text, logged.unit)),),
            )


def _of_set(logged: Logged, row: SetRecord, name: str, status: str | None = None) -> Question:
    """`status`: what the set becomes together with its value, where it has none yet."""
    value = getattr(row, name)
    if name == "load_kg" and value is not None:
        value = shown(value, logged.unit)
    if status is None and name == logged.counted(row) and row.status == "skipped":
        status = "done"

    def answer(text: str) -> Wanted:
        found = typed(name, text, logged.unit)
        if name in OF_THE_STEP:
            return tuple((one, name, found) for one in logged.together(row))
        if found is None:
            raise Refused(UNKEPT_VALUE)
        return ((row, name, found), *(((row, "status", status),) if status else ()))

    return Question(
        f"{set_words(logged, row)}: {NAMES.get(name, name)}",
        HINTS[name].format(unit=logged.unit),
        "" if value is None else f"{value:g}" if isinstance(value, float) else clean(str(value)),
        LONGEST_NOTE if name == "note" else LONGEST_NUMBER,
        answer,
    )


def ask_status(logged: Logged, row: SetRecord) -> Pick:
    """Whether a set was done."""
    words = (
        ("d", "done", "done"),
        ("i", "interrupted: not counted", "interrupted"),
        ("s", "skipped", "skipped"),
    )
    return Pick(
        set_words(logged, row),
        tuple((key, label, _becomes(logged, row, status)) for key, label, status in words),
        next((place for place, (_, _, status) in enumerate(words) if status == row.status), 0),
    )


def _becomes(logged: Logged, row: SetRecord, status: str) -> Wanted | Question:
    """A set that is skipped loses its value; one that was gets one."""
    name = logged.counted(row)
    if status == "skipped":
        return ((row, "status", status), (row, name, None))
    return _of_set(logged, row, name, status) if getattr(row, name) is None else ((row, "status", status),)


def _morning(logged: Logged) -> Pick:
    words: tuple[tuple[str, str, Value], ...] = (
        *((one[0], str(one), str(one)) for one in Morning),
        ("n", "not told", None),
    )
    return Pick(
        "How was the next morning?",
        tuple((key, label, ((None, "morning", value),)) for key, label, value in words),
        next(place for place, (_, _, value) in enumerate(words) if value == logged.record.morning),
    )


def _ending(logged: Logged) -> Pick:
    words = (("f", "finished"), ("p", "partial"))
    return Pick(
        "How did the session end?",
        tuple((key, label, ((None, "status", label),)) for key, label in words),
        int(logged.record.status == "partial"),
    )


def swap(logged: Logged, row: SetRecord) -> Wanted:
    """The sides of a set exchanged, so that a pair stays a pair. Raises `Refused` where there are none."""
    if row.side not in SIDES:
        raise Refused(f"{logged.name(row)} has no sides to swap")
    mine = [one for one in logged.record.sets if (one.exercise, one.set) == (row.exercise, row.set)]
    return tuple((one, "side", SIDES[one.side == SIDES[0]]) for one in mine if one.side in SIDES)


def typed(name: str, text: str, unit: Unit) -> Value:
    """The value of a field that a text stands for; None for none. Raises `Refused`."""
    text = text.strip()
    rule = SESSION_FIELDS[name] if name == "rpe" else SET_FIELDS[name]
    value: Value
    match name:
        case _ if not text:
            return None
        case "note":
            value = clean(text)
        case "seconds":
            value = _seconds(text)
        case "load_kg":
            amount = _number(text)
            value = None if amount is None else kilograms(amount, unit)
        case _:
            # as the table has it, 3 more or even more is 3+
            digits = text.removesuffix("+") if name == "reserve" else text
            value = int(digits) if digits.isascii() and digits.isdecimal() else None
    if value is None or not rule.holds(value):
        raise Refused(f"{rule.expected}, please")
    return value


def _number(text: str) -> float | None:
    text = text.replace(",", ".")
    return round(float(text), 3) if NUMBER.fullmatch(text) else None


def _seconds(text: str) -> float | None:
    """In tenths, as they are logged."""
    if minutes := MINUTES.fullmatch(text.replace(",", ".")):
        return round(60 * int(minutes[1]) + float(minutes[2]), 1)
    value = _number(text)
    return None if value is None else round(value, 1)


def changes(logged: Logged, wanted: Wanted, now: datetime) -> tuple[Change, ...]:
    """The changes that bring about what is wanted; none where it is so already."""
    at = instant_after(logged.changes, now)
    return tuple(
        of_session(logged.record, name, value, at) if row is None else of_set(row, name, value, at)
        for row, name, value in wanted
        if getattr(logged.record if row is None else row, name) != value
    )


def cell_of(logged: Logged, change: Change) -> Place:
    """The cell that shows a value that was changed: side and status of a set stand with what was done."""
    row = logged.row(change.place)
    if row is None or change.field not in ("side", "status"):
        return change.place
    return (row.step, row.part, logged.counted(row))


def kept_words(logged: Logged, made: Sequence[Change]) -> str:
    """What was changed, as it is now."""
    sides = {one.place[0] for one in made if one.field == "side"}
    if len(sides) > 1:
        row = logged.row(made[0].place)
        which = "" if row is None else f"{logged.name(row)}, set {row.set}: "
        return f"{which}left and right are swapped"
    return cell_words(logged, cell_of(logged, made[0]))[-2]
