"""What the screens of settings, keys and weights are: a heading, a list, and what is said of it."""

from __future__ import annotations

from textual.screen import Screen

NARROW = 56
"""Columns below which words are left out."""


class Listing(Screen[None]):
    """With less and less around the list, the smaller the terminal is."""

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
