"""What is drawn big of each exercise of a circuit, also of those that were given no short name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

BIG = 10
"""Characters of a name that is drawn big."""
TELLING = 5
"""Characters that whole words have at least: SIDE of "Side plankwalk" tells less than SIDE PLANK."""

_WHOLE_WORDS = re.compile(rf".{{1,{BIG}}}(?!\w)")
_LOOSE = " -,;:(/&+"


def short_names(named: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The short name of each exercise of a circuit, by its whole name and the short one it was given, or "".

    It is made of the whole name, in capitals: the words that fit (SUPINE); where another exercise could
    be called so too, the characters that fit (GLUTE BRID, GLUTE KICK), else the last word after the
    initials of those before it (SL BRIDGE, SL SQUAT).
    """
    ways = [(given,) if given else _ways(name) for name, given in named]
    often = Counter(way for each in ways for way in set(each))
    return tuple(next((way for way in each if often[way] == 1), each[0]) for each in ways)


def _ways(name: str) -> tuple[str, ...]:
    """What an exercise of this name can be called, the best first; one at least."""
    text = name.strip().upper()
    if len(text) <= BIG:
        return (text,)
    found = _WHOLE_WORDS.match(text)
    whole = found[0].rstrip(_LOOSE) if found else ""
    *before, last = re.findall(r"\w+", text) or [text]
    initials = f"{''.join(word[0] for word in before)} {last}"
    cut = (text[:BIG].strip(), initials[:BIG].strip())
    return (whole, *cut) if len(whole) >= TELLING else cut
