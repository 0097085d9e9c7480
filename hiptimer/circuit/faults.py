"""What is wrong in a circuit file: all of it at once, each fault with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hiptimer.circuit.locate import Place, line_of, locate
from hiptimer.circuit.text import clean, quoted

MOST_FAULTS = 200
"""Faults reported of one file; a file with more is not a circuit."""

_BARE = re.compile(r"[A-Za-z0-9_-]{1,60}")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing in a circuit file that the user has to change."""

    file: str
    line: int
    """Counted from 1."""
    key: str
    """Where in the file, as `exercise[2].tips.how[1]`, counted from 1; empty when it is not one key."""
    expected: str
    found: str
    hint: str = ""
    """What was probably meant; empty when nothing is near."""
    column: int = 0
    """Counted from 1, where the text is no TOML; 0 where the key tells it."""

    def __str__(self) -> str:
        """One line, safe to print: `FILE:LINE: KEY: expected ..., found ...; did you mean "..."?`."""
        column = f"{self.column}:" if self.column else ""
        return f"{clean(self.file)}:{self.line}:{column} {self._what}"

    @property
    def words(self) -> str:
        """The same where the file is named already: `line 3: KEY: expected ..., found ...`."""
        column = f", column {self.column}" if self.column else ""
        return f"line {self.line}{column}: {self._what}"

    @property
    def _what(self) -> str:
        where = f"{self.key}: " if self.key else ""
        meant = f"; did you mean {quoted(self.hint)}?" if self.hint else ""
        return f"{where}expected {self.expected}, found {self.found}{meant}"


class CircuitFaults(Exception):
    """A text is not a circuit; `faults` says why, in the order of its lines."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


@dataclass(slots=True)
class Report:
    """Collects what is wrong by its place; the lines are looked up once, when anything is."""

    _found: list[tuple[Place, str, str, str, Place]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self._found)

    @property
    def full(self) -> bool:
        """Whether further faults are left off."""
        return len(self._found) > MOST_FAULTS

    def add(self, at: Place, expected: str, found: str, hint: str = "", like: Place = ()) -> None:
        """Note a fault; after `MOST_FAULTS` only that there are more.

        `like` is where what was found stands already.
        """
        if len(self._found) == MOST_FAULTS:
            self._found.append((at, f"{MOST_FAULTS} faults at most", "more, which are not listed", "", ()))
        elif not self.full:
            self._found.append((at, expected, found, hint, like))

    def faults(self, file: str, text: str) -> tuple[Fault, ...]:
        """The faults with their lines in `text`, in the order of the lines."""
        lines = locate(text)
        found = (
            Fault(file, line_of(lines, at), key_words(at), expected, what + _as_on(lines, like), hint)
            for at, expected, what, hint, like in self._found
        )
        return tuple(sorted(found, key=lambda fault: fault.line))


def _as_on(lines: dict[Place, int], like: Place) -> str:
    return f" as on line {line_of(lines, like)}" if like else ""


def key_words(at: Place) -> str:
    """A place as people write it: `exercise[2].reps`, counted from 1."""
    said = ""
    for part in at:
        if isinstance(part, int):
            said += f"[{part + 1}]"
        else:
            said += ("." if said else "") + (part if _BARE.fullmatch(part) else quoted(part))
    return said
