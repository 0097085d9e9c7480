"""The smallest Textual app that answers: it shows the key that was pressed last."""

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class LastKey(App[None]):
    """One Static."""

    def compose(self) -> ComposeResult:
        """A line."""
        yield Static("smallest")

    def on_key(self, event: Key) -> None:
        """Show it."""
        self.query_one(Static).update(f"pressed {event.key}")


LastKey().run()
