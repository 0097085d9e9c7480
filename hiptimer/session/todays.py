"""The session that would begin now: asked for, set, answered, and suggested by the history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hiptimer.circuit.file import parse
from hiptimer.circuit.plan import Options
from hiptimer.history.store import Store
from hiptimer.progress import hints as progress_hints
from hiptimer.progress.hints import Hints
from hiptimer.session import preferences
from hiptimer.session.habits import NO_HABITS, Habits
from hiptimer.session.state import Session, begin
from hiptimer.values import dataclass


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
