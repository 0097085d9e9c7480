"""The history as a session asks it that is to begin: what can't be read is left out, and nothing raises.

One value in an older session that means nothing keeps nobody from training today. Whoever shows the log, or
makes something of all of it, reads it as `Past` and `Series` do, and says what is wrong.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from hiptimer.history.changes import Value, number
from hiptimer.history.faults import FAULTS
from hiptimer.history.records import SessionRecord, SetRecord
from hiptimer.history.series import Series

if TYPE_CHECKING:
    from typing import Any

T = TypeVar("T")

log = logging.getLogger(__name__)

_LARGEST = 1_000_000
"""No number in a log comes near it; what is beyond is damage."""
_is_whole = number(0, _LARGEST, whole=True)
_is_number = number(0, _LARGEST, whole=False)


class Earlier(Series):
    """What of the history can be read. No method raises."""

    def _ask(self, sql: str, values: Sequence[object] = ()) -> Iterator[Any]:
        """The rows as far as the file can be read."""
        try:
            yield from super()._ask(sql, values)
        except FAULTS as error:
            log.warning("earlier sessions are not all read: %s", error)

    def _each(self, rows: Iterable[Any], make: Callable[[Any], T]) -> Iterator[T]:
        for row in rows:
            try:
                made = make(row)
            except (sqlite3.Error, ValueError, TypeError) as error:
                log.warning("left out of the earlier sessions: %s", error)
            else:
                yield made

    def _record(self, row: Sequence[Any], exercise: str | None = None) -> SessionRecord:
        record = super()._record(row, exercise)
        _need(_is_session(record), f"session {record.id!r} has values that mean nothing")
        for one in record.sets:
            _need(_is_set(one), f"step {one.step!r} of session {record.id!r} has values that mean nothing")
        return record

    def _day(self, row: Sequence[Any]) -> tuple[datetime, int, int | None, str]:
        at, done, planned, status = super()._day(row)
        _need(at.tzinfo is not None and _is_or_none(_is_whole, planned), f"a day can't be {row!r}")
        return at, done, planned, status

    def _load(self, row: Sequence[Any]) -> float:
        _need(_is_number(row[0]), f"a load can't be {row[0]!r}")
        return super()._load(row)


def _need(true: bool, otherwise: str) -> None:
    if not true:
        raise ValueError(otherwise)


def _is_or_none(holds: Callable[[Value], bool], value: Value) -> bool:
    return value is None or holds(value)


def _is_session(record: SessionRecord) -> bool:
    ended = record.ended_at
    return (
        _are_texts(record.id, record.circuit, record.status)
        # a file is named after it
        and record.id.replace("-", "").isalnum()
        and record.started_at.tzinfo is not None
        and (ended is None or ended.tzinfo is not None)
        and all(_is_or_none(_is_whole, one) for one in (record.rpe, record.planned))
        # the clock of a machine that is set back can make it less than nothing
        and _is_or_none(number(-_LARGEST, _LARGEST * 1000, whole=False), record.lasted)
    )


def _is_set(one: SetRecord) -> bool:
    return (
        _are_texts(one.exercise, one.status, *filter(None, (one.side, one.direction, one.note)))
        and all(_is_whole(value) for value in (one.set, one.step, one.part, one.extra))
        and all(_is_or_none(_is_whole, value) for value in (one.reps, one.pain, one.reserve))
        and all(_is_or_none(_is_number, value) for value in (one.seconds, one.load_kg))
        and _is_number(one.reach_s)
        and one.at.tzinfo is not None
    )


def _are_texts(*values: object) -> bool:
    return all(isinstance(value, str) for value in values)
