"""The session that would begin now: asked for, set, answered, and suggested by the history."""

from __future__ import annotations

from dataclasses import replace

from hiptimer.circuit.file import parse
from hiptimer.circuit.model import ToFatigue
from hiptimer.circuit.plan import Options
from hiptimer.history.store import Store
from hiptimer.progress.usual import WINDOW, usual_hold
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

    @property
    def whose(self) -> bool | None:
        """Whose session can be resumed: a guest's alone by a guest, any by the user (`lives.unfinished`)."""
        return True if self.options.guest else None


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


def usual_holds(store: Store, session: Session) -> dict[str, float]:
    """Seconds the user usually holds, by exercise id, as far as they are known; nothing of a guest."""
    if session.options.guest:
        return {}
    earlier = store.earlier
    tested = [one.id for one in session.circuit.every if isinstance(one.target, ToFatigue)]
    usual = {one: usual_hold(earlier.last_of(one, WINDOW), one) for one in tested}
    return {one: seconds for one, seconds in usual.items() if seconds is not None}
