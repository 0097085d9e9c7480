"""Circuit and settings files spoiled at random: each is read, or is a list of faults, and nothing else.

    python -m tests.circuit.mutations --count 100000 [--seed 1]

reads so many and prints how many were still good; a text that does anything else is printed, and ends it.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from hiptimer import config
from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.file import parse
from hiptimer.circuit.library import find
from hiptimer.circuit.text import steers

HERE = Path(__file__).parent
SETTINGS = """\
# my settings
[sound]
volume = 7   # of 10
muted = false
voice = "words"
wake = true
latency = 0.05

[screen]
theme = "textual-dark"
flash = "always"
motion = "full"

[weights]
unit = "lb"
owned = [8, 12.5, 16] # one of each
adjustable = true

[session]
lead_in = 8
switch = 12.5
rest = 60
round_rest = 90
wait = true
first_side = "alternate"
count = "pace"
reach = 3

[training]
per_week = 3

[keys]
press = ["space", "f7"] # the pedal
pause = ["."]
longer = "ctrl+y"
home-log = []
"""
_SCRAPS = """
[ ] [[ ]] " ' ''' = , . # { } {} - _ + : \\ 0 -1 1 2 60 1e999 nan inf -inf true false
0x7f 9999999999999999999999 1979-05-27 07:32:00 [1,2] [2,1] [[1]] {a=1} "" "each" "none" "x" 'x'
reps seconds sides block instead_of variation_of rest tips id "warm-up" "wall-push" "halo"
[[exercise]] [exercise] [rest] [exercise.rest] [sound] \u00e9 \u202e \x00 \ufeff \ud800
[keys] "space" "q" "ctrl+c" "spac" ["p"]
"""
SCRAPS = ["\n", "\r", "\x1b[2J", '"' * 3, *_SCRAPS.split()]


def mutated(count: int, seed: int, text: str | None = None) -> Iterator[str]:
    """So many spoiled files: of a circuit with every key in it, or of `text`."""
    whole = text or (HERE / "whole.toml").read_text("utf-8")
    chance = Random(seed)
    for _ in range(count):
        spoiled = whole
        for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
            spoiled = chance.choice(WAYS)(spoiled, chance)
        yield spoiled


def _cut(text: str, chance: Random) -> str:
    start = chance.randrange(len(text) + 1)
    return text[:start] + text[start + chance.randrange(30) :]


def _insert(text: str, chance: Random) -> str:
    start = chance.randrange(len(text) + 1)
    return text[:start] + chance.choice(SCRAPS) + text[start + chance.randrange(3) :]


def _value(text: str, chance: Random) -> str:
    """Another value for some key."""
    values = list(re.finditer(r"(?<= = )[^\n]+", text))
    if not values:
        return text
    one = chance.choice(values)
    return text[: one.start()] + chance.choice(SCRAPS) + text[one.end() :]


def _without_line(text: str, chance: Random) -> str:
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def _twice(text: str, chance: Random) -> str:
    """A line again, somewhere else."""
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return "\n".join(lines)


def _any_character(text: str, chance: Random) -> str:
    start = chance.randrange(len(text) + 1)
    most = chance.choice((0x80, 0x110000))
    return text[:start] + chr(chance.randrange(most)) + text[start:]


WAYS: tuple[Callable[[str, Random], str], ...] = (
    _cut, _insert, _value, _value, _without_line, _twice, _any_character,
)  # fmt: skip


def is_read(text: str, read: Callable[[str], object]) -> bool:
    """Whether the text is good; if it is not, its faults are lines of it and safe to print."""
    try:
        read(text)
    except CircuitFaults as error:
        assert error.faults
        for fault in error.faults:
            assert 1 <= fault.line <= text.count("\n") + 1, fault
            assert not any(steers(character) for character in str(fault)), fault
        return False
    return True


def read_settings(text: str) -> object:
    """The values of a settings file. Raises as `parse` does."""
    return config.read(text, "settings.toml")


def main() -> None:
    """Read many, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    began = time.monotonic()
    hips = find("runner-hips", Path("nowhere")).text
    files = (("everything", None, parse), ("hips", hips, parse), ("settings", SETTINGS, read_settings))
    for name, text, read in files:
        count, good = args.count // 3, 0
        for spoiled in mutated(count, args.seed, text):
            try:
                good += is_read(spoiled, read)
            except BaseException:
                print(f"--- {name}: this text was neither read nor refused:\n{spoiled!r}")
                raise
        print(f"{name}: {count} read, {good} of them good")
    print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
