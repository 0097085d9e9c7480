"""The state of a live session: its values only. What is asked of them is in `ask`.

All instants are seconds since the session began, on a clock that counts machine sleep.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from hiptimer.circuit.model import Block, Circuit, Count, Side
from hiptimer.circuit.plan import Options, Step, plan
from hiptimer.session.cues import Due
from hiptimer.values import dataclass, field


class Phase(StrEnum):
    """Where a session is; the value is the word on the screen."""

    READY = "READY"
    LEAD_IN = "LEAD-IN"
    WORK = "WORK"
    SWITCH = "SWITCH"
    REST = "REST"
    PAUSED = "PAUSED"
    FINISHED = "FINISHED"


COUNTDOWNS = frozenset({Phase.LEAD_IN, Phase.SWITCH, Phase.REST})
AFTER_A_SET = frozenset({Phase.SWITCH, Phase.REST, Phase.FINISHED})


class Moment(StrEnum):
    """A row of the session's table: the phase, and in WORK what kind of work."""

    READY = "ready"
    LEAD_IN = "lead-in"
    REPS = "reps"
    HOLD = "hold"
    TIMED = "timed"
    REST = "rest"
    """SWITCH or REST."""
    PAUSED = "paused"
    FINISHED = "finished"


class Done(StrEnum):
    """How a set ended."""

    DONE = "done"
    SKIPPED = "skipped"
    INTERRUPTED = "interrupted"


class Status(StrEnum):
    """How a session stands in the log."""

    OPEN = "open"
    FINISHED = "finished"
    PARTIAL = "partial"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One logged set of one step, and of one direction where the exercise has them."""

    status: Done
    at: float
    """When the set ended."""
    reps: int | None = None
    seconds: float | None = None
    """As measured; `reach` is not yet taken off."""
    reach: float = 0.0
    load_kg: float | None = None
    corrected: bool = False

    @property
    def net_seconds(self) -> float | None:
        """The seconds that count, in tenths: `reach` taken off, never below zero."""
        return None if self.seconds is None else round(max(0.0, self.seconds - self.reach), 1)


@dataclass(frozen=True, slots=True)
class Remark:
    """What the user said of a set."""

    pain: int | None = None
    note: str | None = None
    reserve: int | None = None
    """Reps there would have been after the last one; 3 is "3 or more"."""


Loads = Mapping[tuple[str, Side | None], float]
"""Kilograms last used, by exercise id and side; 0.0 is body weight."""


@dataclass(frozen=True, slots=True)
class Session:
    """One session as it stands. Made by `begin`, changed only by `machine.apply` and `settle`."""

    circuit: Circuit
    options: Options
    steps: tuple[Step, ...]
    cursor: int = 0
    """The step being done, or the one that comes next."""
    phase: Phase = Phase.READY
    since: float = 0.0
    """When the phase began; in WORK, when the clock of the set stood at zero."""
    deadline: float | None = None
    """When the phase runs out by itself."""
    frozen_at: float | None = None
    """A dialog has stopped the countdown at this instant."""
    call: Due | None = None
    """The cue that ended the countdown before this phase, where one did."""
    paused: Phase | None = None
    """In PAUSED: the phase that was paused."""
    left: float | None = None
    """In PAUSED: seconds left of the countdown."""
    held: float = 0.0
    """In PAUSED: seconds of a hold or timed work before the pause."""
    counted: int = 0
    """Reps of the current set counted until `beat`."""
    beat: float = 0.0
    """When the pace began to count on from `counted`."""
    logged: int | None = None
    """The step logged last."""
    outcomes: Mapping[int, tuple[Outcome, ...]] = field(default_factory=dict)
    """By step; one for each direction."""
    closed: frozenset[int] = frozenset()
    """Steps that are not offered again: done, skipped, or interrupted after 10 s."""
    remarks: Mapping[int, Remark] = field(default_factory=dict)
    loads: Loads = field(default_factory=dict)
    targets: Mapping[str, float] = field(default_factory=dict)
    """Reps or seconds asked for in this session, by exercise id, where they differ from the circuit's."""
    tempos: Mapping[str, float] = field(default_factory=dict)
    """Seconds a rep in this session, by exercise id, where they differ from the circuit's."""
    instead: Mapping[str, str] = field(default_factory=dict)
    """What is done in this session in place of an exercise of the circuit, by the ids of both."""
    count: Count | None = None
    """Chosen during the session, over the exercise's own way."""
    effort: int | None = None
    status: Status = Status.OPEN

    @property
    def step(self) -> Step:
        """The step at the cursor."""
        return self.steps[self.cursor]

    @property
    def rounds(self) -> int:
        """How many rounds the session has, added ones included."""
        return max((step.round for step in self.steps if step.block is Block.MAIN), default=1)

    @property
    def shown_phase(self) -> Phase:
        """The phase, or in PAUSED the one that was paused."""
        return self.paused or self.phase


def begin(circuit: Circuit, options: Options, loads: Loads | None = None) -> Session:
    """A new session: READY at its first step, at instant 0."""
    return Session(circuit, options, plan(circuit, options), loads=dict(loads or {}), count=options.count)
