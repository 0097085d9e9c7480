"""What is done ahead once the first screen is drawn, so that the next one is there with its key."""

from __future__ import annotations

import gc
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from textual.app import App

AHEAD = 1.0
"""Seconds after which the first screen has been drawn."""
_SESSION = ("hiptimer.session.opening", "hiptimer.session.sheet", "hiptimer.tui.screens.session")
"""What stands behind the big key."""


def make_ready(app: App[Any], open_sound: Callable[[], None]) -> None:
    """All that a session needs; from now on garbage is looked for, but not in what stays."""
    open_sound()
    for name in _SESSION:
        import_module(name)
    read_styles(app, "*.tcss")
    gc.freeze()
    gc.enable()


def read_styles(app: App[Any], *files: str) -> None:
    """Those of screens that are not shown yet: as it shows one, Textual would parse all others again."""
    here = Path(__file__).resolve().parent
    app.stylesheet.read_all([path for file in files for path in sorted(here.glob(file))])
    app.stylesheet.parse()
