"""What a session should have sounded like, from its journal alone."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from datetime import datetime
from math import inf
from pathlib import Path

from hiptimer.circuit.file import parse
from hiptimer.history.store import Store
from hiptimer.session.codec import options_from_json
from hiptimer.session.cues import Due
from hiptimer.session.machine import apply, settle
from hiptimer.session.sheet import cue_sheet
from hiptimer.session.state import Session, begin


@dataclass(frozen=True, slots=True)
class Planned:
    """Every cue that was due, and the reading of the monotonic clock at session second 0."""

    dues: tuple[Due, ...]
    zero: float


def planned(database: Path) -> Planned:
    """The cues of the only session in a history."""
    store = Store.read(database)
    assert store is not None
    try:
        (record,) = store.sessions()
        begun = store.begun(record.id)
        entries = store.entries(record.id)
    finally:
        store.close()
    session = begin(parse(begun.text), *options_from_json(begun.options))
    dues: dict[Due, None] = {}
    for entry, until in zip(entries, [*(entry.at for entry in entries[1:]), inf], strict=True):
        session = apply(session, entry.event, entry.at)
        while True:
            dues.update(dict.fromkeys(due for due in cue_sheet(session) if entry.at <= due.at < until))
            if not _runs_out(session, until):
                break
            assert session.deadline is not None
            session = settle(session, session.deadline)
    return Planned(tuple(sorted(dues, key=lambda due: due.at)), _zero(database))


def _runs_out(session: Session, before: float) -> bool:
    return session.deadline is not None and session.frozen_at is None and session.deadline < before


def _zero(database: Path) -> float:
    """By the date and time of the events; the tests last too short for that clock to go wrong."""
    connection = sqlite3.connect(database)
    try:
        rows = connection.execute("SELECT wall, at FROM events").fetchall()
    finally:
        connection.close()
    ahead = time.time() - time.monotonic()
    began: float = min(datetime.fromisoformat(wall).timestamp() - at for wall, at in rows)
    return began - ahead
