"""What the screens of settings, keys and weights are: a heading, a list, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding
from textual.screen import Screen

from hiptimer.tui.keys import keyboard_in, remapped, sign
from hiptimer.tui.screens.help import HelpScreen
from hiptimer.tui.widgets.line import Line
from hiptimer.tui.words import keys_phrases

NARROW = 56
"""Columns below which words are left out."""


class Listing(Screen[None]):
    """With less and less around the list, the smaller the terminal is; footer and help from the keys."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares it so)
        (0, "-narrow"),
        (NARROW, "-normal"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares it so)
        (0, "-low"),
        (18, "-short"),
        (24, "-middle"),
    ]
    AUTO_FOCUS = ""
    DIGITS: ClassVar[str] = ""
    """What digits are for; empty where none are typed."""

    def all_keys(self) -> list[Binding]:
        """The keys of this screen, as they are now."""
        return remapped([one for one in self.BINDINGS if isinstance(one, Binding)], keyboard_in(self))

    def show_foot(self, button: str, names: Sequence[str], kept: int = 2) -> None:
        """What the big key does, and the keys in the footer by their ids; the last ones are kept longest."""
        bound = {one.id: one for one in self.all_keys()}
        words = [f"{sign(bound[name])} {bound[name].description}" for name in names]
        self.query_one("#keys", Line).show(*(keys_phrases(words, kept) if words else ("",)))
        self.query_one("#button", Line).show(button)

    def action_help(self) -> None:
        """All keys of this screen."""
        digits = [Binding("0-9", "", "Digits", tooltip=self.DIGITS)] if self.DIGITS else []
        self.app.push_screen(HelpScreen("KEYS", [("here", [*digits, *self.all_keys()])]))
