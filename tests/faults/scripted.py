"""A short session with every kind of set, led through by what the screen says alone; and what it said."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

from hiptimer.circuit.plan import Options
from hiptimer.history.records import SessionRecord
from hiptimer.history.store import Store
from tests.e2e.terminal import AWAKE, BIG, Terminal
from tests.e2e.user import User
from tests.history.days import Gym

CIRCUIT = """
name = "Faults"
sets = 1

[[exercise]]
id = "wall-push"
name = "Wall push"
short = "WALL PUSH"
to_fatigue = true
sides = "each"

[[exercise]]
id = "lunge-halo"
name = "Lunge halo"
short = "LUNGE HALO"
reps = 3
sides = "each"
directions = ["clockwise", "counterclockwise"]

[[exercise]]
id = "plank"
name = "Plank"
short = "PLANK"
seconds = 1
"""
"""5 steps, 7 rows, ended by a key and by the clock."""
SHORTS = {"WALL PUSH": "wall-push", "LUNGE HALO": "lunge-halo", "PLANK": "plank"}
LOOK = 0.02
"""Seconds between two looks at the screen."""
UNHEARD = 10.0
"""Seconds after which a key that changes nothing is pressed again: a busy machine may take a few for one."""
DONE_BEFORE = ("SWITCH", "REST", "FINISHED")

Set = tuple[str, str | None]
"""An exercise and a side."""


class Script:
    """Plays a session in a terminal. `done` are the sets that the screen has shown as done."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.done: set[Set] = set()
        self.keys = 0
        """Big keys pressed so far."""
        self._working: str | None = None
        self._before = ""

    @property
    def finished(self) -> bool:
        return self.terminal.phase() == "FINISHED"

    def begin(self) -> None:
        """Wait for the session to be there."""
        self.terminal.until(
            lambda: self.terminal.phase() in ("READY", "FINISHED"), "the session is ready", limit=60.0
        )

    def play(self, until: Callable[[], bool], limit: float = 120.0) -> None:
        """Press the big key where it is asked for, until this is true."""
        end = time.monotonic() + limit
        while not (until() or self.finished):
            assert time.monotonic() < end, f"it goes on for ever:\n{self.terminal.text()}"
            phase = self.look()
            by_itself = phase == "WORK" and "PLANK" in self.terminal.status()
            if phase in ("READY", "WORK") and not by_itself:
                self._press(phase, until)
        self.look()

    def _press(self, phase: str, until: Callable[[], bool]) -> None:
        status = self.terminal.status()
        if phase == "WORK":
            self._wait(AWAKE)
        self.terminal.press(BIG[0])
        self.keys += 1
        wait_until = time.monotonic() + UNHEARD
        while self.terminal.status() == status and time.monotonic() < wait_until and not until():
            self.look()

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.look()

    def look(self) -> str:
        """Read what is drawn, and take note of what it says; the phase."""
        self.terminal.wait(LOOK)
        return self.note()

    def note(self) -> str:
        """Take note of what stands on the screen. A line that stands there twice is drawn in full."""
        status = self.terminal.status()
        if status == self._before:
            phase, _, place = status.partition(" · ")
            if phase == "WORK":
                self._working = place
            elif phase in DONE_BEFORE and self._working is not None:
                self.done.add(_set(self._working))
                self._working = None
        self._before = status
        return self.terminal.phase()


def _set(place: str) -> Set:
    """`ROUND 1/1 · LUNGE HALO · LEFT` as the log has it."""
    _, short, *side = place.split(" · ")
    return SHORTS[short], side[0].lower() if side and side[0] in ("LEFT", "RIGHT") else None


def sessions(user: User) -> list[SessionRecord]:
    """The log, as another process reads it."""
    store = Store.read(user.database)
    if store is None:
        return []
    try:
        return store.sessions()
    finally:
        store.close()


def what(record: SessionRecord) -> list[tuple[object, ...]]:
    """The sets of a session, times aside."""
    return [
        (row.step, row.part, row.set, row.exercise, row.side, row.direction, row.reps, row.seconds is None,
         row.load_kg, row.status, row.extra)
        for row in record.sets
    ]  # fmt: skip


def undisturbed(room: Path, number: int) -> list[list[tuple[object, ...]]]:
    """So many sessions one after the other, with nothing in their way: what is in the log."""
    gym = Gym(room / "undisturbed")
    try:
        for day in range(number):
            gym.clock = type(gym.clock)(day)
            runner = gym.begin(CIRCUIT, Options(lead_in=1.0, switch=1.0, rest=1.0, round_rest=1.0))
            gym.finish(runner)
            runner.close()
        return [what(record) for record in gym.store.sessions()]
    finally:
        gym.store.close()


def check_log(before: list[SessionRecord], done: set[Set], after: list[SessionRecord]) -> None:
    """What was in the log is there still; what the screen has shown as done is there, once."""
    known = {record.id: record for record in after}
    for old in before:
        assert old.id in known, "a session is gone"
        were, are = old.done(), known[old.id].done()
        assert are[: len(were)] == were, f"a set is gone, or another one:\n{were}\n{are}"
    over = {old.id for old in before if old.status != "open"}
    led = [record for record in after if record.id not in over]
    if not led:
        assert not done, f"{done} shown, and no session in the log"
        return
    rows = [row for row in led[-1].sets if row.status == "done"]
    keys = [(row.set, row.exercise, row.side, row.direction) for row in rows]
    assert len(keys) == len(set(keys)), f"twice in the log: {keys}"
    logged = {(row.exercise, row.side) for row in rows}
    assert done <= logged, f"shown as done, and not in the log: {done - logged}"
    for name, side in done & {("lunge-halo", "left"), ("lunge-halo", "right")}:
        assert sum((row.exercise, row.side) == (name, side) for row in rows) == 2, "one direction is missing"


def random_delay(chance: random.Random, most: float) -> Callable[[], bool]:
    """True from a random instant on."""
    end = time.monotonic() + chance.uniform(0.0, most)
    return lambda: time.monotonic() >= end
