"""Bitmap fonts of capitals, digits and signs, to be read from 3 m away: 5x7, and 3x5 for narrow panes."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import Enum
from functools import cache, lru_cache
from types import MappingProxyType

from hiptimer.tui import compact


class Font(Enum):
    """The fonts, by the rows of font pixels in every glyph."""

    FULL = 7
    COMPACT = 5

    @property
    def height(self) -> int:
        """Rows of font pixels in every glyph."""
        return self.value


# Digits are all 5 wide, so that a running count does not move sideways. 6, 9 and 7 have slanted
# strokes: from afar a 6 with a closed round top is taken for an 8.
_SHEETS = (
    """
    A      B      C      D      E      F      G      H      I      J
    .###.  ####.  .###.  ####.  #####  #####  .###.  #...#  .###.  ..###
    #...#  #...#  #...#  #...#  #....  #....  #...#  #...#  ..#..  ...#.
    #...#  #...#  #....  #...#  #....  #....  #....  #...#  ..#..  ...#.
    #####  ####.  #....  #...#  ####.  ####.  #.###  #####  ..#..  ...#.
    #...#  #...#  #....  #...#  #....  #....  #...#  #...#  ..#..  ...#.
    #...#  #...#  #...#  #...#  #....  #....  #...#  #...#  ..#..  #..#.
    #...#  ####.  .###.  ####.  #####  #....  .###.  #...#  .###.  .##..
    """,
    """
    K      L      M      N      O      P      Q      R      S      T
    #...#  #....  #...#  #...#  .###.  ####.  .###.  ####.  .####  #####
    #..#.  #....  ##.##  ##..#  #...#  #...#  #...#  #...#  #....  ..#..
    #.#..  #....  #.#.#  #.#.#  #...#  #...#  #...#  #...#  #....  ..#..
    ##...  #....  #.#.#  #..##  #...#  ####.  #...#  ####.  .###.  ..#..
    #.#..  #....  #...#  #...#  #...#  #....  #.#.#  #.#..  ....#  ..#..
    #..#.  #....  #...#  #...#  #...#  #....  #..#.  #..#.  ....#  ..#..
    #...#  #####  #...#  #...#  .###.  #....  .##.#  #...#  ####.  ..#..
    """,
    """
    U      V      W      X      Y      Z      ✓
    #...#  #...#  #...#  #...#  #...#  #####  .......##
    #...#  #...#  #...#  #...#  #...#  ....#  ......###
    #...#  #...#  #...#  .#.#.  .#.#.  ...#.  .....###.
    #...#  #...#  #.#.#  ..#..  ..#..  ..#..  ##..###..
    #...#  .#.#.  #.#.#  .#.#.  ..#..  .#...  ######...
    #...#  .#.#.  ##.##  #...#  ..#..  #....  .####....
    .###.  ..#..  #...#  #...#  ..#..  #####  ..##.....
    """,
    """
    0      1      2      3      4      5      6      7      8      9
    .###.  ..#..  .###.  .###.  ...#.  #####  ..##.  #####  .###.  .###.
    #...#  .##..  #...#  #...#  ..##.  #....  .#...  ....#  #...#  #...#
    #...#  ..#..  ....#  ....#  .#.#.  ####.  #....  ...#.  #...#  #...#
    #...#  ..#..  ...#.  ..##.  #..#.  ....#  ####.  ...#.  .###.  .####
    #...#  ..#..  ..#..  ....#  #####  ....#  #...#  ..#..  #...#  ....#
    #...#  ..#..  .#...  #...#  ...#.  #...#  #...#  ..#..  #...#  ...#.
    .###.  .###.  #####  .###.  ...#.  .###.  .###.  ..#..  .###.  .##..
    """,
    """
    +      -     ×      /      %      &      ?      !  (    )    :   .   ,   '   ·   space
    .....  ....  .....  ....#  ##..#  .##..  .###.  #  ..#  #..  ..  ..  ..  .#  ..  ...
    ..#..  ....  #...#  ....#  ##..#  #..#.  #...#  #  .#.  .#.  ##  ..  ..  .#  ..  ...
    ..#..  ....  .#.#.  ...#.  ...#.  #.#..  ....#  #  #..  ..#  ##  ..  ..  #.  ..  ...
    #####  ####  ..#..  ..#..  ..#..  .#...  ...#.  #  #..  ..#  ..  ..  ..  ..  ##  ...
    ..#..  ....  .#.#.  .#...  .#...  #.#.#  ..#..  #  #..  ..#  ##  ..  .#  ..  ##  ...
    ..#..  ....  #...#  #....  #..##  #..#.  .....  .  .#.  .#.  ##  ##  .#  ..  ..  ...
    .....  ....  .....  #....  #..##  .##.#  ..#..  #  ..#  #..  ..  ##  #.  ..  ..  ...
    """,
)

_LOOKALIKES = (
    ("'", "’‘ʼ"),
    ("-", "–—−‐‑"),
    ("✓", "✔"),
    (" ", "\t\u00a0\u2009\u202f"),
)


@cache
def glyphs(font: Font = Font.FULL) -> Mapping[str, tuple[str, ...]]:
    """Every character of a font as rows of `#` (drawn) and `.` (blank), equally wide."""
    drawn: dict[str, tuple[str, ...]] = {}
    for sheet in _SHEETS if font is Font.FULL else compact.SHEETS:
        names, *rows = (line.split() for line in sheet.strip().splitlines())
        for name, *bitmap in zip(names, *rows, strict=True):
            drawn[" " if name == "space" else name] = tuple(bitmap)
    return MappingProxyType(drawn)


@cache
def _substitutes() -> Mapping[int, str]:
    return MappingProxyType({ord(other): known for known, others in _LOOKALIKES for other in others})


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """`text` as the font spells it: in capitals, without accents, signs that look alike made one.

    A letter without its accent, drawn large, tells the user more than the right letter too small
    to be seen. Characters that nothing stands for are left as they are; `can_draw` says so.
    """
    bare = (char for char in unicodedata.normalize("NFD", text.upper()) if not unicodedata.combining(char))
    return "".join(bare).translate(_substitutes())


def can_draw(text: str) -> bool:
    """Whether the fonts have, after folding, every character of `text`; both have the same ones."""
    return all(map(glyphs().__contains__, fold(text)))
