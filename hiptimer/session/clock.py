"""The clocks: one that only goes forward, for the session, and the one on the wall, for the records."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """What a session needs to know of time."""

    def now(self) -> float:
        """Seconds since some fixed instant; never jumps, and counts while the machine sleeps."""

    def wall(self) -> datetime:
        """The date and time on the wall, with the local offset from UTC."""


class SystemClock:
    """The real clocks of this machine."""

    def __init__(self) -> None:
        self.now: Callable[[], float] = _sleep_counting_clock()

    def wall(self) -> datetime:
        """The date and time on the wall, with the local offset from UTC."""
        return datetime.now().astimezone()


def _sleep_counting_clock() -> Callable[[], float]:
    """The monotonic clock of this system that goes on in sleep, where there is one."""
    if sys.platform == "linux":
        return lambda: time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return lambda: time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic
