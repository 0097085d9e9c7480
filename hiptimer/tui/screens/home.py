"""Home: what is done today, about how long, with what; what happened last time, and what was left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from hiptimer.circuit.text import clean
from hiptimer.history.records import Morning
from hiptimer.keyboard import BIG_KEY
from hiptimer.tui import font, glyphs
from hiptimer.tui.doors import HOME_KEYS, Doors, last_line, meant
from hiptimer.tui.keys import keyboard_in, remapped
from hiptimer.tui.terminal import set_title
from hiptimer.tui.today import (
    Today,
    asked_words,
    asks_morning,
    exercise_lines,
    last_lines,
    last_table,
    morning_line,
    open_line,
    rest_words,
    side_line,
    title_lines,
    unkept_line,
    week_line,
)
from hiptimer.tui.widgets.block_text import BlockText
from hiptimer.tui.widgets.line import Line, foot

CLAIM = "a timer and a log, not medical advice"
TWO_COLUMNS = 100
"""Columns from which on last time stands beside today, set by set."""
NARROW = 56
"""Columns below which the lines are as short as they can be."""
SHORT, MIDDLE = 18, 24
"""Rows from which on the heading has room, and the blank lines."""
PAST_WIDTH = 48
"""Columns that last time takes beside today, the space between them included."""
SCALES = (1, 2, 3)
"""At which the exercises are drawn in block letters, where there is room."""
KEYS_BEGIN, NARROW_KEYS_BEGIN = 20, 17
"""Columns that the button and the borders take of the last line."""


class HomeScreen(Screen[None]):
    """The first screen. `load` reads what it shows; a session begins through one of its doors."""

    BINDINGS: ClassVar[list[BindingType]] = list(HOME_KEYS)
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares it so)
        (0, "-narrow"),
        (NARROW, "-normal"),
        (TWO_COLUMNS, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares it so)
        (0, "-low"),
        (SHORT, "-short"),
        (MIDDLE, "-middle"),
    ]
    AUTO_FOCUS = ""

    def __init__(self, load: Callable[[], Today], doors: Doors, problem: str = "") -> None:
        """`problem` is what is wrong with the settings: it stands there until they are right."""
        super().__init__()
        self._load = load
        self._doors = doors
        self._today: Today | None = None
        self._problem = clean(problem)
        self._said = ""
        self._left = False
        self._shown: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Today, and what was before: beside it where there is room, else below."""
        # Textual would say how large it is only after a first drawing for no size at all
        self.add_class(*self._size_classes(), update=False)
        yield BlockText("HIPTIMER", id="home-heading")
        yield Line(CLAIM, id="home-claim")
        with Horizontal(id="home"):
            with Vertical(id="home-today"):
                yield Static(id="home-name")
                yield Static(id="home-circuit")
            with Vertical(id="home-past"):
                yield Static(id="home-last")
                yield Static(id="home-table")
                yield Static(id="home-open")
                yield Static(id="home-note")
        yield foot("SPACE Start")

    def _size_classes(self) -> Iterator[str]:
        for length, breakpoints in zip(
            self.app.size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True
        ):
            yield max((least, name) for least, name in breakpoints if least <= length)[1]

    def on_mount(self) -> None:
        """Read and show, so that all of it is there as it is laid out for the first time."""
        self.refresh_home()

    def on_screen_suspend(self) -> None:
        """Another screen is over it, and may change what there is to tell."""
        self._left = True

    def on_screen_resume(self) -> None:
        """Read again: back from a session, it is the last one now."""
        if self._left:
            self._left = False
            self.refresh_home()

    def on_resize(self, event: events.Resize) -> None:
        """Other lines where there is another width."""
        self._show(*event.size)

    def refresh_home(self) -> None:
        """Show what there is now."""
        self._today = self._load()
        self._show(*self.app.size)
        set_title(self.app, "hiptimer")

    def say(self, message: str) -> None:
        """Stands on home until a session is begun."""
        self._said = message
        self._show(*self.app.size)

    def _show(self, width: int, height: int) -> None:
        today = self._today
        if today is None:
            return
        narrow, wide = width < NARROW, width >= TWO_COLUMNS
        big = big_lines(today, width - (PAST_WIDTH if wide else 4), height - (14 if wide else 22))
        self._put("#home-name", title_lines(today))
        room = rows_left(height, wide)
        exercises = big or cut(exercise_lines(today, narrow), room)
        self._put("#home-circuit", [*exercises, side_line(today, narrow)])
        self._put("#home-last", last_lines(today, narrow, wide, keyboard_in(self)))
        self._put("#home-table", cut(last_table(today), room) if wide else [])
        self._put("#home-open", [open_line(today, narrow)])
        notes = (unkept_line(today), self._said, self._problem)
        self._put("#home-note", [*notes, morning_line(today) or rest_words(today)])
        week = week_line(today)
        self.query_one("#home-claim", Line).show(
            *(f"{CLAIM}{gap}{week}" for gap in ("    ", "  ") if week), CLAIM
        )
        self.query_one("#button", Line).show(f"{keyboard_in(self).sign(BIG_KEY).upper()} Start")
        self.query_one("#keys", Line).show(
            self._key_words(width - (NARROW_KEYS_BEGIN if narrow else KEYS_BEGIN))
        )

    def _put(self, selector: str, lines: Sequence[str]) -> None:
        """Lines into a place of their own, which is not there where there are none."""
        text = "\n".join(filter(None, lines))
        if text != self._shown.get(selector):
            self._shown[selector] = text
            place = self.query_one(selector, Static)
            place.display = bool(text)
            place.update(Content(text))

    def _key_words(self, room: int) -> str:
        """The keys that lead somewhere now, in as many words as there is room for."""
        first_time = self._today is None or self._today.last is None
        return last_line(self._meant(), first_time, room)

    def _meant(self) -> list[Binding]:
        today = self._today
        left_open, asks = (today.left_open is not None, asks_morning(today)) if today else (False, False)
        return meant(remapped(HOME_KEYS, keyboard_in(self)), left_open, asks)

    def action_go(self, door: str) -> None:
        """Through one of the doors."""
        self._said = ""
        getattr(self._doors, door)()

    def action_morning(self, answer: str) -> None:
        """How the morning after the last session was, while that is a question."""
        today = self._today
        if today is not None and today.last is not None and asks_morning(today):
            self._doors.morning(today.last, Morning(answer))
            self.refresh_home()

    def action_help(self) -> None:
        """All keys of this screen that do something now."""
        from hiptimer.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("KEYS", [("here", self._meant())]))

    def action_quit(self) -> None:
        """Back to the shell."""
        self.app.exit(0)


