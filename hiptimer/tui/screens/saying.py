"""What the screen of a session says in answer to a key, for a few seconds, and what it says for longer."""

from __future__ import annotations

from textual.screen import Screen
from textual.timer import Timer

MESSAGE_SECONDS = 4.0
NEWS_SECONDS = 60.0


class Saying(Screen[None]):
    """One message at a time; the newest stands, but that a key does nothing takes no news away."""

    _message = ""
    """What is said now; empty where nothing is."""
    _is_news = False
    _forget: Timer | None = None

    def show(self) -> None:
        """Show the session as it stands now."""
        raise NotImplementedError

    def say(self, message: str, seconds: float = MESSAGE_SECONDS) -> None:
        """Show a message for a few seconds."""
        self._message, self._is_news = message, seconds > MESSAGE_SECONDS
        if self._forget is not None:
            self._forget.stop()
        self._forget = self.set_timer(seconds, self._forget_message)
        self.show()

    def refuse(self, words: str) -> None:
        """Show that a key does nothing now, unless what is said is news."""
        if not (self._message and self._is_news):
            self.say(words)

    def _forget_message(self) -> None:
        self._message = ""
        self.show()
