"""The figure that shows an exercise, moving in step with the reps."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.errors import NoWidget
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from hiptimer.figure.model import Part
from hiptimer.figure.shelf import figures
from hiptimer.figure.signs import Signs
from hiptimer.tui.showing import Showing
from hiptimer.tui.terminal import paint
from hiptimer.tui.widgets.reel import FRAMES, Ink, Picture, Reel, Subject

BETWEEN = 0.125
"""Seconds between two looks at the clock."""


class FigureView(Widget):
    """A figure at the size of the widget's region; nothing where none is shown, or one that is not known.

    It moves by the clock that is handed in, eight times a second and only while it is seen; where the app's
    animations are off it stands still. Each part has a component class for its colour. Border and padding it
    has none.

    The compositor, asked to repaint a row, asks nearly every widget for all of its rows. So while no other
    screen lies over the figure, the rows that changed go past it to the terminal, for an eighth of the cost.
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
        self._shown: Showing | None = None
        self._seen = True
        self._timer: Timer | None = None
        self._reel: Reel | None = None
        self._picture: Picture = ()

    def show(self, shown: Showing | None) -> None:
        """Show a figure from now on, or none. Saying the same again costs nothing."""
        self._shown = shown
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

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of the last look, in the colours and the size of now."""
        ink = self._ink()
        if self._reel is None or self._reel.ink != ink or self._reel.subject.size != self.size:
            self._picture = self._picture_in(ink)
        rows = self._picture[crop.y : crop.bottom]
        return [row.crop(crop.x, crop.right) for row in rows]

    @property
    def _moves(self) -> bool:
        known = self._shown is not None and self._shown.name in figures()
        return known and self.app.animation_level != "none"

    def _run(self) -> None:
        """The timer runs while there is something to be seen moving."""
        if self._timer is not None:
            if self._moves and self._seen:
                self._timer.resume()
            else:
                self._timer.pause()

    def _look(self) -> None:
        """Take the picture that the clock says, and paint the rows that changed."""
        if self._reel is None or self._reel.subject.size != self.size:
            self.refresh()
            return
        before, self._picture = self._picture, self._picture_in(self._reel.ink)
        pairs = enumerate(zip(before, self._picture, strict=True))
        changed = [y for y, (old, new) in pairs if old is not new]
        if changed and not self._paint(changed):
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _paint(self, rows: list[int]) -> bool:
        """Paint rows past the compositor; False where something else may lie over them."""
        if self.app.screen is not self.screen:
            return False
        try:
            place = self.screen.find_widget(self)
        except NoWidget:
            return False
        if place.visible_region != place.region:
            return False
        corner = place.region.offset
        return paint(self.app, ((Offset(corner.x, corner.y + y), self._picture[y]) for y in rows))

    def _picture_in(self, ink: Ink) -> Picture:
        """The picture of now."""
        shown = self._shown or Showing("")
        subject = Subject(shown.name, shown.side, shown.direction, self.size, self._signs)
        if self._reel is None or self._reel.subject != subject or self._reel.ink is not ink:
            self._reel = Reel(subject, ink)
        return self._reel.picture(self._at(shown))

    def _at(self, shown: Showing) -> float:
        """The share of a rep that is over."""
        figure = figures().get(shown.name)
        if figure is None:
            return 0.0
        if not self._moves:
            return figure.still
        turn = (self._now() - shown.since) / (shown.period or figure.period) % 1.0
        return int(turn * FRAMES) / FRAMES

    def _ink(self) -> Ink:
        parts: dict[Part | None, Style] = {None: self.visual_style.rich_style}
        parts |= {part: self.get_component_rich_style(f"figure--{part}") for part in Part}
        return Ink(parts, self.background_colors[1], self.get_line_filters())
