"""A process that plays cues on nothing and prints, as JSON, how late each was handed over; `cues` runs it."""

from __future__ import annotations

import argparse
import json
import math
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hiptimer.audio import scheduler
from hiptimer.audio.clip import Clip
from hiptimer.audio.clips import Clips
from hiptimer.audio.settings import AS_RECORDED
from hiptimer.audio.sounds import Sounds
from hiptimer.session.clock import SystemClock
from hiptimer.session.cues import Cue, Due

AHEAD = 2.0
"""Seconds before the first cue, in which the clips are made."""
EARLY = 0.1
"""How much of the time to the next cue one may come before its instant, and is still that one."""
RESIZED = 0.5
"""Seconds from one size of the busy screen to the next, as in the proof of the sound."""
NARROW, WIDE = 80, 150


class Recorder:
    """An output that writes down when each cue came."""

    def __init__(self, now: Callable[[], float], cues: int) -> None:
        self.came: list[float] = []
        self.over = threading.Event()
        self._now = now
        self._cues = cues

    def open(self) -> None:
        """Nothing to open."""

    def prepare(self) -> bool:
        """Nothing to do ahead."""
        return False

    def play(self, clip: Clip, until: float) -> None:
        """Write down the instant."""
        if clip.cue is Cue.TICK:
            self.came.append(self._now())
            if len(self.came) == self._cues:
                self.over.set()

    def wake(self, silence: Clip) -> None:
        """Nothing sleeps."""

    def poll(self) -> float | None:
        """Nothing is under way."""
        return None

    def stop(self) -> None:
        """Nothing sounds."""

    def not_heard(self) -> None:
        """There is no other one."""

    def close(self) -> None:
        """Nothing to give back."""


def record(cues: int, apart: float, screen: bool) -> list[float]:
    """Seconds that each cue was late."""
    now = SystemClock().now
    recorder = Recorder(now, cues)
    clips = Clips(Sounds())
    faults: list[Exception] = []
    thread = scheduler.Scheduler(recorder, clips, now, faults.append, AS_RECORDED)
    zero = 0.0

    def begin() -> None:
        nonlocal zero
        # not at whole seconds, which is when a screen has most to do and a loop wakes
        zero = now() + AHEAD + 0.137
        thread.replace([Due(number * apart, Cue.TICK) for number in range(cues)], zero)

    limit = AHEAD + cues * apart + 10.0
    if screen:
        _busy_screen(begin, recorder.over, limit)
    else:
        begin()
        recorder.over.wait(limit)
    thread.close()
    clips.close()
    if faults:
        raise faults[0]
    return late([came - zero for came in recorder.came], cues, apart)


def late(came: Sequence[float], cues: int, apart: float) -> list[float]:
    """Seconds that each cue came after its instant; endless for one that never came.

    `came` are seconds after the first instant. None comes later than the next one is due: the scheduler
    leaves out what is later than a beep may be.
    """
    found = [math.inf] * cues
    for at in came:
        number = max(0, math.floor(at / apart + EARLY))
        found[number] = at - number * apart
    return found


def _busy_screen(begin: Callable[[], None], over: threading.Event, limit: float) -> None:
    """The real app on its live screen, in a window that is resized from `begin` until the cues are over."""
    import asyncio

    from benchmarks.headless import live_app

    async def draw() -> None:
        with TemporaryDirectory() as home:
            async with live_app(Path(home), SystemClock()) as (app, pilot):
                await pilot.press("space")
                end = time.monotonic() + limit
                begin()
                while not over.is_set() and time.monotonic() < end:
                    wide = WIDE if app.size.width == NARROW else NARROW
                    await pilot.resize_terminal(wide, 24)
                    await asyncio.sleep(RESIZED)

    asyncio.run(draw())


def _loop(seconds: int, drift: list[float]) -> None:
    """What a timer is late that counts its own sleeps."""
    begun = time.monotonic()
    for _ in range(seconds):
        time.sleep(1)
    drift.append(time.monotonic() - begun - seconds)


def main() -> None:
    """Record, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cues", type=int)
    parser.add_argument("--apart", type=float, default=0.3, help="seconds from cue to cue")
    parser.add_argument("--screen", action="store_true", help="with a screen that is drawn all the time")
    parser.add_argument("--ordinary", action="store_true", help="without asking for priority")
    parser.add_argument("--loop", action="store_true", help="and a loop that sleeps a second each time")
    asked = parser.parse_args()
    drift: list[float] = []
    loop = threading.Thread(target=_loop, args=(asked.cues, drift))
    if asked.loop:
        loop.start()
    with patch.object(scheduler, "ask_for_priority") if asked.ordinary else nullcontext():
        errors = record(asked.cues, asked.apart, asked.screen)
    if asked.loop:
        loop.join()
    print(json.dumps([*errors, *drift]))


if __name__ == "__main__":
    main()
