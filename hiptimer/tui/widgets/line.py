"""A line of plain text that is redrawn only when it changes, and never moves its neighbours."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Static

from hiptimer.tui.widgets.rows import finished


class Line(Static):
    """Plain text; markup in it is shown as it stands. Its opacity, tint and outline are not drawn."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(Content(text), id=id, classes=classes)
        self._phrases: tuple[str, ...] = (text,)
        self._text = text

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    def show(self, *phrases: str) -> None:
        """Show another text: the first of `phrases` that fits, or else the last one."""
        if phrases != self._phrases:
            self._phrases = phrases
            self._choose()

    def on_resize(self, event: events.Resize) -> None:
        """Another phrase may fit now."""
        self._choose()

    def render_line(self, y: int) -> Strip:
        """One row; what has to be wrapped, cut or aligned is left to Textual."""
        if not self._stands_as_it_is:
            return super().render_line(y)
        style = self.visual_style.rich_style
        if y or not self._text:
            return Strip.blank(self.size.width if y else 0, style)
        return Strip([Segment(self._text, style)])

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows of the region. Without border and padding nothing else has to be put together."""
        if self.styles.gutter:
            return super().render_lines(crop)
        width, behind = self.size.width, Style(bgcolor=self.visual_style.rich_style.bgcolor)
        rows = [self.render_line(y).adjust_cell_length(width, behind) for y in crop.line_range]
        return finished(self, rows, crop)

    @property
    def _stands_as_it_is(self) -> bool:
        """Whether it is one line that fits, from the left edge of the first row on."""
        styles = self.styles
        return (
            self._text.isprintable()
            and cell_len(self._text) <= self.size.width
            and styles.text_align in ("start", "left")
            and styles.content_align == ("left", "top")
        )

    def _choose(self) -> None:
        width = self.content_size.width
        fitting = (phrase for phrase in self._phrases if not width or cell_len(phrase) <= width)
        text = next(fitting, self._phrases[-1]) if len(self._phrases) > 1 else self._phrases[0]
        if text != self._text:
            self._text = text
            self.update(Content(text), layout=False)


def foot(button: str = "") -> Horizontal:
    """The last line of a screen: what the big key does, and behind it the other keys."""
    return Horizontal(Line(button, id="button"), Line(id="keys"), id="foot")
