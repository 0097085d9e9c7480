"""Rows of a widget that has neither border nor padding, without all that Textual would look up for them."""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def finished(widget: Widget, rows: list[Strip], crop: Region) -> list[Strip]:
    """The rows of `crop`, each as wide as the widget, as the terminal is to get them."""
    background = widget.background_colors[1]
    for line_filter in widget.get_line_filters():
        rows = [row.apply_filter(line_filter, background) for row in rows]
    whole = crop.column_span == (0, widget.size.width)
    return rows if whole else [row.crop(*crop.column_span) for row in rows]
