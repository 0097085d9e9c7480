"""What the figure that moves costs: CPU time of the real app in a pseudo-terminal, with and without it.

`python -m benchmarks.figure_cpu` (Linux; a quarter of an hour) prints a line for each phase and size:
CPU seconds in ten seconds with the figure and without, their ratio, and the median time to draw a picture.
Each picture of a rep is drawn once, and what is measured begins after that; READY is measured while its
figure still demonstrates. Without the figure READY has no timer at all: what it costs is the floor of a
process that waits for keys, and nothing that moves is near it.
"""

from __future__ import annotations

import argparse
import statistics
import time
from dataclasses import dataclass

from benchmarks.programs import runner
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


def measure(size: tuple[int, int], keys: str, moving: bool) -> float:
    """CPU seconds of one phase in `MEASURED` seconds."""
    with runner(1) as someone, someone.session("lunges", size) as app:
        app.watch(APART)
        for key in keys if moving else f"{keys}f":
            app.send(key.encode())
            app.watch(APART)
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
