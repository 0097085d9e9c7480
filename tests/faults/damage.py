"""Files that are no history any more: cut off, zeroed, overwritten, from the future."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from hiptimer.circuit.plan import Options
from hiptimer.history.rescue import open_rescued
from hiptimer.session.lives import left_open
from hiptimer.session.opening import hints, open_new
from tests.e2e.user import User
from tests.history.days import Gym, HandClock

from .disk import UNSAVED
from .proof import for_each_user
from .scripted import CIRCUIT, Script
from .signals import DRAWN

NOW = datetime(2026, 11, 23, 2, 50, tzinfo=UTC)
DATED = re.compile(r"history\.db\.damaged-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d")
SEVERAL = 20
"""Damaged files that are opened without a screen, for each that is opened with one."""

Spoil = Callable[[bytes, random.Random], bytes]


def cut_off(whole: bytes, chance: random.Random) -> bytes:
    return whole[: chance.randrange(1, len(whole))]


def zeroed(whole: bytes, chance: random.Random) -> bytes:
    first = chance.choice((0, chance.randrange(len(whole))))
    last = min(len(whole), first + chance.choice((512, 4096, len(whole))))
    return whole[:first] + bytes(last - first) + whole[last:]


def overwritten(whole: bytes, chance: random.Random) -> bytes:
    first = chance.randrange(len(whole))
    noise = chance.randbytes(chance.choice((1, 16, 512, 4096, len(whole))))[: len(whole) - first]
    return whole[:first] + noise + whole[first + len(noise) :]


def scattered(whole: bytes, chance: random.Random) -> bytes:
    found = bytearray(whole)
    for _ in range(chance.choice((1, 8, 64, 512))):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def newer(whole: bytes, chance: random.Random) -> bytes:
    """The version stands in four bytes of the header."""
    return whole[:60] + chance.randrange(100, 2**31).to_bytes(4, "big") + whole[64:]


WAYS: tuple[Spoil, ...] = (cut_off, zeroed, overwritten, scattered, newer)


def whole_history(home: Path) -> bytes:
    """Four sessions, as they lie on the disk when nobody has them open."""
    gym = Gym(home)
    for day in range(4):
        gym.finished(day, CIRCUIT)
    with closing(sqlite3.connect(gym.path)) as other:
        gym.store.close()
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return gym.path.read_bytes()


def check_kept(path: Path, spoilt: bytes, unchanged: bool) -> None:
    """All of it is there still: set aside, or in its place."""
    aside = [one for one in path.parent.iterdir() if ".damaged-" in one.name]
    if aside:
        (one,) = (one for one in aside if not one.name.endswith(("-wal", "-shm")))
        assert DATED.fullmatch(one.name), one.name
        assert one.read_bytes() == spoilt, "what was set aside is not what was there"
    elif unchanged:
        assert path.read_bytes() == spoilt, "it was left where it is, but not as it was"


def damage(room: Path, seed: int, times: int) -> None:
    """Every way in turn; a session is led to its first set on a history spoilt so."""
    whole = whole_history(room / "whole")

    def act(user: User, chance: random.Random, share: int) -> None:
        first = chance.randrange(len(WAYS))
        for n in range(share):
            for m in range(SEVERAL):
                opened(user.directory / f"opened{n}-{m}", WAYS[m % len(WAYS)](whole, chance))
            user.env["HIPTIMER_HOME"] = str(user.directory / f"home{n}")
            led(user, user.directory / f"home{n}", WAYS[(first + n) % len(WAYS)](whole, chance))

    for_each_user(room, seed, times, act)


def opened(home: Path, spoilt: bytes) -> None:
    """A session begins with all that home asks of the history, and its first event is in the file or waits.

    Set aside: it is in the new file. Left as it was: it waits, or is there once the file can be used.
    Taken as sound: it is there, unless a damage that nobody could see keeps the file from being written.
    """
    home.mkdir()
    path, clock = home / "history.db", HandClock()
    path.write_bytes(spoilt)
    store = open_rescued(path, NOW)
    check_kept(path, spoilt, unchanged=bool(store.unkept))
    aside = any(".damaged-" in one.name for one in home.iterdir())
    assert not (aside and store.unkept), "it was set aside, and no new one begun"
    assert bool(store.news) == (aside or bool(store.unkept)), "it is not said what became of it"
    left_open(store, home)
    store.earlier.last_trained()
    runner = open_new(store, home, clock, CIRCUIT, Options())
    hints(store, runner.session)
    assert runner.press()
    waits = bool(runner.trouble)
    assert not (aside and waits), "the new one is not written"
    runner.close()
    store.close()
    assert waits != is_kept(path), "it is said to be saved and is not, or the other way round"


def is_kept(path: Path) -> bool:
    """Whether the session that begun just now is in the file, with its event."""
    with closing(sqlite3.connect(path)) as other:
        try:
            found = other.execute(
                "SELECT e.kind FROM events e JOIN sessions s ON s.number = e.session"
                " WHERE s.status = 'open' AND s.circuit = 'Faults'"
            ).fetchall()
        except sqlite3.Error:
            return False
    return found == [("press",)]


def led(user: User, home: Path, spoilt: bytes) -> None:
    path = home / "data" / "history.db"
    path.parent.mkdir(parents=True)
    path.write_bytes(spoilt)
    with user.start(user.circuit(CIRCUIT), "--new", columns=100, rows=30) as terminal:
        script = Script(terminal)
        script.begin()
        script.play(lambda: bool(script.done))
        screen = terminal.settled()
        unsaved = UNSAVED in screen
        # what is wrong was said on standard error before anything was drawn, in one sentence
        said = bytes(terminal.raw).partition(DRAWN)[0].decode().strip()
        aside = [one for one in path.parent.iterdir() if ".damaged-" in one.name]
        assert said.count("hiptimer: ") == bool(unsaved or aside) and "Traceback" not in said, said
        assert not unsaved or UNSAVED in said, said
        assert not aside or f"it is set aside as {aside[0].parent}" in said, said
        terminal.signal("TERM")
        assert terminal.exit_code() == 143
        assert terminal.is_sane()
    check_kept(path, spoilt, unchanged=unsaved)
    if not unsaved:
        assert user.sessions()[-1]["status"] == "open"
        assert len(user.sessions()[-1]["sets"]) >= 1
