"""More than its share of a busy machine for the thread that sound depends on, where the system grants it.

Sound programs ask for this everywhere: a few milliseconds of work that must not come late. Linux grants it to
root and to those whose limits allow it (the group `audio` of many distributions); elsewhere nothing changes.
"""

from __future__ import annotations

import os
import sys

LEAST = 1
"""The lowest real-time priority: above every ordinary thread, below the sound server's own (5)."""
NICE = -10
"""Where real time is not granted: before other ordinary threads."""


def ask_for_priority() -> None:
    """Ask for the calling thread, and the threads that it starts from now on."""
    if sys.platform != "linux":
        return
    try:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(LEAST))
    except OSError:
        try:
            os.setpriority(os.PRIO_PROCESS, 0, NICE)
        except OSError:
            return
