"""Does a session cost more at its end? `python -m benchmarks.soak`, or `--real MINUTES` in a terminal.

Two hours of a session through the real app, by a clock that is moved as fast as the app can follow, with a
key every few seconds of it; or the app in a pseudo-terminal, for so many minutes of the real clock. Memory,
threads, open files and what an event takes are told for the first quarter and the last; 1 if one has grown.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.programs import LAST_KEY, LUNGE, WALL_PUSH, runner
from benchmarks.terminal import Program, status

HOURS = 2.0
STEP = 1.0
"""Seconds of the session between two looks; more than 5 would be taken for sleep."""
BETWEEN = 10
"""Steps between two events."""
EVENTS_A_SAMPLE = 20
ROUNDS_A_SAMPLE = 4
ANSWER = 1.5
"""Seconds in which a key is answered; what the app does in them is what the key costs."""
TITLE = b"\x1b]2;"
"""Begins the title of the window, which is written with each change of the session."""
GROWTH = {"memory": 1.05, "threads": 1.0, "files": 1.0, "event": 1.25}
"""How much more the last quarter may have than the first."""
UNITS = {"memory": (1e-6, "MB"), "threads": (1, ""), "files": (1, "")}
EVENT_MOVED, EVENT_REAL = (1e3, "ms"), (1, "x")
CIRCUIT = (
    """
name = "Soak"
sets = 50
[rest]
lead_in = 3
switch = 15
round = 20
"""
    + LUNGE.format(reps=8)
    + WALL_PUSH
)


@dataclass(frozen=True, slots=True)
class Sample:
    """How things stood at one time."""

    memory: float
    """Bytes."""
    threads: float
    files: float
    event: float
    """Seconds of CPU time, the median of the events since the sample before. On the real clock, of the whole
    stretch in which a key is answered, and as a multiple of what a key costs the smallest Textual app in the
    same stretch: beside other work on the machine each of them takes more."""


def quarters(samples: Sequence[Sample], name: str) -> tuple[float, float]:
    """The medians of one value in the first quarter and the last."""
    values = [float(getattr(sample, name)) for sample in samples]
    size = max(1, len(values) // 4)
    return median(values[:size]), median(values[-size:])


def grown(samples: Sequence[Sample]) -> list[str]:
    """The values of which the last quarter has more than it may."""
    return [name for name, most in GROWTH.items() if (of := quarters(samples, name))[1] > of[0] * most]


def lines(samples: Sequence[Sample], event: tuple[float, str]) -> Iterator[str]:
    """The table; an event is shown times so much, in that unit."""
    yield f"{'':10}{'first quarter':>16}{'last quarter':>16}{'ratio':>8}{'at most':>9}"
    for name, most in GROWTH.items():
        times, unit = event if name == "event" else UNITS[name]
        first, last = quarters(samples, name)
        shown = (f"{value * times:.1f} {unit}".strip() for value in (first, last))
        yield f"{name:10}" + "".join(f"{one:>16}" for one in shown) + f"{last / first:8.2f}{most:9.2f}"


async def moved(hours: float, tell: Callable[[str], None]) -> list[Sample]:
    """A session of so many hours, the clock moved by hand."""
    from benchmarks.headless import live_app
    from benchmarks.history import NEWEST, HandClock
    from hiptimer.session.state import Phase
    from hiptimer.tui.screens.session import SessionScreen

    clock = HandClock(NEWEST)
    samples: list[Sample] = []
    took: list[float] = []
    with TemporaryDirectory() as home:
        async with live_app(Path(home), clock, CIRCUIT) as (app, pilot):
            screen = app.screen
            assert isinstance(screen, SessionScreen)
            for step in range(round(hours * 3600 / STEP)):
                clock.reading += STEP
                screen._look_now()
                await asyncio.sleep(0)
                if step % BETWEEN == BETWEEN - 1:
                    assert screen.runner.session.phase is not Phase.FINISHED, "the circuit is too short"
                    begun = time.process_time()
                    await pilot.press(_key(screen.runner.session.phase, len(took) + len(samples)))
                    took.append(time.process_time() - begun)
                if len(took) == EVENTS_A_SAMPLE:
                    gc.collect()
                    samples.append(_sample(took))
                    tell(f"{(step + 1) * STEP / 60:4.0f} min: {samples[-1]}")
                    took.clear()
    return samples


def _key(phase: str, turn: int) -> str:
    """The big key where it is the only way on; in between the sides, and a longer rest."""
    if phase in ("READY", "WORK", "PAUSED"):
        return "space" if turn % 3 else "x"
    return ("x", "plus", "u", "f")[turn % 4]


def _sample(took: Sequence[float]) -> Sample:
    now = status()
    return Sample(now["VmRSS"] * 1024, now["Threads"], len(os.listdir("/proc/self/fd")), median(took))


def real(minutes: float, tell: Callable[[str], None]) -> list[Sample]:
    """A session in a pseudo-terminal, on the real clock: mostly left alone, with a few keys in between."""
    samples: list[Sample] = []
    with runner() as someone:
        someone.circuit("lunges").write_text(CIRCUIT)
        with someone.session("lunges", (100, 30)) as app, Program(LAST_KEY) as peer:
            app.until("READY")
            peer.until("smallest")
            app.watch(10.0)
            end = time.perf_counter() + minutes * 60
            while time.perf_counter() < end:
                took = [seconds for _ in range(ROUNDS_A_SAMPLE) for seconds in _round(app, peer)]
                samples.append(Sample(app.memory(), app.threads(), app.files(), median(took)))
                tell(f"{minutes - (end - time.perf_counter()) / 60:5.1f} min: {samples[-1]}")
    return samples


def _round(app: Program, peer: Program) -> list[float]:
    """The big key, so that the session goes on; then the sides, changed and changed back."""
    app.send(b" ")
    app.watch(2.0)
    took = [ratio for letter in (b"a", b"b") for ratio in _answer(app, peer, letter)]
    app.drawn.clear()
    peer.drawn.clear()
    return took


def _answer(app: Program, peer: Program, letter: bytes) -> list[float]:
    """CPU time until well after the title that follows each change, by that of the smallest app with its key.

    None where it changed nothing.
    """
    since, before = len(app.drawn), (app.cpu(), peer.cpu())
    app.send(b"x")
    peer.send(letter)
    app.watch(ANSWER)
    while peer.read(0.0):
        pass
    ours, theirs = app.cpu() - before[0], peer.cpu() - before[1]
    return [ours / theirs] if TITLE in app.drawn[since:] else []


def main() -> int:
    """Run one of the two, and print the quarters."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.soak",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--hours", type=float, default=HOURS, help="of the moved clock (2)")
    parser.add_argument("--real", type=float, metavar="MINUTES", help="of the real clock, in a real terminal")
    asked = parser.parse_args()
    begun = time.monotonic()

    def tell(line: str) -> None:
        print(line, file=sys.stderr, flush=True)

    samples = asyncio.run(moved(asked.hours, tell)) if asked.real is None else real(asked.real, tell)
    lasted = asked.hours * 3600 if asked.real is None else asked.real * 60
    seconds = time.monotonic() - begun
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{lasted / 60:.0f} minutes in {seconds:.0f} s, {len(samples)} samples, load {load}")
    print("\n".join(lines(samples, EVENT_MOVED if asked.real is None else EVENT_REAL)))
    found = grown(samples)
    print(f"GROWN: {', '.join(found)}" if found else "nothing has grown")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
