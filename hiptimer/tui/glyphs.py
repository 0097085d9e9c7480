"""Text drawn in block characters: a bitmap font at whole-number scales, two pixels to a character.

At scale `k` a font pixel is `k` columns wide and `k` half rows high, which is nearly square in a
terminal. Text is folded to what the fonts have (capitals, no accents) before it is drawn. Lines of
text, parted by newlines, stand a font pixel apart.
"""

from __future__ import annotations

from functools import lru_cache

from hiptimer.tui import font
from hiptimer.tui.font import Font

_GAP = 1
"""Blank font pixels between two glyphs."""
# Indexed by the two pixels of a character: the upper one counts 1, the lower one 2.
_BLOCKS = " ▀▄█"


@lru_cache(maxsize=256)
def render(text: str, scale: int, *, face: Font = Font.FULL, align: str = "left") -> tuple[str, ...]:
    """`text` as equally long rows of block characters.

    Raises:
        ValueError: `scale` is below 1, or the font lacks a character (ask `font.can_draw` first).
    """
    width = size(text, scale, face)[0]
    between = [" " * width] * (scale // 2)
    rows: list[str] = []
    for line in text.split("\n"):
        room = width - size(line, scale, face)[0]
        left = {"center": room // 2, "right": room}.get(align, 0)
        drawn = _render_line(line, scale, face)
        rows += [*(between if rows else ()), *(" " * left + row + " " * (room - left) for row in drawn)]
    return tuple(rows)


def size(text: str, scale: int, face: Font = Font.FULL) -> tuple[int, int]:
    """Columns and rows that `render` needs for `text`, without drawing it.

    Raises:
        ValueError: as `render`.
    """
    if scale < 1:
        raise ValueError(f"the scale of block text must be 1 or more, not {scale}")
    lines = text.split("\n")
    rows = len(lines) * -(-face.height * scale // 2) + (len(lines) - 1) * (scale // 2)
    return max(pixels_wide(line, face) for line in lines) * scale, rows


@lru_cache(maxsize=512)
def pixels_wide(line: str, face: Font) -> int:
    """The font pixels that a line is wide, which are its columns at scale 1.

    Raises:
        ValueError: the font lacks a character.
    """
    glyphs = font.glyphs(face)
    folded = font.fold(line)
    if missing := sorted(set(folded) - glyphs.keys()):
        raise ValueError(f"the block font has no {' '.join(missing)!r}")
    return sum(len(glyphs[char][0]) for char in folded) + _GAP * max(len(folded) - 1, 0)


def _render_line(line: str, scale: int, face: Font) -> list[str]:
    parts = [_render_glyph(char, scale, face) for char in font.fold(line)]
    gap = " " * (_GAP * scale)
    return [gap.join(part[row] for part in parts) for row in range(-(-face.height * scale // 2))]


@lru_cache(maxsize=512)
def _render_glyph(char: str, scale: int, face: Font) -> tuple[str, ...]:
    bitmap = font.glyphs(face)[char]
    half_rows = [row for row in bitmap for _ in range(scale)]
    if len(half_rows) % 2:
        half_rows.append("." * len(bitmap[0]))
    rows = zip(half_rows[::2], half_rows[1::2], strict=True)
    pixels = (zip(upper, lower, strict=True) for upper, lower in rows)
    return tuple(
        "".join(_BLOCKS[(up == "#") + 2 * (down == "#")] * scale for up, down in row) for row in pixels
    )
