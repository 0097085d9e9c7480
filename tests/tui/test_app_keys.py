"""Every key of a session, in a phase where it matters."""

from __future__ import annotations

import pytest

from hiptimer.circuit.model import Count
from hiptimer.session.state import Phase
from hiptimer.tui.keys import SESSION_KEYS
from tests.fakes import Gym

from .live import Live, live

# -- what each key does; every key of a binding does the same


async def undo(it: Live, key: str) -> None:
    await it.wait(1.0)
    await it.keys(key)
    assert it.place == (Phase.WORK, 0)
    assert it.gym.rows() == []


async def pause(it: Live, key: str) -> None:
    await it.press()
    await it.keys(key)
    assert it.says("#status").startswith("PAUSED")
    await it.keys(key)
    assert it.session.phase is Phase.LEAD_IN


async def redo(it: Live, key: str) -> None:
    await it.keys(key)
    assert it.place == (Phase.READY, 0)
    assert len(it.gym.rows()) == 1


async def skip_coming(it: Live, key: str) -> None:
    left = it.says("#number")
    await it.keys(key)
    assert it.place == (Phase.REST, 2)
    assert it.says("#number") == left


async def more(it: Live, key: str) -> None:
    await it.keys(key)
    assert "WALL PUSH RIGHT 21 s" in it.says("#next")


async def less(it: Live, key: str) -> None:
    await it.keys(key, key)
    assert "LUNGE HALO LEFT [1]+3" in it.says("#next")


async def direction(it: Live, key: str) -> None:
    await it.keys(key, "down")
    assert "LUNGE HALO LEFT 3+[2]" in it.says("#next")
    await it.keys(key, "down")
    assert "LUNGE HALO LEFT [2]+2" in it.says("#next")


async def longer(it: Live, key: str) -> None:
    await it.wait(4.0)
    await it.keys(key)
    assert it.says("#number") == "19"


async def shorter(it: Live, key: str) -> None:
    await it.keys(key)
    assert it.says("#number") == "3"


async def swap(it: Live, key: str) -> None:
    await it.keys(key)
    assert it.says("#side") == "STAND RIGHT"
    assert it.says("#status").endswith("RIGHT")


async def add_round(it: Live, key: str) -> None:
    await it.keys(key)
    assert it.says("#status").startswith("READY · ROUND 1/2")
    assert "round 2 added" in it.says("#notice")


async def count(it: Live, key: str) -> None:
    await it.keys(key)
    assert it.session.count is Count.PACE
    assert "the app counts" in it.says("#notice")


async def press(it: Live, key: str) -> None:
    await it.keys(key)
    assert it.session.phase is Phase.LEAD_IN


async def mute(it: Live, key: str) -> None:
    await it.keys(key)
    assert it.gym.sound.muted
    assert it.says("#info").endswith("muted")
    await it.keys(key)
    assert not it.gym.sound.muted


DEEDS = {
    "press": (press, (Phase.READY,)),
    "undo": (undo, (Phase.SWITCH,)),
    "pause": (pause, (Phase.READY,)),
    "redo": (redo, (Phase.SWITCH,)),
    "skip": (skip_coming, (Phase.SWITCH,)),
    "more": (more, (Phase.REST,)),
    "less": (
        less,
        (
            Phase.SWITCH,
            3,
        ),
    ),
    "direction-back": (
        direction,
        (
            Phase.SWITCH,
            3,
        ),
    ),
    "direction-on": (
        direction,
        (
            Phase.SWITCH,
            3,
        ),
    ),
    "longer": (longer, (Phase.REST,)),
    "shorter": (shorter, (Phase.REST,)),
    "swap": (swap, (Phase.READY,)),
    "add-round": (add_round, (Phase.READY,)),
    "count": (count, (Phase.READY,)),
    "mute": (mute, (Phase.READY,)),
}
BOUND = {binding.id: binding.key.split(",") for binding in SESSION_KEYS}


@pytest.mark.parametrize("name", DEEDS)
async def test_a_key_does_what_it_is_for(gym: Gym, name: str) -> None:
    deed, place = DEEDS[name]
    async with live(gym, gym.at(*place)) as it:
        await deed(it, BOUND[name][0])


async def test_capitals_and_the_keys_of_a_remote_start_and_take_back(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        for start, back in (("enter", "backspace"), ("pagedown", "pageup"), ("space", "U")):
            await it.press(start)
            assert it.session.phase is Phase.LEAD_IN
            await it.keys(back)
            assert it.session.phase is Phase.READY


async def test_every_key_of_pause_pauses_and_goes_on(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        for key in ("P", ".", "decimal", "b", "B"):
            await it.keys(key)
            assert it.session.phase is Phase.PAUSED
            await it.keys(key)
            assert it.session.phase is Phase.REST


async def test_the_keypad_and_its_neighbours_change_the_countdown(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        for key, left in (
            ("add", "23"),
            ("=", "38"),
            ("]", "53"),
            ("subtract", "38"),
            ("[", "23"),
            ("-", "8"),
        ):
            await it.keys(key)
            assert it.says("#number") == left


def test_every_key_is_tried_somewhere() -> None:
    dialogs = {
        "weight",
        "jump",
        "pain",
        "note",
        "effort",
        "how",
        "help",
        "leave",
        "end",
        "theme",
        "page",
        "figure",
    }
    earlier = {"take", "reserve"}
    sound = {"again", "voice", "louder", "quieter"}
    assert {binding.id for binding in SESSION_KEYS} <= set(DEEDS) | dialogs | sound | earlier


# -- keys that must not do anything


async def test_a_key_that_means_nothing_does_nothing(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK)) as it:
        before = it.session
        for key in ("left_shift", "right_shift", "left_control", "caps_lock", "tab", "g", "f12"):
            await it.keys(key)
            assert it.session is before
            assert it.dismissed


async def test_what_a_remote_sends_never_quits_nor_changes_a_set(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        for phase in (Phase.READY, Phase.WORK, Phase.SWITCH, Phase.FINISHED):
            await it.until(phase)
            before = it.session
            await it.keys("escape", "f5", "escape")
            assert it.session is before
            assert it.dismissed
        assert not it.app._exit
