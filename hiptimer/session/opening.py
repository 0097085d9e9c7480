"""Opening a session: a new one from a circuit and options, or one that was left, from its journal."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hiptimer.circuit.file import parse
from hiptimer.circuit.plan import Options
from hiptimer.history.faults import FAULTS
from hiptimer.history.journal import Journal
from hiptimer.history.store import Store
from hiptimer.history.writing import Begun
from hiptimer.progress import hints as progress_hints
from hiptimer.progress.hints import Hints
from hiptimer.session.ask import planned
from hiptimer.session.clock import Clock
from hiptimer.session.codec import options_from_json, options_to_json
from hiptimer.session.events import Leave, Leaving
from hiptimer.session.habits import NO_HABITS, Habits
from hiptimer.session.lives import Busy, Unreadable, left_open, lock_of, need_open, unfinished
from hiptimer.session.replay import replay
from hiptimer.session.runner import Runner
from hiptimer.session.state import Session, begin
from hiptimer.session.todays import todays

if TYPE_CHECKING:
    from filelock import FileLock

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
    store.make_room()
    return Runner(clock, journal, session)


def hints(store: Store, session: Session, owned: Sequence[float] = ()) -> Hints:
    """What earlier sessions have to say in this one; nothing to a guest. `owned`: weights, in kg."""
    if session.options.guest:
        return progress_hints.NONE
    exercises = session.circuit.every
    found = {one.id: store.earlier.last_of(one.id, progress_hints.LOOKED_AT) for one in exercises}
    return progress_hints.hints(found, exercises, sorted(owned))


def open_left(store: Store, locks: Path, clock: Clock, session_id: str, *, led: bool = True) -> Runner:
    """A session that was left open, at READY of the step that was running; `led`: it goes on from there.

    Raises `Busy` if it is live elsewhere, `Unreadable` for a journal that this version can't read, and for
    an id not known.
    """
    lock = lock_of(locks, session_id)
    try:
        runner = _replayed(store, lock, clock, session_id)
    except Exception as error:
        # whatever it is: what stands in the file can be anything
        lock.release()
        log.warning("session %s can't be resumed", session_id, exc_info=error)
        raise Unreadable(error) from error
    if led:
        store.make_room()
    return runner


def _replayed(store: Store, lock: FileLock, clock: Clock, session_id: str) -> Runner:
    begun = store.begun(session_id)
    options, loads = options_from_json(begun.options)
    first = begin(parse(begun.text), options, loads)
    kept = store.journal(session_id)
    entries = [one.value for one in kept]
    journal = Journal(store, begun, lock, kept)
    journal.remember(replay(first, entries), store.row_stamps(session_id))
    return Runner(clock, journal, first, entries)


def open_newest(store: Store, locks: Path, clock: Clock, guest: bool | None = None) -> Runner:
    """The session that was left last, as `unfinished` has them.

    Raises `NothingToResume`, and as `open_left` does.
    """
    need_open(store, guest)
    found = left_open(store, locks, guest) or unfinished(store, guest)
    return open_left(store, locks, clock, found[-1].id)


def close_all_as_partial(store: Store, locks: Path, clock: Clock, guest: bool = False) -> str:
    """The user's sessions left open, or the guests', end as partial; those too that can't be resumed.

    Returns a sentence where one could not be ended, and so is still open; mostly nothing.
    """
    troubles = [_close_as_partial(store, locks, clock, one.id) for one in left_open(store, locks, guest)]
    trouble = next(filter(None, troubles), "")
    return f"Still unfinished: the session before could not be ended ({trouble})" if trouble else ""


def _close_as_partial(store: Store, locks: Path, clock: Clock, session_id: str) -> str:
    """Why it could not be closed, or nothing."""
    try:
        runner = open_left(store, locks, clock, session_id, led=False)
    except Busy:
        return ""  # it was resumed this instant, in another window
    except Unreadable:
        try:
            store.end(session_id, clock.wall())
        except FAULTS as error:
            return str(error)
        return ""
    runner.send(Leave(Leaving.PARTIAL))
    runner.close()
    return runner.trouble or ""
