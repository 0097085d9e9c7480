"""Does it take longer after years? `python -m benchmarks.scale [SESSIONS]`.

The same things at 100 sessions and at SESSIONS (10,000), run by turns, each in a process of its own; what is
drawn, in a real pseudo-terminal. Prints the medians and the median of the ratios of neighbouring runs.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pexpect

from benchmarks.history import make
from hiptimer.paths import HOME_VARIABLE

FEW, MANY = 100, 10_000
RUNS = 9
SETTLED = 1.0
"""Seconds home is given to come to rest before a key is pressed."""
PATIENCE = 30

Measured = Callable[[Path], float]


def stats(home: Path) -> float:
    """Seconds of `hiptimer stats --json`."""
    begun = time.perf_counter()
    subprocess.run(_command("stats", "--json"), env=_environment(home), check=True, capture_output=True)
    return time.perf_counter() - begun


def start(home: Path) -> float:
    """Seconds from the command to READY on the screen."""
    begun = time.perf_counter()
    return _until(_spawn(home, "start", "--mute"), "READY") - begun


def sides(home: Path) -> float:
    """Seconds from the key on home to the plot."""
    terminal = _spawn(home)
    terminal.expect("Start", timeout=PATIENCE)
    _drain(terminal)
    begun = time.perf_counter()
    terminal.send("s")
    return _until(terminal, "seconds held") - begun


def _command(*args: str) -> list[str]:
    return [sys.executable, "-m", "hiptimer", *args]


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, HOME_VARIABLE: str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def _spawn(home: Path, *args: str) -> pexpect.spawn:
    command, *rest = _command(*args)
    return pexpect.spawn(command, rest, env=_environment(home), dimensions=(24, 80), encoding="utf-8")


def _drain(terminal: pexpect.spawn) -> None:
    until = time.perf_counter() + SETTLED
    while time.perf_counter() < until:
        terminal.expect([pexpect.TIMEOUT, ".+"], timeout=0.1)


def _until(terminal: pexpect.spawn, words: str) -> float:
    terminal.expect(words, timeout=PATIENCE)
    at = time.perf_counter()
    terminal.close(force=True)
    return at


def compare(few: Path, many: Path, measured: Measured) -> tuple[float, float, float]:
    """Medians at few and at many sessions, in seconds, and the median of the ratios of neighbours."""
    measured(few), measured(many)
    pairs = [(measured(few), measured(many)) for _ in range(RUNS)]
    return (
        median(one for one, _ in pairs),
        median(other for _, other in pairs),
        median(other / one for one, other in pairs),
    )


def main() -> None:
    """Make both histories, measure, print a table."""
    parser = argparse.ArgumentParser(description="The same things at 100 sessions and at many.")
    parser.add_argument("sessions", type=int, nargs="?", default=MANY)
    sessions = parser.parse_args().sessions
    with TemporaryDirectory() as directory:
        homes = {number: Path(directory) / str(number) for number in (FEW, sessions)}
        for number, home in homes.items():
            make(home / "data" / "history.db", home / "state" / "locks", number)
        print(f"load {os.getloadavg()[0]:.1f}, {RUNS} runs each, by turns")
        print(f"{'':12}{FEW:>10}{sessions:>10}{'ratio':>8}")
        for measured in (stats, start, sides):
            few, many, ratio = compare(homes[FEW], homes[sessions], measured)
            print(f"{measured.__name__:12}{few:>8.3f} s{many:>8.3f} s{ratio:>8.2f}", flush=True)


if __name__ == "__main__":
    main()
