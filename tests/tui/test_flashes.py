"""The flash as a set begins and ends: for those who can't hear it, and never for those who want none."""

from __future__ import annotations

import asyncio

import pytest

from hiptimer.look import Flash, Look, Motion
from hiptimer.session.state import Phase
from hiptimer.tui import flashes
from tests.fakes import Gym

from .live import Live, live


@pytest.fixture
def long_flash(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real clock ends a flash: on a busy machine before a test has looked."""
    monkeypatch.setattr(flashes, "SECONDS", 30.0)


def flashed(it: Live) -> bool:
    """Whether the screen has flashed since it was last asked."""
    found = it.screen.has_class("-flash")
    it.screen.remove_class("-flash")
    return found


async def test_a_muted_session_flashes_as_a_set_begins_and_as_it_ends(gym: Gym, long_flash: None) -> None:
    async with live(gym, gym.begin()) as it:
        await it.keys("m")
        await it.press()
        assert it.session.phase is Phase.LEAD_IN
        await it.wait(3.5)
        assert not flashed(it), "3-2-1 would flash too often"
        await it.led_until(Phase.WORK)
        assert flashed(it)
        await it.wait(20.0)
        await it.keys("space")
        assert it.session.phase is Phase.SWITCH
        assert flashed(it)


@pytest.mark.parametrize(
    ("look", "sound", "flashes_then"),
    [
        (Look(), True, False),
        (Look(), False, True),
        (Look(flash=Flash.ALWAYS), True, True),
        (Look(flash=Flash.NEVER), False, False),
        (Look(flash=Flash.ALWAYS, motion=Motion.REDUCED), False, False),
    ],
)
async def test_it_flashes_where_nothing_is_heard_unless_something_else_is_set(
    gym: Gym, long_flash: None, look: Look, sound: bool, flashes_then: bool
) -> None:
    gym.look = look
    if not sound:
        gym.without_sound("no player was found")
    async with live(gym, gym.begin()) as it:
        await it.led_until(Phase.WORK)
        assert flashed(it) is flashes_then


async def test_a_flash_is_over_at_once(gym: Gym, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flashes, "SECONDS", 0.05)
    gym.look = Look(flash=Flash.ALWAYS)
    async with live(gym, gym.begin()) as it:
        await it.led_until(Phase.WORK)
        await asyncio.sleep(0.1)
        await it.settle()
        assert not flashed(it)


async def test_a_pause_is_no_end_of_a_set_of_reps(gym: Gym) -> None:
    gym.look = Look(flash=Flash.ALWAYS)
    async with live(gym, gym.at(Phase.WORK, 2)) as it:
        await it.wait(2.0)
        await it.keys("p")
        assert it.session.phase is Phase.PAUSED
        assert not flashed(it)


async def test_keys_in_a_hurry_flash_once_a_second_at_most(gym: Gym) -> None:
    gym.look = Look(flash=Flash.ALWAYS)
    async with live(gym, gym.at(Phase.WORK)) as it:
        await it.wait(20.0)
        await it.keys("space")
        assert flashed(it)
        for key in ("u", "space", "u", "space"):
            await it.wait(0.2)
            await it.keys(key)
            assert not flashed(it)


async def test_reduced_motion_stops_what_textual_moves_too(gym: Gym) -> None:
    gym.look = Look(motion=Motion.REDUCED)
    async with live(gym) as it:
        assert it.app.animation_level == "none"
