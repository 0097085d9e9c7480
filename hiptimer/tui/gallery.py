"""`hiptimer figures` on the screen: each figure is played in turn, as large as the terminal is."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Sequence
from time import monotonic
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.timer import Timer

from hiptimer.circuit.model import Direction, Side
from hiptimer.figure.model import Held
from hiptimer.figure.shelf import figure_named
from hiptimer.figure.signs import Signs
from hiptimer.tui.showing import Showing
from hiptimer.tui.widgets.figure import FigureView
from hiptimer.tui.widgets.line import Line

REPS = 3
"""Reps of each figure, and of each direction, before the next."""

_Turn = tuple[str, Direction | None]


class Gallery(App[int]):
    """Plays figures, over and over, until it is left."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #title { height: 1; padding: 0 1; text-style: bold; }
    FigureView { margin: 0 1; }
    #keys { height: 1; padding: 0 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,ctrl+c,ctrl+q,escape", "leave", "Leave", id="leave", tooltip="back to the shell",
                key_display="q", priority=True),
        Binding("space,right,n", "next", "Next", id="next", tooltip="the next figure", key_display="space"),
        Binding("s", "side", "Other side", id="side", tooltip="the other leg works", key_display="s"),
    ]  # fmt: skip

    def __init__(
        self, names: Sequence[str], side: Side, signs: Signs, now: Callable[[], float] = monotonic
    ) -> None:
        super().__init__()
        self._turns: list[_Turn] = [turn for name in names for turn in _turns(name)]
        self._index = 0
        self._side = side
        self._signs = signs
        self._now = now
        self._plan: Timer | None = None

    def compose(self) -> ComposeResult:
        """What it is, the figure, the keys."""
        yield Line(id="title")
        yield FigureView(self._now, signs=self._signs)
        yield Line("q Leave  space Next  s Other side", id="keys")

    def on_mount(self) -> None:
        """Begin with the first; a signal to end leaves the terminal as a shell needs it."""
        if sys.platform != "win32" and not self.is_headless:
            for number in (signal.SIGTERM, signal.SIGINT):
                asyncio.get_running_loop().add_signal_handler(number, self.exit, 128 + number)
        self._play()

    def action_next(self) -> None:
        """The next figure, or the first after the last."""
        self._index = (self._index + 1) % len(self._turns)
        self._play()

    def action_side(self) -> None:
        """The same for the other leg."""
        self._side = self._side.other
        self._play()

    def action_leave(self) -> None:
        """Back to the shell."""
        self.exit(0)

    def _play(self) -> None:
        name, direction = self._turns[self._index]
        words = [name.replace("-", " ").upper(), self._side.upper(), *([direction] if direction else [])]
        self.query_one("#title", Line).show(" · ".join(words))
        shown = Showing(name, self._side, direction or Direction.CLOCKWISE, since=self._now())
        self.query_one(FigureView).show(shown)
        self._plan_next(figure_named(name).period * REPS)

    def _plan_next(self, seconds: float) -> None:
        if self._plan is not None:
            self._plan.stop()
        if len(self._turns) > 1:
            self._plan = self.set_timer(seconds, self.action_next)


def _turns(name: str) -> list[_Turn]:
    """A figure once, or once in each direction."""
    circles = figure_named(name).held is Held.ROUND_HEAD
    return [(name, direction) for direction in Direction] if circles else [(name, None)]


def play(names: Sequence[str], side: Side, signs: Signs) -> int:
    """Play them until they are left; the exit code."""
    app = Gallery(names, side, signs)
    return app.run() or app.return_code or 0
