"""Does it take longer after years? `python -m benchmarks.scale [SESSIONS]`, or a part of the table.

The same things at 100 sessions and at SESSIONS (10,000), run by turns, each in a process of its own; what is
drawn, in a real pseudo-terminal.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.history import make
from benchmarks.programs import HIPTIMER
from benchmarks.ratios import MILLISECONDS, Row, compared, table
from benchmarks.terminal import Program
from hiptimer.paths import HOME_VARIABLE

FEW, MANY, MOST_SESSIONS = 100, 10_000, 100_000
RUNS, FEW_RUNS = 9, 2
MOST = 1.2

Measured = Callable[[Path], float]


def stats(home: Path) -> float:
    """Seconds of `hiptimer stats --json`."""
    begun = time.perf_counter()
    command = [*HIPTIMER, "stats", "--json"]
    subprocess.run(command, env=os.environ | {HOME_VARIABLE: str(home)}, check=True, capture_output=True)
    return time.perf_counter() - begun


def settled(home: Path) -> float:
    """Seconds from the command to a home that has come to rest."""
    with _app(home) as app:
        app.until("Start")
        return app.settle() - app.begun


def start(home: Path) -> float:
    """Seconds from the command to READY on the screen."""
    with _app(home, "start", "--mute") as app:
        return app.until("READY") - app.begun


def sides(home: Path) -> float:
    """Seconds from the key on home to the plot."""
    with _app(home) as app:
        app.until("Start")
        app.settle()
        return app.answer(b"s", "seconds held")


MEASURED: dict[str, Measured] = {
    "hiptimer stats": stats,
    "start to settled home": settled,
    "start to READY": start,
    "key to the verdicts": sides,
}


def _app(home: Path, *args: str) -> Program:
    return Program([*HIPTIMER, *args], {HOME_VARIABLE: str(home)})


def compare(few: Path, many: Path, measured: Measured, runs: int) -> tuple[list[float], list[float]]:
    """Seconds at few and at many sessions, by turns; the first turn is not counted."""
    pairs = [(measured(few), measured(many)) for _ in range(runs + 1)][1:]
    return [one for one, _ in pairs], [other for _, other in pairs]


def rows(quick: bool) -> Iterator[Row]:
    """At 100 sessions and at 10,000; in the full form at 100,000 too."""
    return _rows((MANY // 10,) if quick else (MANY, MOST_SESSIONS), FEW_RUNS if quick else RUNS)


def _rows(numbers: Sequence[int], runs: int) -> Iterator[Row]:
    with TemporaryDirectory() as directory:
        few = _history(Path(directory), FEW)
        for number in numbers:
            many = _history(Path(directory), number)
            for name, measured in MEASURED.items():
                theirs, ours = compare(few, many, measured, runs)
                peer = f"{FEW} sessions"
                yield compared(f"{name}, {number:,} sessions", ours, peer, theirs, runs, MILLISECONDS, MOST)


def _history(directory: Path, number: int) -> Path:
    home = directory / str(number)
    make(home / "data" / "history.db", home / "data" / "locks", number)
    return home


def main() -> None:
    """Make both histories, measure, print a table."""
    parser = argparse.ArgumentParser(description="The same things at 100 sessions and at many.")
    parser.add_argument("sessions", type=int, nargs="?", default=MANY)
    asked = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f}")
    print("\n".join(table(list(_rows((asked.sessions,), RUNS)))))


if __name__ == "__main__":
    main()
