"""The figure on a screen, its clock in the test's hand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Offset, Region
from textual.screen import ModalScreen
from textual.strip import Strip

from hiptimer.circuit.model import Direction, Side
from hiptimer.figure.drawing import draw
from hiptimer.figure.shelf import figure_named
from hiptimer.figure.signs import Signs
from hiptimer.tui.showing import Showing
from hiptimer.tui.widgets.figure import FigureView
from hiptimer.tui.widgets.reel import FRAMES

SIZE = (40, 20)


class Clock:
    def __init__(self) -> None:
        self.reading = 100.0

    def now(self) -> float:
        return self.reading


class Stage(App[None]):
    """A figure that fills the screen."""

    def __init__(self, signs: Signs = Signs.BRAILLE) -> None:
        super().__init__()
        self.clock = Clock()
        self.figure = FigureView(self.clock.now, signs=signs)
        self.repainted: list[Region] = []

    def compose(self) -> ComposeResult:
        yield self.figure

    def seen(self) -> str:
        strips = self.figure.render_lines(self.figure.size.region)
        assert all(strip.cell_length == self.figure.size.width for strip in strips)
        return "\n".join(strip.text for strip in strips)

    def after(self, seconds: float) -> str:
        """What is seen when so much time has gone by, and the widget has looked at its clock."""
        self.clock.reading += seconds
        self.figure._look()
        return self.seen()

    def watch_repaints(self) -> None:
        self.figure.refresh = lambda *regions, **_: self.repainted.extend(regions)  # type: ignore[assignment,method-assign]


@asynccontextmanager
async def stage(size: tuple[int, int] = SIZE, signs: Signs = Signs.BRAILLE) -> AsyncIterator[Stage]:
    app = Stage(signs)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app


def lunge(at: float, side: Side = Side.RIGHT, size: tuple[int, int] = SIZE) -> str:
    return draw("backward-lunge", at, *size, side).text()


async def test_it_moves_in_step_with_the_reps() -> None:
    async with stage() as app:
        app.figure.show(Showing("backward-lunge", Side.RIGHT, period=6.0, since=100.0))
        assert app.seen() == lunge(0.0)
        assert app.after(3.0) == lunge(0.5), "half a rep is over"
        assert app.after(1.5) == lunge(0.75)
        assert app.after(1.5 + 60.0) == lunge(0.0), "and round again"


async def test_a_rep_that_began_elsewhere_in_time() -> None:
    async with stage() as app:
        app.figure.show(Showing("backward-lunge", Side.RIGHT, period=4.0, since=98.0))
        assert app.seen() == lunge(0.5)


async def test_where_nobody_counts_a_rep_is_as_long_as_the_figure_says() -> None:
    async with stage() as app:
        app.figure.show(Showing("wall-push", Side.RIGHT, since=100.0))
        half = figure_named("wall-push").period / 2
        assert app.after(half + 0.01) == draw("wall-push", 0.5, *SIZE, Side.RIGHT).text()


async def test_the_left_leg_is_the_other_picture() -> None:
    async with stage() as app:
        app.figure.show(Showing("backward-lunge", Side.LEFT, since=100.0))
        assert app.seen() == lunge(0.0, Side.LEFT) != lunge(0.0)


async def test_the_weight_changes_its_direction() -> None:
    async with stage() as app:
        for direction in Direction:
            app.figure.show(Showing("lunge-halo", Side.RIGHT, direction=direction, period=4.0, since=99.0))
            assert app.seen() == draw("lunge-halo", 0.25, *SIZE, Side.RIGHT, direction=direction).text()


async def test_where_animations_are_off_it_stands_still_in_the_position() -> None:
    async with stage() as app:
        app.animation_level = "none"
        app.figure.show(Showing("backward-lunge", Side.RIGHT, since=100.0))
        assert app.seen() == app.after(1.3) == lunge(figure_named("backward-lunge").still)
        assert app.figure._coming is None, "and nothing looks at the clock"


@pytest.mark.parametrize("name", [None, "", "headstand"])
async def test_an_exercise_without_a_figure_leaves_its_place_empty(name: str | None) -> None:
    async with stage() as app:
        app.figure.show(Showing("backward-lunge", Side.RIGHT))
        app.figure.show(None if name is None else Showing(name, Side.RIGHT))
        assert not app.seen().strip()


@pytest.mark.parametrize("size", [(11, 20), (40, 5), (1, 1)])
async def test_where_it_would_not_be_recognised_nothing_is_drawn(size: tuple[int, int]) -> None:
    async with stage(size) as app:
        app.figure.show(Showing("backward-lunge", Side.RIGHT))
        assert not app.seen().strip()


async def test_it_fits_whatever_size_it_gets() -> None:
    app = Stage()
    async with app.run_test(size=SIZE) as pilot:
        app.figure.show(Showing("backward-lunge", Side.RIGHT, since=100.0))
        await pilot.resize_terminal(24, 12)
        await pilot.pause()
        assert app.seen() == lunge(0.0, size=(24, 12))


async def test_only_the_rows_that_changed_are_painted_again() -> None:
    async with stage() as app:
        app.figure.show(Showing("wall-push", Side.RIGHT, since=100.0))
        before = app.seen().split("\n")
        app.watch_repaints()
        after = app.after(0.6).split("\n")
        changed = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        assert 0 < len(changed) < 15, "the legs hold"
        assert [region.y for region in app.repainted] == changed


async def test_cells_that_changed_go_past_the_compositor_while_nothing_lies_over_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    painted: list[tuple[Offset, str]] = []

    def strokes(_: object, places: Iterable[tuple[Offset, Strip]]) -> str:
        painted.extend((at, strip.text) for at, strip in places)
        return ""

    monkeypatch.setattr("hiptimer.tui.widgets.figure.paintable", lambda _: True)
    monkeypatch.setattr("hiptimer.tui.widgets.figure.strokes", strokes)
    async with stage((46, 24)) as app:
        app.figure.styles.margin = (2, 3)
        app.figure.show(Showing("backward-lunge", Side.RIGHT, period=4.0, since=100.0))
        await asyncio.sleep(0.1)
        painted.clear()
        app.watch_repaints()
        rows = app.seen().split("\n")
        after = app.after(1.0).split("\n")
        assert 0 < sum(len(text) for _, text in painted) < sum(map(len, after)) / 2
        for at, text in painted:
            x, y = at.x - 3, at.y - 2
            rows[y] = rows[y][:x] + text + rows[y][x + len(text) :]
        assert rows == after
        assert not app.repainted
        painted.clear()
        await app.push_screen(ModalScreen())
        app.after(1.0)
        assert app.repainted and not painted, "the compositor knows what lies over it"


async def test_saying_the_same_again_paints_nothing() -> None:
    async with stage() as app:
        app.figure.show(Showing("wall-push", Side.RIGHT, since=100.0))
        app.watch_repaints()
        app.figure.show(Showing("wall-push", Side.RIGHT, since=100.0))
        assert app.repainted == []


async def test_each_picture_of_a_rep_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []
    monkeypatch.setattr("hiptimer.tui.widgets.reel._drawn", lambda *args: drawn.append(args) or draw(*args))
    async with stage() as app:
        app.figure.show(Showing("hip-thrust", Side.RIGHT, period=4.0, since=100.0))
        for _ in range(3 * FRAMES):
            app.after(4.0 / FRAMES)
        assert len(drawn) <= FRAMES


async def test_every_part_has_its_own_colour() -> None:
    async with stage() as app:
        app.figure.show(Showing("hip-thrust", Side.RIGHT))
        styles = {
            segment.style.color
            for y in range(SIZE[1])
            for segment in app.figure.render_lines(Region(0, y, SIZE[0], 1))[0]
            if segment.text.strip() and segment.style is not None
        }
        assert len(styles) == 4


async def test_without_braille_it_is_drawn_in_blocks() -> None:
    async with stage(signs=Signs.BLOCKS) as app:
        app.figure.show(Showing("hip-thrust", Side.RIGHT))
        assert set(app.seen()) == set(" ▀▄█\n")
