"""A list of lines of which one is marked, and is always in sight."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from hiptimer.tui.widgets.line import Line


class ChoiceList(VerticalScroll, can_focus=False):
    """Shows what it is told; it decides nothing."""

    def __init__(self, most: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._most = most
        """Lines there can be."""
        self._chosen = -1

    def compose(self) -> ComposeResult:
        """As many lines as there can be: those that are not needed are not seen."""
        for _ in range(self._most):
            yield Line(classes="choice")

    def show(self, texts: Sequence[str], chosen: int) -> None:
        """Show these lines, the chosen one marked: by a sign, so that it needs no colour; -1 marks none."""
        self._chosen = chosen
        for place, line in enumerate(self.query(Line)):
            line.display = place < len(texts)
            line.set_class(place == chosen, "-chosen")
            if line.display:
                line.show(f"{'>' if place == chosen else ' '} {texts[place]}")
        self._reveal()

    def on_resize(self, event: events.Resize) -> None:
        """There is another room, or more lines than before."""
        self._reveal()

    def _reveal(self) -> None:
        if self._chosen >= 0:
            line = self.query(Line)[self._chosen]
            self.call_after_refresh(line.scroll_visible, animate=False, immediate=True)
