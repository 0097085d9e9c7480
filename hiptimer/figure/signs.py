"""The characters a figure can be drawn with, and which of them a terminal can show."""

from __future__ import annotations

from enum import Enum


class Signs(Enum):
    """The characters a figure is drawn with."""

    BRAILLE = "braille"
    BLOCKS = "blocks"
    """Half blocks, for the console of Linux, whose fonts have no braille."""
    ASCII = "ascii"

    @classmethod
    def for_terminal(cls, encoding: str, term: str) -> Signs:
        """The finest that a terminal can show: by the encoding of the output, and by what TERM says."""
        try:
            "⣿▀".encode(encoding)
        except (LookupError, UnicodeEncodeError):
            return cls.ASCII
        return cls.BLOCKS if term == "linux" else cls.BRAILLE
