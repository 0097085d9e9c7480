"""The real program under a clock that is set while it runs."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.e2e.circuits import WALL
from tests.e2e.user import HIPTIMER, User
from tests.e2e.walking import to_work

from .proof import CannotBeDone, for_each_user

SHIFTED = """
import os, time
from datetime import timedelta
from pathlib import Path

from hiptimer.session.clock import SystemClock

by, zone = (Path(__file__).with_name(name) for name in ("shift", "zone"))
real = SystemClock.wall

def wall(self):
    os.environ["TZ"] = zone.read_text()
    time.tzset()
    now = real(self)
    return (now + timedelta(seconds=float(by.read_text()))).astimezone()

SystemClock.wall = wall
"""
"""A module that Python imports as it starts: two files say by how much the wall is off, and in which zone."""
ZONES = ("America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati")
HERE = "Europe/Berlin"
BEGINS = ("2028-02-29 23:59:50", "2026-03-29 01:59:50", "2026-10-25 02:59:50", "2026-12-31 23:59:50")
"""Leap day and midnight, both changes of summer time in Berlin, the end of a year."""
HELD = 2.0
"""Seconds that each side is held."""


def clock_set(room: Path, seed: int, times: int) -> None:
    """A hold of each side; in the first the clock is set and the zone changed: both are as long as held."""

    def act(user: User, chance: random.Random, share: int) -> None:
        shift, zone = user.directory / "shift", user.directory / "zone"
        shifted = user.with_module("sitecustomize", SHIFTED)
        for n in range(share):
            at_home(user, n)
            shift.write_text("0")
            zone.write_text(HERE)
            by = chance.choice((-1, 1)) * chance.choice((1, 3600, 86400 * 30)) * chance.uniform(1.0, 2.0)
            there = chance.choice(ZONES)
            hold(user, HIPTIMER, shifted, partial(_set_both, shift, str(by), zone, there))
            began = datetime.fromisoformat(user.session()["started_at"])
            assert began.utcoffset() == began.astimezone(ZoneInfo(HERE)).utcoffset()
            for row in user.rows():
                at = datetime.fromisoformat(row["at"])
                assert abs((at - datetime.now().astimezone()).total_seconds() - by) < 60, row
                assert at.utcoffset() == at.astimezone(ZoneInfo(there)).utcoffset(), (there, row)

    for_each_user(room, seed, times, act)


def days(room: Path, seed: int, times: int) -> None:
    """A session over midnight, a leap day, and both changes of summer time, by libfaketime."""
    faketime = shutil.which("faketime")
    if faketime is None:
        raise CannotBeDone("faketime is not installed (Debian: apt install faketime)")

    def act(user: User, chance: random.Random, share: int) -> None:
        first = chance.randrange(len(BEGINS))
        for n in range(share):
            at_home(user, n)
            begins = BEGINS[(first + n) % len(BEGINS)]
            hold(user, (faketime, begins, *HIPTIMER), {"TZ": "Europe/Berlin"})
            began = datetime.fromisoformat(begins)
            record = user.session()
            assert record["started_at"].startswith(str(began.date()))
            for row in record["sets"]:
                after = datetime.fromisoformat(row["at"]) - datetime.fromisoformat(record["started_at"])
                assert timedelta(0) < after < timedelta(minutes=1), (begins, row)

    for_each_user(room, seed, times, act)


def _set_both(shift: Path, by: str, zone: Path, there: str) -> None:
    shift.write_text(by)
    zone.write_text(there)


def at_home(user: User, n: int) -> None:
    user.env["HIPTIMER_HOME"] = str(user.directory / f"home{n}")


def hold(
    user: User, hiptimer: tuple[str, ...], env: dict[str, str], meanwhile: Callable[[], object] | None = None
) -> None:
    """Both sides, each for as long; something happens in the middle of the first."""
    start = ("start", user.circuit(WALL), "--mute", "--lead-in", "1", "--switch", "1")
    with user.program(*hiptimer, *start, env=env) as terminal:
        to_work(terminal)
        terminal.wait(HELD / 2)
        if meanwhile is not None:
            meanwhile()
        terminal.wait(HELD / 2)
        terminal.big()
        terminal.until_status("WORK · ROUND 1/1 · WALL PUSH · RIGHT")
        terminal.wait(HELD)
        terminal.big()
        terminal.until_status("FINISHED")
    record = user.session()
    assert record["status"] == "finished"
    assert [(row["side"], row["status"]) for row in record["sets"]] == [("left", "done"), ("right", "done")]
    for row in record["sets"]:
        assert HELD - 0.3 <= row["seconds"] <= HELD + 4.0, row
