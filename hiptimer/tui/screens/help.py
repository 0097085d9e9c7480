"""All keys of a session, in two groups: those that mean something now, and those of any time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hiptimer.tui.keys import signs
from hiptimer.tui.screens.dialogs import Dialog


class HelpScreen(Dialog[None]):
    """The keys, read from the bindings of the screen below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,space,enter,pagedown,question_mark,f1,q", "dismiss_nothing", "Close"),
    ]

    def __init__(self, title: str, groups: Sequence[tuple[str, Sequence[Binding]]]) -> None:
        super().__init__()
        self._title = title
        self._groups = groups

    def compose(self) -> ComposeResult:
        """Both groups, a line a meaning."""
        with VerticalScroll(classes="dialog -help", can_focus=False) as panel:
            panel.border_title = self._title
            panel.border_subtitle = CLOSES
            for title, bindings in self._groups:
                if bindings:
                    yield Static(Content(title), classes="dialog-subtitle")
                    yield Static(Content("\n".join(lines(bindings, self.app.size.width))))


def lines(bindings: Iterable[Binding], width: int) -> list[str]:
    """A line a meaning: its keys, its names, what it does; neighbours that mean the same share one.

    Narrow, a line names two keys at most; wide, all of them.
    """
    found = []
    roomy = width >= ROOMY
    for meaning, group in groupby(bindings, key=lambda one: one.tooltip):
        same = list(group)
        most = None if roomy else max(1, 2 // len(same))
        keys = " ".join(key for one in same for key in signs(one)[:most])
        names = " / ".join(dict.fromkeys(one.description for one in same))
        found.append(f"{keys:<{26 if roomy else 13}} {names:<21} {meaning}")
    return found


CLOSES = "space or escape closes"
ROOMY = 100
"""Columns from which on help names every key."""
