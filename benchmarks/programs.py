"""What is measured, and what it is measured beside: the smallest apps of Textual, `termdown`, bare Python."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.history import make
from benchmarks.terminal import Program
from hiptimer.paths import HOME_VARIABLE

HIPTIMER = (sys.executable, "-m", "hiptimer")
BARE = (sys.executable, "-c", "pass")
_PEERS = Path(__file__).parent / "peers"
STATIC = (sys.executable, str(_PEERS / "static.py"))
TICKING = (sys.executable, str(_PEERS / "ticking.py"))
LAST_KEY = (sys.executable, str(_PEERS / "last_key.py"))
SMALLEST = "smallest Textual app"
SESSIONS = 30
"""In the history of the runner whose app is measured: four months."""
LUNGE = """
[[exercise]]
id = "backward-lunge"
name = "Backward lunge"
short = "BACK LUNGE"
sides = "each"
reps = {reps}
count = "pace"
tips = {{ how = ["Step one foot back."], work = ["Stay over the front leg."], why = ["Don't skip these."] }}
figure = "backward-lunge"
"""
"""One of the exercises that are measured, with so many reps."""
WALL_PUSH = """
[[exercise]]
id = "wall-push"
name = "Knee push into wall"
short = "WALL PUSH"
sides = "each"
to_fatigue = true
tips = { how = ["Stand side-on."], work = ["Press steadily."], why = ["It shows the weaker hip."] }
figure = "wall-push"
"""
LUNGES = """
name = "Lunges"
sets = 9
[rest]
lead_in = 1
switch = 3000
exercise = 3000
round = 3000
""" + LUNGE.format(reps=199)
RESTS = LUNGES.replace('"each"', '"none"')
"""Without sides there is no SWITCH: a REST comes after each set, and shows the figure of the next one."""
HOLD = (
    """
name = "Holds"
sets = 9
[rest]
lead_in = 1
switch = 3000
"""
    + WALL_PUSH
)


class Runner:
    """A runner's own files, in a directory."""

    def __init__(self, home: Path, sessions: int) -> None:
        self.home = home
        self.environment = {HOME_VARIABLE: str(home)}
        make(home / "data" / "history.db", home / "data" / "locks", sessions)
        for name, text in (("lunges", LUNGES), ("rests", RESTS), ("hold", HOLD)):
            self.circuit(name).write_text(text)

    def circuit(self, name: str) -> Path:
        """The file of a circuit: `lunges`, `rests` or `hold`."""
        return self.home / f"{name}.toml"

    def app(self, *args: str, size: tuple[int, int] = (80, 24)) -> Program:
        """hiptimer in a terminal."""
        return Program([*HIPTIMER, *args], self.environment, size)

    def session(self, circuit: str, size: tuple[int, int] = (80, 24)) -> Program:
        """A session that is about to be at READY."""
        return self.app("start", str(self.circuit(circuit)), "--mute", "--new", size=size)


@contextmanager
def runner(sessions: int = SESSIONS) -> Iterator[Runner]:
    """A runner with a history, until the end of a `with`."""
    with TemporaryDirectory() as home:
        yield Runner(Path(home), sessions)


def termdown() -> str | None:
    """Where `termdown` is, beside this Python or on the PATH; None where it is not."""
    beside = Path(sys.executable).with_name("termdown")
    return str(beside) if beside.exists() else shutil.which("termdown")
