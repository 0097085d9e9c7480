"""An interval workout in one word, such as 8x20/10: eight times 20 s of work with 10 s of rest between."""

from __future__ import annotations

import json
import re

from hiptimer.circuit.text import slug
from hiptimer.limits import MOST_SECONDS, MOST_SETS
from hiptimer.values import dataclass

SHAPE = "ROUNDSxWORK/REST such as 8x20/10 or 5x3:00/1:00"
LONGEST_ID = 40

_TIME = r"([0-9]+(?::[0-9]+)?)"
_INTERVALS = re.compile(rf"\s*([0-9]+)\s*[xX×*]\s*{_TIME}\s*(?:/\s*{_TIME}\s*)?")


class NotIntervals(ValueError):
    """A text is no interval workout; the message is what was expected instead."""


@dataclass(frozen=True, slots=True)
class Intervals:
    """So many times the same work with the same rest between, in seconds."""

    rounds: int
    work: int
    rest: int = 0

    def __str__(self) -> str:
        """As it is asked for: `8x20/10`; without a rest `8x20`."""
        rest = f"/{_time(self.rest)}" if self.rest else ""
        return f"{self.rounds}x{_time(self.work)}{rest}"


def intervals(text: str) -> Intervals:
    """The workout that a text asks for; times are seconds or minutes and seconds. Raises `NotIntervals`."""
    found = _INTERVALS.fullmatch(text)
    if found is None:
        raise NotIntervals(SHAPE)
    rounds, work, rest = _number(found[1]), _seconds(found[2]), _seconds(found[3] or "0")
    if not 1 <= rounds <= MOST_SETS:
        raise NotIntervals(f"1 to {MOST_SETS} rounds")
    if not 1 <= work <= MOST_SECONDS:
        raise NotIntervals(f"work of 1 to {MOST_SECONDS} s (60:00)")
    if rest > MOST_SECONDS:
        raise NotIntervals(f"a rest of {MOST_SECONDS} s (60:00) at most")
    return Intervals(rounds, work, rest)


def circuit_text(asked: Intervals, name: str = "") -> str:
    """The same as a circuit file. `name` is one line of 200 characters at most; empty, it is the workout."""
    name = name.strip() or str(asked)
    return f"""\
name = {_quoted(name)}
sets = {asked.rounds}

[rest] # seconds
lead_in = 10
round = {asked.rest}

[[exercise]]
id = "{_id(name)}"
name = {_quoted(name)}
short = "WORK"
seconds = {asked.work}

[exercise.tips]
how = [
    "{_sentence(asked)}",
    "One press starts it all. No key is needed until the end.",
]
"""


def _sentence(asked: Intervals) -> str:
    if asked.rounds == 1:
        return f"Once {_length(asked.work)} of work."
    rest = f"{_length(asked.rest)} of rest between" if asked.rest else "no rest between"
    return f"{asked.rounds} times {_length(asked.work)} of work, {rest}."


def _length(seconds: int) -> str:
    return f"{_time(seconds)} {'s' if seconds < 60 else 'min'}"


def _seconds(text: str) -> int:
    minutes, colon, seconds = text.rpartition(":")
    if colon and (len(seconds) != 2 or seconds > "59"):
        raise NotIntervals("two digits after a colon, seconds from 00 to 59")
    return _number(minutes or "0") * 60 + _number(seconds)


def _number(digits: str) -> int:
    """Python refuses to read thousands of digits; a billion is out of every range here, too."""
    return int(digits) if len(digits) < 10 else 10**9


def _time(seconds: int) -> str:
    return str(seconds) if seconds < 60 else f"{seconds // 60}:{seconds % 60:02}"


def _quoted(text: str) -> str:
    """A text without control characters is written in TOML as it is in JSON."""
    return json.dumps(text, ensure_ascii=False)


def _id(name: str) -> str:
    """What the log refers to: workouts of one name are one series."""
    return slug(name)[:LONGEST_ID].strip("-") or "interval"
