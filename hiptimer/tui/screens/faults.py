"""What is wrong in a circuit file: all of it, and how it is mended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hiptimer.circuit.draft import Draft
from hiptimer.circuit.faults import Fault
from hiptimer.circuit.text import clean, quoted
from hiptimer.tui.screens.help import Sheet

BUILDS = "e opens it in the builder, which names what is still wrong; the old file is kept."
EDITS = "hiptimer circuits edit {} opens it in your editor, and says afterwards whether all is well."


class FaultsSheet(Sheet[Draft]):
    """Every fault with its line; answers with the draft where the builder is to open it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("e,E", "build", "Builder", show=False)]

    def __init__(self, circuit: str, faults: Sequence[Fault], draft: Draft | None) -> None:
        """`draft`: what the builder can open; None where only an editor can."""
        super().__init__()
        self._circuit = circuit
        self._faults = faults
        self._draft = draft

    def compose(self) -> ComposeResult:
        """The faults in the order of their lines, and what to do."""
        with VerticalScroll(classes="dialog -help -how", can_focus=False) as panel:
            panel.border_title = Content(clean(f"{self._circuit}.toml can't be used yet"))
            for fault in self._faults:
                yield Static(Content(fault.words))
            yield Static(Content("To mend it"), classes="dialog-subtitle")
            word = quoted(self._circuit) if " " in self._circuit else clean(self._circuit)
            ways = ([BUILDS] if self._draft else []) + [EDITS.format(word)]
            yield Static(Content("\n".join(ways)))

    def action_build(self) -> None:
        """In the builder, where it can be read there."""
        if self._draft is not None:
            self.dismiss(self._draft)
