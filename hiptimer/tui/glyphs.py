"""Text drawn in block characters: the 5x7 font at whole-number scales, two pixels to a character.

At scale `k` a font pixel is `k` columns wide and `k` half rows high, which is nearly square in a
terminal. Text is folded to what the font has (capitals, no accents) before it is drawn.
"""

from __future__ import annotations

from functools import lru_cache

from hiptimer.tui import font

_GAP = 1
"""Blank font pixels between two glyphs."""
# Indexed by the two pixels of a character: the upper one counts 1, the lower one 2.
_BLOCKS = " ▀▄█"
_ASCII = ' "o#'


@lru_cache(maxsize=256)
def render(text: str, scale: int, *, ascii: bool = False) -> tuple[str, ...]:
    """`text` as equally long rows of block characters, or of `#`, `"` and `o` with `ascii`.

    Raises:
        ValueError: `scale` is below 1, or the font lacks a character (ask `font.can_draw` first).
    """
    rows = size(text, scale)[1]
    parts = [_render_glyph(char, scale, ascii) for char in font.fold(text)]
    gap = " " * (_GAP * scale)
    return tuple(gap.join(part[row] for part in parts) for row in range(rows))


def size(text: str, scale: int) -> tuple[int, int]:
    """Columns and rows that `render` needs for `text`, without drawing it.

    Raises:
        ValueError: as `render`.
    """
    if scale < 1:
        raise ValueError(f"the scale of block text must be 1 or more, not {scale}")
    return _pixels_wide(text) * scale, -(-font.HEIGHT * scale // 2)


def best_scale(text: str, width: int, height: int, most: int | None = None) -> int:
    """The largest scale, up to `most`, at which `text` fits into `width` columns and `height` rows.

    It is 0 if not even scale 1 fits.

    Raises:
        ValueError: the font lacks a character.
    """
    pixels = _pixels_wide(text)
    scale = 2 * height // font.HEIGHT
    if pixels:
        scale = min(scale, width // pixels)
    if most is not None:
        scale = min(scale, most)
    return max(scale, 0)


@lru_cache(maxsize=256)
def _pixels_wide(text: str) -> int:
    glyphs = font.glyphs()
    folded = font.fold(text)
    if missing := sorted(set(folded) - glyphs.keys()):
        raise ValueError(f"the block font has no {' '.join(missing)!r}")
    return sum(len(glyphs[char][0]) for char in folded) + _GAP * max(len(folded) - 1, 0)


@lru_cache(maxsize=512)
def _render_glyph(char: str, scale: int, ascii: bool) -> tuple[str, ...]:
    bitmap = font.glyphs()[char]
    half_rows = [row for row in bitmap for _ in range(scale)]
    if len(half_rows) % 2:
        half_rows.append("." * len(bitmap[0]))
    blocks = _ASCII if ascii else _BLOCKS
    rows = zip(half_rows[::2], half_rows[1::2], strict=True)
    pixels = (zip(upper, lower, strict=True) for upper, lower in rows)
    return tuple(
        "".join(blocks[(up == "#") + 2 * (down == "#")] * scale for up, down in row) for row in pixels
    )
