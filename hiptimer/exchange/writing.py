"""A session as it is exported: a line of JSON, of which `exchange.reading` makes the same again. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from hiptimer.exchange.values import Logged, LoggedEvent
from hiptimer.history.changes import Change
from hiptimer.history.records import FORMAT, VERSION

_SET = (
    "set", "exercise", "side", "direction", "reps", "seconds", "reach_s", "load_kg", "status", "extra",
    "pain", "note", "at", "reserve", "step", "part", "at_s",
)  # fmt: skip
"""In the order of `log --json`, then what only the export has."""


def digest(text: str) -> str:
    """What a circuit file is called by; the same for the same text anywhere."""
    return sha256(text.encode()).hexdigest()


def document(circuits: Mapping[str, str], sessions: Iterable[Logged]) -> Iterator[str]:
    """The lines of the file, a circuit or a session each; `circuits` are circuit files by their digests."""
    yield f'{{"format": "{FORMAT}", "version": {VERSION}, "circuits": {{'
    yield from _separated(
        f"{json.dumps(name)}: {json.dumps(circuits[name])}" for name in sorted(circuits) if circuits[name]
    )
    yield '}, "sessions": ['
    yield from _separated(json.dumps(_session(one)) for one in sessions)
    yield "]}"


def _separated(items: Iterable[str]) -> Iterator[str]:
    before: str | None = None
    for item in items:
        if before is not None:
            yield f"{before},"
        before = item
    if before is not None:
        yield before


def _session(session: Logged) -> dict[str, Any]:
    return {
        "id": session.id,
        "circuit": session.circuit,
        "started_at": session.started_at,
        "ended_at": session.ended_at,
        "status": session.status,
        "rpe": session.rpe,
        "guest": session.guest,
        "sets": [{name: getattr(row, name) for name in _SET} for row in session.sets],
        "planned": session.planned,
        "morning": session.morning,
        "circuit_file": digest(session.text) if session.text else None,
        "options": json.loads(session.options) if session.events else {},
        "events": [_event(one) for one in session.events],
        "changes": [_change(one) for one in session.changes],
    }


def _event(event: LoggedEvent) -> dict[str, Any]:
    return {"at": event.at, "wall": event.wall, "kind": event.kind, "value": json.loads(event.value)}


def _change(change: Change) -> dict[str, Any]:
    return {**asdict(change), "at": change.at.isoformat()}
