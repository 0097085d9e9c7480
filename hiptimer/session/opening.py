"""Opening a session: a new one from a circuit and options, or one that was left, from its journal."""

from __future__ import annotations

import logging
import sqlite3
import sys
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from hiptimer.circuit.file import parse
from hiptimer.circuit.plan import Options
from hiptimer.circuit.text import clean
from hiptimer.history.journal import Journal
from hiptimer.history.records import SessionRecord
from hiptimer.history.rescue import open_rescued
from hiptimer.history.store import Store
from hiptimer.history.writing import Begun
from hiptimer.progress import hints as progress_hints
from hiptimer.progress.hints import Hints
from hiptimer.session import preferences
from hiptimer.session.ask import planned
from hiptimer.session.clock import Clock
from hiptimer.session.codec import options_from_json, options_to_json
from hiptimer.session.events import Leave, Leaving
from hiptimer.session.habits import NO_HABITS, Habits
from hiptimer.session.replay import replay
from hiptimer.session.runner import Runner
from hiptimer.session.state import Session, begin

PATIENCE = 0.1
"""Seconds to wait for a session's lock: a look whether it is live holds it for an instant, too."""
NONE_OPEN = "no session is unfinished: leave --resume out to start a new one"

log = logging.getLogger(__name__)


class Busy(Exception):
    """The session is live in another window; the message is a sentence for the user."""


class Unreadable(Exception):
    """A session that was left open can't be resumed; the message is a sentence for the user."""

    def __init__(self, error: Exception) -> None:
        told = isinstance(error, (ValueError, sqlite3.Error))
        reason = clean(str(error)) if told else "its journal can't be read"
        super().__init__(
            f"the unfinished session can't be resumed: {reason}. "
            "A new one (n, or --new) ends it as partial, with all its sets"
        )


class NothingToResume(Exception):
    """A session was to be resumed and none is open; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Start:
    """What `hiptimer start` was asked for."""

    text: str
    """The circuit file, known to be good; empty where a session is resumed."""
    options: Options
    own_times: bool = False
    """The times in the text are what was asked for: those of the settings don't replace them."""
    resume: bool | None = None
    """True: go on with the session left open. False: close it as partial. None: ask."""


def open_history(path: Path, clock: Clock) -> Store:
    """The history, to be written, whatever is wrong with its file: that is said on standard error."""
    store = open_rescued(path, clock.wall())
    if store.news and sys.stderr is not None:
        print(f"hiptimer: {clean(store.news)}.", file=sys.stderr, flush=True)
    return store


def need_open(store: Store) -> None:
    """Raise `NothingToResume` where no session is unfinished."""
    if not store.earlier.sessions(1, "open"):
        raise NothingToResume(f"nothing can be resumed: {store.unkept}" if store.unkept else NONE_OPEN)


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
    journal = Journal(store, begun, _lock(locks, begun.id))
    return Runner(clock, journal, session)


def todays(store: Store, text: str, options: Options, habits: Habits = NO_HABITS) -> Session:
    """The session that would begin now: as asked, then as set, as answered, as the history suggests.

    It begins on the side that was not first in the last finished session of this circuit, with the weights
    last used; a guest's begins with neither. The settings can have it begin on one side
    always. What of the history can't be read is left out. Raises `CircuitFaults` for a circuit that can't be.
    """
    circuit = parse(text)
    earlier = store.earlier
    answered = preferences.read(earlier.preferences())
    preferred = replace(answered, count=habits.count or answered.count)
    options = preferred.fill(habits.fill(options), circuit)
    last_first = None if options.guest else earlier.first_side(circuit.name)
    options = replace(options, first_side=habits.first(last_first, options.first_side))
    if options.guest:
        return begin(circuit, options)
    return begin(circuit, options, earlier.loads(one.id for one in circuit.every))


def hints(store: Store, session: Session, owned: Sequence[float] = ()) -> Hints:
    """What earlier sessions have to say in this one; nothing to a guest. `owned`: weights, in kg."""
    if session.options.guest:
        return progress_hints.NONE
    exercises = session.circuit.every
    found = {one.id: store.earlier.last_of(one.id, progress_hints.LOOKED_AT) for one in exercises}
    return progress_hints.hints(found, exercises, sorted(owned))


def open_left(store: Store, locks: Path, clock: Clock, session_id: str) -> Runner:
    """A session that was left open, at READY of the step that was running.

    Raises `Busy` if it is live elsewhere, `Unreadable` for a journal that this version can't read, and for
    an id not known.
    """
    lock = _lock(locks, session_id)
    try:
        return _replayed(store, lock, clock, session_id)
    except Exception as error:
        # whatever it is: what stands in the file can be anything
        lock.release()
        log.warning("session %s can't be resumed", session_id, exc_info=error)
        raise Unreadable(error) from error


def _replayed(store: Store, lock: FileLock, clock: Clock, session_id: str) -> Runner:
    begun = store.begun(session_id)
    options, loads = options_from_json(begun.options)
    first = begin(parse(begun.text), options, loads)
    kept = store.journal(session_id)
    entries = [one.value for one in kept]
    journal = Journal(store, begun, lock, kept)
    journal.remember(replay(first, entries), store.row_stamps(session_id))
    return Runner(clock, journal, first, entries)


def open_newest(store: Store, locks: Path, clock: Clock) -> Runner:
    """The session that was left last. Raises `NothingToResume`, and as `open_left` does."""
    need_open(store)
    found = left_open(store, locks) or store.earlier.sessions(status="open")
    return open_left(store, locks, clock, found[-1].id)


def close_all_as_partial(store: Store, locks: Path, clock: Clock) -> str:
    """The sessions that were left open end as partial, those too that can't be resumed.

    Returns a sentence where one could not be ended, and so is still open; mostly nothing.
    """
    troubles = [_close_as_partial(store, locks, clock, one.id) for one in left_open(store, locks)]
    trouble = next(filter(None, troubles), "")
    return f"Still unfinished: the session before could not be ended ({trouble})" if trouble else ""


def _close_as_partial(store: Store, locks: Path, clock: Clock, session_id: str) -> str:
    """Why it could not be closed, or nothing."""
    try:
        runner = open_left(store, locks, clock, session_id)
    except Busy:
        return ""  # it was resumed this instant, in another window
    except Unreadable:
        try:
            store.end(session_id, clock.wall())
        except sqlite3.Error as error:
            return str(error)
        return ""
    runner.send(Leave(Leaving.PARTIAL))
    runner.close()
    return runner.trouble or ""


def left_open(store: Store, locks: Path) -> list[SessionRecord]:
    """The sessions that were left and can be resumed, newest last; those live in a window are not."""
    return [record for record in store.earlier.sessions(status="open") if not is_live(locks, record.id)]


def is_live(locks: Path, session_id: str) -> bool:
    """Whether a session is running in some window just now."""
    if not _lock_file(locks, session_id).exists():
        return False
    try:
        _lock(locks, session_id).release()
    except Busy:
        return True
    return False


def _lock(locks: Path, session_id: str) -> FileLock:
    """The lock that marks a live session; the system lets it go when the process ends in any way.

    Where no file can be written there is none: the history stands beside it, and can't be written either.
    """
    lock = FileLock(_lock_file(locks, session_id))
    try:
        locks.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=PATIENCE, poll_interval=PATIENCE / 10)
    except Timeout:
        raise Busy("this session is live in another window: go on there, or close it first") from None
    except OSError as error:
        log.warning("no lock: %s", error)
    return lock


def _lock_file(locks: Path, session_id: str) -> Path:
    return locks / f"{session_id}.lock"
