"""Opening a session: a new one from a circuit and options, or one that was left, from its journal."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Sequence
from pathlib import Path

from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.file import parse
from hiptimer.circuit.plan import Options
from hiptimer.history.journal import Journal
from hiptimer.history.store import Batch, Begun, Store
from hiptimer.progress import hints as progress_hints
from hiptimer.progress.hints import Hints
from hiptimer.session.ask import planned
from hiptimer.session.clock import Clock
from hiptimer.session.codec import options_from_json, options_to_json
from hiptimer.session.events import Leave, Leaving
from hiptimer.session.habits import NO_HABITS, Habits
from hiptimer.session.lives import UNREADABLE, Busy, Unreadable, left_open, lock_of, need_open
from hiptimer.session.replay import replay
from hiptimer.session.runner import Runner
from hiptimer.session.state import Session, Status, begin
from hiptimer.session.todays import todays

log = logging.getLogger(__name__)


def open_new(
    store: Store, locks: Path, clock: Clock, text: str, options: Options, habits: Habits = NO_HABITS
) -> Runner:
    """A new session of the circuit file `text`. Nothing is written before its first event.

    Raises as `todays` does.
    """
    session = todays(store, text, options, habits)
    kept = options_to_json(session.options, session.loads)
    asked = len(planned(session))
    begun = Begun(str(uuid.uuid4()), session.circuit.name, text, kept, clock.wall(), options.guest, asked)
    journal = Journal(store, begun, lock_of(locks, begun.id))
    return Runner(clock, journal, session)


def hints(store: Store, session: Session, owned: Sequence[float] = ()) -> Hints:
    """What earlier sessions have to say in this one; nothing to a guest. `owned`: weights, in kg.

    Raises `sqlite3.Error` for a history that can't be read.
    """
    if session.options.guest:
        return progress_hints.NONE
    exercises = session.circuit.every
    found = {one.id: store.last_of(one.id, progress_hints.LOOKED_AT) for one in exercises}
    return progress_hints.hints(found, exercises, sorted(owned))


def open_left(store: Store, locks: Path, clock: Clock, session_id: str) -> Runner:
    """A session that was left open, at READY of the step that was running.

    Raises `Busy` if it is live elsewhere, `KeyError` for an id not known, `Unreadable` for a journal
    that this version can't read.
    """
    lock = lock_of(locks, session_id)
    try:
        begun = store.begun(session_id)
        try:
            options, loads = options_from_json(begun.options)
            first = begin(parse(begun.text), options, loads)
            entries = store.entries(session_id)
            journal = Journal(store, begun, lock, written=len(entries))
            journal.remember(replay(first, entries), store.row_stamps(session_id))
            runner = Runner(clock, journal, first, entries)
        except (CircuitFaults, ValueError, TypeError, LookupError) as error:
            log.warning("not to be resumed: %s: %s", session_id, error)
            raise Unreadable(UNREADABLE) from error
    except BaseException:
        lock.release()
        raise
    return runner


def open_newest(store: Store, locks: Path, clock: Clock) -> Runner:
    """The session that was left last. Raises `NothingToResume`, and as `open_left` does."""
    need_open(store)
    found = left_open(store, locks) or store.sessions(status="open")
    return open_left(store, locks, clock, found[-1].id)


def close_all_as_partial(store: Store, locks: Path, clock: Clock) -> None:
    """The sessions that were left open end as partial; of one that can't be resumed, no more is changed."""
    for record in left_open(store, locks):
        try:
            runner = open_left(store, locks, clock, record.id)
        except Busy:
            continue
        except Unreadable:
            store.append(record.id, Batch(0, (), (), (), Status.PARTIAL, clock.wall(), record.rpe))
            continue
        runner.send(Leave(Leaving.PARTIAL))
        runner.close()
