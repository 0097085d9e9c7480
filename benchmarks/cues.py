"""How punctual a sound is handed over: the real scheduler, with an output that only writes down the instant.

Each condition is a process of its own, in which the scheduler's thread lives as it does in the app. `busy
screen` has the real app beside it, its live screen resized twice a second; `two busy loops` are processes
that do nothing else. Where the system grants real-time priority, the row "not granted" tells what those get
to whom it is not. A cue that is too late to be played counts as endlessly late.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from benchmarks.ratios import FINE, MILLISECONDS, Row, limited, percentile

CUES, FEW = 600, 40
"""Cues in each condition; one every 0.3 s."""
DRIFT, SHORT_DRIFT = 600.0, 20.0
"""Seconds over which the drift is measured."""
BUSY_MOST, SCREEN_MOST, DRIFT_MOST = 0.005, 0.015, 0.010
ENDS = 20
"""Cues at either end of the time that are compared."""


def rows(quick: bool) -> Iterator[Row]:
    """The instants in four conditions, and what a long time adds up to."""
    cues = FEW if quick else CUES
    yield from _errors("idle", _recorded(cues), cues)
    with _busy_loops():
        yield from _errors("two busy loops", _recorded(cues), cues, BUSY_MOST)
        yield from _errors("two busy loops, priority not granted", _recorded(cues, "--ordinary"), cues)
        yield from _errors("busy screen, two busy loops", _recorded(cues, "--screen"), cues, SCREEN_MOST)
        ordinary = _recorded(cues, "--screen", "--ordinary")
        yield from _errors("busy screen, two busy loops, priority not granted", ordinary, cues)
    yield from _drift(SHORT_DRIFT if quick else DRIFT)


def _errors(name: str, errors: list[float], cues: int, most: float | None = None) -> Iterator[Row]:
    yield limited(f"cue, {name}: p50", percentile(errors, 50), errors, cues, FINE)
    yield limited(f"cue, {name}: p99", percentile(errors, 99), errors, cues, FINE, most)


def _drift(seconds: float) -> Iterator[Row]:
    """The last cues against the first; beside them a timer that sleeps a second at a time, as many do."""
    cues = round(seconds)
    found = _recorded(cues, "--apart", "1", "--loop")
    errors, loop = found[:cues], found[cues]
    ends = min(ENDS, cues // 3)
    drift = abs(percentile(errors[-ends:], 50) - percentile(errors[:ends], 50))
    yield limited(f"drift in {seconds:.0f} s", drift, errors, cues, MILLISECONDS, DRIFT_MOST)
    yield limited("drift of a loop that sleeps 1 s each time", loop, errors, cues, MILLISECONDS)


def _recorded(cues: int, *more: str) -> list[float]:
    """Seconds that each cue came late; negative: early."""
    command = [sys.executable, "-m", "benchmarks.recording", str(cues), *more]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=os.environ)
    return [float(value) for value in json.loads(done.stdout)]


@contextmanager
def _busy_loops() -> Iterator[None]:
    with ExitStack() as stack:
        for _ in range(2):
            loop = stack.enter_context(subprocess.Popen([sys.executable, "-c", "while True: pass"]))
            stack.callback(loop.kill)
        yield
