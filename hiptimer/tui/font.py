"""A 5x7 bitmap font of capitals, digits and signs, made to be read from 3 m away."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

HEIGHT = 7
"""Rows of font pixels in every glyph."""

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
def glyphs() -> Mapping[str, tuple[str, ...]]:
    """Every character of the font as seven rows of `#` (drawn) and `.` (blank), equally wide."""
    font: dict[str, tuple[str, ...]] = {}
    for sheet in _SHEETS:
        names, *rows = (line.split() for line in sheet.strip().splitlines())
        for name, *bitmap in zip(names, *rows, strict=True):
            font[" " if name == "space" else name] = tuple(bitmap)
    return MappingProxyType(font)


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
    """Whether the font has, after folding, every character of `text`."""
    return all(map(glyphs().__contains__, fold(text)))
