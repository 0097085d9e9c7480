"""What is taken along of one session: everything that is kept of it. Pure values.

Instants are text, ISO 8601 with the local offset: written again they are the same, to the letter.
"""

from __future__ import annotations

from hiptimer.history.changes import Change
from hiptimer.values import dataclass


@dataclass(frozen=True, slots=True)
class LoggedSet:
    """A row of the log, as `SetRecord` has it, and as it stands now."""

    step: int
    part: int
    set: int
    exercise: str
    side: str | None
    direction: str | None
    reps: int | None
    seconds: float | None
    reach_s: float
    load_kg: float | None
    status: str
    extra: bool
    pain: int | None
    note: str | None
    reserve: int | None
    at_s: float
    """When the set ended, in seconds since the session began."""
    at: str

    @property
    def place(self) -> tuple[int, int]:
        """Which set of the session it is."""
        return self.step, self.part


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """An event of the journal."""

    at: float
    """Seconds since the session began."""
    wall: str
    kind: str
    value: str
    """Its own fields, as JSON."""


@dataclass(frozen=True, slots=True)
class Logged:
    """A session with its journal and its changes; the values are those after the changes.

    What came from `log --json` has no journal: no events, no circuit file, no options.
    """

    id: str
    circuit: str
    text: str
    """The circuit file; empty where it is not known."""
    options: str
    """JSON, as the session was opened with."""
    started_at: str
    ended_at: str | None
    status: str
    rpe: int | None
    morning: str | None
    guest: bool
    planned: int | None
    sets: tuple[LoggedSet, ...]
    """In the order in which they ended."""
    events: tuple[LoggedEvent, ...]
    changes: tuple[Change, ...]
    """By time."""
