"""A session on the screen, led with the keyboard only."""

from __future__ import annotations

from hiptimer.session.cues import Cue
from hiptimer.session.state import Phase
from hiptimer.tui.screens.home import HomeScreen
from tests.circuits import TABATA, TAPPED, hips
from tests.fakes import Gym

from .live import live


async def test_from_home_through_a_whole_session_and_home_again(gym: Gym) -> None:
    async with live(gym) as it:
        assert isinstance(it.top, HomeScreen)
        await it.keys("space")
        seen = [it.says("#status")]
        it.screen.runner.listen(lambda runner: seen.append(it.says("#status")))
        await it.led_until(Phase.FINISHED)
        assert seen == [
            "READY · ROUND 1/1 · WALL PUSH · LEFT",
            "LEAD-IN · ROUND 1/1 · WALL PUSH · LEFT",
            "WORK · ROUND 1/1 · WALL PUSH · LEFT",
            "SWITCH · ROUND 1/1 · WALL PUSH · RIGHT",
            "WORK · ROUND 1/1 · WALL PUSH · RIGHT",
            "REST · ROUND 1/1 · LUNGE HALO · LEFT",
            "WORK · ROUND 1/1 · LUNGE HALO · LEFT",
            "SWITCH · ROUND 1/1 · LUNGE HALO · RIGHT",
            "WORK · ROUND 1/1 · LUNGE HALO · RIGHT",
            "FINISHED · ROUND 1/1",
        ]
        assert "4 of 4 sets done" in await it.picture()
        assert "20 s" in await it.picture()
        await it.wait(3.0)
        await it.keys("space")
        assert isinstance(it.top, HomeScreen)
        assert "4 sets done" in await it.picture()
    assert gym.statuses() == ["finished"]
    assert len(gym.rows()) == 6


async def test_the_live_screen_says_what_is_now(gym: Gym) -> None:
    gym.text = hips()
    async with live(gym, gym.begin()) as it:
        assert it.says("#heading") == "WALL PUSH"
        assert "Stand side-on to the wall" in it.says("#text")
        assert (it.says("#side"), it.says("#limb")) == ("STAND LEFT", "push right knee into wall")
        assert it.says("#button") == "SPACE Start"
        assert it.says("#info") == "~16 min left   sound on"
        await it.press()
        assert (it.says("#heading"), it.says("#number")) == ("GET SET", "4")
        await it.wait(4.0)
        assert (it.says("#heading"), it.says("#number")) == ("WALL PUSH", "0")
        await it.wait(20.0)
        assert it.says("#number") == "20"
        assert it.says("#next") == "next: SWITCH 6 s, then RIGHT"
        await it.press()
        assert (it.says("#heading"), it.says("#number")) == ("DONE ✓", "6")
        await it.wait(3.0)
        assert (it.says("#heading"), it.says("#number")) == ("SWITCH", "3")
        assert it.says("#next") == "logged: WALL PUSH LEFT   up/down corrects"
        await it.until(Phase.REST)
        assert [it.says(f"#{part}") for part in ("title", "coming", "side")] == ["NEXT", "LUNGE HALO", "LEFT"]


async def test_the_sounds_ahead_follow_every_key(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        assert gym.sound.sheet == ()
        await it.press()
        assert gym.sound.sheet[0].cue is Cue.COUNT_IN
        await it.keys("p")
        assert Cue.COUNT_IN not in [due.cue for due in gym.sound.sheet]
        await it.keys("p")
        assert gym.sound.sheet[0].cue is Cue.COUNT_IN


async def test_timed_work_needs_no_key_after_the_first(gym: Gym) -> None:
    gym.text = TABATA
    async with live(gym, gym.begin()) as it:
        await it.press()
        await it.wait(5.0 + 20.0 + 9.0 + 19.5)
        assert it.says("#number") == "1"
        await it.wait(1.0)
        assert it.session.phase is Phase.FINISHED
        assert "20 s" in await it.picture()
    assert [row[2] for row in gym.rows()] == ["done", "done"]


async def test_each_press_is_a_rep_and_d_ends_the_set_early(gym: Gym) -> None:
    gym.text = TAPPED
    async with live(gym, gym.at(Phase.WORK)) as it:
        for count in ("1", "2"):
            await it.press()
            assert it.says("#number") == count
        await it.keys("d")
        assert it.session.phase is Phase.SWITCH
        assert "BRIDGE LEFT 2" in it.says("#next")


async def test_a_held_big_key_marks_one_set(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK)) as it:
        await it.wait(20.0)
        for _ in range(12):
            await it.keys("space")
            gym.clock.reading += 1 / 4
        assert it.place == (Phase.SWITCH, 1)
    assert len(gym.rows()) == 1


async def test_a_key_still_held_when_the_summary_closes_begins_no_new_session(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("space")
        await it.until(Phase.FINISHED)
        await it.wait(4.0)
        for _ in range(10):
            await it.keys("space")
            gym.clock.reading += 1 / 4
        assert isinstance(it.top, HomeScreen)
        gym.clock.reading += 1.0
        await it.keys("space")
        assert it.session.phase is Phase.READY
        for _ in range(6):
            gym.clock.reading += 1 / 4
            await it.keys("space")
        assert it.session.phase is Phase.READY
    assert gym.statuses() == ["finished"]


async def test_the_summary_stays_for_3_s_whatever_is_pressed(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.FINISHED)) as it:
        await it.press()
        assert not it.app._exit
        assert it.says("#button") == "SPACE Close"
        await it.wait(3.0)
        await it.keys("space")
        assert it.app.return_value == 0


async def test_asleep_in_a_rest_the_screen_is_ready_for_the_next_set(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        await it.sleep(300.0)
        assert it.says("#status") == "READY · ROUND 1/1 · LUNGE HALO · LEFT"
        assert gym.sound.sheet == ()


async def test_a_name_with_markup_stands_as_those_characters(gym: Gym) -> None:
    gym.text = gym.text.replace('name = "Wall push"', 'name = "[red]Wall[/red]"').replace(
        'short = "WALL PUSH"', 'short = "[b]W[/b]"'
    )
    async with live(gym) as it:
        assert "[b]W[/b]" in await it.picture()
        await it.keys("space")
        assert it.says("#status").endswith("· [b]W[/b] · LEFT")
        assert it.says("#heading") == "[b]W[/b]"
        await it.keys("h")
        assert "[red]Wall[/red]" in await it.picture()
