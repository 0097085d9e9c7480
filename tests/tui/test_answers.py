"""What the session screen answers to a key: what it did, where that is not seen, or that it does nothing."""

from __future__ import annotations

import pytest

from hiptimer.plain.keys import BOUND
from hiptimer.session.state import Phase
from hiptimer.tui.keys import SESSION_KEYS
from hiptimer.tui.meaning import EVENTS, Meaning, means_now
from tests.fakes import Gym
from tests.plain.lines import Spoken

from .live import live

PLAIN_KEYS = {bound.id: bound.keys[0] for bound in BOUND}
DRAWN_KEYS = {binding.id: binding.key.split(",")[0] for binding in SESSION_KEYS}
ASKED = sorted(EVENTS.keys() & PLAIN_KEYS.keys() - {"take"})
"""Keys that mean something in some phases only; what is suggested is no matter of the phase."""


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.PAUSED])
async def test_a_key_that_does_nothing_now_says_so_in_the_words_of_a_session_line_by_line(
    gym: Gym, phase: Phase
) -> None:
    runner = gym.at(phase)
    before, spoken = runner.session, Spoken(gym, runner)
    refused = [id for id in ASKED if not means_now(before, id, EVENTS[id], Meaning("", ""))]
    said = {id: spoken.keys(PLAIN_KEYS[id]) for id in refused}
    assert said and all(said.values())
    async with live(gym, runner) as it:
        for id, lines in said.items():
            await it.keys(DRAWN_KEYS[id])
            answer = it.says("#notice")
            assert [f"{answer[:1].upper()}{answer[1:]}."] == lines, id
        assert it.session is before


async def test_no_weight_is_suggested(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        await it.keys("t")
        assert it.says("#notice") == "nothing is suggested now"


async def test_how_many_more_a_note_and_undo_say_what_was_done(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.SWITCH, 3)) as it:
        await it.keys("k", "3")
        assert it.says("#notice") == "3 or more: noted"
        await it.keys("n", *"felt easy", "enter")
        assert it.says("#notice") == "note kept"
        await it.keys("u")
        assert it.says("#notice") == "taken back"
        it.screen._forget_message()
        assert it.says("#notice") == ""
        assert not it.session.remarks[2].note


async def test_a_note_taken_away_says_so(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.SWITCH, 3)) as it:
        await it.keys("n", "x", "enter", "n", "backspace", "enter")
        assert it.says("#notice") == "note taken away"


async def test_a_key_that_does_nothing_takes_no_news_away(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK)) as it:
        await it.wait(20.0)
        await it.sleep(8.0)
        slept = it.says("#notice")
        assert slept.startswith("The laptop slept")
        await it.keys("+", "d", "k", "5", "escape")
        assert it.says("#notice") == slept
        await it.keys("v")
        assert it.says("#notice").startswith("voice")


async def test_that_nothing_is_saved_stands_before_every_answer(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        with gym.locked():
            await it.keys("+", "d")
            assert it.says("#notice").startswith("NOT BEING SAVED")
