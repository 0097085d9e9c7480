"""How long until something is seen, and how much memory that takes, beside the smallest Textual app."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from compileall import compile_dir
from pathlib import Path

import hiptimer
from benchmarks.programs import BARE, HIPTIMER, SMALLEST, STATIC, Runner, runner, termdown
from benchmarks.ratios import MEGABYTES, MILLISECONDS, Row, compared
from benchmarks.terminal import Program

RUNS, FEW = 21, 3
COMMANDS, FEW_COMMANDS = 31, 5
HOME_MOST, COMMAND_MOST, MEMORY_MOST = 1.20, 6.0, 1.25


def rows(quick: bool) -> Iterator[Row]:
    """Home and READY, memory, and the commands that draw nothing."""
    # as pip leaves it: Textual is compiled, and a checkout that changed may not be
    compile_dir(Path(hiptimer.__file__).parent, quiet=1)
    with runner() as someone:
        yield from _starts(someone, FEW if quick else RUNS)
        yield from _commands(someone, FEW_COMMANDS if quick else COMMANDS)


def _starts(someone: Runner, runs: int) -> Iterator[Row]:
    """All of them by turns, after one turn that warms the disk and is not counted."""
    other = termdown()
    kinds: dict[str, Callable[[], tuple[float, ...]]] = {
        "smallest": lambda: _settled(Program(STATIC), "smallest"),
        "home": lambda: _settled(someone.app(), "Start"),
        "ready": lambda: _seen(someone.session("lunges"), "READY"),
    }
    if other is not None:
        kinds["termdown"] = lambda: _seen(Program([other, "3600"]), "")
    found: dict[str, list[tuple[float, ...]]] = {name: [] for name in kinds}
    for turn in range(runs + 1):
        for name, measure in kinds.items():
            values = measure()
            if turn:
                found[name].append(values)
    seen, settled, peak = zip(*found["smallest"], strict=True)
    home_seen, home_settled, home_peak = zip(*found["home"], strict=True)
    ready_seen, ready_peak = zip(*found["ready"], strict=True)
    unit = MILLISECONDS
    yield compared("start to settled home", home_settled, SMALLEST, settled, runs, unit, HOME_MOST)
    yield compared("start to the first of home", home_seen, f"{SMALLEST}, first text", seen, runs, unit)
    yield compared("start to READY", ready_seen, f"{SMALLEST}, first text", seen, runs, unit)
    if other is None:
        yield Row("start to READY", "skipped", "termdown is not installed (pip install termdown)")
    else:
        first = [values[0] for values in found["termdown"]]
        yield compared("start to READY", ready_seen, "termdown, first drawn", first, runs, unit)
    yield compared("peak memory, home", home_peak, SMALLEST, peak, runs, MEGABYTES, MEMORY_MOST)
    yield compared("peak memory, READY", ready_peak, SMALLEST, peak, runs, MEGABYTES, MEMORY_MOST)


def _settled(program: Program, words: str) -> tuple[float, ...]:
    """Seconds to the words, seconds to rest, and bytes of memory."""
    with program:
        seen = program.until(words) - program.begun
        return seen, program.settle() - program.begun, program.peak()


def _seen(program: Program, words: str) -> tuple[float, ...]:
    """Seconds to the words, or to anything; and bytes of memory half a second later."""
    with program:
        while not program.drawn:
            program.read(1.0)
        seen = program.until(words) - program.begun
        program.watch(0.5)
        return seen, program.peak()


def _commands(someone: Runner, runs: int) -> Iterator[Row]:
    asked = {"hiptimer --version": "--version", "hiptimer log": "log", "hiptimer stats": "stats"}
    found: dict[str, list[float]] = {name: [] for name in asked}
    bare: list[float] = []
    for turn in range(runs + 1):
        neighbour = _seconds(BARE, someone)
        for name, arg in asked.items():
            seconds = _seconds([*HIPTIMER, arg], someone)
            if turn:
                found[name].append(seconds)
        if turn:
            bare.append(neighbour)
    for name, ours in found.items():
        most = None if name == "hiptimer stats" else COMMAND_MOST
        yield compared(name, ours, "python -c pass", bare, runs, MILLISECONDS, most)


def _seconds(command: Sequence[str], someone: Runner) -> float:
    env = os.environ | someone.environment
    begun = time.perf_counter()
    subprocess.run(command, env=env, check=True, capture_output=True)
    return time.perf_counter() - begun
