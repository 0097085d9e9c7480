"""A session as a file has it, from our own export or from `log --json`, read into a value. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from hiptimer.exchange.faults import Faults, Unfit
from hiptimer.exchange.joining import by_time, changed, unchanged
from hiptimer.exchange.journals import MOST_EVENTS, event_of, options_of
from hiptimer.exchange.rules import (
    CHANGE,
    FLOATS,
    MOST_STEPS,
    PLACE,
    SESSION,
    SET,
    stamped,
    told,
)
from hiptimer.exchange.values import Logged, LoggedSet
from hiptimer.history.changes import SESSION_FIELDS, SET_FIELDS, Change
from hiptimer.history.changes import text as text_of
from hiptimer.limits import LONGEST_TEXT

MOST_CHANGES = 10_000
_CIRCUIT = text_of(LONGEST_TEXT)


class Reader:
    """Reads the sessions of one file; `circuits` are its circuit files, by their digests."""

    def __init__(self, circuits: Mapping[str, object]) -> None:
        self._circuits = circuits

    def read(self, value: object) -> Logged:
        """A session, its changes written in their places; its journal is read, and not replayed.

        Raises `Unfit`, with every reason.
        """
        if not isinstance(value, dict):
            raise Unfit(f"expected a session, got {told(value)}")
        faults = Faults()
        found = faults.fields(value, SESSION)
        journal = [
            event_of(one, f"event {n}", faults)
            for n, one in enumerate(_list(value, "events", MOST_EVENTS, faults), 1)
        ]
        sets = _sets(value, faults)
        changes = _changes(value, faults)
        options = options_of(value["options"], faults) if "options" in value else "{}"
        text = self._text(value, faults)
        faults.raise_any()
        events = tuple(one for one in journal if one is not None)
        return _logged(found, {"text": text, "options": options, "events": events}, sets, changes)

    def _text(self, value: Mapping[str, Any], faults: Faults) -> str:
        """The circuit file; empty where none is named."""
        digest = value.get("circuit_file")
        if digest is None:
            return ""
        text = self._circuits.get(digest) if isinstance(digest, str) else None
        if isinstance(text, str) and _CIRCUIT(text):
            return text
        faults.add("", f"circuit_file: expected the digest of a circuit in this file, got {told(digest)}")
        return ""


def _logged(
    found: dict[str, Any], kept: dict[str, Any], sets: tuple[LoggedSet, ...], changes: tuple[Change, ...]
) -> Logged:
    began, ended = stamped(found["started_at"]) or "", stamped(found["ended_at"])
    session = Logged(
        **{**found, **kept, "started_at": began, "ended_at": ended, "sets": sets, "changes": changes}
    )
    if not session.events:
        session = replace(_placed(session), status="partial" if session.status == "open" else session.status)
    ordered = sorted(session.sets, key=lambda row: (row.at_s, row.step, row.part))
    return changed(unchanged(replace(session, sets=tuple(ordered))), changes)


def _list(value: Mapping[str, Any], name: str, most: int, faults: Faults) -> list[object]:
    found = value.get(name, [])
    if isinstance(found, list) and len(found) <= most:
        return found
    faults.add("", f"{name}: expected a list of at most {most}, got {told(found)}")
    return []


def _sets(value: Mapping[str, Any], faults: Faults) -> tuple[LoggedSet, ...]:
    rows: list[LoggedSet] = []
    places: set[tuple[int, int]] = set()
    for n, one in enumerate(_list(value, "sets", MOST_STEPS, faults), 1):
        if not isinstance(one, dict):
            faults.add(f"set {n}", f"expected an object, got {told(one)}")
            continue
        before = len(faults.reasons)
        placed = "step" in one
        found: dict[str, Any] = faults.fields(one, SET, f"set {n}")
        found |= faults.fields(one, PLACE, f"set {n}") if placed else {"step": -n, "part": 0, "at_s": 0}
        if len(faults.reasons) > before:
            continue
        exact = {name: float(found[name]) + 0.0 for name in FLOATS if found[name] is not None}
        row = LoggedSet(**{**found, **exact, "at": stamped(found["at"])})
        if row.place in places:
            faults.add(f"set {n}", "there are two of this step and part")
        places.add(row.place)
        rows.append(row)
    loose = sum(row.step < 0 for row in rows)
    if loose and (loose < len(rows) or value.get("events")):
        faults.add("", "step: every set has one, or none has, as in log --json, which has no events")
    return tuple(rows)


def _placed(session: Logged) -> Logged:
    """The sets of `log --json` name no step: one each, in their order; the directions of a set share it."""
    began = datetime.fromisoformat(session.started_at)
    rows: list[LoggedSet] = []
    if any(row.step >= 0 for row in session.sets):
        return session
    for row in session.sets:
        after = max(0.0, (datetime.fromisoformat(row.at) - began).total_seconds())
        step, part = _next_place(rows, row)
        rows.append(replace(row, step=step, part=part, at_s=after))
    return replace(session, sets=tuple(rows))


def _next_place(rows: list[LoggedSet], row: LoggedSet) -> tuple[int, int]:
    if not rows:
        return 0, 0
    last = rows[-1]
    same = (row.set, row.exercise, row.side) == (last.set, last.exercise, last.side)
    told_already = {one.direction for one in rows if one.step == last.step}
    if same and row.direction is not None and row.direction not in told_already:
        return last.step, last.part + 1
    return last.step + 1, 0


def _changes(value: Mapping[str, Any], faults: Faults) -> tuple[Change, ...]:
    found: list[Change] = []
    for n, one in enumerate(_list(value, "changes", MOST_CHANGES, faults), 1):
        if not isinstance(one, dict):
            faults.add(f"change {n}", f"expected an object, got {told(one)}")
            continue
        before = len(faults.reasons)
        named: dict[str, Any] = faults.fields(one, CHANGE, f"change {n}")
        if len(faults.reasons) == before:
            found.append(
                Change(
                    datetime.fromisoformat(named["at"]), named["step"], named["part"], named["field"],
                    one.get("before"), one.get("after"),
                )
            )  # fmt: skip
            _check(found[-1], f"change {n}", faults)
    return by_time(found) if not faults.reasons else ()


def _check(change: Change, where: str, faults: Faults) -> None:
    rule = (SESSION_FIELDS if change.step is None else SET_FIELDS).get(change.field)
    if rule is None or (change.step is None) != (change.part is None):
        faults.add(where, f"{told(change.field)} is nothing that is changed in the log")
        return
    for value in (change.before, change.after):
        if not rule.allows(value):
            faults.add(where, f"{change.field}: expected {rule.expected}, got {told(value)}")
