"""The state of a live session, and the questions asked of it. Nothing here changes anything.

All instants are seconds since the session began, on a clock that counts machine sleep.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

from hiptimer.circuit.model import Circuit, Count, Reps, Seconds, SetEnd, Side, ToFatigue
from hiptimer.circuit.plan import Options, Step, plan


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
    GUEST = "guest"


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
    targets: Mapping[str, int] = field(default_factory=dict)
    """Reps asked for in this session, by exercise id, where they differ from the circuit's."""
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
        return self.steps[-1].round

    @property
    def shown_phase(self) -> Phase:
        """The phase, or in PAUSED the one that was paused."""
        return self.paused or self.phase


def begin(circuit: Circuit, options: Options, loads: Loads | None = None) -> Session:
    """A new session: READY at its first step, at instant 0."""
    return Session(circuit, options, plan(circuit, options), loads=dict(loads or {}), count=options.count)


def moment(session: Session, phase: Phase | None = None) -> Moment:
    """The row of the table that the session, or the given phase of it, stands in."""
    match phase or session.phase:
        case Phase.SWITCH | Phase.REST:
            return Moment.REST
        case Phase.WORK:
            match session.step.exercise.target:
                case Reps():
                    return Moment.REPS
                case ToFatigue():
                    return Moment.HOLD
                case Seconds():
                    return Moment.TIMED
        case other:
            return Moment(other.value.lower())


def running(session: Session) -> bool:
    """Whether time matters now, so that a long silence of the clock means the machine slept."""
    if session.phase is Phase.WORK:
        return moment(session) is not Moment.REPS or counting(session) is Count.PACE
    return session.phase in COUNTDOWNS and session.frozen_at is None


def focus(session: Session) -> int | None:
    """The step that a correction, a pain or a note is about; None when no set was logged yet."""
    return session.logged if session.shown_phase in AFTER_A_SET else session.cursor


def following(session: Session, after: int) -> int | None:
    """The next step to do: the first later one still open, else the first earlier one, else None."""
    around = chain(range(after + 1, len(session.steps)), range(after + 1))
    return next((index for index in around if index not in session.closed), None)


def pair(session: Session, index: int) -> tuple[int, int] | None:
    """The two steps that are the sides of one exercise in one round, in order; None if one-sided."""
    step = session.steps[index]
    if step.side not in (Side.LEFT, Side.RIGHT):
        return None
    for first in (index - 1, index):
        if 0 <= first and first + 1 < len(session.steps) and same_set(*session.steps[first : first + 2]):
            return first, first + 1
    return None


def same_set(one: Step, other: Step) -> bool:
    """Whether two steps are sides of one exercise in one round."""
    return one.exercise.id == other.exercise.id and one.round == other.round


def pair_complete(session: Session, index: int) -> bool:
    """Whether both sides of the step's pair are logged; true for a step without a pair."""
    both = pair(session, index)
    return both is None or all(place in session.outcomes for place in both)


def counting(session: Session) -> Count:
    """Who counts the reps of the step at the cursor."""
    return session.count or session.step.exercise.count


def closes_itself(session: Session) -> bool:
    """Whether the paced set at the cursor ends by itself at its target."""
    return counting(session) is Count.PACE and session.step.exercise.end is SetEnd.COUNT


def target_reps(session: Session, step: Step | None = None) -> int | None:
    """Reps asked of a step, in each direction; None for holds and timed work."""
    exercise = (step or session.step).exercise
    if not isinstance(exercise.target, Reps):
        return None
    return session.targets.get(exercise.id, exercise.target.low)


def target_total(session: Session, step: Step | None = None) -> int | None:
    """Reps asked of a step in all its directions; None for holds and timed work."""
    reps = target_reps(session, step)
    return None if reps is None else reps * max(1, len((step or session.step).exercise.directions))


def reps_at(session: Session, at: float) -> int:
    """What stands big during a set of reps: the target, or the reps counted by pace or taps."""
    total = target_total(session) or 0
    match counting(session):
        case Count.KEY:
            return total
        case Count.TAP:
            return session.counted
        case Count.PACE:
            beats = int(max(0.0, at - session.beat) / session.step.exercise.tempo + 1e-9)
            return min(total, session.counted + beats)


def load_of(session: Session, step: Step) -> float | None:
    """Kilograms last used for the step's exercise and side; None if never told."""
    return session.loads.get((step.exercise.id, step.side))


def clock_reading(session: Session, at: float) -> float:
    """Seconds on the set's clock, or left of the countdown; of the paused phase in PAUSED."""
    if session.phase is Phase.PAUSED:
        return session.held if session.left is None else session.left
    now = at if session.frozen_at is None else session.frozen_at
    if session.phase in COUNTDOWNS and session.deadline is not None:
        return max(0.0, session.deadline - now)
    return max(0.0, at - session.since)
