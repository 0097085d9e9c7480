"""The kinds of value a key of a circuit file can have: what is expected, and the way to read it.

They are data, so that the reader, the JSON Schema and the documentation come from one table
(`hiptimer.circuit.schema`). `read` gives None, and reports why, for a value that is not of its kind.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from hiptimer.circuit.faults import Report
from hiptimer.circuit.locate import Place
from hiptimer.circuit.text import is_plain, nearest, shown
from hiptimer.values import dataclass

T_co = TypeVar("T_co", covariant=True)
N_co = TypeVar("N_co", bound=float, covariant=True)
E = TypeVar("E", bound=StrEnum)


class Kind(Protocol[T_co]):
    """What one key's value may be."""

    @property
    def expected(self) -> str:
        """The allowed values in words, for messages and documentation."""

    def read(self, value: object, at: Place, report: Report) -> T_co | None:
        """The value as the circuit's own, or None with a fault in the report."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text that holds no character that could steer a terminal."""

    most: int
    """Characters."""
    least: int = 1
    """Characters."""
    pattern: str = ""
    """A regular expression the whole text matches."""
    pattern_words: str = ""
    placeholder: str = ""
    """The only thing that may stand in braces."""

    @property
    def expected(self) -> str:
        """The allowed values in words."""
        what = self.pattern_words or "characters"
        marked = f", braces only as {{{self.placeholder}}}" if self.placeholder else ""
        return f"text of {self.least} to {self.most} {what}{marked}"

    def read(self, value: object, at: Place, report: Report) -> str | None:
        """The text without spaces around it, or None."""
        if not isinstance(value, str):
            report.add(at, self.expected, shown(value))
        elif not is_plain(value):
            report.add(at, "one line of text without control characters", shown(value))
        elif not self.least <= len(value.strip()) <= len(value) <= self.most:
            report.add(at, self.expected, f"{shown(value)} ({len(value)} characters)")
        elif not self._is_shaped(value):
            report.add(at, self.expected, shown(value))
        else:
            return value.strip()
        return None

    def _is_shaped(self, value: str) -> bool:
        if self.pattern and not re.fullmatch(self.pattern, value):
            return False
        rest = value.replace(f"{{{self.placeholder}}}", "")
        return not self.placeholder or not re.search("[{}]", rest)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    least: int
    most: int

    @property
    def expected(self) -> str:
        """The allowed values in words."""
        return f"a whole number from {self.least} to {self.most}"

    def of(self, value: object) -> int | None:
        """The value if it is such a number; true and false are none."""
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        return value if is_whole and isinstance(value, int) and self.least <= value <= self.most else None

    def read(self, value: object, at: Place, report: Report) -> int | None:
        """The number, or None."""
        number = self.of(value)
        if number is None:
            report.add(at, self.expected, shown(value))
        return number


@dataclass(frozen=True, slots=True)
class Number:
    """A number with or without decimals, never infinite."""

    least: float
    most: float
    unit: str = "seconds"

    @property
    def expected(self) -> str:
        """The allowed values in words."""
        return f"{self.unit} from {self.least:g} to {self.most:g}"

    def of(self, value: object) -> float | None:
        """The value if it is such a number; true and false are none."""
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if is_number and isinstance(value, (int, float)) and self.least <= value <= self.most:
            return float(value) + 0.0  # -0.0 becomes 0.0
        return None

    def read(self, value: object, at: Place, report: Report) -> float | None:
        """The number, or None."""
        number = self.of(value)
        if number is None:
            report.add(at, self.expected, shown(value))
        return number


class Numeric(Kind[N_co], Protocol[N_co]):
    """A kind of number."""

    def of(self, value: object) -> N_co | None:
        """The value if it is such a number."""


@dataclass(frozen=True, slots=True)
class Span(Generic[N_co]):
    """A number, or a list of two: the lower and the higher."""

    each: Numeric[N_co]

    @property
    def expected(self) -> str:
        """The allowed values in words."""
        return f"{self.each.expected}, or [low, high]"

    def read(self, value: object, at: Place, report: Report) -> tuple[N_co, N_co] | None:
        """The lower and the higher number, the same twice for a single one; or None."""
        pair = value if isinstance(value, list) else [value, value]
        numbers = [number for one in pair if (number := self.each.of(one)) is not None]
        if len(pair) != 2 or len(numbers) != 2:
            report.add(at, self.expected, shown(value))
        elif numbers[0] > numbers[1]:
            low_first = f"[{shown(pair[1])}, {shown(pair[0])}]"
            report.add(at, f"{self.expected} with the lower first", shown(value), low_first)
        else:
            return numbers[0], numbers[1]
        return None


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    @property
    def expected(self) -> str:
        """The allowed values in words."""
        return "true or false"

    def read(self, value: object, at: Place, report: Report) -> bool | None:
        """The flag, or None."""
        if isinstance(value, bool):
            return value
        report.add(at, self.expected, shown(value))
        return None


@dataclass(frozen=True, slots=True)
class Choice(Generic[E]):
    """One of a closed set of words."""

    among: type[E]
    words: str = ""
    """The allowed values in words, where there are too many for a line."""

    @property
    def expected(self) -> str:
        """The allowed values in words."""
        return self.words or " or ".join(f'"{member}"' for member in self.among)

    def read(self, value: object, at: Place, report: Report) -> E | None:
        """The member of the set, or None."""
        if isinstance(value, str) and value in [str(member) for member in self.among]:
            return self.among(value)
        hint = nearest(value, self.among) if isinstance(value, str) else ""
        report.add(at, self.expected, shown(value), hint)
        return None


@dataclass(frozen=True, slots=True)
class Choices(Generic[E]):
    """A list of words out of a closed set, each at most once."""

    each: Choice[E]

    @property
    def expected(self) -> str:
        """The allowed values in words."""
        return f"a list of {self.each.expected}, each at most once"

    def read(self, value: object, at: Place, report: Report) -> tuple[E, ...] | None:
        """The members in their order, or None."""
        if not isinstance(value, list) or not value or len(value) > len(self.each.among):
            report.add(at, self.expected, shown(value))
            return None
        read = [self.each.read(item, (*at, n), report) for n, item in enumerate(value)]
        known = tuple(item for item in read if item is not None)
        if len(known) < len(read):
            return None
        if len(set(known)) < len(known):
            report.add(at, self.expected, shown(value))
            return None
        return known


@dataclass(frozen=True, slots=True)
class Lines:
    """A line of text, or a list of them."""

    each: Text
    most: int
    """Lines."""

    @property
    def expected(self) -> str:
        """The allowed values in words."""
        return f"{self.each.expected}, or a list of at most {self.most} such lines"

    def read(self, value: object, at: Place, report: Report) -> tuple[str, ...] | None:
        """The lines, or None."""
        if not isinstance(value, list):
            single = self.each.read(value, at, report)
            return None if single is None else (single,)
        if len(value) > self.most:
            report.add(at, self.expected, f"a list of {len(value)}")
            return None
        read = [self.each.read(item, (*at, n), report) for n, item in enumerate(value)]
        lines = tuple(line for line in read if line is not None)
        return lines if len(lines) == len(read) else None
