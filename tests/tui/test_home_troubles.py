"""Home says what is wrong with the settings or the history, and keeps nobody from training."""

from __future__ import annotations

from hiptimer.session.state import Phase
from hiptimer.tui.audible import Audible
from tests.fakes import Gym

from .live import live


async def test_a_fault_in_the_settings_stands_on_home_as_in_a_session(gym: Gym) -> None:
    gym.audible = Audible(problem="settings.toml:2: volume: must be 0 to 10; the defaults hold")
    async with live(gym) as it:
        assert "settings.toml:2: volume" in await it.picture()


async def test_one_bad_value_in_an_older_session_keeps_nobody_from_home_nor_from_training(gym: Gym) -> None:
    gym.finished()
    gym.finished(days=1)
    gym.store._db.execute("UPDATE outcomes SET at = 'x' WHERE session = 1")
    async with live(gym) as it:
        assert "4 sets done" in await it.picture()
        await it.keys("space")
        await it.until(Phase.FINISHED)
    assert gym.statuses() == ["finished"] * 3


async def test_a_fault_in_the_settings_stands_beside_other_news(gym: Gym) -> None:
    gym.audible = Audible(problem="settings.toml:2: volume: must be 0 to 10; the defaults hold")
    async with live(gym) as it:
        it.app._say_on_home("something else")
        picture = await it.picture()
        assert "settings.toml:2: volume" in picture and "something else" in picture


async def test_a_fault_in_the_settings_is_said_before_a_session_without_sound_too(gym: Gym) -> None:
    gym.audible = Audible(problem="settings.toml:2: volume: must be 0 to 10; the defaults hold")
    gym.without_sound("no player is installed")
    async with live(gym, gym.begin()) as it:
        assert it.says("#notice") == "settings.toml:2: volume: must be 0 to 10; the defaults hold; no sound"


async def test_where_a_damaged_history_is_and_what_brings_sessions_back_is_said_on_home(gym: Gym) -> None:
    gym.store.prefer({"first-start": ""})
    aside = "history.db.damaged-2026-11-23T02-50-00"
    gym.store.news = f"the history was damaged: it is set aside as {aside}, and a new one is begun"
    async with live(gym) as it:
        words = " ".join((await it.picture()).split())
        assert f"The history was damaged: it is set aside as {aside}" in words
        assert "hiptimer import FILE" in words
        assert "First time here" not in words and "1 of 4" not in words
