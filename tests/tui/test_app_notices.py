"""What the session screen says besides the session, and what happens around it."""

from __future__ import annotations

import threading

import pytest
from textual.events import AppBlur, AppFocus

from hiptimer.audio.chain import Status
from hiptimer.session.state import Phase
from hiptimer.tui.screens import home as home_screen
from hiptimer.tui.screens import session as session_screen
from tests.fakes import Gym, SilentSound

from .glass import titled
from .live import live

BLURRED = "KEYS DON'T REACH ME: click here"


# -- the window


async def test_keys_that_go_elsewhere_are_said_until_they_are_back(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        it.app.post_message(AppBlur())
        await it.settle()
        assert it.says("#notice") == BLURRED
        assert it.screen.query_one("#notice").has_class("-alarm")
        it.app.post_message(AppFocus())
        await it.settle()
        assert it.says("#notice") == ""


async def test_a_key_that_does_reach_it_takes_the_alarm_away(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        it.app.post_message(AppBlur())
        await it.settle()
        await it.keys("space")
        assert it.says("#notice") == ""
        assert it.session.phase is Phase.LEAD_IN


async def test_a_click_counts_on_the_button_only(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        for place in ("#heading", "#keys", "#next", "#status"):
            await it.pilot.click(place)
        assert it.session.phase is Phase.READY
        await it.pilot.click("#button")
        assert it.session.phase is Phase.LEAD_IN


async def test_the_click_that_brings_the_window_to_the_front_is_no_press(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        it.app.post_message(AppBlur())
        await it.settle()
        it.app.post_message(AppFocus())  # a terminal says so before it sends the click
        await it.settle()
        await it.pilot.click("#button")
        assert it.session.phase is Phase.READY
        gym.clock.reading += 1.0
        await it.pilot.click("#button")
        assert it.session.phase is Phase.LEAD_IN


async def test_two_clicks_that_bounce_are_one(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK)) as it:
        await it.wait(20.0)
        await it.pilot.click("#button", times=2)
        assert it.place == (Phase.SWITCH, 1)


async def test_too_small_is_one_line_and_the_session_goes_on(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK)) as it:
        await it.pilot.resize_terminal(39, 11)
        await it.pilot.pause(0.05)
        assert all(words in it.says("#small") for words in ("39x11", "40x12", "The session goes on."))
        assert "39x11" in await it.picture()
        assert it.says("#status").startswith("WORK")
        await it.wait(20.0)
        await it.keys("space")
        assert it.session.phase is Phase.SWITCH
        await it.pilot.resize_terminal(80, 24)
        await it.pilot.pause(0.05)
        assert "39x11" not in await it.picture()
        assert it.says("#heading") in ("DONE ✓", "SWITCH")


# -- trouble


async def test_a_history_that_cannot_be_written_is_said_until_it_can(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        with gym.locked():
            await it.keys("space")
            assert it.session.phase is Phase.LEAD_IN
            assert it.says("#notice").startswith("NOT BEING SAVED: database is locked")
            assert it.screen.query_one("#notice").has_class("-alarm")
        await it.wait(2.0)
        assert it.says("#notice") == ""
    assert gym.kinds()[0] == "press"


async def test_why_there_is_no_sound_is_said_before_the_first_set_and_then_a_word_stands(gym: Gym) -> None:
    gym.without_sound("no player was found")
    async with live(gym, gym.begin()) as it:
        assert it.says("#info").endswith("no sound")
        assert it.says("#notice") == "no sound (hiptimer doctor says why): no player was found"
        await it.until(Phase.REST)
        assert it.says("#notice") == ""
        assert it.says("#info").endswith("no sound")
        gym.sound.status = SilentSound().status
        gym.sound.tell("aplay", "")
        await it.settle()
        assert it.says("#notice") == ""
        assert it.says("#info").endswith("sound on")


async def test_sound_that_is_lost_on_the_way_says_why_for_a_few_seconds(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        gym.sound.status = Status("none", "aplay failed", audible=False)
        gym.sound.tell("none", "aplay failed")
        await it.settle()
        assert it.says("#notice") == "no sound (hiptimer doctor says why): aplay failed"
        it.screen._forget_message()
        assert it.says("#notice") == ""


async def test_a_message_stands_before_the_missing_sound(gym: Gym) -> None:
    gym.without_sound("no player was found")
    async with live(gym, gym.begin()) as it:
        await it.keys("u")
        assert it.says("#notice") == "nothing to undo"
        it.screen._forget_message()
        assert it.says("#notice") == "no sound (hiptimer doctor says why): no player was found"


# -- the thread of the sound


async def test_the_bell_rings(gym: Gym, monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[bool] = []
    async with live(gym, gym.begin()) as it:
        monkeypatch.setattr(it.app, "bell", lambda: rung.append(True))
        thread = threading.Thread(target=gym.sound.ring)
        thread.start()
        thread.join()
        await it.settle()
        assert rung == [True]


async def test_a_sound_that_comes_after_the_end_does_no_harm(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        await it.keys("space")
    for late in (gym.sound.ring, lambda: gym.sound.tell("aplay", "it came late")):
        failed: list[BaseException] = []

        def call(late: object = late, failed: list[BaseException] = failed) -> None:
            try:
                late()  # type: ignore[operator]
            except BaseException as error:
                failed.append(error)

        thread = threading.Thread(target=call)
        thread.start()
        thread.join()
        assert failed == []


# -- the title of the terminal's window


async def test_the_title_is_the_status_line(gym: Gym, monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []
    for module in (home_screen, session_screen):
        monkeypatch.setattr(module, "set_title", lambda _, title: titles.append(title))
    async with live(gym) as it:
        await it.keys("space")
        await it.press()
        await it.keys("p")
    kept = list(dict.fromkeys(titles))
    assert kept[:4] == [
        "hiptimer",
        "READY · ROUND 1/1 · WALL PUSH · LEFT",
        "LEAD-IN · ROUND 1/1 · WALL PUSH · LEFT",
        "PAUSED · ROUND 1/1 · WALL PUSH · LEFT",
    ]


def test_a_title_cannot_steer_the_terminal() -> None:
    written = titled("a\x1b]0;b\x07c")
    assert written.startswith("\x1b]2;")
    assert written.endswith("\x1b\\")
    assert "\x1b" not in written[2:-2]
    assert "\x07" not in written


# -- the machine slept


@pytest.mark.parametrize(
    ("phase", "before", "said"),
    [
        (Phase.WORK, 20.0, "The laptop slept: that hold is logged as interrupted."),
        (Phase.WORK, 4.0, "The laptop slept: that hold is logged as interrupted; do it again."),
        (Phase.WORK, 0.5, "The laptop slept: that hold was not logged; do it again."),
        (Phase.LEAD_IN, 1.0, "The laptop slept: the countdown is over, press when you are ready."),
    ],
)
async def test_what_became_of_the_set_is_said_as_the_laptop_wakes(
    gym: Gym, phase: Phase, before: float, said: str
) -> None:
    async with live(gym, gym.at(phase)) as it:
        await it.wait(before)
        await it.sleep(8.0)
        assert it.session.phase is Phase.READY
        assert it.says("#notice") == said


async def test_it_is_said_once_and_to_a_key_that_wakes_it_too(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK)) as it:
        await it.wait(20.0)
        gym.clock.reading += 8.0
        await it.keys("+")
        assert it.says("#notice").endswith("that hold is logged as interrupted.")
        await it.keys("v")
        await it.press()
        assert it.session.phase is Phase.LEAD_IN
        assert "slept" not in it.says("#notice")
