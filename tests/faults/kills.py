"""SIGKILL at random instants, the session resumed each time."""

from __future__ import annotations

import random
from pathlib import Path

from tests.e2e.terminal import Terminal
from tests.e2e.user import User

from .proof import for_each_user
from .scripted import CIRCUIT, Script, check_log, random_delay, sessions, undisturbed, what

EARLY, AFTER_A_KEY = 0.15, 0.55
"""Up to which chance a life ends as it starts up, and up to which within a moment after a big key."""
SOON = 0.06
"""Seconds after a key in which it is written and drawn."""


def begin(user: User) -> Terminal:
    """Resume the session that was killed, or start the next one."""
    left = [record for record in sessions(user) if record.status == "open"]
    return user.start("--resume") if left else user.start(user.circuit(CIRCUIT))


def live(script: Script, chance: random.Random) -> None:
    """Go on with the session, up to the instant at which it is killed."""
    how = chance.random()
    if how < EARLY:
        script.terminal.wait(chance.uniform(0.0, 1.2))
        return
    script.begin()
    if how < AFTER_A_KEY:
        keys = chance.randint(1, 3)
        script.play(lambda: script.keys >= keys)
        script.terminal.wait(chance.uniform(0.0, SOON))
    else:
        script.play(random_delay(chance, 4.0))


def killed(user: User, chance: random.Random, times: int) -> None:
    """So many lives, and one more that is not disturbed."""
    for _ in range(times):
        before = sessions(user)
        with begin(user) as terminal:
            script = Script(terminal)
            live(script, chance)
            terminal.signal("KILL")
            assert terminal.exit_code() == -9
            script.note()
            script.note()
        check_log(before, script.done, sessions(user))
    with begin(user) as terminal:
        script = Script(terminal)
        script.begin()
        script.play(lambda: False)
        terminal.until_status("FINISHED")
    log = sessions(user)
    assert [record.status for record in log] == ["finished"] * len(log)
    assert [what(record) for record in log] == undisturbed(user.directory, len(log))


def kills(room: Path, seed: int, times: int) -> None:
    """Several users at once."""
    for_each_user(room, seed, times, killed)
