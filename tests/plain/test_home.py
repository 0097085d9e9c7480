"""What is said before a session."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hiptimer.circuit.file import parse
from hiptimer.history.records import SessionRecord
from hiptimer.plain.home import home_lines
from tests.circuits import SHORT
from tests.history.days import BEGAN


@pytest.mark.parametrize(("seconds", "said"), [(20, "20 s"), (150, "2 min"), (1600, "27 min")])
def test_last_time_is_as_long_as_the_log_says(seconds: int, said: str) -> None:
    ended = BEGAN + timedelta(seconds=seconds)
    last = SessionRecord("abc", "Short", BEGAN, ended, "finished", None, ())
    assert f"Last time: Sun 01 Mar, 18:30, {said}, 0 sets done." in list(home_lines(parse(SHORT), last, []))


def test_a_circuit_of_one_minute_is_said_to_take_one_minute() -> None:
    text = 'name = "Brief"\nsets = 1\n[[exercise]]\nid = "plank"\nname = "Plank"\nseconds = 40\n'
    assert "Brief: 1 round, about 1 minute." in list(home_lines(parse(text), None, []))


def test_what_a_guest_left_is_named_as_one() -> None:
    left = SessionRecord("abc", "Short", BEGAN, None, "open", None, (), guest=True)
    said = list(home_lines(parse(SHORT), None, [left]))
    assert "Unfinished: Sun 01 Mar, 18:30, 0 sets done, a guest's." in said
