"""A JSON file that a command is given, as text, or a sentence that says what it is instead."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path
from typing import BinaryIO

from hiptimer.circuit.library import ENDING
from hiptimer.circuit.text import clean
from hiptimer.commands.refusal import Refusal
from hiptimer.file_words import not_read

MOST_BYTES = 500_000_000
"""Some forty thousand sessions."""
STDIN = "-"
_LOOK = 1000
"""Characters by which a file is known; the whole of it is long."""
_CSV = "session_id"
_SQLITE = b"SQLite format 3\0"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""What older shells of Windows put before all that is written with `>`."""


def text_of(name: str) -> str:
    """The text of a JSON file. Raises `Refusal` for anything that is none."""
    shown = "standard input" if name == STDIN else clean(name)
    content = _content(name, shown)
    if not content or content.isspace():
        raise Refusal(f"{shown} is empty: take what hiptimer export writes")
    if content.startswith(_SQLITE):
        raise Refusal(
            f"{shown} is an SQLite file, such as a history itself: take what hiptimer export writes"
        )
    try:
        text = content.decode("utf-16" if content.startswith(_WIDE) else "utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(f"{shown} is no text, or not in UTF-8: take what hiptimer export writes") from None
    begin = text[:_LOOK].lstrip()
    if Path(name).suffix.lower() == ENDING and not begin.startswith("{"):
        raise Refusal(
            f"{shown} is called as a circuit is, and those are not imported: "
            f"hiptimer circuits copy {shown} NAME makes it one of yours"
        )
    if begin.startswith(_CSV) or Path(name).suffix.lower() == ".csv":
        raise Refusal(
            f"{shown} is CSV, which is for spreadsheets and doesn't have all that a session is: "
            "import what hiptimer export --format json writes"
        )
    return text


def _content(name: str, shown: str) -> bytes:
    try:
        if name == STDIN:
            return _limited(sys.stdin.buffer, shown) if sys.stdin else b""
        with open(name, "rb") as file:
            return _limited(file, shown)
    except (OSError, ValueError) as error:
        raise Refusal(not_read(shown if name == STDIN else name, error)) from error


def _limited(file: BinaryIO, shown: str) -> bytes:
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Refusal(
            f"{shown} is larger than {MOST_BYTES // 1_000_000} MB: "
            "export it in parts, with hiptimer export --since, on the other side"
        )
    return content
