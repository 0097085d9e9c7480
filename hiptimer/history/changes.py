"""What is changed in the log after its session: which values may be, and to what. Pure.

A change is kept beside the session for good, with the value before it, so that the log can always be taken
back, and so that two logs of one session can be joined.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from hiptimer.history.records import Morning
from hiptimer.limits import HARDEST, LONGEST_NOTE, MOST_KG, MOST_REPS, MOST_RESERVE, MOST_SECONDS
from hiptimer.values import dataclass

if TYPE_CHECKING:
    from hiptimer.history.records import SessionRecord, SetRecord

Value = int | float | str | None
"""As the log has it; seconds in tenths with the reach taken off, weights in kg."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class NotAllowed(ValueError):
    """A value that can't be in the log; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that was changed: of a set, or of the whole session where `step` and `part` are None."""

    at: datetime
    """When it was changed, with the local offset."""
    step: int | None
    part: int | None
    field: str
    before: Value
    after: Value

    @property
    def place(self) -> tuple[int, int, str]:
        """Which value it is, to be compared; -1 stands for the session."""
        return (-1 if self.step is None else self.step, -1 if self.part is None else self.part, self.field)


def number(low: float, high: float, *, whole: bool) -> Callable[[Value], bool]:
    """Whether a value is a number within a range; True and False are none."""
    kind = int if whole else (int, float)
    # NaN is in no range
    return lambda value: isinstance(value, kind) and not isinstance(value, bool) and low <= value <= high


def one_of(*words: str) -> Callable[[Value], bool]:
    """Whether a value is one of these words."""
    return lambda value: value in words


def text(longest: int) -> Callable[[Value], bool]:
    """Whether a value is text of some length, that can be written: half of a surrogate pair can't."""
    return lambda value: isinstance(value, str) and 0 < len(value) <= longest and not _SURROGATE.search(value)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a value in the log has to be."""

    holds: Callable[[Value], bool]
    expected: str
    """In words, for a message."""
    optional: bool = True
    """It may be None."""

    def allows(self, value: Value) -> bool:
        """Whether a value can be in the log."""
        return self.optional if value is None else self.holds(value)


_SIDES = ("left", "right")
_RATING = Rule(number(0, HARDEST, whole=True), f"a whole number from 0 to {HARDEST}")

SET_FIELDS: Mapping[str, Rule] = {
    "reps": Rule(number(0, MOST_REPS, whole=True), f"a whole number from 0 to {MOST_REPS}"),
    "seconds": Rule(number(0, MOST_SECONDS, whole=False), f"seconds from 0 to {MOST_SECONDS}"),
    "load_kg": Rule(number(0, MOST_KG, whole=False), f"kilograms from 0 to {MOST_KG}"),
    "side": Rule(one_of(*_SIDES), "left or right", optional=False),
    "status": Rule(one_of("done", "skipped", "interrupted"), "done, skipped or interrupted", optional=False),
    "pain": _RATING,
    "reserve": Rule(number(0, MOST_RESERVE, whole=True), f"a whole number from 0 to {MOST_RESERVE}"),
    "note": Rule(text(LONGEST_NOTE), f"a note of at most {LONGEST_NOTE} characters"),
}
"""What of a set may be changed."""
SESSION_FIELDS: Mapping[str, Rule] = {
    "rpe": _RATING,
    "morning": Rule(one_of(*Morning), f"{', '.join(Morning)}"),
    "status": Rule(
        one_of("finished", "partial", "discarded"), "finished, partial or discarded", optional=False
    ),
}
"""What of a session may be changed; a discarded one is out of the log, and can be brought back."""


def check(change: Change) -> None:
    """Raise `NotAllowed` where the new value can't be in the log."""
    rule = (SESSION_FIELDS if change.step is None else SET_FIELDS).get(change.field)
    if rule is None:
        raise NotAllowed(f"{change.field} can't be changed")
    if not rule.allows(change.after):
        raise NotAllowed(f"{change.field}: expected {rule.expected}, got {change.after!r}")


def of_set(row: SetRecord, field: str, after: Value, at: datetime) -> Change:
    """A change of one value of a set. Raises `NotAllowed`."""
    change = Change(at, row.step, row.part, field, getattr(row, field, None), after)
    _stays_itself(row, change)
    check(change)
    return change


def _stays_itself(row: SetRecord, change: Change) -> None:
    """A hold stays a hold, a set of one leg stays one of a leg."""
    if change.field == "side" and row.side not in _SIDES:
        raise NotAllowed(f"side: a set of {row.exercise} has none to change")
    if change.field in ("reps", "seconds") and getattr(row, change.field) is None and row.status == "done":
        raise NotAllowed(f"{change.field}: {row.exercise} is counted in the other way")


def of_session(record: SessionRecord, field: str, after: Value, at: datetime) -> Change:
    """A change of one value of a session. Raises `NotAllowed`."""
    change = Change(at, None, None, field, getattr(record, field, None), after)
    check(change)
    return change


def taken_back(changes: Iterable[Change], at: datetime) -> tuple[Change, ...]:
    """The changes that undo these, newest first."""
    return tuple(
        Change(at, one.step, one.part, one.field, one.after, one.before) for one in reversed(tuple(changes))
    )


def edits(changes: Iterable[Change]) -> list[tuple[Change, ...]]:
    """What was changed and stands, oldest first: changes of one instant are one edit.

    An edit that puts everything back as it was before the one before it takes that one away.
    """
    found: list[tuple[Change, ...]] = []
    for _, together in groupby(changes, key=lambda one: one.at):
        edit = tuple(together)
        if found and _undoes(edit, found[-1]):
            found.pop()
        else:
            found.append(edit)
    return found


def _undoes(edit: Sequence[Change], before: Sequence[Change]) -> bool:
    return [(one.place, one.before, one.after) for one in edit] == [
        (one.place, one.after, one.before) for one in reversed(before)
    ]


@dataclass(frozen=True, slots=True)
class Was:
    """A value as it was before all changes, and when it was changed last."""

    value: Value
    at: datetime


def originals(changes: Iterable[Change]) -> dict[tuple[int, int, str], Was]:
    """What each value was that is another now, by `Change.place`."""
    found: dict[tuple[int, int, str], Was] = {}
    for one in changes:
        before = found.pop(one.place).value if one.place in found else one.before
        if one.after != before:
            found[one.place] = Was(before, one.at)
    return found


def instant_after(changes: Sequence[Change], now: datetime) -> datetime:
    """Now, but later than every change there is: what is changed next is an edit of its own."""
    return max([now, *(one.at + timedelta(microseconds=1) for one in changes)])