def rows_left(height: int, wide: bool) -> int:
    """Rows for the exercises, where all the rest has to be seen, too."""
    if wide:
        return height - 13
    return height - (8 if height < SHORT else 13 if height < MIDDLE else 19)


def cut(lines: list[str], most: int) -> list[str]:
    """At most so many lines, the last one saying how many are left out."""
    return lines if len(lines) <= most else [*lines[: most - 1], f"and {len(lines) - most + 1} more"]


def big_lines(today: Today, width: int, height: int) -> list[str]:
    """The exercises in block letters, to be read from where one trains; none where there is no room."""
    exercises = today.session.circuit.exercises
    names = [exercise.short for exercise in exercises]
    if not all(font.can_draw(name) for name in names):
        return []
    room = height // len(names) - 1
    sizes = {scale: [glyphs.size(name, scale) for name in names] for scale in SCALES}
    fitting = (
        scale for scale in SCALES if all(wide <= width and high <= room for wide, high in sizes[scale])
    )
    scale = max(fitting, default=0)
    if not scale:
        return []
    gap = [" "] if room > glyphs.size(names[0], scale)[1] else []
    drawn = (
        (*glyphs.render(exercise.short, scale), asked_words(today, exercise), *gap) for exercise in exercises
    )
    return [line for lines in drawn for line in lines]
