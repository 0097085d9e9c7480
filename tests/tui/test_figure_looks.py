"""When the figure looks at its clock, and when nothing does."""

from __future__ import annotations

import asyncio

import pytest
from textual.screen import ModalScreen

from hiptimer.circuit.model import Side
from hiptimer.figure.shelf import figure_named
from hiptimer.tui.showing import Showing
from hiptimer.tui.widgets.figure import DEMONSTRATED, HAIR
from hiptimer.tui.widgets.reel import FRAMES

from .test_figure import SIZE, Stage, lunge, stage


async def test_by_itself_it_looks_at_the_clock_while_it_moves() -> None:
    async with stage() as app:
        app.figure.show(Showing("backward-lunge", Side.RIGHT, period=0.4, since=100.0))
        before = app.seen()
        app.clock.reading += 0.2
        await asyncio.sleep(0.2)
        assert app.seen() != before
        assert app.figure._coming is not None, "and will again"
        app.figure.show(None)
        assert app.figure._coming is None


async def test_a_picture_is_looked_for_when_it_is_due() -> None:
    async with stage() as app:
        for period, apart in (
            (4.0, 4 / FRAMES),
            (3.2, 3.2 / FRAMES),
            (2.4, 2 * 2.4 / FRAMES),
            (6.0, 6 / FRAMES),
        ):
            app.figure.show(Showing("backward-lunge", Side.RIGHT, period=period, since=100.0))
            assert app.figure._until_next() == pytest.approx(apart + HAIR)
            app.clock.reading += apart * 0.75
            assert app.figure._until_next() == pytest.approx(apart * 0.25 + HAIR)
            app.clock.reading = 100.0


async def test_while_nobody_sees_it_nothing_looks_at_the_clock() -> None:
    app = Stage()
    async with app.run_test(size=SIZE) as pilot:
        app.figure.show(Showing("backward-lunge", Side.RIGHT, since=100.0))
        assert app.figure._coming is not None
        app.figure.display = False
        await pilot.pause()
        assert app.figure._coming is None
        app.figure.display = True
        await pilot.pause()
        assert app.figure._coming is not None


async def test_a_demonstration_ends_in_the_position_that_matters_and_begins_anew_with_the_other_side() -> (
    None
):
    still = figure_named("backward-lunge").still
    async with stage() as app:
        app.figure.show(Showing("backward-lunge", Side.RIGHT, period=4.0, demonstrates=True))
        assert app.after(1.0) != app.after(0.5), "the runner reads, and sees it move"
        assert app.after(DEMONSTRATED - 2.5) != app.after(0.5), "still"
        assert app.after(5.0) == app.after(1.3) == lunge(still)
        app.figure._run()
        assert app.figure._coming is None, "and a session that is left at READY costs nothing"
        assert app.after(60.0) == lunge(still)
        app.figure.show(Showing("backward-lunge", Side.LEFT, period=4.0, demonstrates=True))
        assert app.after(1.0) != app.after(0.5)
        assert app.figure._coming is not None


async def test_under_a_dialog_it_stands_and_goes_on_where_the_count_is() -> None:
    app = Stage()
    async with app.run_test(size=SIZE) as pilot:
        app.figure.show(Showing("backward-lunge", Side.RIGHT, period=0.4, since=100.0))
        await app.push_screen(ModalScreen())
        await app.push_screen(ModalScreen())
        await pilot.pause()
        stood = app.seen()
        app.clock.reading += 0.2
        await asyncio.sleep(0.2)
        assert app.seen() == stood
        assert app.figure._coming is None, "and nothing looks at the clock"
        app.pop_screen()
        await pilot.pause()
        assert app.figure._coming is None, "the dialog below is still open"
        app.pop_screen()
        await pilot.pause()
        await asyncio.sleep(0.2)
        assert app.seen() == lunge(0.5) != stood


async def test_a_demonstration_that_a_dialog_covered_begins_anew_and_one_that_was_over_does_not() -> None:
    app, still = Stage(), lunge(figure_named("backward-lunge").still)
    async with app.run_test(size=SIZE) as pilot:
        app.figure.show(Showing("backward-lunge", Side.RIGHT, period=4.0, demonstrates=True))
        app.clock.reading += DEMONSTRATED / 2
        for moves in (True, False):
            await app.push_screen(ModalScreen())
            await pilot.pause()
            app.clock.reading += 600.0
            app.pop_screen()
            await pilot.pause()
            assert (app.figure._coming is not None) is moves
            assert (app.after(1.3) != still) is moves
            app.clock.reading += DEMONSTRATED + 5.0
