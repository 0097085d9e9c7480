"""The figure that shows an exercise, moving in step with the reps."""

from __future__ import annotations

from asyncio import TimerHandle
from collections.abc import Callable
from functools import cached_property
from math import ceil, inf
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.dom import NoScreen
from textual.errors import NoWidget
from textual.geometry import Region
from textual.map_geometry import MapGeometry
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from hiptimer.figure.model import Part
from hiptimer.figure.shelf import figures
from hiptimer.figure.signs import Signs
from hiptimer.tui.showing import Showing
from hiptimer.tui.terminal import after, paint, paintable, strokes
from hiptimer.tui.widgets.reel import FRAMES, Ink, Picture, Reel, Strokes, Subject, changes

BETWEEN = 0.1
"""Seconds between two pictures, at the least."""
HAIR = 0.002
"""Seconds by which each is late, so that it is surely its time."""
DEMONSTRATED = 30.0
"""Seconds for which a figure that only demonstrates is seen moving: seven reps of most."""


class FigureView(Widget):
    """A figure at the size of the widget's region; nothing where none is shown, or one that is not known.

    It moves by the clock that is handed in, ten times a second at most and only while it is seen; under
    another screen, or where the app's animations are off, it stands still. Each part has a component class
    for its colour. Border and padding it has none.

    The compositor, asked to repaint a row, asks nearly every widget for all of its rows. So while no other
    screen lies over the figure, the cells that changed go past it to the terminal, and what is written for
    them is kept, too: a rep is the same again and again.
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
        self._seen = False
        self._coming: TimerHandle | None = None
        """The next look at the clock."""
        self._reel: Reel | None = None
        self._reel_of: Showing | None = None
        self._picture: Picture = ()
        self._place: MapGeometry | None = None
        """Where it stood on the screen at the last look; every layout makes another one."""
        self._strokes: dict[tuple[int, int], Strokes] = {}
        """What is written there from one picture to another, by their identities."""
        self._until = 0.0
        """When a figure that only demonstrates has been seen for long enough; under a screen, never."""

    def show(self, shown: Showing | None) -> None:
        """Show a figure from now on, or none. Saying the same again costs nothing."""
        before, self._shown = self._shown, shown
        if shown != before:
            self._until = self._stands_from(shown)
            self._reel_of = None
            self._look()
        elif not self._moves:
            self._look()
        self._run()

    def on_mount(self) -> None:
        """From now on, look at the clock, and at what is opened over it."""
        self.watch(self._stage, "stack_updates", self._stack_changed, init=False)
        self._run()

    def on_unmount(self) -> None:
        """It is over."""
        self._seen = False
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

    @cached_property
    def _stage(self) -> Screen[object]:
        """Its screen: a way through all parents, and the same for ever."""
        return self.screen

    @property
    def _moves(self) -> bool:
        shown = self._shown
        if shown is None or shown.name not in figures() or self.app.animation_level == "none":
            return False
        return not shown.demonstrates or self._now() < self._until

    @property
    def _covered(self) -> bool:
        """Whether another screen lies over its own: a dialog is read, and nothing moves behind it."""
        return self.is_attached and self.app.screen is not self._stage

    def _stack_changed(self) -> None:
        """A screen was opened over it, or closed: what lay under one has not been seen."""
        if self._until == inf or (self._covered and self._moves):
            self._until = self._stands_from(self._shown)
        self._run()

    def _stands_from(self, shown: Showing | None) -> float:
        """When it has demonstrated enough, and passes the position in which it stands."""
        if self._covered:
            return inf
        enough, figure = self._now() + DEMONSTRATED, figures().get(shown.name if shown else "")
        if figure is None or shown is None:
            return enough
        turned = (enough - shown.since) / self._period(shown)
        return enough + (figure.still - turned) % 1.0 * self._period(shown)

    def _run(self) -> None:
        """Look again, while there is something to be seen moving."""
        if self._seen and self._moves and self.is_attached and not self._covered:
            if self._coming is None:
                self._coming = after(self.app, self._until_next(), self._look_again)
        elif self._coming is not None:
            self._coming.cancel()
            self._coming = None

    def _look_again(self) -> None:
        self._coming = None
        self._look()
        if not self._moves:
            self._look()
        self._run()

    def _look(self) -> None:
        """Take the picture that the clock says, and paint the cells that changed."""
        place = self._found()
        laid_out_anew = place is None or place is not self._place
        if self._reel is None or (laid_out_anew and self._reel.subject.size != self.size):
            self.refresh()
            return
        if place is not self._place:
            self._place = place
            self._strokes.clear()
        before, shown = self._picture, self._shown
        if shown is not None and shown is self._reel_of:
            self._picture = self._reel.picture(self._at(shown))
        else:
            self._picture = self._picture_in(self._reel.ink)
        if before is not self._picture and not self._paint(before):
            changed = (
                y for y, rows in enumerate(zip(before, self._picture, strict=True)) if rows[0] is not rows[1]
            )
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _found(self) -> MapGeometry | None:
        try:
            return self._stage.find_widget(self)
        except (NoWidget, NoScreen):
            return None

    def _paint(self, before: Picture) -> bool:
        """Paint what is not as before past the compositor; False where something else may lie over it."""
        place, app = self._place, self.app
        if place is None or not paintable(app) or app.screen is not self._stage:
            return False
        pair = (id(before), id(self._picture))
        kept = self._strokes.get(pair)
        if kept is None:
            if place.visible_region != place.region:
                return False
            corner = place.region.offset
            pieces = ((corner + at, strip) for at, strip in changes(before, self._picture))
            kept = self._strokes[pair] = Strokes(before, self._picture, strokes(app, pieces))
        paint(app, kept.text)
        return True

    def _picture_in(self, ink: Ink) -> Picture:
        """The picture of now."""
        shown = self._shown or Showing("")
        subject = Subject(shown.name, shown.side, shown.direction, self.size, self._signs)
        if self._reel is None or self._reel.subject != subject or self._reel.ink is not ink:
            self._reel = Reel(subject, ink)
            self._strokes.clear()
        self._reel_of = self._shown
        return self._reel.picture(self._at(shown))

    def _at(self, shown: Showing) -> float:
        """The share of a rep that is over."""
        figure = figures().get(shown.name)
        if figure is None or not self._moves:
            return figure.still if figure else 0.0
        return int(self._turned(shown) % 1.0 * FRAMES) / FRAMES

    def _turned(self, shown: Showing) -> float:
        """Reps that are over."""
        return (self._now() - shown.since) / self._period(shown)

    def _period(self, shown: Showing) -> float:
        return shown.period or figures()[shown.name].period

    def _until_next(self) -> float:
        """Seconds until the next picture is due. All are equally far apart, as far as they go into a rep."""
        shown = self._shown or Showing("")
        each = self._period(shown) / FRAMES
        steps = ceil(BETWEEN / each)
        frame = self._turned(shown) % 1.0 * FRAMES
        return (min((frame // steps + 1) * steps, FRAMES) - frame) * each + HAIR

    def _ink(self) -> Ink:
        parts: dict[Part | None, Style] = {None: self.visual_style.rich_style}
        parts |= {part: self.get_component_rich_style(f"figure--{part}") for part in Part}
        return Ink(parts, self.background_colors[1], self.get_line_filters())
