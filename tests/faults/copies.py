"""Several copies at once on one history: each logs its own session, and nobody takes another's."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.e2e.user import User

from .proof import for_each_user
from .scripted import CIRCUIT, Script, random_delay, sessions, undisturbed, what

LIVE = "this session is live in another window"


def led(script: Script) -> None:
    terminal = script.terminal
    script.play(lambda: False)
    terminal.until_status("FINISHED")
    terminal.signal("TERM")
    assert terminal.exit_code() == 143, terminal.text()


def together(user: User, chance: random.Random) -> None:
    """One window in its session; a second may not take that, and leads through another one beside it."""
    before = len(sessions(user))
    with user.start(user.circuit(CIRCUIT)) as first:
        script = Script(first)
        script.begin()
        script.play(lambda: bool(script.keys))
        with user.start("--resume") as refused:
            assert refused.exit_code() == 1 and refused.is_sane()
            assert LIVE in refused.text()
        script.play(random_delay(chance, 2.0))
        with user.start(user.circuit(CIRCUIT), "--new") as second, ThreadPoolExecutor(2) as pool:
            beside = Script(second)
            beside.begin()
            for done in [pool.submit(led, script), pool.submit(led, beside)]:
                while not done.done():
                    looked_at(user, before)
                done.result()
    log = sessions(user)
    assert len(log) == before + 2
    assert [record.status for record in log] == ["finished"] * len(log)


def looked_at(user: User, before: int) -> None:
    """A third program reads meanwhile."""
    assert before <= len(user.sessions()) <= before + 2
    for words in (("stats",), ("export",)):
        assert user.run(*words).returncode == 0, words


def copies(room: Path, seed: int, times: int) -> None:
    """So many pairs of windows; their logs are as if each had been alone."""

    def act(user: User, chance: random.Random, share: int) -> None:
        for _ in range(share):
            together(user, chance)
        found = [what(record) for record in sessions(user)]
        # the second of a pair begins on the same side: no session was finished before it
        alone = undisturbed(user.directory, len(found))
        assert sorted(map(sides_aside, found)) == sorted(map(sides_aside, alone))

    for_each_user(room, seed, times, act)


def sides_aside(rows: list[tuple[object, ...]]) -> list[str]:
    """The sets of a session, however its sides were ordered."""
    return sorted(str(row[2:]) for row in rows)
