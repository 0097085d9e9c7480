"""Signals, Ctrl+Z and a closed terminal where no set runs: in dialogs, in the log, in the builder."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

from tests.e2e.terminal import Terminal
from tests.e2e.user import FAST, User
from tests.history.days import Gym

from .proof import for_each_user
from .scripted import CIRCUIT, sessions, what
from .signals import check_left

Keys = tuple[str, ...]

IN_A_SESSION: tuple[Keys, ...] = (("q",), ("s",), ("n",), ("j",), ("?",), ("w",), ("h",))
"""Keys that open a dialog at READY."""
ON_HOME: tuple[Keys, ...] = (
    ("l",), ("l", "enter"), ("l", "down", "enter", "d"), ("l", "down", "enter", "n"), ("c",), ("c", "e"),
    ("c", "e", "enter"), ("c", "e", "enter", "enter"), ("e",), ("s",), ("w",), ("?",), ("ctrl+t",),
)  # fmt: skip
"""Keys that lead to the other screens, each press once the one before has been answered."""
CTRL_T = b"\x14"
BETWEEN_LOOKS = 0.5
"""Seconds."""
STILL = '[screen]\nmotion = "reduced"\n'
"""Settings with which a screen where nothing happens is not drawn again."""
SIGNALS = ("TERM", "HUP", "INT")
WAYS = (*SIGNALS, "closed", "ctrl+z", "STOP")


def trained(user: User) -> None:
    """Two sessions that are finished, and one left after its first set."""
    gym = Gym(user.directory)
    gym.finished(0, CIRCUIT)
    gym.finished(1, CIRCUIT)
    left = gym.begin(CIRCUIT)
    gym.do(left)
    left.close()
    gym.store.prefer({"first-start": "done"})
    gym.store.close()
    settings = user.directory / "config" / "settings.toml"
    settings.parent.mkdir(exist_ok=True)
    settings.write_text(STILL, encoding="utf-8")


def go(terminal: Terminal, keys: Keys) -> str:
    """Wait for the first screen, go where these keys lead; what is seen there."""
    terminal.until(lambda: "SPACE" in terminal.text(), "home, or the session", limit=60.0)
    for key in keys:
        before = terminal.settled()
        terminal.send(CTRL_T) if key == "ctrl+t" else terminal.press(key)
        terminal.until(lambda before=before: terminal.text() != before, f"{key} leads on from\n{before}\n")  # type: ignore[misc]
    return at_rest(terminal)


def at_rest(terminal: Terminal) -> str:
    """The screen once it has not changed for a while: a busy machine pauses in the middle of drawing."""
    seen = terminal.settled()
    for _ in range(20):
        terminal.wait(BETWEEN_LOOKS)
        before, seen = seen, terminal.settled()
        if seen == before:
            break
    return seen


def left(terminal: Terminal, way: str, keys: Keys) -> None:
    """End it with a signal, or close its window."""
    go(terminal, keys)
    if way == "closed":
        terminal.hang_up()
        assert terminal.exit_code() == 129
    else:
        terminal.signal(way)
        check_left(terminal, way, drawn=True)


def stopped(terminal: Terminal, keys: Keys) -> None:
    """SIGSTOP and SIGCONT: what stood there stands there, drawn anew."""
    seen = go(terminal, keys)
    terminal.signal("STOP")
    terminal.wait(0.2)
    terminal.wipe()
    terminal.signal("CONT")
    terminal.until(lambda: terminal.text() == seen, f"drawn again:\n{seen}\n")
    terminal.signal("TERM")
    check_left(terminal, "TERM", drawn=True)


def suspended(user: User, terminal: Terminal, words: Keys, keys: Keys) -> None:
    """Ctrl+Z, the shell, and fg: what stood there stands there, drawn anew."""
    terminal.until("shell>")
    terminal.send(user.line(*words))
    seen = go(terminal, keys)
    terminal.press("ctrl+z")
    terminal.until("Stopped", limit=10.0)
    terminal.until(terminal.is_a_shells, "the screen and the keyboard of the shell", limit=5.0)
    terminal.wipe()
    terminal.send(b"fg\r")
    terminal.until(lambda: terminal.text() == seen, f"drawn again:\n{seen}\n")
    ours = [number for number, line in user.processes() if "hiptimer" in line and "bash" not in line]
    os.kill(ours[0], signal.SIGTERM)
    terminal.until(terminal.is_a_shells, "the shell's screen")
    terminal.until("shell>")


def once(user: User, chance: random.Random, way: str) -> None:
    """One way, at one place; the log is as it was."""
    before = [what(record) for record in sessions(user)]
    at_home = chance.random() < 0.6
    keys = chance.choice(ON_HOME if at_home else IN_A_SESSION)
    words = () if at_home else ("start", *FAST, "--mute", "--resume")
    if way == "ctrl+z":
        with user.program("bash", "--norc", "-i", env={"PS1": "shell> "}, columns=100, rows=30) as terminal:
            suspended(user, terminal, words, keys)
    else:
        with user.terminal(*words, columns=100, rows=30) as terminal:
            stopped(terminal, keys) if way == "STOP" else left(terminal, way, keys)
    assert [what(record) for record in sessions(user)] == before, f"{way} at {keys}"


def elsewhere(room: Path, seed: int, times: int) -> None:
    """Each way in turn, at random places, several users at once."""

    def act(user: User, chance: random.Random, share: int) -> None:
        trained(user)
        first = chance.randrange(len(WAYS))
        for n in range(share):
            once(user, chance, WAYS[(first + n) % len(WAYS)])

    for_each_user(room, seed, times, act)
