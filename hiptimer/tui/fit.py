"""How large a text can be drawn in a region: in which font, at which scale, on how many lines."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import count
from math import ceil

from rich.cells import cell_len, set_cell_size

from hiptimer.tui import font, glyphs
from hiptimer.tui.font import Font
from hiptimer.values import dataclass

KEPT = "\u00a0"
"""A space at which no line is broken."""
PARTED = " ·"
"""Between two parts of a text."""
TALLEST = 200
"""Rows of the highest text that is thought of."""
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:kg|lb|s|min)\b|%)")
_WORTH = {Font.FULL: 7.0, Font.COMPACT: 3.5}
# A letter of the 3x5 font tells the eye less than its height does: 3.5 half rows, not 5.


@dataclass(frozen=True, slots=True)
class Fit:
    """One way to draw a text."""

    text: str
    """Its lines, parted by newlines."""
    columns: int
    rows: int
    scale: int = 0
    """The scale of the blocks; 0 when it is plain text."""
    face: Font = Font.FULL

    @property
    def worth(self) -> float:
        """How well it is read from afar: the half rows of a letter in the 5x7 font, 1 for plain text."""
        return _WORTH[self.face] * self.scale or 1.0

    def rows_above(self, blank: float) -> int:
        """The rows it takes so that at least `blank` rows stay free under the last letters."""
        half = self.face.height * self.scale % 2 / 2
        return ceil(self.rows - half + blank) if self.scale else self.rows


def unbroken(text: str) -> str:
    """`text` in which no line is broken between a number and its unit: `8 kg`, `40 s`."""
    return _BEFORE_UNIT.sub(KEPT, text)


def ways(text: str, width: int, height: int) -> tuple[Fit, ...]:
    """The ways in which the whole of `text` fits into a region: each one higher and better to read.

    Empty when not even plain text fits.
    """
    return tuple(fit for fit in _ways(text, width) if fit.rows <= height)


@lru_cache(maxsize=2048)
def _ways(text: str, width: int) -> tuple[Fit, ...]:
    found = []
    lines = plain(text, width)
    if width > 0 and all(cell_len(line) <= width for line in lines):
        found.append(Fit("\n".join(lines), max(map(cell_len, lines)), len(lines)))
    if text and font.can_draw(text):
        found += [fit for face in Font for fit in _in_blocks(text, width, TALLEST, face)]
    found.sort(key=lambda fit: (fit.rows, -fit.worth))
    best: list[Fit] = []
    for fit in found:
        if not best or fit.worth > best[-1].worth:
            best.append(fit)
    return tuple(best)


def largest(text: str, width: int, height: int) -> Fit:
    """The best way to draw `text`; plain and cut with an ellipsis if none fits."""
    fits = ways(text, width, height)
    return fits[-1] if fits else cut(text, width, height)


def cut(text: str, width: int, height: int) -> Fit:
    """`text` in plain characters, what does not fit left out and marked."""
    lines = plain(text, width)
    if len(lines) > height > 0:
        lines = [*lines[: height - 1], " ".join(lines[height - 1 :])]
    lines = [shorten(line, width) for line in lines[: max(height, 0)]]
    return Fit("\n".join(lines), max(map(cell_len, lines), default=0), len(lines))


def again(fit: Fit, text: str, width: int, height: int) -> Fit | None:
    """Another text in the font and at the scale of `fit`, where that has room."""
    if not (fit.scale and font.can_draw(text)):
        return None
    lines = _broken(text, width // fit.scale, fit.face)
    if lines is None:
        return None
    columns, rows = glyphs.size("\n".join(lines), fit.scale, fit.face)
    return Fit("\n".join(lines), columns, rows, fit.scale, fit.face) if rows <= height else None


def _in_blocks(text: str, width: int, height: int, face: Font) -> list[Fit]:
    fits = []
    for scale in count(1):
        lines = _broken(text, width // scale, face)
        if lines is None:
            break
        columns, rows = glyphs.size("\n".join(lines), scale, face)
        if rows > height:
            break
        fits.append(Fit("\n".join(lines), columns, rows, scale, face))
    return fits


def _broken(text: str, pixels: int, face: Font) -> list[str] | None:
    """The fewest lines; none when a word is too wide."""
    lines: list[str] = []
    for word in text.split(" "):
        if glyphs.pixels_wide(word, face) > pixels:
            return None
        if lines and glyphs.pixels_wide(f"{lines[-1]} {word}", face) <= pixels:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return _unparted(lines)


def _unparted(lines: list[str]) -> list[str]:
    """The lines, without the sign between two parts of a text where the line is broken there."""
    ended = [*(line.removesuffix(PARTED) for line in lines[:-1]), *lines[-1:]]
    begun = (f" {line}".removeprefix(PARTED).lstrip(" ") for line in ended[1:])
    return [*ended[:1], *filter(None, begun)]


def plain(text: str, width: int) -> list[str]:
    """`text` on lines of at most `width` cells, broken at spaces; a word that is too long stands alone."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return _unparted(lines)


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` cells; what is too long ends in an ellipsis."""
    if cell_len(text) <= width:
        return text
    return (set_cell_size(text, width - 1).rstrip() + "…") if width > 0 else ""


def clean(text: str) -> str:
    """`text` as one line, without characters that are invisible or turn the writing direction."""
    return "".join(" " if char.isspace() and char != KEPT else char for char in text if not _is_unseen(char))


def _is_unseen(char: str) -> bool:
    # Terminals disagree about the width of a character that a variation selector follows.
    return not char.isspace() and (
        unicodedata.category(char) in ("Cc", "Cf", "Cs") or "\ufe00" <= char <= "\ufe0f"
    )
