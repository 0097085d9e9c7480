"""`hiptimer figures` in a terminal: one figure after the other."""

from __future__ import annotations

import pytest

from hiptimer.circuit.model import Side
from hiptimer.figure.signs import Signs
from hiptimer.tui.gallery import Gallery
from hiptimer.tui.widgets.line import Line


def gallery(*names: str) -> Gallery:
    return Gallery(names, Side.RIGHT, Signs.BRAILLE, lambda: 100.0)


def title(app: Gallery) -> str:
    return app.query_one("#title", Line).text


async def test_it_goes_from_one_to_the_next_and_round() -> None:
    app = gallery("hip-thrust", "lunge-halo")
    async with app.run_test() as pilot:
        titles = []
        for _ in range(4):
            titles.append(title(app))
            await pilot.press("space")
        assert titles == [
            "HIP THRUST · RIGHT",
            "LUNGE HALO · RIGHT · clockwise",
            "LUNGE HALO · RIGHT · counterclockwise",
            "HIP THRUST · RIGHT",
        ]


async def test_the_other_leg() -> None:
    app = gallery("hip-thrust")
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert title(app) == "HIP THRUST · LEFT"
        drawn = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "⣿⣿⣿" in drawn


@pytest.mark.parametrize("key", ["q", "ctrl+c", "escape", "ctrl+q"])
async def test_it_is_left_by_what_one_would_press(key: str) -> None:
    app = gallery("hip-thrust")
    async with app.run_test() as pilot:
        await pilot.press(key)
    assert app.return_value == 0
