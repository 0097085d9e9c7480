"""The machine without a screen or a disk: events a second, and a circuit played by a clock moved by hand."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.history import NEWEST, HandClock
from benchmarks.ratios import MILLISECONDS, Row, Unit, compared, limited
from hiptimer.circuit.library import HOME_CIRCUIT, find
from hiptimer.circuit.model import ToFatigue
from hiptimer.circuit.plan import Options
from hiptimer.history.store import Store
from hiptimer.session import events as e
from hiptimer.session.machine import apply
from hiptimer.session.opening import open_new
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase, Session

RUNS, FEW = 15, 3
EVENTS = 2000
PEER = "copying a session (dataclasses.replace)"
MICROSECONDS = Unit("µs", 1e6, 2)
TIMES = Unit("times life", 1.0, 0)
COUNTED, HELD = 20.0, 40.0
"""Seconds that a set of reps, and a hold, take."""


def rows(quick: bool) -> Iterator[Row]:
    """What an event costs beside copying a session once; a circuit beside the time it takes in life."""
    runs = FEW if quick else RUNS
    with TemporaryDirectory() as directory:
        store = Store.in_memory()
        session = _begin(store, Path(directory), HandClock(NEWEST)).session
        pairs = [(_applied(session), _copied(session)) for _ in range(runs)]
        ours, theirs = [one for one, _ in pairs], [other for _, other in pairs]
        yield compared("one event of the machine", ours, PEER, theirs, runs, MICROSECONDS)
        played = [_play(store, Path(directory)) for _ in range(runs)]
        store.close()
    took, life = sorted(seconds for seconds, _ in played)[runs // 2], played[0][1]
    name = f"a circuit of {life / 60:.0f} minutes, journal in memory"
    yield limited(name, took, played_seconds := [seconds for seconds, _ in played], runs, MILLISECONDS)
    yield limited(f"{name}, faster than life", life / took, played_seconds, runs, TIMES)


def _begin(store: Store, locks: Path, clock: HandClock) -> Runner:
    return open_new(store, locks, clock, find(HOME_CIRCUIT, locks).text, Options())


def _applied(session: Session) -> float:
    """Seconds of one event, the big key and the sides by turns: what comes and goes in a session."""
    begun = time.perf_counter()
    at = 0.0
    for _ in range(EVENTS // 2):
        at += 1.0
        session = apply(apply(session, e.Swap(), at), e.Pain(3), at)
    return (time.perf_counter() - begun) / EVENTS


def _copied(session: Session) -> float:
    begun = time.perf_counter()
    for number in range(EVENTS):
        session = replace(session, since=float(number))
    return (time.perf_counter() - begun) / EVENTS


def _play(store: Store, locks: Path) -> tuple[float, float]:
    """Seconds it takes to play a session from READY to its end, and those it would take in life."""
    clock = HandClock(NEWEST)
    runner = _begin(store, locks, clock)
    begun = time.perf_counter()
    worked = 0.0
    while runner.session.phase is not Phase.FINISHED:
        clock.reading += 1.0
        runner.look()
        if runner.session.phase is Phase.READY:
            runner.press()
        elif runner.session.phase is Phase.WORK:
            worked += 1.0
            if worked >= _seconds(runner.session):
                runner.press()
                worked = 0.0
    runner.close()
    return time.perf_counter() - begun, runner.lasted


def _seconds(session: Session) -> float:
    return HELD if isinstance(session.step.exercise.target, ToFatigue) else COUNTED
