"""Two histories of one session become one. Pure.

A session is its core, as it stood before anything was changed in it, and its changes. Of two cores the
richer one is taken: more events, then the later, then the text that sorts higher. Where only values differ
that can be changed (two prints of `log --json`), the higher of each is taken. The changes of both are united
and written again in the order of their time, so that of each value the last word holds.

So joining is commutative, associative and idempotent: histories join in any order, and twice changes nothing.
It rests on this: what a changed value was at first is the `before` of its first change, whatever the core
says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from hiptimer.exchange.values import Logged, LoggedSet
from hiptimer.history.changes import SESSION_FIELDS, SET_FIELDS, Change, Value

Values = dict[tuple[int, int, str], Value]
"""By the place of a change."""

_T = TypeVar("_T", Logged, LoggedSet)
_STANDING = ("open", "partial", "finished", "discarded")
"""Of two that differ in nothing else, the later one."""
_BLANK_SET: Mapping[str, Any] = dict.fromkeys(SET_FIELDS)
_BLANK: Mapping[str, Any] = dict.fromkeys(SESSION_FIELDS)


def joined(one: Logged, other: Logged) -> Logged:
    """Two histories of the session of one id as one."""
    if one == other:
        return one
    changes = by_time((*one.changes, *other.changes))
    return changed(_richer(unchanged(one), unchanged(other)), changes)


def by_time(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes in the order of their time, each once."""
    return tuple(one for _, one in sorted({_order(change): change for change in changes}.items()))


def _order(change: Change) -> tuple[float, str]:
    text = (change.at.isoformat(), change.place, change.before, change.after)
    return change.at.timestamp(), repr(text)


def unchanged(session: Logged) -> Logged:
    """The core: the session as it was before the first of its changes."""
    before: Values = {change.place: change.before for change in reversed(session.changes)}
    return replace(_with(session, before), changes=())


def changed(core: Logged, changes: tuple[Change, ...]) -> Logged:
    """A core with its changes, which are in the order of their time. What is corrected is no more open."""
    if not changes:
        return core
    after = _with(core, {change.place: change.after for change in changes})
    return replace(after, status="partial" if after.status == "open" else after.status, changes=changes)


def _with(session: Logged, values: Values) -> Logged:
    """Some values put in their places; what has no place is left out."""
    if not values:
        return session
    by_set: dict[tuple[int, int], dict[str, Any]] = {}
    for (step, part, field), value in values.items():
        by_set.setdefault((step, part), {})[field] = value
    whole = by_set.pop((-1, -1), {})
    sets = tuple(replace(row, **by_set[row.place]) if row.place in by_set else row for row in session.sets)
    return replace(session, sets=sets, **whole)


def _richer(one: Logged, other: Logged) -> Logged:
    ours, theirs = _wealth(one), _wealth(other)
    if ours == theirs:
        ours, theirs = (*ours, _canonical(one)), (*theirs, _canonical(other))
    if ours == theirs:
        return _higher(one, other)
    return one if ours > theirs else other


def _wealth(core: Logged) -> tuple[object, ...]:
    stamps = [event.wall for event in core.events[-1:]] or [row.at for row in core.sets]
    latest = max((datetime.fromisoformat(stamp).timestamp() for stamp in stamps), default=0.0)
    return len(core.events), latest


def _canonical(core: Logged) -> str:
    """A core without what can be changed in it, as text."""
    sets = tuple(sorted((replace(row, **_BLANK_SET) for row in core.sets), key=lambda row: row.place))
    return repr(replace(core, sets=sets, **_BLANK))


def _higher(one: Logged, other: Logged) -> Logged:
    """Two cores that differ in what can be changed only: of each value the higher one."""
    by_place = {row.place: row for row in other.sets}
    sets = tuple(_higher_values(row, by_place[row.place], SET_FIELDS) for row in one.sets)
    return replace(_higher_values(one, other, SESSION_FIELDS), sets=sets)


def _higher_values(one: _T, other: _T, fields: Iterable[str]) -> _T:
    values = {
        field: max(getattr(one, field), getattr(other, field), key=partial(_height, field))
        for field in fields
    }
    return replace(one, **values)


def _height(field: str, value: Value) -> tuple[int, Any]:
    if value is None:
        return 0, 0
    return 1, _STANDING.index(value) if field == "status" and value in _STANDING else value
