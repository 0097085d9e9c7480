"""What is wrong in a text that is no TOML: Python's reader names one place, and here are the words for it."""

from __future__ import annotations

import re

from hiptimer.circuit.faults import Fault
from hiptimer.circuit.locate import begin_of, lost_at
from hiptimer.circuit.text import clean

_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_LONG_NUMBER = re.compile(r"[0-9_]{4000,}")
_WORD = re.compile(r"\S{1,40}")
_CURLY = "“”„‘’«»"
_VALUE = 'a value: a number, true, false, a [list], or text in "quotation marks"'
_ONCE = "each key and each table once"
_END = "a quotation mark at the end of the text"
_PLAIN = "no character that steers a terminal"
_BACKSLASHES = r"\\ for a backslash in text"
_SINGLE = re.compile(r"^[ \t]*(\[exercise\])", re.MULTILINE)
_DOUBLE = "[[exercise]], in two brackets, over each exercise"
_TRIPLE = re.compile("\"{3}|'{3}")
_END_OF_FILE = "the end of the file"
_EXPECTED = (
    ("Invalid value", _VALUE),
    ("Invalid statement", "key = value, or a [table]"),
    ("Expected newline or end of document", "the end of the line after the value"),
    ("Expected '='", "key = value"),
    ("Invalid initial character for a key", "a key"),
    ("Expected ']' at the end", "a ] after the name of the table"),
    ("Expected ']]' at the end", "]] after the name of the table"),
    ("Unclosed array", "a comma or the ] of the list"),
    ("Unclosed inline table", "a comma or the } of the table"),
    ("Unterminated string", _END),
    ("Expected \"'", _END),
    ("Illegal character '\\n'", _END),
    ("Found invalid character '\\n'", _END),
    ("Illegal character", _PLAIN),
    ("Found invalid character", _PLAIN),
    ("Unescaped '\\'", _BACKSLASHES),
    ("Invalid hex value", _BACKSLASHES),
    ("Escaped character", _BACKSLASHES),
    ("Invalid date", "a date"),
    ("Cannot", _ONCE),
    ("Duplicate", _ONCE),
)
"""How the messages of Python's reader begin, and what it expected; others are repeated as they are."""
_FOUND = {_ONCE: "this a second time", _BACKSLASHES: "a single one"}
"""Where the place alone doesn't tell what was found."""


def mistake(text: str, file: str, message: str) -> Fault:
    """The fault that a message of `tomllib` tells of, with its line and column."""
    text = text.replace("\r\n", "\n")  # as tomllib reads it
    at, said = _place(text, message), _WHERE.sub("", message)
    expected = next((words for begin, words in _EXPECTED if said.startswith(begin)), "")
    found = _FOUND.get(expected, "")
    if expected == _BACKSLASHES:
        at = text.rfind("\\", 0, at)  # the reader is past it
    elif expected == _ONCE and (single := _SINGLE.search(text)):
        at, expected, found = single.start(1), _DOUBLE, single[1]
    elif expected == _ONCE:
        at = begin_of(text, at)
    elif expected == _END and (opened := _TRIPLE.match(text, lost_at(text))):
        at, expected, found = opened.start(), f"{opened[0]} where this text ends", _END_OF_FILE
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    long = _LONG_NUMBER.search(text, at)
    if long and said.startswith("Exceeds"):
        return Fault(file, line, "", "a number", "one of thousands of digits", column=column)
    if said.startswith("Invalid value") and at >= len(text.rstrip()) and text.rstrip()[-1:] in ("[", ","):
        expected = "a comma or the ] of the list"
    if not expected:
        return Fault(file, line, "", "TOML", f"a mistake: {clean(said)}", column=column)
    return Fault(file, line, "", expected, found or _found(text, at), column=column)


def _place(text: str, message: str) -> int:
    """Where it is in the text; a number that is too long is told without its place."""
    where = _WHERE.search(message)
    if where is None:
        long = _LONG_NUMBER.search(text)
        return long.start() if long else len(text.rstrip())
    if where[1] is None:
        return len(text.rstrip())
    lines = text.split("\n")[: int(where[1]) - 1]
    return sum(len(line) + 1 for line in lines) + int(where[2]) - 1


def _found(text: str, at: int) -> str:
    if at >= len(text.rstrip()):
        return _END_OF_FILE
    if text[at] == "\n":
        return "the end of the line"
    straight = ': the straight " is needed' if text[at] in _CURLY else ""
    word = _WORD.match(text, at)
    return clean(word[0] if word else text[at]) + straight
