"""The power fails: what the screen has shown as done is there, and what is written besides is never half."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hiptimer.history.records import SessionRecord
from hiptimer.history.rescue import open_rescued
from hiptimer.session.lives import left_open
from hiptimer.session.opening import open_left
from tests.e2e.user import FAST, HIPTIMER, User
from tests.history.days import HandClock

from .damage import NOW
from .halfway import looked
from .outage import changes, fail, instants, require_strace, watched
from .proof import for_each_user
from .scripted import CIRCUIT, Script, Set, check_log, sessions
from .works import WORKS, Work

ANOTHER = 0.7
"""The chance of an earlier session."""
WORKED = 10
"""Times that the power fails in one piece of work that was watched."""


def outages(room: Path, seed: int, times: int) -> None:
    """A session from its first key to the end of the program, and many instants at which it may end there."""
    require_strace()
    for_each_user(room, seed, times, cut_off)


def cut_off(user: User, chance: random.Random, times: int) -> None:
    """In the first session of all, or in the second."""
    home, before, trace = (user.directory / name for name in ("data", "before", "trace"))
    home.mkdir()
    if chance.random() < ANOTHER:
        finish(user)
    shutil.copytree(home, before)
    earlier = sessions(user)
    shown = finish(user, *watched(trace))
    done = changes(trace, home)
    cuts = instants(done, chance)
    for n in range(times):
        cut = chance.choice(shown)[0] if n % 2 else next(cuts)
        with TemporaryDirectory(dir=user.directory) as name:
            fail(before, done, cut, Path(name), chance)
            try:
                check_left(Path(name), {one for at, one in shown if at <= cut}, earlier)
            except AssertionError as error:
                error.add_note(f"the power failed {cut - done[0].began:.6f} s after the first change")
                raise


def finish(user: User, *before: str) -> list[tuple[float, Set]]:
    """Lead through a session; when, by the clock on the wall, which set was shown as done."""
    shown: dict[Set, float] = {}

    def look() -> bool:
        shown.update({one: time.time() for one in script.done - shown.keys()})
        return False

    words = ("start", "--mute", *FAST, user.circuit(CIRCUIT))
    with user.program(*before, *HIPTIMER, *words) as terminal:
        script = Script(terminal)
        script.begin()
        script.play(look)
        look()
        terminal.until_status("FINISHED")
        terminal.press("q")
        assert terminal.exit_code() == 0
    assert len(shown) == 5
    return [(at, one) for one, at in shown.items()]


def check_left(there: Path, done: set[Set], earlier: list[SessionRecord]) -> None:
    """The history is taken as sound, has all of it, and its session goes on."""
    path = there / "history.db"
    store = open_rescued(path, NOW)
    try:
        assert not store.news and not store.unkept, store.news or store.unkept
        check_log(earlier, done, store.sessions())
        with closing(sqlite3.connect(path)) as other:
            assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for record in left_open(store, there / "locks"):
            runner = open_left(store, there / "locks", HandClock(), record.id)
            assert runner.press() and not runner.trouble
            runner.close()
    finally:
        store.close()


def outages_besides(room: Path, seed: int, times: int) -> None:
    """Each work in turn, watched once: whenever the power fails, all is as before or as after."""
    require_strace()

    def act(user: User, chance: random.Random, share: int) -> None:
        first, done = chance.randrange(len(WORKS)), 0
        while done < share:
            some = min(WORKED, share - done)
            cut_short(user, WORKS[(first + done // WORKED) % len(WORKS)], chance, done, some)
            done += some

    for_each_user(room, seed, times, act)


def cut_short(user: User, work: Work, chance: random.Random, first: int, times: int) -> None:
    """Do a piece of work, and look at what so many outages in it leave."""
    home, before, trace = (user.directory / f"{name}{first}" for name in ("work", "before", "trace"))
    home.mkdir()
    work.prepare(home)
    shutil.copytree(home, before)
    env = {**user.env, "HIPTIMER_HOME": str(home)}
    subprocess.run([*watched(trace), *work.argv(home)], env=env, capture_output=True, check=True)
    done = changes(trace, home)
    whole = [looked(user, work, copied(one)) for one in (before, home)]
    cuts = instants(done, chance)
    for _ in range(times):
        with TemporaryDirectory(dir=user.directory) as name:
            fail(before, done, next(cuts), Path(name), chance)
            found = looked(user, work, Path(name))
            assert found in whole, f"{work.name}: {found}"


def copied(home: Path) -> Path:
    """A copy of a home, which looking at it may change."""
    there = home.with_name(f"{home.name}-seen")
    shutil.copytree(home, there)
    return there
