"""What a screen has changed, painted at once; the compositor would ask every widget for all of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any

from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from hiptimer.tui.terminal import paint, paintable, strokes


def paint_now(screen: Screen[Any], widgets: Iterable[Widget]) -> None:
    """Paint of these widgets what they want to have repainted, so that Textual finds nothing left to do.

    What it can't be sure of is left to Textual: anything while the screen is laid out anew or lies under
    another one, a widget that is not wholly seen, and one that something else lies over.
    """
    app = screen.app
    if not paintable(app) or app.screen is not screen or not screen.is_mounted or app._batch_count:
        return
    widgets = list(widgets)
    if screen._layout_required or any(widget._layout_required for widget in widgets):
        return
    seen = screen._compositor.visible_widgets
    pieces: list[tuple[Offset, Strip]] = []
    for widget in widgets:
        if widget._repaint_required and widget in seen and _alone(widget, seen):
            pieces += _pieces(widget, seen[widget][0])
            widget._repaint_required = False
    paint(app, strokes(app, pieces))


def _alone(widget: Widget, seen: dict[Widget, tuple[Region, Region]]) -> bool:
    """Whether all of it is seen, and nothing lies over it; those on top come first."""
    region, clip = seen[widget]
    over = takewhile(lambda other: other is not widget, seen)
    return clip.contains_region(region) and not any(seen[other][0].overlaps(region) for other in over)


def _pieces(widget: Widget, region: Region) -> Iterator[tuple[Offset, Strip]]:
    whole = Region(0, 0, *region.size)
    parts = [part.intersection(whole) for part in widget._exchange_repaint_regions()]
    rows = Region.from_union(parts) if parts else Region()
    strips = widget.render_lines(Region(0, rows.y, region.width, rows.height))
    for part in parts:
        for y in part.line_range:
            strip = strips[y - rows.y].crop(part.x, part.right)
            yield Offset(region.x + part.x, region.y + y), strip
