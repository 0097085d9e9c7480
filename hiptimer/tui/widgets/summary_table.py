"""The exercises of the summary in as many columns and lines as there are."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.content import Content
from textual.widget import Widget

from hiptimer.tui.summary import Summary, Tone
from hiptimer.tui.summary_grid import picture
from hiptimer.tui.summary_head import Line


class SummaryTable(Widget):
    """Draws a `Summary`: the exercises from the top, what is asked and logged at the bottom.

    Each tone has a component class for its colour; signs and words have said the same already.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"summary--{tone}" for tone in Tone}
    DEFAULT_CSS = """
    SummaryTable { width: 1fr; height: 1fr; }
    SummaryTable > .summary--head { color: $text-muted; }
    SummaryTable > .summary--name { text-style: bold; }
    SummaryTable > .summary--done { color: $success; }
    SummaryTable > .summary--best { color: $success; text-style: bold; }
    SummaryTable > .summary--short { color: $warning; }
    SummaryTable > .summary--interrupted { color: $warning; }
    SummaryTable > .summary--skipped { color: $text-muted; }
    SummaryTable > .summary--nothing { color: $text-muted; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: Summary | None = None
        self._page = 0
        self._pages = 1

    def show(self, shown: Summary) -> None:
        """Draw another summary."""
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def turn_page(self, by: int = 1) -> None:
        """The exercises that had no room, or those before them."""
        self._page = (self._page + by) % self._pages
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Another size, another layout."""
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel turns pages, but not around."""
        if self._page + 1 < self._pages:
            self.turn_page()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Back."""
        if self._page:
            self.turn_page(-1)

    def render(self) -> Content:
        """The page that fits the size of now."""
        width, height = self.size
        if self._shown is None or not width:
            return Content()
        page = picture(self._shown, width, height, self._page)
        self._pages = page.pages
        self._page %= page.pages
        return Content("\n").join(map(self._line, page.lines))

    def _line(self, line: Line) -> Content:
        return Content.assemble(
            *((text, self.get_visual_style(f"summary--{tone}", partial=True)) for text, tone in line)
        )
