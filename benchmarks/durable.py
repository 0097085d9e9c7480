"""One event on the disk: a transaction of the history, beside a line appended to a file and synchronised."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ratios import FINE, Row, compared, limited, percentile
from hiptimer.history.store import Store
from hiptimer.history.writing import Batch, Begun, Stamped
from hiptimer.session import events as e
from hiptimer.session.replay import Entry
from hiptimer.session.state import Status

SESSIONS, FEW = 10, 1
EVENTS = 50
"""In a session, after its first one, which brings the session itself."""
MOST = 2.0
PEER = "JSONL + fsync"
LINE: dict[str, object] = {"at": 12.5, "kind": "press", "value": {}, "wall": "2026-11-20T18:00:00+00:00"}
WALL = datetime(2026, 11, 20, 18, tzinfo=UTC)
BATCH = Batch(0, [Stamped(Entry(0.0, e.Press()), WALL)], [], [], Status.OPEN, None, None, 1)


def rows(quick: bool) -> Iterator[Row]:
    """By turns on the same disk; every write is durable when it ends."""
    sessions = FEW if quick else SESSIONS
    count = sessions * EVENTS
    # not in memory, where there is nothing to wait for
    with TemporaryDirectory(dir=os.environ.get("BENCHMARKS_DISK")) as directory:
        first, ours, theirs = _by_turns(Path(directory), sessions)
    yield compared("one durable event, p50", ours, PEER, theirs, count, FINE, MOST)
    yield limited("one durable event, p95", percentile(ours, 95), ours, count, FINE)
    yield limited("the first event of a session, p50", percentile(first, 50), first, sessions, FINE)
    yield limited(f"{PEER}, p95", percentile(theirs, 95), theirs, count, FINE)


def _by_turns(directory: Path, sessions: int) -> tuple[list[float], list[float], list[float]]:
    """Seconds of the first event of each session, of the others, and of as many lines."""
    store = Store.open(directory / "history.db")
    first, ours, theirs = [], [], []
    with open(directory / "events.jsonl", "a") as file:
        for session in range(sessions):
            begun = Begun(str(session), "Lunges", "name = 'Lunges'", "{}", WALL, planned=1)
            store.make_room()
            first.append(_timed(partial(store.add, begun, BATCH)))
            for number in range(1, EVENTS + 1):
                ours.append(_timed(partial(store.append, begun.id, replace(BATCH, first=number))))
                theirs.append(_timed(partial(_write, file.fileno(), LINE)))
    store.close()
    return first, ours, theirs


def _timed(write: Callable[[], None]) -> float:
    begun = time.perf_counter()
    write()
    return time.perf_counter() - begun


def _write(file: int, event: dict[str, object]) -> None:
    os.write(file, f"{json.dumps(event)}\n".encode())
    os.fsync(file)
