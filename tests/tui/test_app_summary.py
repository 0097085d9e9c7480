"""The finished session on the screen, at every size, and what its keys still do."""

from __future__ import annotations

import pytest

from hiptimer.circuit.plan import Options
from hiptimer.session.state import Phase
from hiptimer.tui.screens.dialogs import ScaleDialog
from hiptimer.tui.widgets.block_text import BlockText
from tests.circuits import hips
from tests.fakes import Gym
from tests.history.days import HandClock
from tests.often import long

from .live import live

SIZES = [(40, 12), (80, 24), (50, 40), *long((60, 20), (120, 40), (200, 60), (97, 31))]
NAMES = ("WALL PUSH", "LUNGE HALO", "HIP THRUST", "BACK LUNGE")
BIG_20 = "▄▀▀▀▄ ▄▀▀▀▄"
"""The first row of it in block letters."""


@pytest.mark.parametrize("size", SIZES)
async def test_every_cell_is_on_the_screen(gym: Gym, size: tuple[int, int]) -> None:
    gym.text, gym.options = hips(), Options(sets=3)
    async with live(gym, gym.at(Phase.FINISHED), size=size) as it:
        picture = await it.picture()
        rows = {name: next(line for line in picture.splitlines() if f"{name} " in line) for name in NAMES}
        assert all(line.count("│") == 3 for line in rows.values())
        assert max(rows["WALL PUSH"].count("20"), rows["WALL PUSH"].count(BIG_20)) == 6
        assert rows["BACK LUNGE"].count("12") in (6, 12)  # with its target where there is room
        assert "24 of 24 sets done" in picture
        assert it.screen.query_one("#button", BlockText).text == "SPACE Close"
        assert not any(line.endswith("…") for line in picture.splitlines()[:-1])


async def test_another_size_of_the_window_is_another_picture(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.FINISHED), size=(120, 40)) as it:
        assert "3 CW 3 CCW of 3+3 ✓ │ 3 CW" in await it.picture()
        await it.pilot.resize_terminal(40, 12)
        picture = await it.picture()
        assert "3+3/3+3 ✓ │ 3+3" in picture
        assert "DONE ✓" in picture and "4 of 4 sets done" in picture


async def test_exercises_without_room_are_a_key_away(gym: Gym) -> None:
    gym.text, gym.options = hips(), Options(sets=6)
    async with live(gym, gym.at(Phase.FINISHED), size=(40, 12)) as it:
        seen = ""
        for _ in NAMES:
            picture = await it.picture()
            assert "and 3 more: tab" in picture
            seen += picture
            await it.keys("tab")
        assert all(f"{name} " in seen for name in NAMES)
        assert await it.picture() == seen[: len(picture)]  # around, and at the first again


async def test_last_time_is_the_session_before_this_one(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.FINISHED)) as it:
        assert "last time" not in await it.picture()
    gym.clock = HandClock(days=2)
    async with live(gym, gym.begin()) as it:
        await it.until(Phase.FINISHED)
        picture = await it.picture()
        assert "as last time" in picture
        assert "last time: Sun 01 Mar" in picture
        assert "Tue 03 Mar 2026" in picture


async def test_the_last_set_is_corrected_in_each_direction_and_that_is_undone(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.FINISHED)) as it:
        await it.keys("up", "right", "up", "up")
        picture = await it.picture()
        assert "logged: LUNGE HALO RIGHT 4+[5]   arrows correct" in picture
        assert "4 CW 5 CCW" in picture
        await it.keys("left", "down")
        assert "RIGHT [3]+5" in await it.picture()
        await it.keys("u", "u", "u")
        assert "RIGHT [4]+3" in await it.picture()
    assert gym.ask("SELECT reps FROM outcomes ORDER BY step, part")[-2:] == [(4,), (3,)]


async def test_a_round_is_added_to_a_finished_session_and_redo_opens_the_last_set(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.FINISHED)) as it:
        await it.keys("a")
        assert it.says("#status") == "READY · ROUND 2/2 · WALL PUSH · RIGHT"
        await it.keys("u")
        assert it.session.phase is Phase.FINISHED
        await it.keys("r")
        assert it.place == (Phase.READY, 3)
        await it.until(Phase.FINISHED)
        assert "4 of 4 sets done" in await it.picture()


async def test_effort_and_pain_are_told_in_the_summary(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.FINISHED)) as it:
        assert "e: how hard was it, 0 to 10?   o: any pain?" in await it.picture()
        for key, level in (("e", "7"), ("o", "2")):
            await it.keys(key)
            assert isinstance(it.top, ScaleDialog)
            await it.keys(level)
        picture = await it.picture()
        assert "effort 7   pain 2" in picture
        assert "can be left out" not in picture
