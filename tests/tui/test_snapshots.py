"""Pictures of every screen at two sizes, compared with those a person has looked at.

After a wanted change: `pytest tests/tui/test_snapshots.py --snapshot-update`, look at each picture
in `__snapshots__`, and set `MADE_WITH` to the versions they were made with.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from textual.pilot import Pilot

from hiptimer.session import events as e
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase
from tests.fakes import Gym
from tests.history.days import HandClock

from .live import Live

MADE_WITH = {"textual": "8.2.8", "rich": "15.0.0"}
"""Other versions may draw the same screen in other words of SVG."""

pytestmark = [
    pytest.mark.skipif(
        any(version(name) != made_with for name, made_with in MADE_WITH.items()),
        reason=f"the pictures were made with {MADE_WITH}",
    ),
    pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"]),
]

Compare = Callable[..., bool]


def picture(
    compare: Compare,
    gym: Gym,
    size: tuple[int, int],
    runner: Runner | None = None,
    *keys: str,
    seconds: float = 0.0,
) -> bool:
    """Whether the screen looks as it did, so many seconds on and after these keys."""
    app = gym.app(runner)

    async def before(pilot: Pilot[int]) -> None:
        it = Live(gym, pilot)
        await it.settle()
        if seconds:
            await it.wait(seconds)
        await it.picture()  # drawn once, so that a dialog finds what it covers
        await it.keys(*keys)
        await it.picture()

    step: Callable[[Pilot[int]], Awaitable[None]] = before
    same = compare(app, terminal_size=size, run_before=step)
    if runner is not None:
        runner.close()
    return same


def test_home_the_first_time(snap_compare: Compare, hall: Gym, size: tuple[int, int]) -> None:
    assert picture(snap_compare, hall, size)


def test_home_with_last_time_and_one_unfinished(
    snap_compare: Compare, hall: Gym, size: tuple[int, int]
) -> None:
    hall.finished()
    hall.clock = HandClock(days=2)
    hall.left(cursor=3, phase=Phase.WORK)
    assert picture(snap_compare, hall, size)


def test_ready(snap_compare: Compare, hall: Gym, size: tuple[int, int]) -> None:
    assert picture(snap_compare, hall, size, hall.begin())


def test_lead_in(snap_compare: Compare, hall: Gym, size: tuple[int, int]) -> None:
    assert picture(snap_compare, hall, size, hall.at(Phase.LEAD_IN), seconds=2.5)


def test_work_hold(snap_compare: Compare, hall: Gym, size: tuple[int, int]) -> None:
    assert picture(snap_compare, hall, size, hall.at(Phase.WORK), seconds=24.0)


def test_work_reps(snap_compare: Compare, hall: Gym, size: tuple[int, int]) -> None:
    runner = hall.at(Phase.WORK, 3)
    runner.send(e.Weigh(8.0))
    assert picture(snap_compare, hall, size, runner)


def test_switch_with_done(snap_compare: Compare, hall: Gym, size: tuple[int, int]) -> None:
    assert picture(snap_compare, hall, size, hall.at(Phase.SWITCH), seconds=1.0)


def test_rest(snap_compare: Compare, hall: Gym, size: tuple[int, int]) -> None:
    assert picture(snap_compare, hall, size, hall.at(Phase.REST, 6), seconds=7.0)


def test_paused(snap_compare: Compare, hall: Gym, size: tuple[int, int]) -> None:
    assert picture(snap_compare, hall, size, hall.at(Phase.REST, 6), "p", seconds=20.0)


def test_paused_hold(snap_compare: Compare, hall: Gym, size: tuple[int, int]) -> None:
    assert picture(snap_compare, hall, size, hall.at(Phase.WORK), "p", seconds=7.0)


def test_summary(snap_compare: Compare, hall: Gym, size: tuple[int, int]) -> None:
    assert picture(snap_compare, hall, size, hall.at(Phase.FINISHED))


def small_only(size: tuple[int, int]) -> None:
    """A dialog larger than 80x24 is now and then pictured before the screen below it has its colours."""
    if size != (80, 24):
        pytest.skip("a dialog is pictured at 80x24 only")


def test_leave(snap_compare: Compare, hall: Gym, size: tuple[int, int]) -> None:
    small_only(size)
    assert picture(snap_compare, hall, size, hall.at(Phase.REST, 2), "q", seconds=5.0)


def test_help(snap_compare: Compare, hall: Gym, size: tuple[int, int]) -> None:
    small_only(size)
    assert picture(snap_compare, hall, size, hall.at(Phase.REST, 2), "?", seconds=5.0)


def test_no_picture_is_left_of_a_test_that_is_gone(size: tuple[int, int]) -> None:
    """Syrupy counts what is left over only where all tests run in one process."""
    ending = f"[{size[0]}x{size[1]}]"
    pictures = {path.stem for path in Path(__file__).parent.glob("__snapshots__/test_snapshots/*.svg")}
    of_this_size = {name.removesuffix(ending) for name in pictures if name.endswith(ending)}
    assert of_this_size and of_this_size <= set(globals())
