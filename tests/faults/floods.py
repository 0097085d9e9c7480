"""Floods: keys, mouse and resizes, faster than anybody has hands; and the largest circuit there can be."""

from __future__ import annotations

import random
import time
from pathlib import Path

from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.file import parse
from hiptimer.limits import MOST_SETS
from hiptimer.session.clock import SystemClock
from hiptimer.session.opening import open_left
from tests.e2e.terminal import KEYS, Terminal
from tests.e2e.user import User
from tests.history.days import Gym

from .proof import for_each_user
from .scripted import CIRCUIT

AT_A_TIME = 16
"""Keys between two looks at what was drawn."""
RESIZES = 0.05
"""The chance that the window changes its size between two looks."""
EXTREMES = ((1, 1), (500, 200))
"""Columns and rows that no window has, and some have while they are made."""
NEVER = (b"\x1a", b"\x1c")
"""Ctrl+Z: without a shell nobody could bring it back. Ctrl+\\: once it has been left, that is a SIGQUIT."""
ODD = (
    b"\x1b", b"\x1b[", b"\x1b]2;x", b"\x1b[999;999H", b"\x1b[<0;5;24M", b"\x1b[<64;1;1M", b"\x1b[<35;70;20M",
    b"\x1b[<0;0;0M", b"\x1b[<0;99999;99999m", b"\x1b[I", b"\x1b[O", b"\x1b[200~a\x1b[31mb\x1b[201~",
    b"\xff\xfe", b"\xc3", b"\xf0\x9f\x92\xaa", b"\x00", b"\x1b[57441u", b"\x1b[97;5u", b"\x1b[?1;2c",
    b"\x1b[24;80R",
)  # fmt: skip
STEPS = 10_000
ANSWERS = 3.0
"""Seconds within which the largest circuit answers a key, at the most."""


def one_key(chance: random.Random) -> bytes:
    kind = chance.random()
    if kind < 0.5:
        return bytes([chance.randrange(32, 127)])
    if kind < 0.7:
        return chance.choice([key for key in KEYS.values() if key not in NEVER])
    if kind < 0.75:
        return bytes([chance.choice([n for n in range(1, 32) if bytes([n]) not in NEVER])])
    return chance.choice(ODD)


def pour(terminal: Terminal, chance: random.Random, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and terminal.process.poll() is None:
        terminal.send(b"".join(one_key(chance) for _ in range(AT_A_TIME)))
        if chance.random() < RESIZES:
            terminal.resize(*chance.choice((*EXTREMES, (chance.randint(2, 220), chance.randint(2, 70)))))
        terminal.wait(0.01)


def flooded(user: User, chance: random.Random, seconds: int) -> None:
    """Home or a session, again and again; whatever the keys have done, it is in order afterwards."""
    end = time.monotonic() + seconds
    while (rest := end - time.monotonic()) > 0:
        words = chance.choice(
            [(), ("start", user.circuit(CIRCUIT), "--mute", "--lead-in", "1", "--rest", "1")]
        )
        with user.terminal(*words) as terminal:
            terminal.until(lambda t=terminal: t.modes() & {1049} and t.text().strip() != "")  # type: ignore[misc]
            pour(terminal, chance, rest)
            if terminal.process.poll() is None:
                check_alive(terminal)
                terminal.signal("TERM")
            code = terminal.exit_code()
            # what is left of the flood when a key has ended it goes to the shell: Ctrl+C, too
            left = 1049 not in terminal.modes() and code in (-2, 130)
            assert code in (0, 143) or left, f"exit code {code}: {bytes(terminal.raw[-500:])!r}"
            assert terminal.is_sane(), f"exit code {code}: {bytes(terminal.raw[-1500:])!r}"
            _, trace, more = terminal.raw.partition(b"Traceback")
            assert left or not trace, more[-1500:].decode(errors="replace")
    check_in_order(user)


def check_alive(terminal: Terminal) -> None:
    """It draws again when the window has another size, unless the last of the keys has ended it."""
    terminal.settled()
    terminal.resize(100, 30)
    terminal.settled()
    terminal.wipe()
    terminal.resize(80, 24)
    terminal.until(
        lambda: terminal.process.poll() is not None or terminal.text().strip() != "", "it is drawn again"
    )


def check_in_order(user: User) -> None:
    """The log can be read, what was left open can be resumed, and nothing went wrong on the way."""
    user.sessions()
    log = user.directory / "state" / "hiptimer.log"
    assert not log.exists() or "ERROR" not in log.read_text(encoding="utf-8"), log.read_text(encoding="utf-8")
    gym = Gym(user.directory)
    for record in gym.store.sessions(status="open"):
        open_left(gym.store, gym.locks, SystemClock(), record.id).close()
    gym.store.close()


def floods(room: Path, seed: int, times: int) -> None:
    """One user for so many seconds."""
    for_each_user(room, seed, 1, lambda user, chance, _: flooded(user, chance, times))


def largest() -> tuple[str, int]:
    """The circuit with the most steps that may be, up to `STEPS`; and how many it has."""
    for exercises in (STEPS // MOST_SETS // 2, 50, 20, 10):
        text = f'name = "Large"\nsets = {MOST_SETS}\n' + "".join(
            f'[[exercise]]\nid = "e{n}"\nname = "Exercise {n}"\nshort = "E{n}"\nreps = 3\nsides = "each"\n'
            for n in range(exercises)
        )
        try:
            parse(text)
        except CircuitFaults:
            continue
        return text, exercises * MOST_SETS * 2
    raise AssertionError("no large circuit is allowed")


def large(room: Path, seed: int, times: int) -> None:
    """The largest circuit: so many sets of it, each key answered, then killed and resumed."""

    def act(user: User, chance: random.Random, share: int) -> None:
        text, steps = largest()
        with user.start(user.circuit(text)) as terminal:
            terminal.until_status("READY", limit=60.0)
            for _ in range(share):
                answered(terminal)
            terminal.signal("KILL")
            terminal.exit_code()
        assert len(user.session()["sets"]) == share, f"of {steps} steps"
        with user.start("--resume") as terminal:
            terminal.until_status("READY", limit=60.0)

    for_each_user(room, seed, 1, lambda user, chance, _: act(user, chance, times))


def answered(terminal: Terminal) -> None:
    """One set, and each press of the big key is seen within a time that can be borne."""
    if terminal.phase() == "READY":
        terminal.wait(1.0)
        terminal.press("space")
        terminal.until(lambda: terminal.phase() != "READY", "it begins", limit=ANSWERS)
    terminal.until_status("WORK")
    terminal.wait(1.0)
    terminal.press("space")
    terminal.until(lambda: terminal.phase() != "WORK", "it is done", limit=ANSWERS)
