"""Help at the size it is made for."""

from __future__ import annotations

import pytest

from hiptimer.session import events as e
from hiptimer.session.state import Phase
from tests.fakes import Gym

from .live import live


@pytest.mark.parametrize("phase", list(Phase))
async def test_all_of_help_is_on_the_screen_at_once_in_every_phase(gym: Gym, phase: Phase) -> None:
    if phase is Phase.PAUSED:
        runner = gym.at(Phase.REST)
        runner.send(e.Pause())
    else:
        runner = gym.begin() if phase is Phase.READY else gym.at(phase)
    async with live(gym, runner) as it:
        await it.keys("?")
        await it.picture()
        assert it.top.query_one(".dialog").max_scroll_y == 0
