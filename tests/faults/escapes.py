"""Whatever stands in a file, a name or a note: none of it reaches the terminal as a control sequence."""

from __future__ import annotations

import random
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.e2e.terminal import Terminal
from tests.e2e.user import User
from tests.history.days import Gym

from .proof import for_each_user
from .scripted import CIRCUIT

ALLOWED = re.compile(
    r"\x1b\[[0-9;:]*m"  # colours
    r"|\x1b\[[0-9]*(?:;[0-9]+)?H"  # a place on the screen
    r"|\x1b\[\?(?:7|25|1000|1002|1003|1004|1006|1015|1049|2004|2026|2048)[hl]"  # modes
    r"|\x1b\[\?(?:2026|2048)\$p"  # whether there is a mode
    r"|\x1b\[[<>=][0-9]*u"  # the keyboard
    r"|\x1b\[2[23];2t"  # the window's title, kept and given back
    r"|\x1b\]2;[^\x00-\x1f\x7f-\x9f]*\x1b\\"  # the window's title
    r"|\x1b\]22;[a-z-]+\x07"  # the shape of the mouse's pointer
    r"|\r\n|\n|\x07"  # and the bell, which is all the sound there may be
)
"""All that hiptimer and Textual have to say to a terminal besides text."""
STEERS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
SEQUENCES = (
    "\x1b]2;EVIL\x07", "\x1b]0;EVIL\x1b\\", "\x1b[31mEVIL", "\x1b[2J", "\x1b[6n", "\x1bc", "\x1b[?1049l",
    "\x1b]52;c;RVZJTA==\x07", "\x1bP$qm\x1b\\", "\x9b31mEVIL", "\x9d2;EVIL\x9c", "\r\nEVIL", "\x08\x08EVIL",
    "\x07", "\x85", "\u202eLIVE", "\x1b[201~", "[red]EVIL[/]", "\x00", "\x7f",
)  # fmt: skip


def steering(written: str, allowed: re.Pattern[str] = ALLOWED) -> list[str]:
    """What could steer a terminal in what was written, each with what stands around it."""
    rest = allowed.sub("", written)
    return [rest[max(0, one.start() - 20) : one.end() + 20] for one in STEERS.finditer(rest)]


def hostile(chance: random.Random) -> str:
    return "".join(f"{word}{chance.choice(SEQUENCES)}" for word in ("a", "b", "c")) + "d"


def check_screen(terminal: Terminal) -> None:
    found = steering(terminal.raw.decode("utf-8", errors="replace"))
    assert not found, f"the terminal is steered: {found[:5]!r}"


def tamper(user: User, evil: str) -> None:
    """Somebody else's hand in the log: sessions, exercises, notes, answers and a circuit."""
    gym = Gym(user.directory)
    for day in range(3):
        gym.finished(day, CIRCUIT)
    gym.do(gym.begin(CIRCUIT))
    gym.store.close()
    with closing(sqlite3.connect(user.database, isolation_level=None)) as log:
        log.execute("UPDATE sessions SET circuit = circuit || ?", (evil,))
        log.execute("UPDATE sessions SET status = status || ? WHERE number = 1", (evil,))
        log.execute("UPDATE outcomes SET note = ?", (evil,))
        log.execute("UPDATE outcomes SET exercise = exercise || ? WHERE session > 1 AND step = 0", (evil,))
        log.execute("UPDATE outcomes SET side = side || ? WHERE session = 2", (evil,))
        log.execute("INSERT OR REPLACE INTO preferences VALUES ('first-start', 'done')")
        log.execute("INSERT OR REPLACE INTO preferences VALUES ('count', ?)", (evil,))


def injected(user: User, chance: random.Random, share: int) -> None:
    base = user.directory
    for n in range(share):
        evil = hostile(chance)
        user.directory = base / f"n{n}"
        user.directory.mkdir()
        user.env["HIPTIMER_HOME"] = str(user.directory)
        tamper(user, evil)
        check_lines(user, evil)
        check_screens(user, evil)


def check_lines(user: User, evil: str) -> None:
    """What the commands print that draw nothing."""
    path = user.circuit(f"name = {toml(evil)}\n" + CIRCUIT.partition("\n")[2], "evil")
    named = user.directory / f"{evil.replace('/', '').replace(chr(0), '')}.toml"
    named.write_text("nonsense = ", encoding="utf-8", errors="replace")
    (user.directory / "config" / "circuits").mkdir(parents=True)
    (user.directory / "config" / "circuits" / "evil.toml").write_text(Path(path).read_text("utf-8"), "utf-8")
    (user.directory / "config" / "settings.toml").write_text(f"[screen]\ntheme = {toml(evil)}\n", "utf-8")
    for words in (
        ("log",), ("log", "--json"), ("circuits", "list"), ("circuits", "check", path),
        ("circuits", "check", str(named)), ("circuits", "show", str(named)), ("doctor",),
    ):  # fmt: skip
        done = user.run(*words)
        assert "Traceback" not in done.stderr and "should not" not in done.stderr, (words, done.stderr)
        for written in (done.stdout, done.stderr):
            found = steering(written, re.compile("\n"))
            assert not found, f"{words} steers the terminal: {found[:5]!r}"


def toml(text: str) -> str:
    """A text as TOML writes it, with all its characters."""
    return '"' + "".join(f"\\u{ord(one):04x}" for one in text) + '"'


def check_screens(user: User, evil: str) -> None:
    """Home and what it leads to, a session with a hostile note, and one that is resumed."""
    with user.terminal() as terminal:
        terminal.until("SPACE Start")
        for key in ("s", "escape", "?", "escape", "r"):
            terminal.press(key)
            terminal.wait(0.5)
        check_screen(terminal)
    with user.start(user.circuit(CIRCUIT), "--new") as terminal:
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
    with user.terminal("start", "--resume", "--plain", "--mute") as terminal:
        terminal.wait(2.0)
        terminal.signal("TERM")
        terminal.exit_code()
        check_screen(terminal)


def escapes(room: Path, seed: int, times: int) -> None:
    """So many hostile texts, each in every place."""
    for_each_user(room, seed, times, injected)
