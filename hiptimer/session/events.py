"""What can happen in a session, as small frozen values, in the order of the keys.

An event carries no time of its own: the journal and `machine.apply` keep it beside the instant it
happened at, in seconds since the session began.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from hiptimer.circuit.model import Count


class Leaving(StrEnum):
    """What becomes of a session that is left."""

    LATER = "later"
    PARTIAL = "partial"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class Event:
    """The base of all events."""

    kind: ClassVar[str]
    by_user: ClassVar[bool] = True
    """Undo takes back events of the user's only."""
    barrier: ClassVar[bool] = False
    """Undo does not reach past a barrier."""


@dataclass(frozen=True, slots=True)
class Press(Event):
    """The big key."""

    kind: ClassVar[str] = "press"


@dataclass(frozen=True, slots=True)
class End(Event):
    """End a set counted by taps now, with the taps so far."""

    kind: ClassVar[str] = "end"


@dataclass(frozen=True, slots=True)
class Pause(Event):
    """Pause, or go on."""

    kind: ClassVar[str] = "pause"


@dataclass(frozen=True, slots=True)
class Redo(Event):
    """Do this set again, or the one just logged, or one further back."""

    kind: ClassVar[str] = "redo"


@dataclass(frozen=True, slots=True)
class Skip(Event):
    """Skip this set, or the coming one.

    `step` is the one that was meant, where the user had to be asked; if it is over by now, it is not skipped.
    """

    step: int | None = None

    kind: ClassVar[str] = "skip"


@dataclass(frozen=True, slots=True)
class Jump(Event):
    """Go to another step, by its index; what lies between stays open and comes later."""

    step: int

    kind: ClassVar[str] = "jump"


@dataclass(frozen=True, slots=True)
class Move(Event):
    """The exercise of a step, by its index, changes places with the one after it, or before it."""

    step: int
    later: bool

    kind: ClassVar[str] = "move"


@dataclass(frozen=True, slots=True)
class Drop(Event):
    """An exercise, by its id, is over for this session: all its open sets are skipped."""

    exercise: str

    kind: ClassVar[str] = "drop"


@dataclass(frozen=True, slots=True)
class Substitute(Event):
    """For this session another exercise is done in place of one, for all its open sets; by their ids."""

    exercise: str
    by: str

    kind: ClassVar[str] = "substitute"


@dataclass(frozen=True, slots=True)
class Nudge(Event):
    """Change the target, or the value just logged, by `by` reps or seconds.

    `row` is the index of the direction it is meant for, 0 where there is none.
    """

    by: int
    row: int = 0

    kind: ClassVar[str] = "nudge"


@dataclass(frozen=True, slots=True)
class Enter(Event):
    """Set the target, or the value just logged, to `value` reps or seconds."""

    value: float
    row: int = 0

    kind: ClassVar[str] = "enter"


@dataclass(frozen=True, slots=True)
class Extend(Event):
    """Make the running countdown longer, or shorter, by `seconds`."""

    seconds: float

    kind: ClassVar[str] = "extend"


@dataclass(frozen=True, slots=True)
class Swap(Event):
    """I am on the other side: exchange the two sides of the pair in focus."""

    kind: ClassVar[str] = "swap"


@dataclass(frozen=True, slots=True)
class AddRound(Event):
    """One more round, before the cool-down."""

    kind: ClassVar[str] = "add-round"


@dataclass(frozen=True, slots=True)
class CountBy(Event):
    """Count reps this way from now on."""

    count: Count

    kind: ClassVar[str] = "count"


@dataclass(frozen=True, slots=True)
class Tempo(Event):
    """Count this exercise slower, or faster, by `seconds` a rep."""

    seconds: float

    kind: ClassVar[str] = "tempo"


@dataclass(frozen=True, slots=True)
class Weigh(Event):
    """The weight in hand, in kilograms; 0 is body weight.

    `logged`: for the set just logged (and from then on); otherwise for the current or coming set.
    `one_side`: for the side of that set only; otherwise for both sides of its exercise.
    """

    kg: float
    logged: bool = False
    one_side: bool = False

    kind: ClassVar[str] = "weigh"


@dataclass(frozen=True, slots=True)
class Take(Event):
    """Take what is suggested for an exercise: another weight, on both sides, and reps to begin with at it."""

    exercise: str
    kg: float
    reps: int | None = None

    kind: ClassVar[str] = "take"


@dataclass(frozen=True, slots=True)
class Pain(Event):
    """Pain from 0 to 10, of the set in focus."""

    level: int

    kind: ClassVar[str] = "pain"


@dataclass(frozen=True, slots=True)
class Note(Event):
    """A note on the set in focus; empty takes it away."""

    text: str

    kind: ClassVar[str] = "note"


@dataclass(frozen=True, slots=True)
class Reserve(Event):
    """Reps in reserve after the set just logged: 0 to 3, where 3 is "3 or more"."""

    reps: int

    kind: ClassVar[str] = "reserve"


@dataclass(frozen=True, slots=True)
class Effort(Event):
    """Effort of the whole session, RPE from 0 to 10 (Foster 2001)."""

    rpe: int

    kind: ClassVar[str] = "effort"


@dataclass(frozen=True, slots=True)
class Leave(Event):
    """The user leaves the session: to resume later, as partial, or discarding it."""

    how: Leaving

    kind: ClassVar[str] = "leave"
    barrier: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Freeze(Event):
    """A dialog is open: a countdown stands still, a set goes on."""

    kind: ClassVar[str] = "freeze"
    by_user: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Thaw(Event):
    """The dialog is closed."""

    kind: ClassVar[str] = "thaw"
    by_user: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Woke(Event):
    """The machine slept, or the app was stopped, from `since` until now."""

    since: float

    kind: ClassVar[str] = "woke"
    by_user: ClassVar[bool] = False
    barrier: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """The session was opened again; the time it was closed did not pass."""

    kind: ClassVar[str] = "resumed"
    by_user: ClassVar[bool] = False
    barrier: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Elapsed(Event):
    """A timed step ran out at this instant and was logged."""

    kind: ClassVar[str] = "elapsed"
    by_user: ClassVar[bool] = False
    barrier: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Undo(Event):
    """The newest event of the user's is taken back. Only `replay` understands it."""

    kind: ClassVar[str] = "undo"
    by_user: ClassVar[bool] = False
