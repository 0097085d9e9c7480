"""What a session in a file has to be: a rule for each value, the log's own where it has one. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from hiptimer.circuit.model import Count, Direction, Side
from hiptimer.circuit.text import quoted, shown
from hiptimer.history.changes import SESSION_FIELDS, SET_FIELDS, Rule, Value, number, one_of, text
from hiptimer.limits import MOST_KG, MOST_REACH, MOST_SECONDS, MOST_SETS
from hiptimer.session.state import Status

MOST_STEPS = 10_000
MOST_PARTS = 99
LONGEST_NAME = 200
LAST_INSTANT = 1e9
"""Seconds since a session began: thirty years."""
YEARS = range(1970, 2100)

_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LONGEST_STAMP = 40


def stamped(value: object) -> str | None:
    """An instant with its offset as the log writes it; None for anything else."""
    if not isinstance(value, str) or len(value) > _LONGEST_STAMP:
        return None
    try:
        instant = datetime.fromisoformat(value)
        # as text it must be an instant on every clock, at the ends of the calendar too
        return instant.isoformat() if instant.tzinfo and instant.year in YEARS else None
    except ValueError:
        return None


def _is_uuid(value: Value) -> bool:
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


def _whole(low: int, high: int, *, optional: bool = False) -> Rule:
    return Rule(number(low, high, whole=True), f"a whole number from {low} to {high}", optional)


def _seconds(high: float, *, optional: bool = False) -> Rule:
    return Rule(number(0, high, whole=False), f"seconds from 0 to {high:.0f}", optional)


def _word(*words: str, optional: bool = False) -> Rule:
    return Rule(one_of(*words), f"{', '.join(words[:-1])} or {words[-1]}", optional)


_NAME = Rule(text(LONGEST_NAME), f"text of at most {LONGEST_NAME} characters", optional=False)
_INSTANT = Rule(
    lambda value: stamped(value) is not None,
    f"a date and time with its offset, of the years {YEARS[0]} to {YEARS[-1]}",
    optional=False,
)
_YES_NO = Rule(lambda value: isinstance(value, bool), "true or false", optional=False)

SET: Mapping[str, Rule] = {
    **SET_FIELDS,
    "set": _whole(1, MOST_STEPS),
    "exercise": _NAME,
    "side": _word(*Side, optional=True),
    "direction": _word(*Direction, optional=True),
    "reach_s": _seconds(MOST_REACH),
    "extra": _YES_NO,
    "at": _INSTANT,
}
"""Of a set; `log --json` has all of them but the reserve."""
PLACE: Mapping[str, Rule] = {
    "step": _whole(0, MOST_STEPS),
    "part": _whole(0, MOST_PARTS),
    "at_s": _seconds(LAST_INSTANT),
}
"""Of a set of a session with a journal, too."""
SESSION: Mapping[str, Rule] = {
    **SESSION_FIELDS,
    "id": Rule(_is_uuid, "a UUID in small letters", optional=False),
    "circuit": _NAME,
    "started_at": _INSTANT,
    "ended_at": Rule(_INSTANT.holds, _INSTANT.expected),
    "status": _word(*Status),
    "guest": _YES_NO,
    "planned": _whole(0, MOST_STEPS, optional=True),
}
EVENT: Mapping[str, Rule] = {
    "at": Rule(number(0, LAST_INSTANT, whole=False), "seconds since the session began", optional=False),
    "wall": _INSTANT,
    "kind": _NAME,
}
CHANGE: Mapping[str, Rule] = {
    "at": _INSTANT,
    "step": _whole(0, MOST_STEPS, optional=True),
    "part": _whole(0, MOST_PARTS, optional=True),
    "field": _NAME,
}
OPTIONS: Mapping[str, Rule] = {
    "sets": _whole(1, MOST_SETS, optional=True),
    "lead_in": _seconds(MOST_SECONDS, optional=True),
    "switch": _seconds(MOST_SECONDS, optional=True),
    "rest": _seconds(MOST_SECONDS, optional=True),
    "round_rest": _seconds(MOST_SECONDS, optional=True),
    "wait": Rule(lambda value: isinstance(value, bool), "true or false", optional=True),
    "reach": _seconds(MOST_REACH, optional=True),
    "count": _word(*Count, optional=True),
    "first_side": _word(*Side),
    "guest": _YES_NO,
}
"""What a session was opened with; an older one may have less of it."""
LOAD: Mapping[str, Rule] = {
    "exercise": _NAME,
    "side": _word(*Side, optional=True),
    "kg": Rule(number(0, MOST_KG, whole=False), f"kilograms from 0 to {MOST_KG}", optional=False),
}
FLOATS = frozenset(("seconds", "reach_s", "load_kg", "at_s"))
"""Values that are no whole numbers, even where they are written as such."""


def told(value: object) -> str:
    """A value out of a JSON file, in the words of a message."""
    match value:
        case None:
            return "nothing"
        case dict():
            return "an object"
        case str():
            return quoted(value)
        case _:
            return shown(value)
