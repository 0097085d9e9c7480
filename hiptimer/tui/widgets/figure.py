"""The figure that shows an exercise, moving in step with the reps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from hiptimer.circuit.model import Direction, Side
from hiptimer.figure.canvas import Cell
from hiptimer.figure.drawing import draw
from hiptimer.figure.model import Part, Signs
from hiptimer.figure.shelf import figures

LEAST_SIZE = Size(12, 6)
"""Cells; in less than that nothing would be recognised, and nothing is drawn."""
FRAMES = 32
"""Pictures of one rep. Each is drawn when it is first shown, and kept."""
BETWEEN = 0.125
"""Seconds between two looks at the clock."""

_Rows = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """All that decides what a rep looks like."""

    name: str
    side: Side | None
    direction: Direction
    size: Size
    signs: Signs


class FigureView(Widget):
    """A figure at the size of the widget's region; nothing where the name is None or that of no figure.

    It moves by the clock that is handed in, eight times a second and only while it is seen; where the app's
    animations are off it stands still. Each part has a component class for its colour.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"figure--{part}" for part in Part}
    DEFAULT_CSS = """
    FigureView { width: 1fr; height: 1fr; }
    FigureView > .figure--body { color: $foreground; }
    FigureView > .figure--working { color: $success; }
    FigureView > .figure--weight { color: $warning; }
    FigureView > .figure--prop { color: $text-muted; }
    """

    def __init__(
        self,
        now: Callable[[], float],
        *,
        signs: Signs = Signs.BRAILLE,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._now = now
        self._signs = signs
        self._figure: str | None = None
        self._side: Side | None = None
        self._direction = Direction.CLOCKWISE
        self._moving = False
        self._period: float | None = None
        self._since = 0.0
        self._seen = True
        self._timer: Timer | None = None
        self._kept_for: _Wanted | None = None
        self._kept: dict[float, _Rows] = {}
        self._rows: _Rows = ()

    def show(
        self,
        name: str | None,
        side: Side | None = None,
        *,
        direction: Direction = Direction.CLOCKWISE,
        moving: bool = True,
        period: float | None = None,
        since: float = 0.0,
    ) -> None:
        """Show a figure from now on.

        A rep takes `period` seconds (None: as long as the figure itself says) and the first one began at
        `since`, on the clock that was handed in. Saying the same again costs nothing.
        """
        self._figure, self._side, self._direction = name, side, direction
        self._moving, self._period, self._since = moving, period, since
        self._run()
        self._look()

    def on_mount(self) -> None:
        """From now on, look at the clock."""
        self._timer = self.set_interval(BETWEEN, self._look, pause=True)
        self._run()

    def on_show(self, event: events.Show) -> None:
        """It is seen again."""
        self._seen = True
        self._run()

    def on_hide(self, event: events.Hide) -> None:
        """Nobody sees it."""
        self._seen = False
        self._run()

    def on_resize(self, event: events.Resize) -> None:
        """Another size is another drawing."""
        self._rows = self._draw()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of the figure."""
        style = self.visual_style.rich_style
        if y >= len(self._rows):
            return Strip.blank(self.size.width, style)
        segments = []
        for part, run in groupby(self._rows[y], key=itemgetter(1)):
            text = "".join(sign for sign, _ in run)
            drawn = style if part is None else self.get_component_rich_style(f"figure--{part}")
            segments.append(Segment(text, drawn))
        return Strip(segments, len(self._rows[y]))

    @property
    def _moves(self) -> bool:
        return self._moving and self._figure in figures() and self.app.animation_level != "none"

    def _run(self) -> None:
        """The timer runs while there is something to be seen moving."""
        if self._timer is not None:
            if self._moves and self._seen:
                self._timer.resume()
            else:
                self._timer.pause()

    def _look(self) -> None:
        """Draw what the clock says, and repaint the rows that changed."""
        before, self._rows = self._rows, self._draw()
        if before is self._rows:
            return
        if len(before) != len(self._rows):
            self.refresh()
            return
        pairs = enumerate(zip(before, self._rows, strict=True))
        changed = [Region(0, y, self.size.width, 1) for y, (old, new) in pairs if old != new]
        if changed:
            self.refresh(*changed)

    def _draw(self) -> _Rows:
        """The rows as they are now, drawn or kept from a rep before."""
        size = self.size
        if self._figure not in figures() or size.width < LEAST_SIZE.width or size.height < LEAST_SIZE.height:
            return ()
        wanted = _Wanted(str(self._figure), self._side, self._direction, size, self._signs)
        if wanted != self._kept_for:
            self._kept_for, self._kept = wanted, {}
        at = self._at()
        if at not in self._kept:
            self._kept[at] = draw(wanted.name, at, *size, wanted.side, wanted.signs, wanted.direction).rows
        return self._kept[at]

    def _at(self) -> float:
        """The share of a rep that is over."""
        figure = figures()[str(self._figure)]
        if not self._moves:
            return figure.still
        turn = (self._now() - self._since) / (self._period or figure.period) % 1.0
        return int(turn * FRAMES) / FRAMES
