"""The first question of the first start: whether the sound is heard."""

from __future__ import annotations

from dataclasses import replace

from hiptimer.audio.chain import Status
from hiptimer.session.cues import Cue
from hiptimer.tui.audible import Audible
from hiptimer.tui.screens.card import CardScreen
from tests.fakes import Gym

from .live import live


async def test_the_first_start_asks_if_the_sound_is_heard_and_plays_it(fresh: Gym) -> None:
    async with live(fresh) as it:
        assert isinstance(it.top, CardScreen)
        assert "1 of 4   Can you hear me?" in await it.picture()
        assert fresh.sound.asked == [Cue.READY, ("ready",)]
        await it.keys("a")
        assert fresh.sound.asked == [Cue.READY, ("ready",)] * 2
        assert "1 of 4" in await it.picture()


async def test_a_player_that_is_found_late_is_heard_as_soon_as_it_is(fresh: Gym) -> None:
    there, fresh.sound.status = fresh.sound.status, replace(fresh.sound.status, name="")
    async with live(fresh) as it:
        assert fresh.sound.asked == []
        fresh.sound.status = there
        fresh.sound.tell("test", "")
        await it.picture()
        assert fresh.sound.asked[0] is Cue.READY


async def test_no_brings_the_next_player_until_there_is_none(fresh: Gym) -> None:
    async with live(fresh) as it:
        await it.keys("n", "n")
        assert fresh.sound.refused == 1, "one is being looked for"
        assert "another way" in await it.picture()
        fresh.sound.tell("second", "test is not heard")
        await it.picture()
        assert fresh.sound.asked == [Cue.READY, ("ready",)] * 2
        await it.keys("n")
        fresh.sound.status = Status("bell", "second is not heard", audible=False)
        fresh.sound.tell("bell", "second is not heard")
        assert "the screen flashes" in await it.picture()
        assert (fresh.sound.refused, it.app._world.audible.silent) == (2, True)
        await it.keys("n", "enter")
        assert "2 of 4   Can you read this" in await it.picture()


async def test_without_sound_no_is_explained_in_a_line_and_goes_on(fresh: Gym) -> None:
    fresh.without_sound("no player is installed")
    async with live(fresh) as it:
        await it.keys("n")
        picture = await it.picture()
        assert "the screen flashes" in picture and "hiptimer doctor" in picture
        await it.keys("enter")
        assert "2 of 4   Can you read this" in await it.picture()


async def test_without_a_player_it_is_said_why(fresh: Gym) -> None:
    fresh.without_sound("no player is installed")
    async with live(fresh) as it:
        assert "no sound (hiptimer doctor says why)" in await it.picture()


async def test_without_sound_no_is_marked_and_enter_does_not_say_that_it_is_heard(fresh: Gym) -> None:
    fresh.without_sound("no player is installed")
    async with live(fresh, size=(60, 20)) as it:
        picture = await it.picture()
        assert "> n  no" in picture and "> y" not in picture
        assert "no player is installed" in " ".join(words_in(picture))
        await it.keys("enter", "pageup")
        assert "> n  no" in await it.picture()
        await it.keys("enter")
        assert "> y  yes" in await it.picture()


async def test_with_sound_yes_is_marked(fresh: Gym) -> None:
    async with live(fresh) as it:
        assert "> y  yes" in await it.picture()


async def test_why_there_is_no_sound_and_what_is_there_instead_fit_on_the_least_screen(fresh: Gym) -> None:
    fresh.without_sound("paplay failed (exit 1), aplay failed (exit 1)")
    async with live(fresh, size=(40, 12)) as it:
        words = " ".join(words_in(await it.picture()))
        assert "paplay failed (exit 1)." in words and "says what it sounds." in words
        assert "escape skip all" in words


def words_in(picture: str) -> list[str]:
    """The words of a picture, without its frame."""
    return picture.replace("┃", " ").split()


def test_where_there_is_less_room_the_first_reason_is_said_and_who_knows_the_others() -> None:
    audible = Audible()
    audible.reason = "paplay failed (exit 1), aplay failed (exit 1)"
    assert audible.notices[1] == "no sound: paplay failed (exit 1); see hiptimer doctor"
    audible.reason = "no player of sounds is installed"
    assert audible.notices[1] == "no sound: no player of sounds is installed; see hiptimer doctor"
