"""Opening a session: a new one from a circuit and options, or one that was left, from its journal."""

from __future__ import annotations

import logging
import sys
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.file import parse
from hiptimer.circuit.plan import Options
from hiptimer.circuit.text import clean
from hiptimer.history.journal import Journal
from hiptimer.history.records import SessionRecord
from hiptimer.history.rescue import open_rescued
from hiptimer.history.store import Batch, Begun, Store
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
from hiptimer.session.state import Session, Status, begin

UNREADABLE = (
    "the session that was left can't be resumed: this hiptimer can't read how it went. "
    "What is logged of it stays. hiptimer start --new begins another one"
)
NONE_OPEN = "no session is unfinished: leave --resume out to start a new one"

log = logging.getLogger(__name__)


class NothingToResume(Exception):
    """A session was to be resumed and none can be; the message is a sentence for the user."""


class Busy(NothingToResume):
    """The session is live in another window."""


class Unreadable(NothingToResume):
    """The session was left by another hiptimer, or its journal is damaged."""


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
    if not store.sessions(1, "open"):
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
    always. Raises `CircuitFaults` for a circuit that can't be read, `sqlite3.Error` for a history that can't.
    """
    circuit = parse(text)
    answered = preferences.read(store.preferences())
    preferred = replace(answered, count=habits.count or answered.count)
    options = preferred.fill(habits.fill(options), circuit)
    last_first = None if options.guest else store.first_side(circuit.name)
    options = replace(options, first_side=habits.first(last_first, options.first_side))
    if options.guest:
        return begin(circuit, options)
    return begin(circuit, options, store.loads(one.id for one in circuit.every))


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
    lock = _lock(locks, session_id)
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


def left_open(store: Store, locks: Path) -> list[SessionRecord]:
    """The sessions that were left and can be resumed, newest last; those live in a window are not."""
    return [record for record in store.sessions(status="open") if not is_live(locks, record.id)]


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

    Where no file can be written there is none: nothing of the session is written there either.
    """
    lock = FileLock(_lock_file(locks, session_id))
    try:
        locks.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise Busy("this session is live in another window: go on there, or close it first") from None
    except OSError as error:
        log.warning("no lock: %s", error)
    return lock


def _lock_file(locks: Path, session_id: str) -> Path:
    return locks / f"{session_id}.lock"
