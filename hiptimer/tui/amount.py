"""A weight while it is typed, digit by digit. Pure."""

from __future__ import annotations

LONGEST = 6
"""Characters."""


class Typing:
    """What has been typed of an amount so far."""

    def __init__(self) -> None:
        self.text = ""

    def take(self, character: str | None) -> bool:
        """One more character; false for one that is none of an amount. A comma is a point."""
        new = "." if character == "," else character or ""
        if not (new.isdecimal() or new == "."):
            return False
        if not (new == "." and "." in self.text):
            self.text = (self.text + new)[:LONGEST]
        return True

    def erase(self) -> None:
        """The last character is gone."""
        self.text = self.text[:-1]

    def amount(self, least: float, most: float) -> float | None:
        """What is typed as a number, if it is one of those."""
        try:
            number = float(self.text)
        except ValueError:
            return None
        return number if least <= number <= most else None
