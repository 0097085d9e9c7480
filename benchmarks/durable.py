"""One event on the disk: a transaction of the history, beside a line appended to a file and synchronised."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ratios import FINE, Row, compared, limited, percentile
from hiptimer.history.store import Store
from hiptimer.history.writing import Batch, Begun, Stamped
from hiptimer.session import events as e
from hiptimer.session.replay import Entry
from hiptimer.session.state import Status

EVENTS, FEW = 500, 30
MOST = 2.0
PEER = "JSONL + fsync"
LINE: dict[str, object] = {"at": 12.5, "kind": "press", "value": {}, "wall": "2026-11-20T18:00:00+00:00"}


def rows(quick: bool) -> Iterator[Row]:
    """By turns on the same disk; every write is durable when it ends."""
    count = FEW if quick else EVENTS
    # not in memory, where there is nothing to wait for
    with TemporaryDirectory(dir=os.environ.get("BENCHMARKS_DISK")) as directory:
        ours, theirs = _by_turns(Path(directory), count)
    yield compared("one durable event, p50", ours, PEER, theirs, count, FINE, MOST)
    yield limited("one durable event, p95", percentile(ours, 95), ours, count, FINE)
    yield limited(f"{PEER}, p95", percentile(theirs, 95), theirs, count, FINE)


def _by_turns(directory: Path, count: int) -> tuple[list[float], list[float]]:
    store = Store.open(directory / "history.db")
    wall = datetime(2026, 11, 20, 18, tzinfo=UTC)
    begun = Begun("one", "Lunges", "name = 'Lunges'", "{}", wall, planned=1)
    batch = Batch(0, [Stamped(Entry(0.0, e.Press()), wall)], [], [], Status.OPEN, None, None, 1)
    store.add(begun, batch)
    ours, theirs = [], []
    with open(directory / "events.jsonl", "a") as file:
        for number in range(1, count + 1):
            ours.append(_append(store, replace(batch, first=number)))
            theirs.append(_write(file.fileno(), LINE))
    store.close()
    return ours, theirs


def _append(store: Store, batch: Batch) -> float:
    begun = time.perf_counter()
    store.append("one", batch)
    return time.perf_counter() - begun


def _write(file: int, event: dict[str, object]) -> float:
    begun = time.perf_counter()
    os.write(file, f"{json.dumps(event)}\n".encode())
    os.fsync(file)
    return time.perf_counter() - begun
