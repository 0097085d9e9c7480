"""The smallest Textual app that ticks: a line of text, another one each second."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Ticking(App[None]):
    """One Static and a timer."""

    seconds = 0

    def compose(self) -> ComposeResult:
        """A line."""
        yield Static("smallest")

    def on_mount(self) -> None:
        """Tick from now on."""
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        """One second more."""
        self.seconds += 1
        self.query_one(Static).update(f"{self.seconds} seconds")


Ticking().run()
