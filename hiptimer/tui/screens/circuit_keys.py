"""The keys that every screen of circuits has."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType

from hiptimer.tui.keys import THEME_KEY
from hiptimer.tui.screens.lines import LinesScreen

T = TypeVar("T")

MOVES = "from line to line"
PAGES = "as many lines as are seen"


class CircuitKeys(LinesScreen[T]):
    """A screen of circuits, or of one."""

    CSS_PATH = "../circuits.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", id="circuits-up", tooltip=MOVES),
        Binding("down,tab", "move(1)", "Down", id="circuits-down", tooltip=MOVES),
        Binding("pageup", "page(-1)", "Page up", id="circuits-page-up", tooltip=PAGES),
        Binding("pagedown", "page(1)", "Page down", id="circuits-page-down", tooltip=PAGES),
        THEME_KEY,
        Binding("question_mark,f1", "help", "Keys", id="circuits-help", tooltip="all keys"),
        Binding("escape,q,Q,ctrl+c", "back", "Back", id="circuits-back", tooltip="to where you came from"),
    ]
    MOST_SAID = 3
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 (Textual declares it so)
