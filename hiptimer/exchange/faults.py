"""What keeps a session of a file out of the history. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from hiptimer.exchange.rules import told
from hiptimer.history.changes import Rule

LONGEST_REASON = 300
"""Characters."""


class Unfit(ValueError):
    """A session that can't be taken, with every reason: `set 3: reps: expected ..., got -3`."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


class Faults:
    """What is wrong so far."""

    def __init__(self) -> None:
        self.reasons: list[str] = []

    def add(self, where: str, reason: str) -> None:
        """One more; `where` is empty for the session itself."""
        self.reasons.append((f"{where}: {reason}" if where else reason)[:LONGEST_REASON])

    def fields(
        self, value: Mapping[str, object], rules: Mapping[str, Rule], where: str = ""
    ) -> dict[str, object]:
        """The values that are asked for. One that is missing is nothing, as None is."""
        found = {name: value.get(name) for name in rules}
        for name, rule in rules.items():
            if not rule.allows(found[name]):  # type: ignore[arg-type]
                self.add(where, f"{name}: expected {rule.expected}, got {told(found[name])}")
        return found

    def raise_any(self) -> None:
        """Raises `Unfit` if anything was wrong."""
        if self.reasons:
            raise Unfit(*self.reasons)
