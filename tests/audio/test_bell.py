"""The terminal's bell in place of the sounds."""

from __future__ import annotations

from pathlib import Path

from hiptimer.audio.clip import Clip
from hiptimer.audio.player import BellPlayer
from hiptimer.session.cues import Cue

COUNT_IN = Clip(Path("count-in.wav"), 3.5, Cue.COUNT_IN)


def test_the_bell_keeps_the_rhythm_of_a_count_in() -> None:
    now = [100.0]
    rings: list[float] = []
    bell = BellPlayer(lambda: rings.append(now[0]), lambda: now[0])
    bell.play(COUNT_IN)
    while (wait := bell.poll()) is not None:
        now[0] += wait
    assert rings == [100.0, 101.0, 102.0, 103.0]
    bell.play(COUNT_IN)
    bell.stop()
    assert bell.poll() is None


def test_a_bell_that_slept_through_its_beats_does_not_make_up_for_them() -> None:
    now = [10.0]
    rung: list[float] = []
    bell = BellPlayer(lambda: rung.append(now[0]), lambda: now[0])
    bell.play(COUNT_IN)
    now[0] = 17.0
    assert bell.poll() is None
    assert rung == [10.0]
