"""SIGKILL in the middle of what writes files besides a session: each is as before or as after, never half."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.user import User

from .proof import for_each_user
from .works import WORKS, Work

DIES = """
import atexit, io, os, signal, sqlite3, sys

at, seen, home = int(os.environ["DIES_AT"]), 0, os.environ["HIPTIMER_HOME"]

def step(*_):
    global seen
    seen += 1
    if seen == at:
        os.kill(os.getpid(), signal.SIGKILL)

def audit(event, args):
    if event in ("os.rename", "os.link", "os.remove", "os.mkdir", "os.chmod", "os.truncate"):
        step()

def tracing(*args, **more):
    connection = connect(*args, **more)
    connection.set_trace_callback(step)
    return connection

def opening(file, mode="r", *args, **more):
    opened = open_file(file, mode, *args, **more)
    if set(mode) & set("wxa+") and str(file).startswith(home):
        step()
    return opened

@atexit.register
def count():
    with open(os.environ["COUNTED"], "w") as file:
        file.write(str(seen))

open_file, io.open = io.open, opening
connect, sqlite3.connect = sqlite3.connect, tracing
fsync, os.fsync = os.fsync, lambda number: (step(), fsync(number))[1]
sys.addaudithook(audit)
"""
"""A module that Python imports as it starts: it is killed at its n-th change of a file or SQL."""
KILLED = -9


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a piece of work that nobody disturbed."""

    work: Work
    home: Path
    """As it is before."""
    before: object
    after: object
    steps: int


def undisturbed(user: User, work: Work, room: Path) -> Known:
    """Do the work once, on a copy of what it begins with."""
    home, seen, done, counted = (room / name for name in ("before", "seen", "after", "counted"))
    home.mkdir(parents=True)
    work.prepare(home)
    shutil.copytree(home, seen)
    before = looked(user, work, seen)
    shutil.copytree(home, done)
    assert ran(user, work, done, at=0, counted=counted) == 0, work.name
    return Known(work, home, before, looked(user, work, done), int(counted.read_text()))


def ran(user: User, work: Work, home: Path, at: int, counted: Path) -> int:
    """Let it be done, up to a step at which it is killed; 0: to its end. The exit code."""
    shim = user.with_module("sitecustomize", DIES)
    # what Python keeps of a module it has compiled is a change of a file, too
    here = {
        "HIPTIMER_HOME": str(home),
        "DIES_AT": str(at),
        "COUNTED": str(counted),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    env = {**user.env, **shim, **here}
    return subprocess.run(work.argv(home), env=env, capture_output=True, stdin=subprocess.DEVNULL).returncode


def looked(user: User, work: Work, home: Path) -> object:
    user.env["HIPTIMER_HOME"] = str(home)
    return work.look(user, home)


def halfway(room: Path, seed: int, times: int) -> None:
    """Each work in turn, killed at a random step; then it is done again, and all of it is there."""

    def act(user: User, chance: random.Random, share: int) -> None:
        first = chance.randrange(len(WORKS))
        known: dict[str, Known] = {}
        for n in range(share):
            work = WORKS[(first + n) % len(WORKS)]
            if work.name not in known:
                known[work.name] = undisturbed(user, work, user.directory / f"work{n}")
            killed(user, known[work.name], chance, user.directory / f"home{n}")

    for_each_user(room, seed, times, act)


def killed(user: User, known: Known, chance: random.Random, home: Path) -> None:
    shutil.copytree(known.home, home)
    at = chance.randint(1, known.steps)
    code = ran(user, known.work, home, at, Path(os.devnull))
    where = f"{known.work.name}, killed at step {at} of {known.steps}"
    assert code == KILLED, where
    found = looked(user, known.work, home)
    assert found in (known.before, known.after), f"{where}: {found}"
    ran(user, known.work, home, 0, Path(os.devnull))
    assert looked(user, known.work, home) == known.after, f"{where}, and then done again"
