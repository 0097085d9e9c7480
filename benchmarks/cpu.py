"""CPU time of each phase, beside `termdown` and the smallest Textual app that ticks.

All of them run in the same stretch of time, each in a terminal of its own: what disturbs one disturbs all,
and together they need far less than one core. What is measured begins when every picture of a rep has been
drawn once, since each is kept.
"""

from __future__ import annotations

import re
import select
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass

from benchmarks.programs import TICKING, runner, termdown
from benchmarks.ratios import CORE, Row, TooFew, compared
from benchmarks.terminal import NotSeen, Program

SIZE = (120, 40)
"""Columns and rows; where there are fewer, a rest has no room for the figure."""
WINDOWS, SECONDS = 5, 20.0
"""Stretches of time that are measured, and how long each is."""
FEW_WINDOWS, FEW_SECONDS = 2, 4.0
WARM = 9.0
"""Seconds until every picture of a rep has been drawn."""
APART = 4.0
"""Seconds from key to key: the lead-in is over by then, and so is the time in which a key is a bounce."""
STANDING = 40.0
"""Seconds at READY after which the figure has demonstrated enough, and stands."""
AGAIN = b"x"
"""The key that makes it move again, where it is to be measured moving: the other side."""
SLACK = 2
"""Seconds that a peer may have ticked less than it should have."""
TICKER = "smallest ticking Textual app"


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a session stands while it is measured."""

    circuit: str
    keys: tuple[str, ...]
    """From READY on."""
    seen: str
    """What the status line says then."""
    most: float | None
    """Of termdown's CPU time."""
    moves: bool = False
    """Whether the figure would stand by itself before the end, and is to move."""


STANDS = {
    "rest, figure": Stand("rests", (" ", " "), "REST ·", 0.8),
    "rest, no figure": Stand("rests", (" ", " ", "f"), "REST ·", 0.8),
    "hold": Stand("hold", (" ",), "WORK", None),
    "counted set, figure": Stand("lunges", (" ",), "WORK", None),
    "counted set, no figure": Stand("lunges", (" ", "f"), "WORK", None),
    "READY, figure moves": Stand("lunges", (), "READY", 0.25, moves=True),
    "READY, figure stands": Stand("lunges", (), "READY", 0.25),
    "READY, no figure": Stand("lunges", ("f",), "READY", 0.25),
    "PAUSED": Stand("lunges", (" ", "p"), "PAUSED", 0.25),
}


def rows(quick: bool) -> Iterator[Row]:
    """A row for each phase and each peer."""
    windows, seconds = (FEW_WINDOWS, FEW_SECONDS) if quick else (WINDOWS, SECONDS)
    with ExitStack() as stack:
        programs = {name: _session(stack, stand) for name, stand in STANDS.items()}
        programs[TICKER] = stack.enter_context(Program(TICKING, size=SIZE))
        other = termdown()
        if other is not None:
            programs["termdown"] = stack.enter_context(Program([other, "36000"], size=SIZE))
        _lead(programs)
        _watch(programs, STANDING)
        found: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(windows):
            _move(programs)
            for name, cost in _window(programs, seconds).items():
                found[name].append(cost / seconds)
    for name, one in STANDS.items():
        for peer in (TICKER, "termdown"):
            if peer in found:
                most = one.most if peer == "termdown" else None
                yield compared(f"CPU: {name}", found[name], peer, found[peer], windows, CORE, most)
    if other is None:
        yield Row("CPU", "skipped", "termdown is not installed (pip install termdown)")


def _session(stack: ExitStack, stand: Stand) -> Program:
    """A session of a runner of its own: one history has one live session."""
    return stack.enter_context(stack.enter_context(runner(1)).session(stand.circuit, SIZE))


def _lead(programs: Mapping[str, Program]) -> None:
    """Bring each session to where it is measured, all at the same time."""
    for name in STANDS:
        programs[name].until("READY")
    _watch(programs, APART)
    before = {name: len(program.drawn) for name, program in programs.items()}
    for place in range(max(len(stand.keys) for stand in STANDS.values())):
        for name, stand in STANDS.items():
            if place < len(stand.keys):
                programs[name].send(stand.keys[place].encode())
        _watch(programs, APART)
    for name, stand in STANDS.items():
        programs[name].until(stand.seen, 0 if stand.seen == "READY" else before[name])


def _move(programs: Mapping[str, Program]) -> None:
    """Let the figures that are to move begin to; every picture of the rep is drawn before it is measured."""
    for name, stand in STANDS.items():
        if stand.moves:
            programs[name].send(AGAIN)
    _watch(programs, WARM)


def _window(programs: Mapping[str, Program], seconds: float) -> dict[str, float]:
    """CPU seconds of each program in one stretch of time; a peer that did not tick is worth nothing."""
    drawn = {name: len(program.drawn) for name, program in programs.items()}
    before = {name: program.cpu() for name, program in programs.items()}
    _watch(programs, seconds)
    after = {name: program.cpu() for name, program in programs.items()}
    ticked = len(set(re.findall(r"\d+ seconds", programs[TICKER].text(drawn[TICKER]))))
    if ticked < seconds - SLACK:
        raise TooFew(f"{TICKER}: {ticked} ticks in {seconds:g} s")
    return {name: after[name] - before[name] for name in programs}


def _watch(programs: Mapping[str, Program], seconds: float) -> None:
    """Read what all of them draw, as their terminals do."""
    files = {program.file: program for program in programs.values()}
    end = time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        for file in select.select(list(files), [], [], left)[0]:
            if not files[file].read(0.0):
                raise NotSeen("a program has ended")
