"""Every player tried, as the doctor does."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from hiptimer.audio.check import check
from hiptimer.audio.clip import Clip
from hiptimer.audio.player import BellPlayer, PlayerFailed
from hiptimer.session.cues import Cue

SHORT = Clip(Path("test.wav"), 0.01, Cue.TEST)


def test_every_player_is_tried_and_the_tone_played_on_the_first_that_works(recorder: Callable) -> None:
    absent, broken, works, other = (recorder(name) for name in ("absent", "broken", "works", "other"))
    absent.fault["open"] = PlayerFailed("no absent")
    broken.fault["poll"] = PlayerFailed("exit 1")
    result = check([absent, broken, works, other, BellPlayer(lambda: None, time.monotonic)], SHORT)
    assert [(r.name, r.usable, r.why) for r in result.reports] == [
        ("absent", False, "no absent"),
        ("broken", False, "exit 1"),
        ("works", True, ""),
        ("other", True, ""),
        ("bell", True, ""),
    ]
    assert (result.played_by, result.audible) == ("works", True)
    assert works.played == ["test"] and other.played == []
    assert all(player.asked[-1] == "close" for player in (absent, broken, works, other))


def test_nothing_at_all_is_said_so() -> None:
    result = check([], SHORT)
    assert (result.reports, result.played_by, result.audible) == ((), None, False)
