"""The sheet with all keys: what each means now, and what at any time."""

from __future__ import annotations

import pytest

from hiptimer.circuit.model import Count
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from hiptimer.tui.keys import SESSION_KEYS
from hiptimer.tui.screens.help import HelpScreen, groups_now, in_pairs, lines
from tests.circuits import TAPPED
from tests.fakes import Gym
from tests.session.builders import HALO, HIPS, LUNGE, PLANK, WALL, Day, counted, only

from .live import Live, live


def now(day: Day) -> dict[str, str]:
    """What the keys mean that mean something now, by the ids of their bindings."""
    (_, bindings), _ = groups_now(day.session, SESSION_KEYS)
    return {binding.id or "": f"{binding.description}: {binding.tooltip}" for binding in bindings}


# -- what is listed as now


def test_a_set_is_ended_by_a_key_of_its_own_only_where_presses_are_counted() -> None:
    for how in Count:
        day = Day(only(counted(LUNGE, how))).until(0, Phase.WORK)
        assert ("end" in now(day)) is (how is Count.TAP)
    assert "end" not in now(Day(only(counted(LUNGE, Count.TAP))))
    assert "end" not in now(Day(only(WALL)).until(0, Phase.WORK))


def test_plus_and_minus_are_the_tempo_where_the_app_counts_and_the_countdown_elsewhere() -> None:
    day = Day(only(counted(LUNGE, Count.PACE))).until(0, Phase.WORK)
    assert now(day)["longer"] == "Slower: the count, by half a second a rep"
    assert now(day)["shorter"] == "Faster: the count, by half a second a rep"
    assert now(day.until(1, Phase.SWITCH))["longer"] == "15 s more: the running countdown"
    assert "longer" not in now(Day(only(counted(LUNGE, Count.KEY))).until(0, Phase.WORK))
    assert "longer" not in now(Day(only(LUNGE)))


def test_left_and_right_are_directions_only_where_there_are_some() -> None:
    assert "direction-on" in now(Day(only(HALO)).until(1, Phase.SWITCH))
    assert "direction-on" in now(Day(only(HALO)).finish())
    assert "direction-on" not in now(Day(only(LUNGE)).until(1, Phase.SWITCH))
    assert "direction-on" not in now(Day(only(HALO)).until(1, Phase.WORK))


def test_up_and_down_name_what_they_change() -> None:
    assert now(Day(only(LUNGE)))["more"] == "One more: the target of this exercise"
    assert now(Day(only(LUNGE)).until(1, Phase.SWITCH))["more"] == "One more: the value just logged"
    assert "more" not in now(Day(only(WALL)))  # a hold has no target
    assert "more" not in now(Day(only(LUNGE)).do(e.Drop("backward-lunge")))  # nothing has a value


def test_what_would_change_nothing_is_not_listed() -> None:
    assert "redo" not in now(Day(HIPS))
    assert "redo" in now(Day(HIPS).until(1, Phase.SWITCH))
    assert "swap" not in now(Day(only(PLANK)))
    assert "effort" in now(Day(only(LUNGE)).finish())
    assert "effort" not in now(Day(only(LUNGE)))
    assert "page" in now(Day(only(LUNGE)).finish())
    assert "page" not in now(Day(only(LUNGE)))


def test_every_key_but_help_is_now_or_any_time_in_some_phase() -> None:
    listed: set[str | None] = set()
    for day in (
        Day(only(HALO)).finish(),
        Day(HIPS).until(3, Phase.SWITCH),
        Day(only(counted(LUNGE, Count.TAP))).until(0, Phase.WORK),
    ):
        listed |= {one.id for _, group in groups_now(day.session, SESSION_KEYS) for one in group}
    assert listed == {binding.id for binding in SESSION_KEYS} - {"help"}


# -- how it is written


def test_keys_that_do_the_same_share_a_line() -> None:
    bound = {binding.id: binding for binding in SESSION_KEYS}
    [[arrows, undo]] = lines([[bound["more"], bound["less"], bound["undo"]]], 80)
    assert arrows.split("  ")[0] == "up down"
    assert "One more / less" in arrows
    assert undo.startswith("u backspace page up  Undo")
    [[volume]] = lines([[bound["louder"], bound["quieter"]]], 80)
    assert "Louder / Quieter" in volume


@pytest.mark.parametrize("width", [36, 56, 76])
def test_no_line_is_longer_than_the_screen_and_no_key_is_left_out(width: int) -> None:
    [table] = lines([SESSION_KEYS], width)
    assert max(map(len, table)) <= width
    text = " ".join(" ".join(table).split())
    assert all(f"{keys} " in text for keys in ("space enter page down", "u backspace page up", "+ = ] - ["))


def test_in_pairs_every_name_is_kept() -> None:
    _, (_, always) = groups_now(Day(HIPS).session, SESSION_KEYS)
    pairs = in_pairs(always, 76)
    assert len(pairs) < len(always) - 1
    text = " ".join(pairs)
    assert all(one.description in text for one in always)
    assert in_pairs(always, 40) == []


# -- the sheet


async def opened(it: Live, key: str = "?") -> str:
    await it.keys(key)
    assert isinstance(it.top, HelpScreen)
    return await it.picture()


async def test_help_names_what_means_something_now_and_closes(gym: Gym) -> None:
    async with live(gym, gym.begin(), size=(120, 40)) as it:
        for key in ("?", "f1"):
            before, always = (await opened(it, key)).split("any time")
            assert "Big key" in before
            assert "15 s more" not in before  # no countdown runs at READY
            assert "Mute" in always
            await it.keys("space")
            assert it.dismissed
        assert it.session.phase is Phase.READY  # the space that closed it was not the big key
        await it.until(Phase.REST)
        assert "15 s more" in await opened(it)


async def test_in_80_columns_and_24_lines_all_of_it_is_seen(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.SWITCH, 3)) as it:
        picture = await opened(it)
        assert "space or escape closes" in picture
        for text in ("Big key", "left right", "a note on the set", "F5 escape", "q ctrl+q ctrl+c"):
            assert text in picture


@pytest.mark.parametrize("size", [(60, 20), (40, 12)])
async def test_on_a_smaller_screen_it_scrolls_and_says_so(gym: Gym, size: tuple[int, int]) -> None:
    gym.text = TAPPED
    async with live(gym, gym.at(Phase.WORK), size=size) as it:
        picture = await opened(it)
        assert "up/down scrolls" in picture
        assert "space enter page down" in picture
        assert "q ctrl+q ctrl+c" not in picture
        await it.keys(*["down"] * 60)
        assert "q ctrl+q ctrl+c" in await it.picture()
        await it.keys(*["up"] * 60)
        assert "space enter page down" in await it.picture()


async def test_both_groups_stand_beside_each_other_where_it_is_wide(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST), size=(170, 40)) as it:
        [title] = [line for line in (await opened(it)).splitlines() if "any time" in line]
        assert "now" in title


async def test_it_is_laid_out_again_when_the_window_changes(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.REST), size=(120, 40)) as it:
        await opened(it)
        await it.pilot.resize_terminal(60, 20)
        picture = await it.picture()
        assert "up/down scrolls" in picture
        assert "space enter page down  Big key: start" in picture


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
