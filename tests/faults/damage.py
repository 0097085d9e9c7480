"""Files that are no history any more: cut off, zeroed, overwritten, from the future."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from hiptimer.history.rescue import open_rescued
from tests.e2e.user import User
from tests.history.days import Gym

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
    home.mkdir()
    path = home / "history.db"
    path.write_bytes(spoilt)
    store = open_rescued(path, NOW)
    unkept = bool(store.unkept)
    assert bool(store.news) or (not unkept and path.exists())
    store.last_trained()
    store.close()
    check_kept(path, spoilt, unchanged=unkept)


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
