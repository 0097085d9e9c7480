"""What can happen in a session, as small frozen values, in the order of the keys.

An event carries no time of its own: the journal and `machine.apply` keep it beside the instant it
happened at, in seconds since the session began.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from hiptimer.circuit.model import Count
from hiptimer.values import dataclass


class Leaving(StrEnum):
    """What becomes of a session that is left."""

    LATER = "later"
    PARTIAL = "partial"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class Event:
    """The base of all events. A kind of event says in the line of its class what it is."""

    kind: ClassVar[str]
    """Its name in the journal."""
    by_user: ClassVar[bool] = True
    """Undo takes back events of the user's only."""
    barrier: ClassVar[bool] = False
    """Undo does not reach past a barrier."""

    def __init_subclass__(cls, kind: str = "", by_user: bool = True, barrier: bool = False) -> None:
        # a dataclass with slots is made twice, the second time without these, and has them by then
        if kind:
            cls.kind, cls.by_user, cls.barrier = kind, by_user, barrier


@dataclass(frozen=True, slots=True)
class Press(Event, kind="press"):
    """The big key."""


@dataclass(frozen=True, slots=True)
class End(Event, kind="end"):
    """End a set counted by taps now, with the taps so far."""


@dataclass(frozen=True, slots=True)
class Pause(Event, kind="pause"):
    """Pause, or go on."""


@dataclass(frozen=True, slots=True)
class Redo(Event, kind="redo"):
    """Do this set again, or the one just logged, or one further back."""


@dataclass(frozen=True, slots=True)
class Skip(Event, kind="skip"):
    """Skip this set, or the coming one.

    `step` is the one that was meant, where the user had to be asked; if it is over by now, it is not skipped.
    """

    step: int | None = None


@dataclass(frozen=True, slots=True)
class Jump(Event, kind="jump"):
    """Go to another step, by its index; what lies between stays open and comes later."""

    step: int


@dataclass(frozen=True, slots=True)
class Move(Event, kind="move"):
    """The exercise of a step, by its index, changes places with the one after it, or before it."""

    step: int
    later: bool


@dataclass(frozen=True, slots=True)
class Drop(Event, kind="drop"):
    """An exercise, by its id, is over for this session: all its open sets are skipped."""

    exercise: str


@dataclass(frozen=True, slots=True)
class Substitute(Event, kind="substitute"):
    """For this session another exercise is done in place of one, for all its open sets; by their ids."""

    exercise: str
    by: str


@dataclass(frozen=True, slots=True)
class Nudge(Event, kind="nudge"):
    """Change the target, or the value just logged, by `by` reps or seconds.

    `row` is the index of the direction it is meant for, 0 where there is none.
    """

    by: int
    row: int = 0


@dataclass(frozen=True, slots=True)
class Enter(Event, kind="enter"):
    """Set the target, or the value just logged, to `value` reps or seconds."""

    value: float
    row: int = 0


@dataclass(frozen=True, slots=True)
class Extend(Event, kind="extend"):
    """Make the running countdown longer, or shorter, by `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Swap(Event, kind="swap"):
    """I am on the other side: exchange the two sides of the pair in focus."""


@dataclass(frozen=True, slots=True)
class AddRound(Event, kind="add-round"):
    """One more round, before the cool-down."""


@dataclass(frozen=True, slots=True)
class CountBy(Event, kind="count"):
    """Count reps this way from now on."""

    count: Count


@dataclass(frozen=True, slots=True)
class Tempo(Event, kind="tempo"):
    """Count this exercise slower, or faster, by `seconds` a rep."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Weigh(Event, kind="weigh"):
    """The weight in hand, in kilograms; 0 is body weight.

    `logged`: for the set just logged (and from then on); otherwise for the current or coming set.
    `one_side`: for the side of that set only; otherwise for both sides of its exercise.
    """

    kg: float
    logged: bool = False
    one_side: bool = False


@dataclass(frozen=True, slots=True)
class Take(Event, kind="take"):
    """Take what is suggested for an exercise: another weight, on both sides, and reps to begin with at it."""

    exercise: str
    kg: float
    reps: int | None = None


@dataclass(frozen=True, slots=True)
class Pain(Event, kind="pain"):
    """Pain from 0 to 10, of the set in focus."""

    level: int


@dataclass(frozen=True, slots=True)
class Note(Event, kind="note"):
    """A note on the set in focus; empty takes it away."""

    text: str


@dataclass(frozen=True, slots=True)
class Reserve(Event, kind="reserve"):
    """Reps in reserve after the set just logged: 0 to 3, where 3 is "3 or more"."""

    reps: int


@dataclass(frozen=True, slots=True)
class Effort(Event, kind="effort"):
    """Effort of the whole session, RPE from 0 to 10 (Foster 2001)."""

    rpe: int


@dataclass(frozen=True, slots=True)
class Leave(Event, kind="leave", barrier=True):
    """The user leaves the session: to resume later, as partial, or discarding it."""

    how: Leaving


@dataclass(frozen=True, slots=True)
class Freeze(Event, kind="freeze", by_user=False):
    """A dialog is open: a countdown stands still, a set goes on."""


@dataclass(frozen=True, slots=True)
class Thaw(Event, kind="thaw", by_user=False):
    """The dialog is closed."""


@dataclass(frozen=True, slots=True)
class Woke(Event, kind="woke", by_user=False, barrier=True):
    """The machine slept, or the app was stopped, from `since` until now."""

    since: float


@dataclass(frozen=True, slots=True)
class Resumed(Event, kind="resumed", by_user=False, barrier=True):
    """The session was opened again; the time it was closed did not pass."""


@dataclass(frozen=True, slots=True)
class Elapsed(Event, kind="elapsed", by_user=False, barrier=True):
    """A timed step ran out at this instant and was logged."""


@dataclass(frozen=True, slots=True)
class Undo(Event, kind="undo", by_user=False):
    """The newest event of the user's is taken back. Only `replay` understands it."""
