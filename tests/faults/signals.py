"""Signals, job control and a closed terminal at random instants of a session."""

from __future__ import annotations

import os
import random
import re
import signal
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import hiptimer
from hiptimer.history.records import SessionRecord
from tests.e2e.terminal import Terminal
from tests.e2e.user import FAST, User

from .proof import for_each_user
from .scripted import CIRCUIT, Script, check_log, random_delay, sessions

LONGEST = 5.0
"""Seconds into the session, at most, at which it happens."""
EARLY = 0.4
"""The chance that it comes while the program starts up."""
STARTING = 1.6
"""Seconds in which it does, at most, on a machine that has more to do."""
LEAVES = {"TERM": (143, -15), "INT": (130, -2, 1), "HUP": (129, -1)}
"""The exit code of each; the others only before anything is drawn, by the system or by Python."""
DRAWN = b"\x1b[?1049h"
"""What is written before the first screen is drawn."""
PACKAGE = Path(hiptimer.__file__).parent
BEFORE_MAIN = {"__init__.py", "__main__.py"}
"""Our files that a traceback may name: what is imported while Python itself is still starting."""


def begun(user: User) -> tuple[str, ...]:
    """Resume the session that was left, or start the next one."""
    left = [record for record in sessions(user) if record.status == "open"]
    return ("--resume",) if left else (user.circuit(CIRCUIT),)


def check_left(terminal: Terminal, how: str, drawn: bool) -> None:
    """The exit code, and the terminal as a shell needs it. `drawn`: before the signal, there was a screen."""
    code = terminal.exit_code()
    written = bytes(terminal.raw)
    assert code in LEAVES[how][: 1 if drawn else None], f"{how}: exit code {code}: {written[-1500:]!r}"
    assert terminal.is_sane(), f"{how}, exit code {code}: {written[-300:]!r}"
    if code == LEAVES[how][0]:
        assert b"Traceback" not in written and b"ignored" not in written, written[-3000:].decode()
        said = written.rpartition(b"\x1b[?1049l")[2]
        assert said.count(b"\n") <= 1, f"more than a sentence: {said!r}"
    else:
        ours = set(re.findall(rf'File "{re.escape(str(PACKAGE))}/([^"]+)"', written.decode()))
        assert ours <= BEFORE_MAIN, f"{how}, exit code {code}: {written[-3000:].decode()}"


def ended(user: User, chance: random.Random, how: str) -> None:
    """A signal that ends it; now and then while it starts up."""
    before = sessions(user)
    with user.start(*begun(user)) as terminal:
        script = Script(terminal)
        if chance.random() < EARLY:
            terminal.wait(chance.uniform(0.0, STARTING))
        else:
            script.begin()
            script.play(random_delay(chance, LONGEST))
        drawn = DRAWN in terminal.raw
        terminal.signal(how)
        check_left(terminal, how, drawn)
    check_saved(user, script, before)


def closed(user: User, chance: random.Random) -> None:
    """The window is closed."""
    before = sessions(user)
    with user.start(*begun(user)) as terminal:
        script = Script(terminal)
        script.begin()
        script.play(random_delay(chance, LONGEST))
        terminal.hang_up()
        assert terminal.exit_code() == 129
    check_saved(user, script, before)


def check_saved(user: User, script: Script, before: list[SessionRecord]) -> None:
    after = sessions(user)
    check_log(before, script.done, after)
    assert all(record.status in ("open", "finished") for record in after)


def suspended(user: User, chance: random.Random) -> None:
    """Ctrl+Z, the shell, and fg; then a SIGTERM."""
    before = sessions(user)
    with user.program("bash", "--norc", "-i", env={"PS1": "shell> "}) as terminal:
        terminal.until("shell>")
        terminal.send(user.line("start", *FAST, "--mute", *begun(user)))
        script = Script(terminal)
        script.begin()
        for _ in range(2):
            script.play(random_delay(chance, LONGEST / 2))
            terminal.press("ctrl+z")
            terminal.until("Stopped")
            terminal.until(terminal.is_a_shells, "the screen and the keyboard of the shell", limit=5.0)
            terminal.wipe()
            terminal.send(b"fg\r")
            terminal.until(lambda: re.match("[A-Z]+ · ROUND", terminal.status()) is not None, "drawn again")
            assert 1049 in terminal.modes()
        ours = [number for number, words in user.processes() if " start " in words and "bash" not in words]
        os.kill(ours[0], signal.SIGTERM)
        terminal.until(terminal.is_a_shells, "the shell's screen")
        terminal.until("shell>")
    check_saved(user, script, before)


def stopped(user: User, chance: random.Random) -> None:
    """SIGSTOP and SIGCONT, for less than what is taken for a sleep; then a SIGTERM."""
    before = sessions(user)
    with user.start(*begun(user)) as terminal:
        script = Script(terminal)
        script.begin()
        for _ in range(3):
            script.play(random_delay(chance, LONGEST / 3))
            terminal.signal("STOP")
            time.sleep(chance.uniform(0.0, 1.5))
            terminal.signal("CONT")
        script.play(random_delay(chance, LONGEST / 3))
        terminal.signal("TERM")
        check_left(terminal, "TERM", drawn=True)
    check_saved(user, script, before)


WAYS: Mapping[str, Callable[[User, random.Random], None]] = {
    "TERM": lambda user, chance: ended(user, chance, "TERM"),
    "HUP": lambda user, chance: ended(user, chance, "HUP"),
    "INT": lambda user, chance: ended(user, chance, "INT"),
    "closed": closed,
    "ctrl+z": suspended,
    "STOP": stopped,
}


def signals(room: Path, seed: int, times: int) -> None:
    """Each way in turn, several users at once."""
    ways = list(WAYS.values())

    def act(user: User, chance: random.Random, share: int) -> None:
        first = chance.randrange(len(ways))
        for n in range(share):
            ways[(first + n) % len(ways)](user, chance)

    for_each_user(room, seed, times, act)
