"""Sheets to read: all keys of a screen, in groups; and how an exercise is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest
from textwrap import wrap
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hiptimer.session.state import Session
from hiptimer.tui.keys import signs
from hiptimer.tui.meaning import EVENTS, Meaning, means_now
from hiptimer.tui.screens.dialogs import Dialog

CLOSES = "space or escape closes"
SCROLLS = "up/down scrolls, space closes"
FRAME = 4
"""Columns of the frame and the blanks within it."""
SLIVER = 6
"""Columns of the screen below that would only disturb."""
LEAST = 20
"""Columns of a paragraph, also where a terminal has fewer than any screen is made for."""
APART = 3
"""Columns between two groups that stand beside each other."""

T = TypeVar("T")
Groups = Sequence[tuple[str, Sequence[Binding]]]


class Sheet(Dialog[T | None], Generic[T]):
    """Something to read, scrolled where it is longer than the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", "Up", show=False),
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("escape,space,enter,pagedown,q", "dismiss_nothing", "Close", id="close"),
    ]

    def on_mount(self) -> None:
        """Say how it is read, once it is known how long it is."""
        self.call_after_refresh(self._say_keys)

    def on_resize(self, event: events.Resize) -> None:
        """Another width, other lines."""
        self.refresh(recompose=True)
        self.call_after_refresh(self._say_keys)

    def _say_keys(self) -> None:
        for panel in self.query(VerticalScroll):
            panel.border_subtitle = SCROLLS if panel.max_scroll_y else CLOSES

    def action_scroll(self, lines: int) -> None:
        """A line up or down."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False, immediate=True)


class HelpScreen(Sheet[None]):
    """The keys, read from the bindings of the screen below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "dismiss_nothing", "Close"),
    ]

    def __init__(self, title: str, groups: Groups) -> None:
        super().__init__()
        self._title = title
        self._groups = [group for group in groups if group[1]]

    def compose(self) -> ComposeResult:
        """The groups, beside each other where they fit, else below."""
        room, most = self.app.size.width - FRAME, self.app.size.height - 2
        texts = lines([bindings for _, bindings in self._groups], room)
        widest = [max(map(len, text)) for text in texts]
        abreast = sum(widest) + APART * (len(texts) - 1)
        beside = len(texts) > 1 and abreast <= room
        if not beside and sum(len(text) + 1 for text in texts) > most:
            texts[-1] = in_pairs(self._groups[-1][1], room) or texts[-1]
        with VerticalScroll(classes="dialog -help", can_focus=False) as panel:
            panel.border_title = self._title
            spare = room - (abreast if beside else max(widest))
            panel.styles.width = "100%" if spare < SLIVER else self.app.size.width - spare
            with Container(classes="help-groups -beside" if beside else "help-groups"):
                for (title, _), text, width in zip(self._groups, texts, widest, strict=True):
                    with Vertical(classes="help-group") as group:
                        group.styles.width = width + APART if beside else "100%"
                        yield Static(Content(title), classes="dialog-subtitle")
                        yield Static(Content("\n".join(text)))


def groups_now(session: Session, bindings: Iterable[Binding]) -> Groups:
    """The keys that mean something where the session stands, as what they mean; and those of any time."""
    now: list[Binding] = []
    always: list[Binding] = []
    for binding in bindings:
        key = binding.id or ""
        if key not in EVENTS:
            always.append(binding)
        elif found := means_now(session, key, EVENTS[key], Meaning(binding.description, binding.tooltip)):
            now.append(replace(binding, description=found.name, tooltip=found.does))
    return [("now", now), ("any time", [one for one in always if one.id != "help"])]


def lines(groups: Iterable[Iterable[Binding]], width: int) -> list[list[str]]:
    """For each group a line a meaning: its keys, its names, what it does; neighbours may share one.

    Where `width` has no room for three columns, each meaning is a paragraph.
    """
    found = [_entries(bindings) for bindings in groups]
    every = [entry for group in found for entry in group]
    keyed, named = (max(len(entry[place]) for entry in every) for place in (0, 1))
    tables = [
        [f"{keys:<{keyed}}  {names:<{named}}  {does}" for keys, names, does in group] for group in found
    ]
    if max(len(line) for table in tables for line in table) <= width:
        return tables
    narrow = max(width, LEAST)
    return [
        [
            line
            for entry in group
            for line in wrap("{}  {}: {}".format(*entry), narrow, subsequent_indent="  ")
        ]
        for group in found
    ]


def in_pairs(bindings: Iterable[Binding], width: int) -> list[str]:
    """Two meanings a line, by their keys and names only; empty where there is no room for them."""
    entries = _entries(bindings)
    half = -(-len(entries) // 2)
    columns = []
    for part in (entries[:half], entries[half:]):
        keyed = max((len(keys) for keys, _, _ in part), default=0)
        columns.append([f"{keys:<{keyed}}  {names}" for keys, names, _ in part])
    left = max(map(len, columns[0])) + APART
    found = [f"{one:<{left}}{other}".rstrip() for one, other in zip_longest(*columns, fillvalue="")]
    return found if max(map(len, found)) <= width else []


def _entries(bindings: Iterable[Binding]) -> list[tuple[str, str, str]]:
    """Keys, names, what they do."""
    found = []
    for does, group in groupby(bindings, key=lambda one: one.tooltip):
        same = list(group)
        keys = " ".join(key for one in same for key in signs(one))
        found.append((keys, _names([one.description for one in same]), does))
    return found


def _names(names: Sequence[str]) -> str:
    """`Pause`; `One more / less`, the word they share said once."""
    first, *others = dict.fromkeys(names)
    begins = first.rpartition(" ")[0] + " "
    return " / ".join([first, *(other.removeprefix(begins) for other in others)])
