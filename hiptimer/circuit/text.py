"""Text from a file as it may be shown: in messages, nothing in it can steer a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence

LONGEST = 60
"""Characters of somebody's text that a message repeats."""

_LONGEST_GUESSED = 40
_NO_SLUG = re.compile("[^a-z0-9]+")
_UNSHOWABLE = frozenset(["Cc", "Cs", "Zl", "Zp"])
# They turn the order of everything after them around, on most terminals.
_TURNERS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def steers(character: str) -> bool:
    """Whether a character moves the cursor, starts an escape sequence or turns the text around."""
    return unicodedata.category(character) in _UNSHOWABLE or character in _TURNERS


def is_plain(text: str) -> bool:
    """Whether no character of it steers; mostly all can be printed, which Python knows at once."""
    return text.isprintable() or not any(map(steers, text))


def clean(text: str) -> str:
    """The text with every character that steers a terminal written as its escape, such as \\u001b."""
    return text if is_plain(text) else "".join(f"\\u{ord(c):04x}" if steers(c) else c for c in text)


def quoted(text: str) -> str:
    """The text in quotation marks, safe to print and cut to a length for one line."""
    cut = text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."
    return f'"{clean(cut)}"'


def shown(value: object) -> str:
    """A value out of a TOML file, in the words of a message."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return quoted(value)
        case int():
            # An int of thousands of digits can't even be turned into text.
            return str(value) if abs(value) < 10**18 else "a number far too large"
        case float():
            return repr(value)
        case list():
            return _shown_list(value)
        case dict():
            return "a table"
        case _:
            return "a date or a time"


def _shown_list(values: list[object]) -> str:
    simple = len(values) <= 6 and not any(isinstance(value, (list, dict)) for value in values)
    line = f"[{', '.join(shown(value) for value in values)}]" if simple else ""
    return line if 0 < len(line) <= LONGEST else f"a list of {len(values)}"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant; empty when none is near, or it is the word itself."""
    if len(word) > _LONGEST_GUESSED:
        return ""
    from difflib import get_close_matches

    simple = _simple(word)
    by_simple = {_simple(name): name for name in known}
    # the same letters in another order are the likeliest slip: "strat" is start, though stats is as near
    found = sorted(get_close_matches(simple, by_simple), key=lambda one: sorted(one) != sorted(simple))
    return by_simple[found[0]] if found and by_simple[found[0]] != word else ""


def _simple(word: str) -> str:
    """Without what makes words alike that are not, such as the hyphens before every option."""
    return word.lower().replace("_", "-").lstrip("-")


def slug(text: str) -> str:
    """The text in lower-case letters, digits and hyphens, as a file may be called; can be empty."""
    return _NO_SLUG.sub("-", text.lower()).strip("-")


def words(items: Iterable[str]) -> str:
    """The items as in a sentence: "a, b and c"."""
    *most, last = list(items) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def number_of(number: int, one: str) -> str:
    """`1 session`, `6 sessions`, by the word for one."""
    return f"{number} {plural(one, number)}"


def plural(one: str, number: int) -> str:
    """The word for one, or for several where there are not just one: `sessions`."""
    return one if number == 1 else f"{one}s"


def columns(rows: Sequence[Sequence[str]], numbers: Collection[int] = ()) -> list[str]:
    """Rows of cells as lines: numbers to the right, words to the left, columns without a word left out."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))] if rows else []
    return ["  ".join(_aligned(row, widths, numbers)).rstrip() for row in rows]


def _aligned(row: Sequence[str], widths: Sequence[int], numbers: Collection[int]) -> Iterator[str]:
    for place, (cell, width) in enumerate(zip(row, widths, strict=True)):
        if width:
            yield cell.rjust(width) if place in numbers else cell.ljust(width)
