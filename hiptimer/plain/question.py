"""A question that waits for a key, or for a line."""

from __future__ import annotations

from collections.abc import Callable

from hiptimer.values import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One question. An answer that means nothing leaves all as it was."""

    text: str
    answered: Callable[[str], object]
    line: bool = False
    """Whether a whole line is the answer; else one key is."""
    leaves: bool = False
    """Whether it is the one asked before leaving."""
