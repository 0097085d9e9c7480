"""On which line of a TOML text each key stands; the standard reader tells only for syntax errors."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from contextlib import suppress

Place = tuple[str | int, ...]
"""The way to a value: names of keys, and positions in lists from 0."""

# Nothing in a circuit lies deeper. What does is stepped over without recursion, and has no lines.
_DEEPEST = 8

_GAP = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:""?)?'
    r"|'''.*?'''(?:''?)?"
    r'|"(?!"")(?:\\.|[^"\\\n])*"'
    r"|'(?!'')[^'\n]*'",
    re.DOTALL,
)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\[\]{}\n#]*[^,\[\]{}\s#]")
_NEITHER = re.compile(r"[^\[\]{}\"'#]+")


def locate(text: str) -> dict[Place, int]:
    """The line, from 1, of every key, table header and list item of a text that is valid TOML.

    Of a text that is not, the places up to where it can't be followed.
    """
    return _followed(text).lines


def begin_of(text: str, end: int) -> int:
    """Where the `key = value` or the table header begins that ends there; `end` itself where none does."""
    return _followed(text).begins.get(end, end)


def lost_at(text: str) -> int:
    """Where a text can be followed no further, as at the quotation mark that opens what is never closed."""
    return _followed(text)._at


def _followed(text: str) -> _Scanner:
    scanner = _Scanner(text)
    with suppress(_Lost):
        scanner.document()
    return scanner


def line_of(lines: dict[Place, int], at: Place) -> int:
    """The line of a place, or of the nearest thing around it that has one."""
    for length in range(len(at), 0, -1):
        if at[:length] in lines:
            return lines[at[:length]]
    return 1


class _Lost(Exception):
    """The text is not the TOML it was taken for."""


class _Scanner:
    def __init__(self, text: str) -> None:
        self.lines: dict[Place, int] = {}
        self.begins: dict[int, int] = {}
        """Where each key and each table header begins, by where its value or its name ends."""
        self._text = text
        self._at = 0
        self._ends = [found.start() for found in re.finditer("\n", text)]
        self._tables_so_far: dict[Place, int] = {}

    def document(self) -> None:
        table: Place = ()
        self._skip(_GAP)
        while self._at < len(self._text):
            table = self._header() if self._peek() == "[" else self._pair(table)
            self._skip(_GAP)

    def _header(self) -> Place:
        begin, line = self._at, self._line()
        is_list = self._text.startswith("[[", self._at)
        self._at += 2 if is_list else 1
        *outer, last = self._key()[:_DEEPEST]
        table: Place = ()
        for part in outer:
            table = self._last_of((*table, part))
            self.lines.setdefault(table, line)
        table = (*table, last)
        if is_list:
            self.lines.setdefault(table, line)
            self._tables_so_far[table] = self._tables_so_far.get(table, 0) + 1
            table = self._last_of(table)
        self.lines[table] = line
        self.begins[self._at] = begin
        self._expect("]]" if is_list else "]")
        return table

    def _last_of(self, table: Place) -> Place:
        count = self._tables_so_far.get(table, 0)
        return (*table, count - 1) if count else table

    def _pair(self, table: Place) -> Place:
        """Read `key = value`; the table it stands in stays the same."""
        begin, line = self._at, self._line()
        inner = table
        for part in self._key()[:_DEEPEST]:
            inner = (*inner, part)
            self.lines.setdefault(inner, line)
        self._expect("=")
        self._skip(_GAP)
        self._value(inner)
        self.begins[self._at] = begin
        return table

    def _key(self) -> list[str]:
        parts = []
        while True:
            self._skip(_GAP)
            found = _STRING.match(self._text, self._at)
            if found:
                parts.append(_unquoted(found.group()))
            else:
                found = self._take(_BARE)
                parts.append(found.group())
            self._at = found.end()
            self._skip(_GAP)
            if self._peek() != ".":
                return parts
            self._at += 1

    def _value(self, at: Place) -> None:
        start = self._peek()
        if start in "[{" and len(at) > _DEEPEST:
            self._step_over()
        elif start == "[":
            self._list(at)
        elif start == "{":
            self._inline_table(at)
        elif start in "\"'":
            self._at = self._take(_STRING).end()
        else:
            self._at = self._take(_SCALAR).end()

    def _list(self, at: Place) -> None:
        self._at += 1
        self._skip(_GAP)
        count = 0
        while self._peek() != "]":
            self.lines[(*at, count)] = self._line()
            self._value((*at, count))
            self._comma("]")
            count += 1
        self._at += 1

    def _inline_table(self, at: Place) -> None:
        self._at += 1
        self._skip(_GAP)
        while self._peek() != "}":
            self._pair(at)
            self._comma("}")
        self._at += 1

    def _step_over(self) -> None:
        depth = 0
        while True:
            start = self._peek()
            if start in "\"'":
                self._at = self._take(_STRING).end()
            elif start == "#":
                self._skip(_GAP)
            elif start in "[]{}":
                depth += 1 if start in "[{" else -1
                self._at += 1
                if depth == 0:
                    return
            else:
                self._at = self._take(_NEITHER).end()

    def _comma(self, end: str) -> None:
        self._skip(_GAP)
        if self._peek() == ",":
            self._at += 1
            self._skip(_GAP)
        elif self._peek() != end:
            raise _Lost

    def _expect(self, mark: str) -> None:
        self._skip(_GAP)
        if not self._text.startswith(mark, self._at):
            raise _Lost
        self._at += len(mark)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str]:
        found = pattern.match(self._text, self._at)
        if not found:
            raise _Lost
        return found

    def _peek(self) -> str:
        if self._at >= len(self._text):
            raise _Lost
        return self._text[self._at]

    def _line(self) -> int:
        return bisect_right(self._ends, self._at - 1) + 1


def _unquoted(key: str) -> str:
    """The key without its quotes; the standard reader knows the escapes."""
    try:
        (name,) = tomllib.loads(f"{key} = 0")
    except ValueError as error:
        raise _Lost from error
    return name
