"""How far a long command is, for who waits at a terminal."""

from __future__ import annotations

import io
import sys

import pytest

from hiptimer.commands import counter
from hiptimer.commands.counter import Counter


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the clock shows; the test moves it."""
    shows = [100.0]
    monkeypatch.setattr(counter, "monotonic", lambda: shows[0])
    return shows


def count(clock: list[float], seconds: float) -> None:
    with Counter("Reading session", 3) as counting:
        for number in range(1, 4):
            clock[0] += seconds
            counting.show(number)


def test_what_takes_long_is_counted_and_nothing_of_it_stays(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    count(clock, 0.6)
    *told, wiped, end = sys.stderr.getvalue().split("\r")  # type: ignore[attr-defined]
    assert told == ["Reading session 2 of 3", "Reading session 3 of 3"]
    assert wiped == " " * len(told[-1]) and end == ""


def test_what_is_done_at_once_is_not(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    count(clock, 0.1)
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]


def test_a_file_is_told_nothing(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    count(clock, 9.0)
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]
