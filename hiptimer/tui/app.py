"""The app: which screen is shown, the sound of the session, and leaving in good order."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from hiptimer.circuit.library import HOME_CIRCUIT, Found, Origin, OriginKind
from hiptimer.history.records import SessionRecord
from hiptimer.history.store import Store
from hiptimer.look import Motion, ThemeName
from hiptimer.progress.hints import NONE, Hints
from hiptimer.session.events import Leave, Leaving
from hiptimer.session.opening import hints
from hiptimer.session.runner import Runner
from hiptimer.session.state import Status
from hiptimer.tui.beginning import TRIAL_OVER, Beginning
from hiptimer.tui.farewell import farewell
from hiptimer.tui.filters import Spelled
from hiptimer.tui.flashes import Flashes
from hiptimer.tui.screens.card import CardScreen
from hiptimer.tui.screens.dialogs import Dialog
from hiptimer.tui.screens.filling import FillingScreen
from hiptimer.tui.screens.session import SessionScreen
from hiptimer.tui.screens.theme import ThemeScreen
from hiptimer.tui.terminal import GIVE_TITLE_BACK, KEEP_TITLE, leave_at_once, survive_continue, write
from hiptimer.tui.themes import fallbacks, own_themes
from hiptimer.tui.world import World

log = logging.getLogger(__name__)


class HiptimerApp(Beginning):
    """Home; or `at_once` a session, and then the app ends with it.

    `at_once` without a `runner`: one is begun, after asking what becomes of a session left open.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "hiptimer.tcss",
        "home.tcss",
        "log.tcss",
        "summary.tcss",
        "progress.tcss",
        "weights.tcss",
        "circuits.tcss",
        "colours.tcss",
    ]
    TITLE = "hiptimer"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, id="suspend"),
    ]

    def __init__(self, world: World, runner: Runner | None = None, at_once: bool = False) -> None:
        super().__init__()
        self._world = world
        self._weights = world.weights
        self._circuit = Found(HOME_CIRCUIT, world.text, Origin(OriginKind.BUILT_IN, HOME_CIRCUIT))
        self.signs = world.signs
        """The signs that may be drawn."""
        self._spelled = Spelled(world.signs)
        for theme in own_themes():
            self.register_theme(theme)
        self.theme = world.look.theme
        if world.look.motion is Motion.REDUCED:
            self.animation_level = "none"
        self._flashes = Flashes(self, world.look.flash, world.audible)
        self._runner = runner
        self._scratch: Store | None = None
        self._at_once = at_once or runner is not None
        self.failure: Exception | None = None
        """What broke the app, if something did."""
        self.farewell = ""
        """What is to be said of the last session, when the screen is gone."""

    def on_mount(self) -> None:
        """Listen to the system's signals, open the sound, show the first screen."""
        self._handle_signals()
        write(self, KEEP_TITLE)
        self.app_resume_signal.subscribe(self, self._repaint)
        self._world.audible.use(self._world.open_sound(self._ring, self._sound_changed))
        if self._runner is not None:
            self._show_session(self._runner)
        elif self._at_once:
            self._start_or_ask()
        else:
            self._show_home()

    def on_unmount(self) -> None:
        """The window has its own title again."""
        write(self, GIVE_TITLE_BACK)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables, for themes that don't name them."""
        return fallbacks(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through on its way to the terminal."""
        return [*super().get_line_filters(), *([self._spelled] if self._spelled.enabled else [])]

    def _repaint(self, _: object) -> None:
        self.screen.refresh(layout=True)  # after Ctrl+Z and fg the terminal is blank

    def _show_session(self, runner: Runner, scratch: Store | None = None) -> None:
        """Lead through a session, then back to where it was begun."""
        self._runner, self._scratch = runner, scratch
        if not self._at_once:
            runner.bounced()  # the key that began it on home may still be held
        self._world.awake.keep()
        self._flashes.follow(runner)
        logged = scratch is None
        last = self._finished_before(runner) if logged else None
        world, close = self._world, self._session_closed
        self.push_screen(
            SessionScreen(
                runner,
                world.audible,
                close,
                last,
                logged=logged,
                signs=world.figure_signs,
                weights=self._weights,
                hints=self._hints(runner, logged),
            )
        )

    def _hints(self, runner: Runner, logged: bool) -> Hints:
        """What earlier sessions have to say; nothing where they can't be read: a session goes on without."""
        try:
            return hints(self._world.store, runner.session, self._weights.owned) if logged else NONE
        except sqlite3.Error as error:
            log.warning("nothing of earlier sessions: %s", error)
            return NONE

    def _finished_before(self, runner: Runner) -> SessionRecord | None:
        """The last finished session that is not the runner's own, nor a guest's."""
        session = runner.session
        own = session.status is Status.FINISHED and not session.options.guest
        finished = self._world.store.sessions(1 + own, "finished", guests=False)
        return finished[0] if len(finished) > own else None

    def _session_closed(self) -> None:
        self._pressed = self._world.clock.now()
        over = TRIAL_OVER if self._scratch is not None else ""
        self._close_runner()
        if self._at_once:
            self.exit(0)
            return
        self._say_on_home(over)
        self.pop_screen()

    def _close_runner(self) -> None:
        if self._runner is not None:
            self._runner.close()
            if self._scratch is None:
                self.farewell = farewell(self._runner) or self.farewell
            self._runner = None
        if self._scratch is not None:
            self._scratch.close()
            self._scratch = None
        self._world.audible.silence()
        self._world.awake.release()

    def _ring(self) -> None:
        """The bell; called from the thread of the sound."""
        self._from_thread(self.bell)

    def _sound_changed(self, name: str, why: str) -> None:
        """Another player; called from the thread of the sound."""
        self._from_thread(self._show_sound)

    def _show_sound(self) -> None:
        word = self._world.audible.changed()
        for screen in self.screen_stack:
            if isinstance(screen, SessionScreen):
                screen.say(word) if word else screen.show()
            elif isinstance(screen, CardScreen):
                screen.sound_found()

    def _from_thread(self, call: Callable[[], None]) -> None:
        if not self._asyncio_loop.is_closed():
            self._asyncio_loop.call_soon_threadsafe(lambda: self.call_later(call))

    def _handle_signals(self) -> None:
        self._asyncio_loop = asyncio.get_running_loop()
        if sys.platform == "win32" or self.is_headless:
            return
        survive_continue(self)
        for number in (signal.SIGTERM, signal.SIGINT):
            self._asyncio_loop.add_signal_handler(number, self._leave, number)
        self._asyncio_loop.add_signal_handler(signal.SIGHUP, self._hang_up, signal.SIGHUP)

    def _leave(self, number: int) -> None:
        """Save, restore the terminal, end."""
        self.save()
        self.exit(128 + number)

    def _hang_up(self, number: int) -> None:
        """The terminal is gone, it seems: save and end at once, since drawing on it could block."""
        self.save()
        self._world.audible.close()
        leave_at_once(self)
        os._exit(128 + number)

    def _fatal_error(self) -> None:
        """A fault of ours: the command line says so in a sentence, and Textual's pages are not shown."""
        self.failure = self._exception
        self._close_messages_no_wait()

    def save(self) -> None:
        """The live session stays open, to be resumed."""
        if self._runner is not None and self._runner.started:
            self._runner.send(Leave(Leaving.LATER))
        self._close_runner()

    def action_theme(self) -> None:
        """Choose the colours, and see them while choosing."""
        screen = self.screen
        if isinstance(screen, SessionScreen):
            screen.ask_frozen(ThemeScreen(), lambda theme: self._keep(theme, screen.say))
        else:
            self.push_screen(ThemeScreen(), lambda theme: self._keep(theme, self._say_on_home))

    def _keep(self, theme: ThemeName | None, say: Callable[[str], None]) -> None:
        problem = theme and self._world.keep_theme(theme)
        if problem:
            say(problem)

    async def action_quit(self) -> None:
        """Ctrl+q, which Textual has as its own: a session asks as with q; elsewhere nothing is lost by it."""
        if isinstance(self.screen, SessionScreen):
            self.screen.action_leave()
        elif isinstance(self.screen, FillingScreen):
            self.screen.action_back()
        elif isinstance(self.screen, Dialog):
            self.screen.action_dismiss_nothing()
        else:
            self.save()
            self.exit(0)
