"""The smallest Textual app: a line of text."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Smallest(App[None]):
    """One Static."""

    def compose(self) -> ComposeResult:
        """A line."""
        yield Static("smallest")


Smallest().run()
