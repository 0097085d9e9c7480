"""Where the sessions are in the text of a file, so that each can be read alone and its line be named. Pure.

The text is JSON: an object with `format`, `version`, `sessions` and, in our own export, `circuits`, in any
order. A file that breaks off is read up to there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from hiptimer.circuit.text import clean
from hiptimer.values import dataclass

_SPACE = re.compile(r"[ \t\r\n]*")
_MOST_DIGITS = 18
_CUT = "the file breaks off here"


def _whole(digits: str) -> int | float:
    """Python refuses to read a number of thousands of digits; as a float it is out of every range."""
    return int(digits) if len(digits) <= _MOST_DIGITS else float(digits)


_DECODER = json.JSONDecoder(parse_int=_whole)


@dataclass(frozen=True, slots=True)
class Scan:
    """What a file is made of."""

    text: str
    values: Mapping[str, object]
    """All at the top but the sessions: `format`, `version`, `circuits`."""
    sessions: tuple[int, ...]
    """Where each session that is whole begins in the text."""
    broken: tuple[int, str] | None
    """Where the text is no JSON any more, and in which way; None where it is whole."""

    def read(self) -> Iterator[tuple[int, object]]:
        """Each session as it stands in the file, and its line."""
        line, counted = 1, 0
        for start in self.sessions:
            line += self.text.count("\n", counted, start)
            counted = start
            yield line, _DECODER.raw_decode(self.text, start)[0]

    def line(self, place: int) -> int:
        """The line of a place in the text, from 1."""
        return self.text.count("\n", 0, place) + 1


class _Broken(Exception):
    def __init__(self, place: int, reason: str) -> None:
        super().__init__(place, reason)
        self.place, self.reason = place, reason


def scan(text: str) -> Scan:
    """Find out what a text is made of; one that is no JSON at all is broken at its beginning."""
    values: dict[str, object] = {}
    sessions: list[int] = []
    try:
        _top(text, values, sessions)
    except _Broken as broken:
        return Scan(text, values, tuple(sessions), (broken.place, broken.reason))
    return Scan(text, values, tuple(sessions), None)


def _top(text: str, values: dict[str, object], sessions: list[int]) -> None:
    at = _expect(text, _space(text, 0), "{")
    more = not text.startswith("}", _space(text, at))
    while more:
        start = _space(text, at)
        name, at = _decode(text, start)
        if not isinstance(name, str):
            raise _Broken(start, "expected a name in quotation marks")
        at = _space(text, _expect(text, _space(text, at), ":"))
        if name == "sessions" and text.startswith("[", at):
            at = _elements(text, at + 1, sessions)
        else:
            values[name], at = _decode(text, at)
        at = _space(text, at)
        more = text.startswith(",", at)
        at += more
    at = _space(text, _expect(text, _space(text, at), "}"))
    if at < len(text):
        raise _Broken(at, "something stands after the end of the JSON")


def _elements(text: str, at: int, starts: list[int]) -> int:
    """Past the end of a list; where its elements begin is added to `starts`."""
    at = _space(text, at)
    if text.startswith("]", at):
        return at + 1
    while True:
        start = _space(text, at)
        _, at = _decode(text, start)
        starts.append(start)
        at = _space(text, at)
        if not text.startswith(",", at):
            return _expect(text, at, "]")
        at += 1


def _decode(text: str, at: int) -> tuple[object, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text) or error.msg.startswith("Unterminated")
        raise _Broken(error.pos, _CUT if cut else "this is no JSON") from error
    except RecursionError as error:
        raise _Broken(at, "values within values without an end") from error


def _space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _expect(text: str, at: int, sign: str) -> int:
    if not text.startswith(sign, at):
        raise _Broken(at, f"expected {sign}, got {clean(text[at])}" if at < len(text) else _CUT)
    return at + 1
