"""The signs a terminal can show: all of Unicode, or ASCII alone; then everything is spelled in ASCII.

A sign takes as many columns in ASCII as it did before, so that nothing on a screen moves.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

LOOKALIKES = {
    ord(sign): plain
    for plain, signs in (
        ("-", "·–—−‐‑─━╌╍┄┅┈┉╴╶╸╺═➖"),
        ("|", "│┃╎╏┆┇┊┋║▌▐▎▊▏▕"),
        ("+", "┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╭╮╰╯╔╗╚╝"),
        ("#", "█▓▰■▙▛▜▟▚▞"),
        ('"', "▀▔“”"),
        ("o", "▄●"),
        ("_", "▁▂"),
        (".", "▱░□•▖▗"),
        (":", "▒" + "".join(map(chr, range(0x2801, 0x2900)))),
        (" ", "\u2800"),
        (">", "◆→▸▶»"),
        ("<", "←◂◀«"),
        ("^", "↑▲"),
        ("v", "↓▼✓✔"),
        ("x", "×✗✘"),
        ("!", "¦"),
        ("~", "…"),
        ("'", "’‘ʼ°▘▝"),
        ("s", "ß"),
    )
    for sign in signs
}
"""Signs on our screens that no letter of the alphabet is part of."""
COERCED = re.compile(r"C\.UTF-?8|UTF-8", re.IGNORECASE)
"""What Python itself writes into LC_CTYPE when it finds the C locale (PEP 538)."""
UTF_8 = re.compile(r"(^|\.)utf-?8(@|$)", re.IGNORECASE)


class Signs(Enum):
    """Which signs may be drawn."""

    UNICODE = "unicode"
    ASCII = "ascii"

    def spell(self, text: str) -> str:
        """A line of text in these signs, as many columns wide as it was."""
        return text if self is Signs.UNICODE or text.isascii() else _in_ascii(text)


def signs_of(environ: Mapping[str, str]) -> Signs:
    """What the locale says: LC_ALL, else LC_CTYPE, else LANG, as the C library reads them.

    An LC_CTYPE that Python has put there is not the user's, and doesn't count. Where nothing is said, as on
    Windows or in a bare container, the terminal almost surely knows Unicode.
    """
    coerced = COERCED.fullmatch(environ.get("LC_CTYPE", ""))
    names = ("LC_ALL", "LANG") if coerced else ("LC_ALL", "LC_CTYPE", "LANG")
    said = next(filter(None, (environ.get(name) for name in names)), "")
    return Signs.UNICODE if not said or UTF_8.search(said) else Signs.ASCII


@lru_cache(maxsize=1024)
def _in_ascii(text: str) -> str:
    plain = "".join(map(_sign_in_ascii, text))
    return set_cell_size(plain, cell_len(text))


def _sign_in_ascii(sign: str) -> str:
    if sign.isascii():
        return sign
    if (known := LOOKALIKES.get(ord(sign))) is not None:
        return known
    # without its accents; but half of a fraction would be another number
    bare = "".join(part for part in unicodedata.normalize("NFKD", sign) if part.isascii())
    return bare if len(bare) == cell_len(sign) else "?" * cell_len(sign)
