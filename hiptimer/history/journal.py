"""The journal of one live session: every event durable before its effect is shown.

The one exception: while the file can't be written (another process holds it, the disk is full), the
events wait here in order, `trouble` says why, and each `retry` tries again.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from filelock import FileLock

from hiptimer.history.faults import FAULTS
from hiptimer.history.store import Store
from hiptimer.history.writing import Batch, Begun, Behind, Stamped
from hiptimer.session.ask import ended, planned
from hiptimer.session.replay import Entry
from hiptimer.session.rows import Row, rows, rows_of, touched
from hiptimer.session.state import Session

log = logging.getLogger(__name__)


class Journal:
    """Writes one session. It holds the session's lock, which `close` lets go."""

    def __init__(
        self, store: Store, begun: Begun, lock: FileLock, kept: Sequence[Stamped[Entry]] = ()
    ) -> None:
        self._store = store
        self._begun = begun
        self._lock = lock
        self._kept = list(kept)
        """What was written, all of it: the file can be moved away, or exchanged."""
        self._waiting: list[Stamped[Entry]] = []
        self._rows: dict[tuple[int, int], Stamped[Row]] = {}
        """As they stand in the file."""
        self._written: Session | None = None
        """The session whose rows they are, as it was written; None: that is not known."""
        self._session: Session | None = None
        self._now: Stamped[float] | None = None
        self._ended: Stamped[float] | None = None
        self.trouble: str | None = store.unkept or None
        """Why nothing is saved, and events are waiting; or None."""

    @property
    def id(self) -> str:
        """The session's uuid."""
        return self._begun.id

    @property
    def started(self) -> bool:
        """Whether the session is in the file at all; a new one is from its first event on."""
        return bool(self._kept)

    def remember(self, session: Session, stamps: dict[tuple[int, int], datetime]) -> None:
        """Take note of the rows that are in the file already, when a session is resumed."""
        found = ((row, stamps.get((row.step, row.part))) for row in rows(session))
        self._rows = {(row.step, row.part): Stamped(row, wall) for row, wall in found if wall is not None}

    def record(self, entries: Sequence[Entry], session: Session, at: float, wall: datetime) -> None:
        """Write events and the session they led to; `at` and `wall` are the same instant."""
        stamped = [Stamped(entry, wall - timedelta(seconds=at - entry.at)) for entry in entries]
        if not self.started and not self._waiting and stamped:
            self._begun = replace(self._begun, started_at=stamped[0].wall)
        self._waiting.extend(stamped)
        self._session = session
        self._now = Stamped(at, wall)
        over = ended(session)
        if over is None:
            self._ended = None
        elif self._ended is None or self._ended.value != over:
            self._ended = Stamped(over, wall - timedelta(seconds=at - over))
        self.retry()

    def retry(self) -> None:
        """Write what is waiting; if it can't be written, it goes on waiting."""
        if not self._waiting or self._session is None:
            return
        try:
            self._write(self._batch(self._session))
            self._written = self._session
        except FAULTS as error:
            if self.trouble is None:
                log.warning("not being saved: %s", error)
            self.trouble = str(error)
            return
        self.trouble = None

    def _write(self, batch: Batch) -> None:
        stand = {key: one for key, one in self._rows.items() if key not in batch.gone}
        stand |= {(one.value.step, one.value.part): one for one in batch.changed}
        try:
            if self.started:
                self._store.append(self.id, batch)
            else:
                self._store.add(self._begun, batch)
        except Behind as error:
            log.warning("all of the session is written once more: %s", error)
            entries = (*self._kept, *batch.entries)
            whole = replace(batch, first=0, entries=entries, changed=[*stand.values()], gone=())
            self._store.restore(self._begun, whole)
        self._kept.extend(batch.entries)
        self._waiting.clear()
        self._rows = stand

    def _batch(self, session: Session) -> Batch:
        steps = self._touched(session)
        now = {(row.step, row.part): row for row in rows_of(session, steps & session.outcomes.keys())}
        return Batch(
            first=len(self._kept),
            entries=tuple(self._waiting),
            changed=self._stamped([row for key, row in now.items() if not self._stands(key, row)]),
            gone=[key for key in self._rows if key[0] in steps and key not in now],
            status=session.status,
            ended_at=None if self._ended is None else self._ended.wall,
            rpe=session.effort,
            planned=len(planned(session)),
        )

    def _touched(self, session: Session) -> set[int]:
        """The steps whose rows may not stand in the file as they are: few, however long the session is."""
        if self._written is None:
            return {step for step, _ in self._rows} | session.outcomes.keys()
        return touched(self._written, session)

    def _stands(self, key: tuple[int, int], row: Row) -> bool:
        return key in self._rows and self._rows[key].value == row

    def _stamped(self, changed: Sequence[Row]) -> list[Stamped[Row]]:
        """A row changed later, or moved, keeps the time at which its set was completed."""
        if not changed:
            return []
        assert self._now is not None
        at, wall = self._now.value, self._now.wall
        walls = {one.value.at: one.wall for one in self._rows.values()}
        return [Stamped(row, walls.get(row.at) or wall - timedelta(seconds=at - row.at)) for row in changed]

    def close(self) -> None:
        """One more try to write, then let the lock go."""
        self.retry()
        # taken away while it is still held, so that nobody else is holding it; Windows can't
        with suppress(OSError):
            Path(self._lock.lock_file).unlink()
        self._lock.release()
