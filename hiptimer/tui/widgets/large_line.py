"""A line of a large terminal: the phrase that is read best from afar, in block letters."""

from __future__ import annotations

from textual import events

from hiptimer.tui.fit import clean, largest
from hiptimer.tui.widgets.block_text import BlockText


class LargeLine(BlockText):
    """What a `Line` shows, as large as the region allows."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._phrases: tuple[str, ...] = ("",)

    def show(self, *phrases: str) -> None:
        """Show another text: of `phrases` the one whose letters are the largest, else the first of them."""
        if phrases != self._phrases:
            self._phrases = phrases
            self._choose()

    def on_resize(self, event: events.Resize) -> None:
        """Another phrase may be larger now."""
        self._choose()

    def _choose(self) -> None:
        width, height = self.content_size
        worth = {phrase: largest(clean(phrase), width, height).worth for phrase in self._phrases}
        self.update(max(self._phrases, key=worth.__getitem__))
