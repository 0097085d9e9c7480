"""Circuits made of values, and a day: a session lived through the way the runner's app lives it."""

from __future__ import annotations

from dataclasses import replace

from hiptimer.circuit.model import (
    Block,
    Circuit,
    Count,
    Direction,
    Exercise,
    Order,
    OwnRests,
    Reps,
    Seconds,
    SetEnd,
    Sides,
    ToFatigue,
)
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.ask import running
from hiptimer.session.machine import apply, settle
from hiptimer.session.replay import Entry, can_undo, replay
from hiptimer.session.runner import Runner
from hiptimer.session.state import Outcome, Phase, Session, begin

WALL = Exercise("wall-push", "Wall push", "WALL PUSH", ToFatigue(), Sides.EACH, "stand", wait=True)
HALO = Exercise(
    "lunge-halo",
    "Lunge halo",
    "LUNGE HALO",
    Reps(3, 6),
    Sides.EACH,
    "front",
    directions=(Direction.CLOCKWISE, Direction.COUNTERCLOCKWISE),
    load="medium-heavy",
)
THRUST = Exercise(
    "hip-thrust",
    "Hip thrust",
    "HIP THRUST",
    Reps(8, 8),
    Sides.EACH,
    "plant",
    load="heavy",
    rests=OwnRests(switch=25.0),
)
LUNGE = Exercise(
    "backward-lunge", "Backward lunge", "BACK LUNGE", Reps(12, 12), Sides.EACH, "front", load="heavy"
)
PLANK = Exercise("plank", "Plank", "PLANK", Seconds(40.0))

HIPS = Circuit("Runner's hips", (WALL, HALO, THRUST, LUNGE), sets=(3, 4))
"""8 steps a round; countdowns 10 (reps 3), 15 (thrust 25), 45 and 90 s."""
PLANKS = Circuit("Planks", (PLANK, replace(PLANK, id="side-plank", sides=Sides.EACH)), sets=(2, 2))
"""3 steps of 40 s a round."""
MIXED = Circuit("Mixed", (WALL, PLANK, HALO, replace(LUNGE, sides=Sides.ALTERNATING)), sets=(2, 2))
"""A bit of everything, 6 steps a round."""

SWINGS = replace(PLANK, id="swings", short="SWINGS", target=Seconds(30.0), block=Block.WARM_UP)
STRETCH = replace(SWINGS, id="stretch", short="STRETCH", sides=Sides.EACH, block=Block.COOL_DOWN)
BRIDGE = Exercise("bridge", "Glute bridge", "BRIDGE", Reps(15, 15), instead_of=("backward-lunge",))
STEP_UP = replace(LUNGE, id="step-up", short="STEP-UP", instead_of=("backward-lunge", "hip-thrust"))
WHOLE = Circuit("Whole", (SWINGS, WALL, LUNGE, STRETCH), sets=(2, 3), alternatives=(BRIDGE, STEP_UP))
"""Step 0 warms up, 1-4 and 5-8 are the rounds, 9 and 10 cool down."""


def only(*exercises: Exercise, sets: int = 1, order: Order = Order.ROUNDS) -> Circuit:
    return Circuit("Only", exercises, sets=(sets, sets), order=order)


def counted(exercise: Exercise, count: Count, end: SetEnd = SetEnd.KEY) -> Exercise:
    return replace(exercise, count=count, end=end)


class Day:
    """A session and the journal kept of it. Looks and keys go in the order that the app's go."""

    def __init__(self, circuit: Circuit = HIPS, options: Options | None = None) -> None:
        self.begun = begin(circuit, options or Options())
        self.session = self.begun
        self.entries: list[Entry] = []
        self.at = 0.0

    def look(self, at: float) -> None:
        """A gap is sleep; then what ran out is settled, each outcome of it journaled."""
        seen, self.at = self.at, at
        if running(self.session) and at - seen > 5.0:
            self._settle(seen)
            self._apply(e.Woke(seen))
        self._settle(at)

    def _settle(self, at: float) -> None:
        while (deadline := self.session.deadline) is not None:
            if deadline > at or self.session.frozen_at is not None:
                return
            settled = settle(self.session, deadline)
            if settled.outcomes != self.session.outcomes:
                self.entries.append(Entry(deadline, e.Elapsed()))
            self.session = settled

    def _apply(self, event: e.Event) -> bool:
        after = apply(self.session, event, self.at)
        changed = after != self.session
        if changed:
            self.entries.append(Entry(self.at, event))
            self.session = after
        return changed

    def do(self, *events: e.Event) -> Day:
        """What the user does now; illegal events are not journaled."""
        for event in events:
            self.look(self.at)
            self._apply(event)
        return self

    def press(self) -> Day:
        return self.do(e.Press())

    def undo(self) -> Day:
        if can_undo(self.entries):
            self.entries.append(Entry(self.at, e.Undo()))
            self.session = self.again()
            self.look(self.at)
        return self

    def wait(self, seconds: float) -> Day:
        """Time goes by, and the app looks all the while."""
        until = self.at + seconds
        while until - self.at > 4.0:
            self.look(self.at + 4.0)
        self.look(until)
        return self

    def sleep(self, seconds: float) -> Day:
        """Nobody looks for a while, and then once."""
        self.look(self.at + seconds)
        return self

    def again(self) -> Session:
        """The session as its journal alone brings it back."""
        return replay(self.begun, self.entries)

    def reopened(self) -> Day:
        """The app died and is opened again: no time has passed."""
        self.session = self.again()
        self.at = self.entries[-1].at if self.entries else 0.0
        self.do(e.Resumed())
        return self

    def until(self, cursor: int, phase: Phase) -> Day:
        """Do set after set, each for 20 s, until a phase of a step is reached."""
        while (self.session.cursor, self.session.phase) != (cursor, phase):
            if self.session.phase is Phase.FINISHED:
                raise AssertionError(f"step {cursor} never was in {phase}")
            match self.session.phase:
                case Phase.READY:
                    self.press()
                case Phase.WORK:
                    self.wait(20.0).press()
                case _:
                    self.wait((self.session.deadline or self.at) - self.at)
        return self

    def finish(self) -> Day:
        """Do all that is left."""
        while self.session.phase is not Phase.FINISHED:
            self.until(self.session.cursor, Phase.WORK).wait(20.0).press()
        return self

    @property
    def place(self) -> tuple[Phase, int]:
        """The phase, and the step at the cursor."""
        return self.session.phase, self.session.cursor

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        assert self.session.deadline is not None
        return round(self.session.deadline - self.at, 6)

    @property
    def clock(self) -> float:
        """Seconds since the phase began."""
        return round(self.at - self.session.since, 6)

    def row(self, step: int, part: int = 0) -> Outcome:
        return self.session.outcomes[step][part]

    def sides(self, *steps: int) -> list[str]:
        return [str(self.session.steps[step].side) for step in steps]


def unchanged(day: Day, *events: e.Event) -> bool:
    """Whether none of the events does anything here, and none is journaled."""
    before, journal = day.session, list(day.entries)
    day.do(*events)
    return day.session == before and day.entries == journal


def where_left(how: e.Leaving) -> Phase:
    """The phase a session is left in: over with a summary, or READY to be resumed."""
    return Phase.FINISHED if how is e.Leaving.PARTIAL else Phase.READY


def sides(runner: Runner) -> list[str]:
    """Which side each step is for."""
    return [str(step.side) for step in runner.session.steps]
