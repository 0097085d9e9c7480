"""What a session of a circuit would be: every step, with the countdowns between."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from hiptimer.circuit.model import Circuit
from hiptimer.tui.fit import clean
from hiptimer.tui.screens.circuit_keys import CircuitKeys
from hiptimer.tui.steps import length_words, step_lines
from hiptimer.tui.terminal import set_title
from hiptimer.tui.widgets.cell_view import CellView
from hiptimer.tui.widgets.line import Line, foot


class PreviewScreen(CircuitKeys[None]):
    """The steps, to be read."""

    FOOTER = ("circuits-up", "circuits-down", "circuits-page-down", "circuits-help")
    KEPT = 1

    def __init__(self, circuit: Circuit) -> None:
        super().__init__()
        self._circuit = circuit

    def compose(self) -> ComposeResult:
        """Which circuit, how long; the steps; keys."""
        with Horizontal(id="builder-top"):
            yield Line(clean(self._circuit.name), id="builder-title")
            yield Line(length_words(self._circuit), id="builder-length")
        yield CellView(id="steps")
        yield Line(id="said")
        yield foot("ESC Back")

    def on_mount(self) -> None:
        """Show them."""
        set_title(self.app, "hiptimer: the steps")
        self.say("")
        self.show_keys()
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Other lines where there is another width."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.is_attached:
            return
        self.cells.show(step_lines(self._circuit, self.cells.columns))

    def action_back(self) -> None:
        """Where it was opened."""
        self.dismiss()
