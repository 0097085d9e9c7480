"""What goes past the compositor leaves on the terminal what the compositor would have drawn."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from textual._compositor import CompositorUpdate, LayoutUpdate
from textual.app import App

from hiptimer.session.state import Phase
from tests.fakes import Gym

from .glass import Glass
from .live import Live, live

KEYS = [
    "space",
    "x",
    "u",
    "p",
    "s",
    "f",
    "w",
    "1",
    "2",
    "escape",
    "enter",
    "up",
    "+",
    "-",
    "m",
    "h",
    "?",
    "a",
    "j",
]


@pytest.fixture
def glass(monkeypatch: pytest.MonkeyPatch) -> Iterator[Glass]:
    """Gets what is drawn by whomever."""
    glass = Glass()

    def display(self: App[None], _: object, update: object) -> None:
        if isinstance(update, CompositorUpdate):
            glass.write(update.render_segments(self.console))

    for user in ("hiptimer.tui.painting", "hiptimer.tui.widgets.figure"):
        monkeypatch.setattr(f"{user}.paintable", lambda _: True)
    monkeypatch.setattr("hiptimer.tui.terminal.write", lambda _, text: glass.write(text))
    monkeypatch.setattr("textual.app.App._display", display)
    yield glass


async def check(it: Live, glass: Glass) -> None:
    """What stands there now, after all that was drawn on it in parts."""
    for _ in range(2):
        await it.settle()
        it.top._on_timer_update()
    compare(it, glass)


def compare(it: Live, glass: Glass) -> None:
    """With what stands on a terminal on which all of it is drawn at once."""
    fresh = Glass()
    chops = it.top._compositor._render_chops(it.top.size.region, lambda y: True)
    update = LayoutUpdate([chop.values() for chop in chops], it.top.size.region)
    fresh.write(update.render_segments(it.app.console))
    assert glass.rows()[: it.app.size.height] == fresh.rows()
    assert {place: glass.cells.get(place) for place in fresh.cells} == fresh.cells


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
@pytest.mark.parametrize("phase", [Phase.READY, Phase.WORK, Phase.REST])
async def test_seconds_and_keys_need_no_help_of_the_compositor(
    hall: Gym, glass: Glass, monkeypatch: pytest.MonkeyPatch, phase: Phase, size: tuple[int, int]
) -> None:
    async with live(hall, hall.at(phase), size=size) as it:
        await it.wait(4.0)  # DONE is over
        await check(it, glass)
        monkeypatch.setattr("textual.screen.Screen._on_timer_update", lambda _: None)
        looks = set()
        for _ in range(4):
            await it.wait(1.0)
            compare(it, glass)
            looks.add("\n".join(glass.rows()))
            await it.keys("x")
            compare(it, glass)
            looks.add("\n".join(glass.rows()))
        assert len(looks) >= (2 if phase is Phase.READY else 8)


async def test_the_words_of_another_side_are_there_before_its_figure(
    hall: Gym, glass: Glass, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with live(hall, hall.at(Phase.READY)) as it:
        await check(it, glass)
        figure, stood = it.screen.query_one("#figure").region, []

        def write(_: object, text: str) -> None:
            glass.write(text)
            rows = glass.rows()
            stood.append((rows[0], [row[figure.x : figure.right] for row in rows[figure.y : figure.bottom]]))

        monkeypatch.setattr("hiptimer.tui.terminal.write", write)
        drawn = [row[figure.x : figure.right] for row in glass.rows()[figure.y : figure.bottom]]
        await it.keys("x")
        (words, before), (_, after) = stood[:2]
        assert "RIGHT" in words and before == drawn != after


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_is_pressed_the_screen_is_as_if_drawn_anew(hall: Gym, glass: Glass, seed: int) -> None:
    chance = Random(seed)
    async with live(hall, hall.begin()) as it:
        for _ in range(20):
            await it.wait(chance.choice([0.3, 1.0, 2.0]))
            await it.keys(chance.choice(KEYS))
            await check(it, glass)
