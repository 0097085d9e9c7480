"""Home: what is done today, about how long, with what; what happened last time, and what was left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from hiptimer.circuit.describe import rounds_words, target_words
from hiptimer.circuit.model import Circuit
from hiptimer.history.records import SessionRecord
from hiptimer.session.estimate import minutes_of
from hiptimer.tui.keys import THEME_KEY
from hiptimer.tui.screens.help import HelpScreen
from hiptimer.tui.terminal import set_title
from hiptimer.tui.widgets.block_text import BlockText
from hiptimer.tui.widgets.line import Line


@dataclass(frozen=True, slots=True)
class HomeState:
    """What home has to tell."""

    circuit: Circuit
    last: SessionRecord | None
    left_open: SessionRecord | None


class HomeScreen(Screen[None]):
    """The first screen. `load` reads what it shows, `start` and `resume` begin a session."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space,enter,pagedown", "start", "Start", id="home-start", tooltip="go to the first exercise"
        ),
        Binding("r,R", "resume", "Resume", id="home-resume", tooltip="go on with the unfinished session"),
        THEME_KEY,
        Binding("question_mark,f1", "help", "Keys", id="home-help", tooltip="all keys"),
        Binding("q,Q,ctrl+q,ctrl+c", "quit", "Quit", id="home-quit", tooltip="back to the shell"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares it so)
        (0, "-low"),
        (24, "-middle"),
        (34, "-high"),
    ]
    AUTO_FOCUS = ""

    def __init__(
        self, load: Callable[[], HomeState], start: Callable[[], None], resume: Callable[[], None]
    ) -> None:
        super().__init__()
        self._load = load
        self._start = start
        self._resume = resume

    def compose(self) -> ComposeResult:
        """The circuit on the left, last time on the right."""
        yield BlockText("HIPTIMER", id="home-heading", most_scale=1)
        yield Line("a timer and a log, not medical advice", id="home-claim")
        with Vertical(id="home"):
            yield Static(id="home-name")
            yield Static(id="home-circuit")
            yield Static(id="home-last")
            yield Static(id="home-open")
        with Horizontal(id="foot"):
            yield Line("SPACE Start", id="button")
            yield Line(id="keys")

    def on_mount(self) -> None:
        """Read and show."""
        self.refresh_home()

    def on_screen_resume(self) -> None:
        """Back from a session: it is the last one now."""
        self.refresh_home()

    def refresh_home(self) -> None:
        """Show what there is now."""
        state = self._load()
        circuit = state.circuit
        about = f"{rounds_words(circuit)} · ~{minutes_of(circuit)} min · {', '.join(circuit.kit)}"
        self.query_one("#home-name", Static).update(Content(f"{circuit.name}\n{about}"))
        self.query_one("#home-circuit", Static).update(Content("\n".join(circuit_lines(circuit))))
        self.query_one("#home-last", Static).update(Content(last_line(state.last)))
        self.query_one("#home-open", Static).update(Content(open_line(state.left_open)))
        self.query_one("#home-open").display = state.left_open is not None
        resume = "r Resume  " if state.left_open else ""
        self.query_one("#keys", Line).show(f"{resume}? Keys  q Quit")
        set_title(self.app, "hiptimer")

    def action_start(self) -> None:
        """Begin a session."""
        self._start()

    def action_resume(self) -> None:
        """Go on with the session that was left."""
        self._resume()

    def action_help(self) -> None:
        """All keys of this screen."""
        bindings = [binding for binding in self.BINDINGS if isinstance(binding, Binding)]
        self.app.push_screen(HelpScreen("KEYS", [("here", bindings)]))

    def action_quit(self) -> None:
        """Back to the shell."""
        self.app.exit(0)


def circuit_lines(circuit: Circuit) -> list[str]:
    """A line an exercise: its place, its name, what is asked."""
    width = max(len(exercise.short) for exercise in circuit.exercises)
    lines = []
    for place, exercise in enumerate(circuit.exercises, start=1):
        asked = " · ".join(filter(None, (target_words(exercise), exercise.load)))
        lines.append(f"{place}  {exercise.short:<{width}}  {asked}")
    return lines


def last_line(last: SessionRecord | None) -> str:
    """What happened last time."""
    if last is None:
        return (
            "First time here: space starts, then it tells you what to do. Every set is logged on this disk."
        )
    minutes = "" if last.seconds is None else f", {round(last.seconds / 60)} min"
    line = f"last time: {last.started_at:%a %d %b, %H:%M}{minutes}, {sets_words(last)}"
    holds = [f"{side} {held}" for side in ("left", "right") if (held := _held(last, side))]
    return "\n".join(filter(None, (line, "held " + "; ".join(holds) if holds else "")))


def sets_words(record: SessionRecord) -> str:
    """`1 set done`, `24 sets done`."""
    return f"{record.sets_done} {'set' if record.sets_done == 1 else 'sets'} done"


def _held(last: SessionRecord, side: str) -> str:
    values = [f"{row.seconds:.0f}" for row in last.done() if row.side == side and row.seconds is not None]
    return " ".join(values) + " s" if values else ""


def open_line(left_open: SessionRecord | None) -> str:
    """The session that was left, in a line."""
    if left_open is None:
        return ""
    begun = f"{left_open.started_at:%a %d %b, %H:%M}"
    return f"unfinished: {begun}, {sets_words(left_open)}   r resumes it"
