"""A line of plain text that is redrawn only when it changes, and never moves its neighbours."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Line(Static):
    """Plain text; markup in it is shown as it stands."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(Content(text), id=id, classes=classes)
        self._text = text

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    def show(self, text: str) -> None:
        """Show another text, if it is another."""
        if text != self._text:
            self._text = text
            self.update(Content(text), layout=False)
