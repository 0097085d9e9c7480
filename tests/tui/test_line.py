"""A line that is put together without Textual's help looks as if Textual had done it."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.filter import LineFilter
from textual.geometry import Region
from textual.widgets import Static

from hiptimer.tui.filters import Harmless, Spelled
from hiptimer.tui.signs import Signs
from hiptimer.tui.widgets.line import Line

from .glass import Glass

SIZE = (20, 3)
TEXTS = [
    "",
    "ROUND 1/3",
    " a blank before, one behind ",
    "just as wide as it is"[:20],
    "wider than the room that it has",
    "two\nlines",
    "a\ttab, a bell\x07",
    "[red]no markup[/] 深蹲",
    "12 kg · «left»",
]
LOOKS = [
    "",
    "color: red; background: blue 30%; text-style: bold;",
    "text-style: underline reverse;",
    "text-align: right;",
    "content-align: center middle;",
    "padding: 0 1;",
    "border: round green;",
    "text-wrap: nowrap; text-overflow: ellipsis;",
]


class OneLine(App[None]):
    def __init__(self, look: str) -> None:
        self.CSS = f"Screen {{ background: #123; }} Line {{ width: {SIZE[0]}; height: {SIZE[1]}; {look} }}"
        super().__init__()
        self.line = Line()

    def compose(self) -> ComposeResult:
        yield self.line

    def get_line_filters(self) -> list[LineFilter]:
        return [*super().get_line_filters(), Harmless(), Spelled(Signs.ASCII)]


@pytest.mark.parametrize("look", LOOKS)
async def test_however_it_looks_it_is_drawn_as_textual_draws_it(look: str) -> None:
    app = OneLine(look)
    async with app.run_test(size=(40, 10)):
        for text in TEXTS:
            app.line.show(text)
            for crop in (Region(0, 0, *SIZE), Region(3, 0, 9, 1), Region(0, 1, 20, 2), Region(18, 2, 2, 1)):
                ours, theirs = Glass(), Glass()
                for y, strip in enumerate(app.line.render_lines(crop)):
                    ours.write(f"\x1b[{y + 1};1H{strip.render(app.console)}")
                for y, strip in enumerate(Static.render_lines(app.line, crop)):
                    theirs.write(f"\x1b[{y + 1};1H{strip.render(app.console)}")
                assert ours.cells == theirs.cells, (text, crop)
