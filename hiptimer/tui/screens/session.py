"""The screen of a live session: it turns keys into events and shows what became of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import PurePath
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from hiptimer.figure.signs import Signs
from hiptimer.history.records import SessionRecord
from hiptimer.keyboard import BIG_KEY, Keyboard
from hiptimer.progress.hints import NONE, Hints
from hiptimer.session import events as e
from hiptimer.session.ask import running
from hiptimer.session.estimate import seconds_after
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase, Session
from hiptimer.tui.audible import Audible
from hiptimer.tui.earlier import question_phrases
from hiptimer.tui.keys import SESSION_KEYS, footer, keyboard_in
from hiptimer.tui.looks import Looks
from hiptimer.tui.painting import paint_now
from hiptimer.tui.screens.digits import Digits
from hiptimer.tui.screens.saying import NEWS_SECONDS
from hiptimer.tui.slept import slept_words
from hiptimer.tui.summary import Past, summary
from hiptimer.tui.terminal import set_title
from hiptimer.tui.top import info_phrases, notice_phrases, typed_phrases
from hiptimer.tui.view import BUTTONS, KEYS, View, view
from hiptimer.tui.widgets.block_text import BlockText
from hiptimer.tui.widgets.line import Line
from hiptimer.tui.widgets.live_face import LiveFace
from hiptimer.tui.widgets.summary_face import SummaryFace
from hiptimer.tui.words import status_phrases
from hiptimer.weights import NONE_OWNED, Weights

LEAST_SIZE = (40, 12)
CLICK_TO_FRONT = 0.5
"""Seconds after the window came to the front in which a click is taken for the one that brought it."""


class SessionScreen(Digits):
    """Leads through one session; when it is over or left, `close` is called. `last` is the one before."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../session.tcss", "../summary.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = list(SESSION_KEYS)
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        *((0, "-slim"), (60, "-narrow"), (72, "-normal"), (118, "-wide"), (178, "-vast"))
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        *((0, "-flat"), (16, "-low"), (24, "-middle"), (34, "-high"), (50, "-towering"))
    ]
    AUTO_FOCUS = ""

    def __init__(
        self,
        runner: Runner,
        audible: Audible,
        close: Callable[[], None],
        last: SessionRecord | None = None,
        *,
        logged: bool = True,
        signs: Signs = Signs.BRAILLE,
        weights: Weights = NONE_OWNED,
        hints: Hints = NONE,
        news: str = "",
    ) -> None:
        super().__init__()
        self.logged = logged
        self.signs = signs
        self.weights = weights
        self.hints = hints
        self.runner = runner
        self.audible = audible
        self._close = close
        self._last = last
        """The finished session before this one."""
        self._message = news
        self._blurred = False
        self._in_front_since = float("-inf")
        self._looks = Looks(runner, self._look_now)
        self._shown: Session | None = None
        self._woke = runner.woke
        self._under_way = False
        """Past its first READY: what is wrong with the sound has been read."""
        self._after = 0.0

    def compose(self) -> ComposeResult:
        """Status, notice, the live or the finished session, the big key and the others."""
        with Container(id="top"):
            yield Line(id="status")
            yield Line(id="info")
            yield Line(id="notice")
        yield LiveFace(self.runner.now, self.signs)
        yield SummaryFace()
        yield Line(id="small")
        with Container(id="foot"):
            yield BlockText(id="button")
            yield Line(id="keys")

    def on_mount(self) -> None:
        """From now on, show every change."""
        self.audible.listen_to(self.runner)
        self.runner.listen(lambda runner: self.show())
        # focus events of the window reach the app only
        self.watch(self.app, "app_focus", self._window_focus_changed, init=False)
        self.say(self._message, NEWS_SECONDS) if self._message else self.show()

    def show(self) -> None:
        """Show the session as it stands now, and look again when it will look different."""
        session, now, keys = self.runner.session, self.runner.now(), keyboard_in(self)
        changed = session is not self._shown
        if changed:
            self._show_change(session)
        self._show_info(session, now)
        live = None if session.phase is Phase.FINISHED else self._live(session, now, keys)
        if live is not None:
            button, others = live.button, live.keys
            self.query_one(LiveFace).show(live, session)
        else:
            button, others = BUTTONS[Phase.FINISHED], KEYS[Phase.FINISHED]
            past, unit = self._past(session), self.weights.unit
            self.query_one(SummaryFace).show(summary(session, self.row, past, unit))
        self.query_one("#button", BlockText).update(f"{keys.sign(BIG_KEY).upper()} {button}")
        self.query_one("#keys", Line).show(*footer(others, keys))
        paint_now(self, self._leaves)
        if live is not None:
            self.query_one(LiveFace).move(live.figure)
        if changed:
            set_title(self.app, status_phrases(session)[0])
        self._looks.plan(self.app, now)

    def _live(self, session: Session, now: float, keys: Keyboard) -> View:
        shown = view(session, now, self.row, self.weights, self.hints, keys)
        if self._blurred:
            shown = replace(shown, heading="NO KEYS")
        return shown if self.figures else replace(shown, figure=None)

    @cached_property
    def _leaves(self) -> tuple[Widget, ...]:
        """Whatever has something of its own to show."""
        return tuple(widget for widget in self.query(Widget) if not widget.children)

    def _past(self, session: Session) -> Past:
        # a guest has other hips
        pairs = {} if session.options.guest else self.hints.pairs
        return Past(self.runner.wall_at(session.since), session.since - self.runner.began, self._last, pairs)

    def _show_change(self, session: Session) -> None:
        before, self._shown = self._shown, session
        self._under_way |= session.phase is not Phase.READY
        if self.asking and running(session):
            self.call_later(self.runner.send, e.Freeze())
        if before is not None and self.runner.woke > self._woke:
            self._woke = self.runner.woke
            self.call_later(self.say, slept_words(before, session), NEWS_SECONDS)
        self._after = seconds_after(session, self.hints.holds)
        if before is None or before.logged != session.logged:
            self.row = 0
        if before is None or before.shown_phase != session.shown_phase:
            self.forget_digits()
        self.update_classes({f"phase-{phase.lower()}": phase is session.phase for phase in Phase})
        self._show_status(session)

    def _show_status(self, session: Session) -> None:
        phrases = status_phrases(session)
        self.query_one("#status", Line).show(*(phrases[:1] if self.has_class("-small") else phrases))

    def _show_info(self, session: Session, now: float) -> None:
        info = info_phrases(session, now, self._after, self.audible.word, self.logged, self.hints.holds)
        self.query_one("#info", Line).show(*info)
        typed = typed_phrases(session, self.typed, self.row, self.is_answer())
        news = notice_phrases(
            typed, self.runner.trouble, self._blurred, self._message, question_phrases(session)
        )
        phrases = news or (("",) if self._under_way else self.audible.notices)
        notice = self.query_one("#notice", Line)
        notice.show(*phrases)
        notice.set_class(bool(self.runner.trouble or self._blurred), "-alarm")
        self.query_one("#top").set_class(bool(news), "-news")

    def on_unmount(self) -> None:
        """Nobody looks any more."""
        self._looks.stop()

    def _look_now(self) -> None:
        before = self.runner.session
        if self.runner.look() is before:
            self.show()

    def sound_changed(self, word: str) -> None:
        """There is a player now, or another one; `word` is said of it, if it is not empty."""
        said = word or (self.audible.notice if self._under_way else "")
        self.say(said) if said else self.show()

    def action_turn_page(self) -> None:
        """The exercises that had no room in the summary."""
        self.query_one(SummaryFace).turn_page()

    def close_session(self) -> None:
        """The session is over for now."""
        self._close()

    @on(events.Click, "#button")
    def _button_clicked(self, event: events.Click) -> None:
        event.stop()
        if self.runner.now() - self._in_front_since >= CLICK_TO_FRONT:
            self.action_press()

    def _window_focus_changed(self, focused: bool) -> None:
        """The keyboard is somewhere else, or here again."""
        self._blurred = not focused
        if self._blurred:
            self.audible.say(("keys-dont-reach",))
        if focused:
            self._in_front_since = self.runner.now()
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Below the least size one line says so, and the session goes on."""
        small = event.size.width < LEAST_SIZE[0] or event.size.height < LEAST_SIZE[1]
        self.set_class(small, "-small")
        self._show_status(self.runner.session)
        wanted, size = "x".join(map(str, LEAST_SIZE)), f"{event.size.width}x{event.size.height}"
        self.query_one("#small", Line).show(f"{size}: too small, {wanted} needed.\nThe session goes on.")
