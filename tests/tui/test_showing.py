"""Which figure stands on the live screen, and in step with what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.file import parse
from hiptimer.circuit.model import Count, Direction, Side
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.ask import tempo
from hiptimer.session.state import Phase
from hiptimer.tui.showing import Showing, showing
from hiptimer.tui.widgets.figure import FigureView
from tests.circuits import TABATA, hips
from tests.fakes import Gym
from tests.session.builders import HALO, Day, counted, only

from .live import live


def shown(day: Day) -> Showing:
    found = showing(day.session, day.at)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("phase", "step", "figure"),
    [
        (Phase.READY, 0, "wall-push"),
        (Phase.LEAD_IN, 0, None),
        (Phase.WORK, 0, None),
        (Phase.SWITCH, 1, None),
        (Phase.REST, 2, "lunge-halo"),
        (Phase.WORK, 2, "lunge-halo"),
    ],
)
def test_a_figure_moves_where_it_helps_and_not_beside_the_clock_of_a_hold(
    phase: Phase, step: int, figure: str | None
) -> None:
    day = Day(parse(hips())).until(step, phase)
    found = showing(day.session, day.at)
    assert (found and found.name) == figure


def test_nothing_moves_in_a_pause_or_for_an_exercise_without_a_figure() -> None:
    paused = Day(parse(hips())).until(2, Phase.WORK).do(e.Pause())
    assert showing(paused.session, paused.at) is None
    assert showing(Day(parse(TABATA)).session, 0.0) is None


def test_where_the_runner_counts_it_moves_at_its_own_pace() -> None:
    found = shown(Day(parse(hips())).until(2, Phase.WORK))
    assert (found.name, found.side, found.period) == ("lunge-halo", Side.LEFT, None)


def test_where_the_app_counts_it_moves_with_the_count_and_turns_with_the_direction() -> None:
    day = Day(only(counted(replace(HALO, figure="lunge-halo"), Count.PACE))).until(0, Phase.WORK)
    first = shown(day)
    assert (first.direction, first.period) == (Direction.CLOCKWISE, tempo(day.session))
    assert first.since == day.session.beat
    reversed_ = shown(day.wait(3 * tempo(day.session) + 0.1))
    assert reversed_.direction is Direction.COUNTERCLOCKWISE
    slower = shown(day.do(e.Tempo(0.5)))
    assert slower.period == tempo(day.session)
    assert slower.period is not None and first.period is not None and slower.period > first.period


async def test_f_takes_the_figure_away_and_brings_it_back(gym: Gym) -> None:
    gym.text, gym.options = hips(), Options()
    async with live(gym, gym.begin(), size=(120, 40)) as it:
        figure = it.screen.query_one("#figure", FigureView)
        assert figure.display and any(row.text.strip() for row in figure.render_lines(figure.size.region))
        await it.keys("f")
        assert not figure.display
        await it.keys("F")
        assert figure.display
