"""The keys under a session: those that matter now, and never fewer than the way out and help."""

from __future__ import annotations

from hiptimer.keyboard import USUAL, Keyboard
from hiptimer.session.state import Phase
from hiptimer.tui.keys import footer
from hiptimer.tui.view import KEYS


def test_the_way_out_and_help_stay_longest() -> None:
    phrases = footer(KEYS[Phase.READY], USUAL)
    assert phrases[0] == "s Skip  x Other side  w Weight  q Leave  ? Keys"
    assert phrases[-3:] == ("q Leave  ? Keys", "? Keys", "")


def test_a_key_that_was_taken_away_keeps_no_other_in_its_place() -> None:
    without_help = footer(KEYS[Phase.READY], Keyboard((("help", ()),)))
    assert without_help[-2:] == ("q Leave", "")
    assert "s Skip  q Leave" in without_help
    without_leave = footer(KEYS[Phase.READY], Keyboard((("leave", ()),)))
    assert without_leave[-2:] == ("? Keys", "")
    assert "s Skip  ? Keys" in without_leave
