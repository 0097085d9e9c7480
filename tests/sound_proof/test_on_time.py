"""Every cue of a session is heard, the right one and on time; also on a machine that has other work."""

from __future__ import annotations

import statistics
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from hiptimer.session.cues import Cue

from .hearing import tones
from .pulse import RATE

if TYPE_CHECKING:
    from ..e2e.terminal import Terminal
    from .stage import Result, Stage, Stages

MEDIAN = 0.015
WORST = 0.1
EARLY = 0.01
"""Seconds by which the recording may be wrong about the time."""


TRIES = 2
"""The machine may have other work just now, of which nothing here is to be proved."""


@pytest.fixture(scope="module")
def session(stages: Stages) -> Result:
    """A session with the voice on, on a machine that does little else."""
    from .stage import HOLD_AND_PLANK

    return played(stages, lambda stage: stage.play(HOLD_AND_PLANK), "words")


def played(stages: Stages, play: Callable[[Stage], Result], voice: str = "off") -> Result:
    for _ in range(TRIES):
        stage = stages.new(voice)
        try:
            result = play(stage)
        finally:
            stage.close()
        print(result)
        if not wrong(result):
            break
    return result


def wrong(result: Result) -> str:
    """What is not as it should be."""
    late = [heard.late for heard in result.cues]
    if result.lost:
        return f"lost: {result.lost}"
    on_time = min(late) > -EARLY and statistics.median(late) <= MEDIAN and max(late) <= WORST
    return "" if on_time else str(result)


def test_every_cue_is_heard_on_time(session: Result) -> None:
    assert wrong(session) == ""
    assert [heard.due.cue for heard in session.cues] == [
        Cue.COUNT_IN,
        Cue.DONE,  # the rest is too short for the whole of it
        Cue.COUNT_IN,
        Cue.COUNT_OUT,
        Cue.DONE_FINISHED,
    ]


def test_three_two_one_go_is_a_second_apart(session: Result) -> None:
    assert tones(Cue.COUNT_IN) == pytest.approx([n * RATE + tones(Cue.COUNT_IN)[0] for n in range(4)], abs=4)
    counts = session.beeps(Cue.COUNT_IN)
    assert counts, "one of them begins in silence"
    for beeps in counts:
        assert [b - a for a, b in pairwise(beeps)] == pytest.approx([1.0, 1.0, 1.0], abs=0.002)


@contextmanager
def busy(terminal: Terminal) -> Iterator[None]:
    """Two programs that never rest, and a window that is resized all the time."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    done = threading.Event()

    def resize() -> None:
        columns = 80
        while not done.wait(0.5):
            columns = 230 - columns
            terminal.resize(columns, 24)

    resizer = threading.Thread(target=resize)
    resizer.start()
    try:
        yield
    finally:
        done.set()
        resizer.join()
        for loop in loops:
            loop.kill()
            loop.wait()


def test_on_a_busy_machine_too(stages: Stages) -> None:
    from ..e2e.circuits import WALL

    result = played(stages, lambda stage: stage.play(WALL, meanwhile=busy))
    assert wrong(result) == ""
