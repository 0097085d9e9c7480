"""What Textual has no public way to say to the terminal."""

from __future__ import annotations

from textual.app import App

from hiptimer.circuit.text import clean


def set_title(app: App[object], title: str) -> None:
    """Give the terminal's window a title. Nothing in it can steer the terminal."""
    driver = getattr(app, "_driver", None)
    if driver is not None and not app.is_headless:
        driver.write(f"\x1b]2;{clean(title)}\x1b\\")
