"""What the figure that moves costs: CPU time of the real app in a pseudo-terminal, with and without it.

`python -m benchmarks.figure_cpu` (needs /proc; a quarter of an hour) prints a line for each phase and size:
CPU seconds in ten seconds with the figure and without, their ratio, and the median time to draw a picture.
Each picture of a rep is drawn once, and what is measured begins after that. Without the figure READY has no
timer at all: what it costs is the floor of a process that waits for keys, and nothing that moves is near it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pexpect

from hiptimer.circuit.model import Side
from hiptimer.figure.drawing import draw
from hiptimer.figure.shelf import figures
from hiptimer.tui.layout import Parts, place
from hiptimer.tui.widgets.reel import FRAMES

SIZES = ((120, 40), (160, 50))
"""Columns and rows of the terminal."""
PHASES = {"READY": "", "WORK, counted": " ", "REST": "  "}
"""Each phase, and the keys that lead to it from READY."""
SETTLED = 8.0
"""Seconds until every picture of a rep has been drawn, and is kept."""
MEASURED = 10.0
"""Seconds that are measured."""
APART = 2.5
"""Seconds from key to key: the lead-in is over by then, and so is the time in which a key is a bounce."""
AROUND = 7
"""Rows of the live screen over and under its large part."""
CIRCUIT = """
name = "Lunges"
sets = 2
[rest]
lead_in = 1
round = 600
[[exercise]]
id = "backward-lunge"
name = "Backward lunge"
short = "BACK LUNGE"
reps = 99
count = "pace"
tips = { how = ["Step one foot back."], work = ["Stay over the front leg."], why = ["Don't skip these."] }
figure = "backward-lunge"
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds in `MEASURED` seconds, one for each run."""

    moving: tuple[float, ...]
    hidden: tuple[float, ...]

    def words(self) -> str:
        """The columns of the table."""
        moving, hidden = statistics.median(self.moving), statistics.median(self.hidden)
        ratio = f"{moving / hidden:5.1f}" if hidden else "    -"
        return f"{moving:7.2f} {hidden:8.2f} {ratio}"


class App:
    """The real app in a pseudo-terminal, until the end of a `with`."""

    def __init__(self, home: Path, size: tuple[int, int]) -> None:
        circuit = home / "lunges.toml"
        circuit.write_text(CIRCUIT)
        argv = ["-m", "hiptimer", "start", str(circuit), "--mute"]
        env = os.environ | {"HIPTIMER_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._child = pexpect.spawn(sys.executable, argv, env=env, dimensions=size[::-1])

    def __enter__(self) -> App:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close(force=True)

    def press(self, key: str) -> None:
        """Press a key, and wait for what it brings."""
        self._child.send(key)
        self.watch(APART)

    def watch(self, seconds: float) -> None:
        """Let time pass, and read what the app draws, as a terminal does."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                self._child.read_nonblocking(65536, timeout=left)
            except pexpect.TIMEOUT:
                return

    def cpu(self) -> float:
        """Seconds of CPU time it has had, in the finest measure there is: that of the scheduler."""
        return sum(self._thread_seconds())

    def _thread_seconds(self) -> Iterator[float]:
        for task in Path(f"/proc/{self._child.pid}/task").iterdir():
            yield int((task / "schedstat").read_text().split()[0]) / 1e9


def measure(size: tuple[int, int], keys: str, moving: bool) -> float:
    """CPU seconds of one phase in `MEASURED` seconds."""
    with tempfile.TemporaryDirectory() as home, App(Path(home), size) as app:
        app.watch(APART)
        for key in keys:
            app.press(key)
        if not moving:
            app.press("f")
        app.watch(SETTLED)
        before = app.cpu()
        app.watch(MEASURED)
        return app.cpu() - before


def median_picture(size: tuple[int, int]) -> float:
    """Milliseconds to draw a picture as large as a rest has it: the median of all pictures of all figures."""
    rest = Parts("REST", number="88", coming="BACK LUNGE", figure=True)
    box = place(rest, size[0], size[1] - AROUND)["figure"]
    took = []
    for name in figures():
        for n in range(FRAMES):
            began = time.process_time()
            draw(name, n / FRAMES, box.width, box.height, Side.RIGHT)
            took.append(time.process_time() - began)
    return statistics.median(took) * 1000


def main() -> None:
    """Measure all of it, and print each line as soon as it is known."""
    parser = argparse.ArgumentParser(description="What the figure that moves costs.")
    parser.add_argument("--runs", type=int, default=3, help="how often each line is measured (3)")
    runs = range(parser.parse_args().runs)
    print(f"CPU seconds in {MEASURED:g} s    moving   hidden ratio   drawing a picture")
    for size in SIZES:
        picture = f"{median_picture(size):.1f} ms"
        for phase, keys in PHASES.items():
            pairs = [(measure(size, keys, True), measure(size, keys, False)) for _ in runs]
            moving, hidden = zip(*pairs, strict=True)
            place = f"{phase}, {size[0]}x{size[1]}"
            print(f"{place:22} {Cost(moving, hidden).words()}   {picture}", flush=True)


if __name__ == "__main__":
    main()
