"""From a key to its text on the screen, beside the smallest Textual app that shows the last key.

The key is `x` (I am on the other side): it is journaled and durable before it is shown, and it works in every
phase. What is waited for is the side in the status line, in bytes that the terminal has been given.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence

from benchmarks.programs import LAST_KEY, runner
from benchmarks.ratios import MILLISECONDS, Row, compared, limited, percentile
from benchmarks.terminal import Program

KEYS, FEW_KEYS = 200, 10
P50_MOST, P95_MOST = 2.0, 0.020
REST = (0.15, 0.40)
"""Seconds between two keys, by chance: no key may keep step with a tick."""
WARM = 4.0
SIDES = ("LEFT", "RIGHT")
SHOWN = "BACK LUNGE · {}"
LETTERS = ("a", "b")
PEER = "smallest Textual app, last key"


def rows(quick: bool) -> Iterator[Row]:
    """At READY and while reps are counted, each key beside one of the smallest app."""
    keys = FEW_KEYS if quick else KEYS
    for where, big in (("at READY", b""), ("while counting", b" ")):
        with runner() as someone, someone.session("lunges") as app, Program(LAST_KEY) as peer:
            app.until("READY")
            peer.until("smallest")
            app.watch(2.0)
            if big:
                app.answer(big, "WORK")
            app.watch(WARM)
            ours, theirs = _by_turns(app, peer, keys)
        name = f"key to text {where}"
        yield compared(f"{name}, p50", ours, PEER, theirs, keys, MILLISECONDS, P50_MOST)
        most = P95_MOST if big else None
        yield limited(f"{name}, p95", percentile(ours, 95), ours, keys, MILLISECONDS, most)
        yield limited(f"{PEER}, p95", percentile(theirs, 95), theirs, keys, MILLISECONDS)


def _by_turns(app: Program, peer: Program, keys: int) -> tuple[Sequence[float], Sequence[float]]:
    chance = random.Random(1)
    ours, theirs = [], []
    drawn = app.text()
    side = int(drawn.rfind(SHOWN.format(SIDES[1])) > drawn.rfind(SHOWN.format(SIDES[0])))
    for turn in range(keys):
        side = 1 - side
        ours.append(app.answer(b"x", SHOWN.format(SIDES[side])))
        letter = LETTERS[turn % 2]
        theirs.append(peer.answer(letter.encode(), f"pressed {letter}"))
        _rest(app, peer, chance.uniform(*REST))
    return ours, theirs


def _rest(app: Program, peer: Program, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        app.read(min(left, 0.01))
        peer.read(0.0)
