"""Home: what is done today, about how long, with what; what happened last time, and what was left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from hiptimer.tui.keys import sign
from hiptimer.tui.screens.help import HelpScreen
from hiptimer.tui.terminal import set_title
from hiptimer.tui.today import (
    Today,
    exercise_lines,
    last_lines,
    last_table,
    open_lines,
    rest_note,
    title_lines,
)
from hiptimer.tui.widgets.block_text import BlockText
from hiptimer.tui.widgets.line import Line

TWO_COLUMNS = 100
"""Columns from which on last time stands beside today, set by set."""
NARROW = 72


@dataclass(frozen=True, slots=True)
class Doors:
    """Where home leads to."""

    start: Callable[[], None]
    trial: Callable[[], None]
    guest: Callable[[], None]
    resume: Callable[[], None]


class HomeScreen(Screen[None]):
    """The first screen. `load` reads what it shows; a session begins through one of its doors."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space,enter,pagedown", "start", "Start", id="home-start", tooltip="go to the first exercise"
        ),
        Binding(
            "t,T", "trial", "Try a minute", id="home-trial",
            tooltip="one minute of the real thing; nothing is logged",
        ),
        Binding(
            "g,G", "guest", "Guest", id="home-guest",
            tooltip="somebody else trains: logged, and left out of your statistics",
        ),
        Binding("r,R", "resume", "Resume", id="home-resume", tooltip="go on with the unfinished session"),
        Binding("question_mark,f1", "help", "Keys", id="home-help", tooltip="all keys"),
        Binding("q,Q,ctrl+q,ctrl+c", "quit", "Quit", id="home-quit", tooltip="back to the shell"),
    ]  # fmt: skip
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares it so)
        (0, "-narrow"),
        (NARROW, "-normal"),
        (TWO_COLUMNS, "-wide"),
        (178, "-vast"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares it so)
        (0, "-low"),
        (18, "-short"),
        (24, "-middle"),
        (34, "-high"),
        (50, "-towering"),
    ]
    AUTO_FOCUS = ""

    def __init__(self, load: Callable[[], Today], doors: Doors) -> None:
        super().__init__()
        self._load = load
        self._doors = doors
        self._today: Today | None = None
        self._said = ""

    def compose(self) -> ComposeResult:
        """Today, and what was before: beside it where there is room, else below."""
        yield BlockText("HIPTIMER", id="home-heading")
        yield Line("a timer and a log, not medical advice", id="home-claim")
        with Horizontal(id="home"):
            with Vertical(id="home-today"):
                yield Static(id="home-name")
                yield Static(id="home-circuit")
            with Vertical(id="home-past"):
                yield Static(id="home-last")
                yield Static(id="home-table")
                yield Static(id="home-open")
                yield Static(id="home-note")
        with Horizontal(id="foot"):
            yield Line("SPACE Start", id="button")
            yield Line(id="keys")

    def on_mount(self) -> None:
        """Read and show."""
        self.refresh_home()

    def on_screen_resume(self) -> None:
        """Back from a session: it is the last one now."""
        self.refresh_home()

    def on_resize(self, event: events.Resize) -> None:
        """Other lines where there is another width."""
        self._show(event.size.width)

    def refresh_home(self) -> None:
        """Show what there is now."""
        self._today = self._load()
        self._show(self.app.size.width)
        set_title(self.app, "hiptimer")

    def say(self, message: str) -> None:
        """Stands on home until a session is begun."""
        self._said = message

    def _show(self, width: int) -> None:
        today = self._today
        if today is None:
            return
        narrow, wide = width < NARROW, width >= TWO_COLUMNS
        self._put("#home-name", [line for line in title_lines(today) if line])
        self._put("#home-circuit", exercise_lines(today, narrow))
        self._put("#home-last", last_lines(today))
        self._put("#home-table", last_table(today) if wide else [])
        self._put("#home-open", list(open_lines(today)))
        self._put("#home-note", [line for line in (self._said, rest_note(today)) if line])
        self.query_one("#keys", Line).show("  ".join(self._key_words(narrow)))

    def _put(self, selector: str, lines: list[str]) -> None:
        """Lines into a place of their own, which is not there where there are none."""
        place = self.query_one(selector, Static)
        place.display = bool(lines)
        place.update(Content("\n".join(lines)))

    def _key_words(self, narrow: bool) -> list[str]:
        """The keys that lead somewhere now; all but the big one, which is the button."""
        left_open = self._today is not None and self._today.left_open is not None
        bindings = [one for one in self.BINDINGS if isinstance(one, Binding) and one.id != "home-start"]
        shown = [one for one in bindings if one.id != "home-resume" or left_open]
        return [f"{sign(one)} {one.description.split()[0] if narrow else one.description}" for one in shown]

    def action_start(self) -> None:
        """Begin a session."""
        self._enter(self._doors.start)

    def action_trial(self) -> None:
        """One minute of the real thing."""
        self._enter(self._doors.trial)

    def action_guest(self) -> None:
        """Begin a guest's session."""
        self._enter(self._doors.guest)

    def action_resume(self) -> None:
        """Go on with the session that was left."""
        self._enter(self._doors.resume)

    def _enter(self, door: Callable[[], None]) -> None:
        self._said = ""
        door()

    def action_help(self) -> None:
        """All keys of this screen."""
        bindings = [binding for binding in self.BINDINGS if isinstance(binding, Binding)]
        self.app.push_screen(HelpScreen("KEYS", [("here", bindings)]))

    def action_quit(self) -> None:
        """Back to the shell."""
        self.app.exit(0)
