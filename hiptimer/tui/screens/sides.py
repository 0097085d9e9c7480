"""Sides: each exercise over its sessions, left against right, and what may be said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from hiptimer.circuit.model import Exercise
from hiptimer.circuit.text import clean
from hiptimer.progress.overview import Overview
from hiptimer.tui import sides
from hiptimer.tui.fit import KEPT, plain, unbroken
from hiptimer.tui.keys import THEME_KEY, sign
from hiptimer.tui.screens.help import HelpScreen
from hiptimer.tui.widgets.line import Line, foot
from hiptimer.tui.widgets.plot import Plot
from hiptimer.tui.words import keys_phrases

LOW, HIGH = 18, 24
"""Rows below which blank lines are left out, and below which some notes stand under the plot."""
UNSHOWN = ("sides-leave", "sides-page-up")
"""Keys that are not in the footer."""
MORE = "sides-page-down"
"""In the footer where there is more than is seen."""


class SidesScreen(Screen[None]):
    """One exercise at a time; `read` looks one up in the history."""

    CSS_PATH = "../progress.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "right,down,space,tab", "turn(1)", "Next", id="sides-next", tooltip="the next exercise"
        ),
        Binding("pagedown", "page(1)", "More", id=MORE, tooltip="what has no room, further down"),
        Binding("left,up,shift+tab", "turn(-1)", "Before", id="sides-before", tooltip="the exercise before"),
        Binding("pageup", "page(-1)", "Page up", id="sides-page-up", tooltip="further up"),
        THEME_KEY,
        Binding("question_mark,f1", "help", "Keys", id="sides-help", tooltip="all keys"),
        Binding("escape,backspace,q,Q,s,S", "leave", "Home", id="sides-leave", tooltip="back to home"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-normal")]  # noqa: RUF012 (Textual declares it so)
    AUTO_FOCUS = ""

    def __init__(self, exercises: Sequence[Exercise], read: Callable[[Exercise], Overview]) -> None:
        super().__init__()
        self._exercises = exercises
        self._read = read
        self._place = 0
        self._shown: Overview | None = None

    def compose(self) -> ComposeResult:
        """The exercises; the verdict, the plot, the sides, scrolled where they have no room; the keys."""
        yield Static(id="sides-tabs")
        with Vertical(id="sides"):
            yield Static(id="sides-verdict")
            yield Static(id="sides-words")
            yield Plot(id="sides-plot")
            yield Line(id="sides-legend")
            yield Static(id="sides-notes")
            yield Static(id="sides-values")
            yield Static(id="sides-next")
        yield foot("ESC Home")

    def on_mount(self) -> None:
        """The first exercise."""
        self._turn_to(0)

    def on_resize(self, event: events.Resize) -> None:
        """Other lines where there is another size."""
        self._show(*event.size)

    def action_turn(self, by: int) -> None:
        """The exercise before or after; around."""
        if self._exercises:
            self._turn_to((self._place + by) % len(self._exercises))

    def _turn_to(self, place: int) -> None:
        self._place = place
        self._shown = self._read(self._exercises[place]) if self._exercises else None
        self.query_one("#sides").scroll_home(animate=False)
        self._show(*self.app.size)

    def _show(self, width: int, height: int) -> None:
        shown = self._shown
        self.call_after_refresh(self._show_keys)
        if shown is None:
            self._put("#sides-words", sides.NOTHING)
            return
        finding, said = sides.verdict_lines(shown)
        kept, notes = (said, []) if height >= HIGH else sides.parted(shown, said)
        series, what = sides.series(shown)
        self._put("#sides-tabs", [self._tabs(width - 4)])
        self._put("#sides-verdict", [finding.upper()])
        self._put("#sides-words", kept)
        self.query_one(Plot).show(series)
        self.query_one("#sides-legend", Line).show(*sides.legend(shown, what))
        self._put("#sides-notes", notes)
        self._put("#sides-values", sides.side_lines(shown))
        self._put("#sides-next", [sides.suggestion_line(shown)])

    def _put(self, selector: str, lines: Sequence[str]) -> None:
        """Show lines, wrapped beside margins and scrollbar: Textual would part a number from its unit."""
        place = self.query_one(selector, Static)
        place.display = any(lines)
        width = self.app.size.width - (5 if self.app.size.height >= LOW else 3)
        rows = chain.from_iterable(plain(unbroken(line), width) for line in lines if line)
        place.update(Content("\n".join(rows).replace(KEPT, " ")))

    def _tabs(self, width: int) -> str:
        """All exercises where they fit, the one that is shown in brackets; else that one and its number."""
        names = [clean(one.short) for one in self._exercises]
        tabs = "  ".join(
            f"[{name}]" if place == self._place else f" {name} " for place, name in enumerate(names)
        )
        return tabs if len(tabs) <= width else f"[{names[self._place]}]  {self._place + 1} of {len(names)}"

    def _show_keys(self) -> None:
        unshown = UNSHOWN if self.query_one("#sides").max_scroll_y else (*UNSHOWN, MORE)
        bindings = [one for one in self.BINDINGS if isinstance(one, Binding) and one.id not in unshown]
        self.query_one("#keys", Line).show(
            *keys_phrases([f"{sign(one)} {one.description}" for one in bindings])
        )

    def action_page(self, by: int) -> None:
        """A screenful up or down."""
        below = self.query_one("#sides")
        below.scroll_relative(y=by * max(1, below.size.height - 1), animate=False)

    def action_help(self) -> None:
        """All keys of this screen."""
        bindings = [one for one in self.BINDINGS if isinstance(one, Binding)]
        self.app.push_screen(HelpScreen("KEYS", [("here", bindings)]))

    def action_leave(self) -> None:
        """Back to home."""
        self.dismiss(None)
