"""Whatever stands in a file, a name or a note: none of it reaches the terminal as a control sequence."""

from __future__ import annotations

import random
from pathlib import Path

from tests.e2e.terminal import Terminal
from tests.e2e.user import User

from .elsewhere import CTRL_T, IN_A_SESSION, ON_HOME, Keys
from .hostile import hostile, steering, tamper
from .printed import check_printed
from .proof import for_each_user
from .scripted import CIRCUIT

DRAWN = 0.15
"""Seconds in which a screen is drawn, mostly."""


def check_screen(terminal: Terminal) -> None:
    found = steering(terminal.raw.decode("utf-8", errors="replace"))
    assert not found, f"the terminal is steered: {found[:5]!r}"


def injected(user: User, chance: random.Random, share: int) -> None:
    base = user.directory
    for n in range(share):
        evil = hostile(chance)
        user.directory = base / f"n{n}"
        user.directory.mkdir()
        user.env["HIPTIMER_HOME"] = str(user.directory)
        tamper(user, evil)
        check_printed(user, evil)
        check_home(user)
        check_session(user, evil)
        check_resumed(user)


def there_and_back(terminal: Terminal, places: tuple[Keys, ...]) -> None:
    """Go where these keys lead, and back again."""
    for keys in places:
        for key in (*keys, *("escape" for _ in keys)):
            terminal.send(CTRL_T) if key == "ctrl+t" else terminal.press(key)
            terminal.wait(DRAWN)


def check_home(user: User) -> None:
    """Home, and what its keys lead to."""
    with user.terminal(rows=40) as terminal:
        terminal.until("SPACE Start")
        there_and_back(terminal, (*ON_HOME, ("c", "down", "p")))
        terminal.settled()
        terminal.signal("TERM")
        assert terminal.exit_code() == 143
        check_screen(terminal)


def check_session(user: User, evil: str) -> None:
    """A session with a hostile note."""
    own = user.circuit(f"{CIRCUIT}# not one whose text in the log is hostile\n")
    with user.start(own, "--new") as terminal:
        terminal.until_status("READY")
        terminal.press("space")
        terminal.until_status("WORK")
        terminal.wait(1.0)
        terminal.press("space")
        terminal.until_status("SWITCH")
        terminal.press("n")
        terminal.until("Note on")
        terminal.send(b"\x1b[200~" + evil.encode() + b"\x1b[201~")
        terminal.wait(0.5)
        terminal.press("enter")
        terminal.wait(0.5)
        terminal.signal("TERM")
        assert terminal.exit_code() == 143
        check_screen(terminal)
        assert terminal.is_sane()


def check_resumed(user: User) -> None:
    """That session resumed, with its dialogs, and line by line."""
    with user.start("--resume") as terminal:
        terminal.until_status("READY")
        there_and_back(terminal, IN_A_SESSION)
        terminal.signal("TERM")
        terminal.exit_code()
        check_screen(terminal)
    with user.terminal("start", "--resume", "--plain", "--mute") as terminal:
        terminal.wait(2.0)
        terminal.signal("TERM")
        terminal.exit_code()
        check_screen(terminal)


def escapes(room: Path, seed: int, times: int) -> None:
    """So many hostile texts, each in every place."""
    for_each_user(room, seed, times, injected)
