"""The app: which screen is shown, and leaving in good order."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.filter import LineFilter

from hiptimer.circuit.library import HOME_CIRCUIT, Found, Origin, OriginKind
from hiptimer.history.store import Store
from hiptimer.look import Motion
from hiptimer.session.state import Phase
from hiptimer.tui.ahead import AHEAD, make_ready, read_styles
from hiptimer.tui.beginning import TRIAL_LEFT, TRIAL_OVER
from hiptimer.tui.farewell import farewell
from hiptimer.tui.filters import Harmless, Spelled
from hiptimer.tui.flashes import Flashes
from hiptimer.tui.setting import Setting
from hiptimer.tui.terminal import (
    GIVE_TITLE_BACK,
    KEEP_TITLE,
    heed_signals,
    interrupt_no_more,
    leave_at_once,
    listening,
    survive_continue,
    survive_noise,
    write,
)
from hiptimer.tui.themes import fallbacks, own_themes
from hiptimer.tui.world import World

if TYPE_CHECKING:
    from hiptimer.session.runner import Runner

DRAWN_BY = 1.0
"""Seconds that a key waits for a screen to be drawn, at the most."""


class HiptimerApp(Setting):
    """Home; or `at_once` a session, and then the app ends with it.

    `at_once` without a `runner`: one is begun, after asking what becomes of a session left open.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["hiptimer.tcss", "home.tcss", "colours.tcss"]
    TITLE = "hiptimer"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False  # a click on what was there a moment ago would end Textual 8.2.8
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, id="suspend"),
    ]

    def __init__(self, world: World, runner: Runner | None = None, at_once: bool = False) -> None:
        super().__init__()
        self._world = world
        self._settings = world.settings
        self._weights = world.settings.weights
        self.keyboard = world.settings.keyboard
        self._circuit = Found(HOME_CIRCUIT, world.text, Origin(OriginKind.BUILT_IN, HOME_CIRCUIT))
        self.signs = world.signs
        """The signs that may be drawn."""
        self._drawn_through = [one for one in (Harmless(), Spelled(world.signs)) if one.enabled]
        for theme in own_themes():
            self.register_theme(theme)
        self.theme = world.settings.look.theme
        if world.settings.look.motion is Motion.REDUCED:
            self.animation_level = "none"
        self._flashes = Flashes(self, world.settings.look.flash, world.audible)
        self._runner = runner
        self._scratch: Store | None = None
        self._at_once = at_once or runner is not None
        self.failure: Exception | None = None
        """What broke the app, if something did."""
        self.farewell = ""
        """What is to be said of the last session, when the screen is gone."""

    def get_driver_class(self) -> type[Driver]:
        """What reads the keys and draws."""
        return listening(super().get_driver_class())

    async def run_async(self, **more: Any) -> int | None:
        """Run the app. Signals are heeded from before the terminal is changed until it is as it was."""
        heed_signals(self._leave, self._hang_up)
        survive_noise()
        try:
            return await super().run_async(**more)
        finally:
            interrupt_no_more()

    def on_mount(self) -> None:
        """Show the first screen; what stands behind its keys is made ready later."""
        self.set_timer(AHEAD, lambda: make_ready(self, self._open_sound))
        self.set_keymap(self.keyboard.keymap())
        self._asyncio_loop = asyncio.get_running_loop()
        survive_continue(self)
        write(self, KEEP_TITLE)
        self.app_resume_signal.subscribe(self, self._repaint)
        if self._at_once:
            read_styles(self, "session.tcss", "summary.tcss")
        if self._runner is not None:
            self._show_session(self._runner)
        elif self._at_once:
            self._start_or_ask()
        else:
            self._welcome()

    def on_unmount(self) -> None:
        """The window has its own title again."""
        write(self, GIVE_TITLE_BACK)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables, for themes that don't name them."""
        return fallbacks(self.current_theme)

    def refresh_css(self, animate: bool = True) -> None:
        """The colours of another theme; before the first screen the stylesheet only has to know them."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through on its way to the terminal."""
        return [*super().get_line_filters(), *self._drawn_through]

    async def on_event(self, event: events.Event) -> None:
        """A key waits until the screen it is meant for is drawn, and leads nowhere once all is over."""
        if isinstance(event, events.Key):
            until = self._asyncio_loop.time() + DRAWN_BY
            while not (self._exit or self.screen.is_mounted) and self._asyncio_loop.time() < until:
                await asyncio.sleep(0.001)
        if not (self._exit and isinstance(event, events.InputEvent)):
            await super().on_event(event)

    def _repaint(self, _: object) -> None:
        self.screen.refresh(layout=True)  # after Ctrl+Z and fg the terminal is blank

    def _show_session(self, runner: Runner, scratch: Store | None = None) -> None:
        """Lead through a session, then back to where it was begun."""
        from hiptimer.tui.screens.session import SessionScreen

        self._open_sound()
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
                news=self._news(),
            )
        )

    def _session_closed(self) -> None:
        self._pressed = self._world.clock.now()
        over = self._trial_words()
        self._close_runner()
        if self._at_once:
            self.exit(0)
            return
        self._say_on_home(over)
        self.pop_screen()

    def _trial_words(self) -> str:
        if self._scratch is None or self._runner is None or not self._runner.started:
            return ""
        return TRIAL_OVER if self._runner.session.phase is Phase.FINISHED else TRIAL_LEFT

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
        """A fault of ours: the command line says so in a sentence, and Textual's pages are not shown.

        None is a screen that was about to be shown as the app was told to end: it has no widgets any more.
        """
        if self._exit and isinstance(self._exception, NoMatches):
            self._exception = None
        self.failure = self._exception
        self._close_messages_no_wait()

    def save(self) -> None:
        """The live session stays open, to be resumed."""
        if self._runner is not None and self._runner.started:
            from hiptimer.session.events import Leave, Leaving

            self._runner.send(Leave(Leaving.LATER))
        self._close_runner()

    async def action_quit(self) -> None:
        """Ctrl+q, which Textual has as its own: a session asks as with q; elsewhere nothing is lost by it."""
        from hiptimer.tui.screens.dialogs import Dialog
        from hiptimer.tui.screens.filling import FillingScreen
        from hiptimer.tui.screens.session import SessionScreen

        if isinstance(self.screen, SessionScreen):
            self.screen.action_leave()
        elif isinstance(self.screen, FillingScreen):
            self.screen.action_back()
        elif isinstance(self.screen, Dialog):
            self.screen.action_dismiss_nothing()
        else:
            self.save()
            self.exit(0)
