"""A line of plain text that is redrawn only when it changes, and never moves its neighbours."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widgets import Static


class Line(Static):
    """Plain text; markup in it is shown as it stands."""

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

    def _choose(self) -> None:
        width = self.content_size.width
        fitting = (phrase for phrase in self._phrases if not width or cell_len(phrase) <= width)
        text = next(fitting, self._phrases[-1]) if len(self._phrases) > 1 else self._phrases[0]
        if text != self._text:
            self._text = text
            self.update(Content(text), layout=False)
