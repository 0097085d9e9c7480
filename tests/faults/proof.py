"""A proof: something that is done to hiptimer so many times, after which nothing may be lost."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.user import User

AT_ONCE = 4
"""Sessions at once in one proof."""


class CannotBeDone(Exception):
    """Not on this machine; the message says why."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One line of the report."""

    name: str
    unit: str
    """What is counted."""
    run: Callable[[Path, int, int], None]
    """Called with an empty directory, a seed and how often; raises `AssertionError`, or `CannotBeDone`."""
    short: int
    full: int


def for_each_user(room: Path, seed: int, times: int, act: Callable[[User, random.Random, int], None]) -> None:
    """Share `times` among several users, each with a history and a chance of their own."""
    users = min(AT_ONCE, times)
    shares = [times // users + (n < times % users) for n in range(users)]

    def one(n: int) -> None:
        home = room / f"user{n}"
        home.mkdir()
        user = User(home)
        try:
            act(user, random.Random(f"{seed}/{n}"), shares[n])
        finally:
            user.close()

    with ThreadPoolExecutor(users) as pool:
        for done in [pool.submit(one, n) for n in range(users)]:
            done.result()
