"""One line of what `hiptimer doctor` finds."""

from __future__ import annotations

from hiptimer.values import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What it is about, what was found, and whether that is wrong, or something a session can do without."""

    label: str
    """Empty where the line goes on with the one before."""
    text: str
    wrong: bool = False
    lacks: str = ""
    """What a session would go without, though it can be led."""
