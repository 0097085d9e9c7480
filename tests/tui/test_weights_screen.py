"""The weights a runner owns: added, removed, in kg or lb, and kept at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hiptimer.config import keep_weights, load_settings
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from hiptimer.tui.screens.help import HelpScreen
from hiptimer.tui.screens.home import HomeScreen
from hiptimer.tui.screens.weights import WeightsScreen
from hiptimer.tui.widgets.line import Line
from hiptimer.weights import MOST_OWNED, Unit, Weights
from tests.circuits import hips
from tests.fakes import Gym
from tests.often import long

from .live import Live, live

MANY = Weights(tuple(float(kg) for kg in range(1, MOST_OWNED + 1)))


def listed(it: Live) -> list[str]:
    """The weights as they stand, the marked one with its sign."""
    return [line.text for line in it.top.query("#weights-list Line").results(Line) if line.display]


def said(it: Live) -> str:
    return it.top.query_one("#weights-said", Line).text


async def test_weights_are_added_in_order_and_kept_at_once(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("w")
        assert isinstance(it.top, WeightsScreen)
        assert listed(it) == []
        await it.keys("8", "enter", "4", ",", "5", "enter", "6", "space")
        assert listed(it) == ["  4.5 kg", "> 6 kg", "  8 kg"]
        assert [one.owned for one in gym.kept_weights] == [(8.0,), (4.5, 8.0), (4.5, 6.0, 8.0)]
        await it.keys("escape")
        assert isinstance(it.top, HomeScreen)


async def test_the_marked_weight_is_removed(gym: Gym) -> None:
    gym.weights = Weights((4.0, 6.0, 8.0))
    async with live(gym) as it:
        await it.keys("w", "down", "x")
        assert listed(it) == ["  4 kg", "> 8 kg"]
        await it.keys("delete", "x", "x", "up")
        assert listed(it) == []
        assert gym.kept_weights[-1] == Weights()


async def test_the_unit_changes_what_is_read_and_no_weight(gym: Gym) -> None:
    gym.weights = Weights((8.0,))
    async with live(gym) as it:
        await it.keys("w", "u")
        assert listed(it) == ["> 17.6 lb"]
        await it.keys("2", "0", "enter")
        assert listed(it) == ["  17.6 lb", "> 20 lb"]
        await it.keys("u", "u", "u")
        assert listed(it) == ["  8 kg", "> 9.07 kg"]
        assert gym.kept_weights[-1] == Weights((8.0, 9.07))


async def test_one_adjustable_weight_is_set_and_several_are_taken(gym: Gym) -> None:
    gym.weights = Weights((8.0,))
    async with live(gym) as it:
        await it.keys("w")
        assert '"take 8 kg"' in await it.picture()
        await it.keys("a")
        assert '"set it to 8 kg"' in await it.picture()
        assert gym.kept_weights == [Weights((8.0,), adjustable=True)]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("0", "enter"), "a number from 0.1 to 200, please"),
        (("9", "9", "9", "enter"), "a number from 0.1 to 200, please"),
        ((".", "enter"), "a number from 0.1 to 200, please"),
        (("8", "enter"), "8 kg is there already"),
    ],
)
async def test_what_can_not_be_added_is_said_and_nothing_changes(
    gym: Gym, keys: tuple[str, ...], words: str
) -> None:
    gym.weights = Weights((4.0, 8.0))
    async with live(gym) as it:
        await it.keys("w", *keys)
        assert said(it) == words
        assert gym.kept_weights == []
        await it.keys("5")
        assert said(it) == ""


async def test_there_is_an_end_to_it(gym: Gym) -> None:
    gym.weights = MANY
    async with live(gym) as it:
        await it.keys("w", "9", "9", "enter")
        assert said(it) == "50 weights are the most there can be"
        assert gym.kept_weights == []


async def test_what_can_not_be_kept_is_said_and_holds_for_now(gym: Gym) -> None:
    gym.not_kept = "not kept: settings.toml: Permission denied"
    async with live(gym) as it:
        await it.keys("w", "8", "enter")
        assert said(it) == gym.not_kept
        assert listed(it) == ["> 8 kg"]
        await it.keys("escape", "w")
        assert listed(it) == ["> 8 kg"]


async def test_escape_takes_back_what_is_typed_before_it_goes_home(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("w", "1", "2", "backspace")
        assert "> 1_ kg" in await it.picture()
        await it.keys("escape")
        assert isinstance(it.top, WeightsScreen)
        await it.keys("escape")
        assert isinstance(it.top, HomeScreen)
        assert gym.kept_weights == []


async def test_the_space_that_goes_home_begins_no_session(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("w", "space", "space")
        assert isinstance(it.top, HomeScreen)
        await it.wait_home(1.0)
        await it.keys("space")
        assert it.session


async def test_home_and_the_session_show_the_unit_that_was_chosen(gym: Gym) -> None:
    gym.text, gym.weights = hips(), Weights((8.0,))
    done = gym.begin()
    gym.until(done, Phase.WORK, 2)
    done.send(e.Weigh(8.0))
    gym.finish(done)
    done.close()
    async with live(gym) as it:
        assert "8 kg" in await it.picture()
        await it.keys("w", "u", "escape")
        assert "17.6 lb" in await it.picture()
        await it.wait_home(1.0)
        await it.keys("space")
        await it.until(Phase.REST, 2)
        await it.keys("h")
        assert "MEDIUM-HEAVY 17.6 lb" in await it.picture()
        await it.keys("escape")
        await it.until(Phase.FINISHED)
        assert "17.6 lb" in await it.picture()


async def test_help_lists_the_keys(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("w", "?")
        assert isinstance(it.top, HelpScreen)
        picture = await it.picture()
        for words in ("Remove", "kg or lb", "Adjustable", "0-9", "Digits", "space or escape closes"):
            assert words in picture


@pytest.mark.parametrize("size", [(40, 12), (97, 31), *long((60, 20), (80, 24), (120, 40))])
async def test_all_of_it_is_seen_at_every_size(gym: Gym, size: tuple[int, int]) -> None:
    gym.weights = MANY
    gym.not_kept = "not kept: no room"
    async with live(gym, size=size) as it:
        await it.keys("w", "up", "a")
        picture = await it.picture()
        for words in (
            "> 50 kg",
            "offers these",
            "type a number",
            "in kg",
            '"set it to 50 kg"',
            "not kept",
            "? Keys",
        ):
            assert words in picture, words
        await it.keys("7")
        assert "> 7_ kg" in await it.picture()


# -- in the real file


@pytest.fixture
def path(gym: Gym, tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "settings.toml"
    path.write_text("[weights]\nowned = [\n  4, # pink\n]\n", "utf-8")
    gym.weights = load_settings(path)[0].weights
    gym.keep_weights = lambda weights: keep_weights(path, weights)
    yield path


async def test_a_change_stands_in_the_settings_at_once(gym: Gym, path: Path) -> None:
    async with live(gym) as it:
        await it.keys("w", "8", "enter", "a")
        assert load_settings(path)[0].weights == Weights((4.0, 8.0), Unit.KG, True)
        assert "4, # pink" in path.read_text("utf-8")
        path.write_text("[weights]\nowned = 7\n", "utf-8")
        await it.keys("u")
        assert said(it).startswith("not kept: settings.toml:2: weights.owned")
