"""The app on a screen that only the test sees, its clock in the test's hand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
from textual._context import visible_screen_stack
from textual.events import Callback, Key
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from hiptimer.session.ask import running
from hiptimer.session.runner import Runner
from hiptimer.session.state import Phase, Session
from hiptimer.tui.app import HiptimerApp
from hiptimer.tui.screens.session import SessionScreen
from hiptimer.tui.widgets.block_text import BlockText
from hiptimer.tui.widgets.line import Line
from tests.fakes import Gym

CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t"}
PATIENCE = 0.5
"""Seconds to wait for what may never come."""
MOST = 10
"""Times that one part of the screen may tell another, which tells the next."""
DRAWN = 3
"""Times to draw: what is drawn asks for a size, and with that it is drawn anew."""
SELDOM = 0.25
"""Seconds between two times to draw that no test asks for. At Textual's sixtieth, what is drawn between two
keys depends on how busy the machine is. What a test looks at, and what it ends with, is drawn in any case."""
LATE = 4.0
"""Seconds between two looks of the test; more than 5 would be taken for sleep."""


class Live:
    """What a user does and sees."""

    def __init__(self, gym: Gym, pilot: Pilot[int]) -> None:
        self.gym = gym
        self.pilot = pilot

    @property
    def app(self) -> HiptimerApp:
        assert isinstance(self.pilot.app, HiptimerApp)
        return self.pilot.app

    @property
    def screen(self) -> SessionScreen:
        """The session's screen, under whatever dialogs are open."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, SessionScreen))

    @property
    def top(self) -> Screen[object]:
        """The screen that gets the keys."""
        return self.app.screen

    @property
    def dismissed(self) -> bool:
        """Whether no dialog stands over the session."""
        return self.top is self.screen

    @property
    def runner(self) -> Runner:
        return self.screen.runner

    @property
    def session(self) -> Session:
        return self.runner.session

    @property
    def place(self) -> tuple[Phase, int]:
        return self.session.phase, self.session.cursor

    # -- what is done

    async def keys(self, *keys: str) -> None:
        """Keys, one after the other, in no time: by their characters, or by their names."""
        for key in keys:
            character = key if len(key) == 1 else CHARACTERS.get(key)
            name = _character_to_key(key) if len(key) == 1 else key
            self.app.post_message(Key(name, character))
            await self.settle()

    async def settle(self) -> None:
        """Until everything that was said is heard. (The pilot's own pause sleeps a little each time.)"""
        least = 2 if self.app.focused is None else 5  # a field passes on what is typed
        for told in range(MOST):
            while not (self.top.is_mounted or self.app._exit):
                await asyncio.sleep(0.001)
            first: list[MessagePump] = [self.app, *self.app.screen_stack]
            busy = [*filter(_hears, self.top.walk_children())]
            if told >= least and not (busy or any(map(_waits, first))):
                return
            await self._all_heard([*first, *busy])

    async def _all_heard(self, pumps: list[MessagePump]) -> None:
        done = asyncio.Event()
        waiting = len(pumps)

        def heard() -> None:
            nonlocal waiting
            waiting -= 1
            if not waiting:
                done.set()

        for pump in pumps:
            if not pump.is_running or not pump.post_message(Callback(heard)):
                heard()
        until = asyncio.get_running_loop().time() + PATIENCE
        while not (done.is_set() or self.app._exit) and asyncio.get_running_loop().time() < until:
            with suppress(TimeoutError):  # a screen that has just been closed hears nothing any more
                await asyncio.wait_for(done.wait(), 0.05)

    async def press(self, key: str = "space") -> None:
        """The big key, a second after whatever was before."""
        await self.wait(1.0)
        await self.keys(key)

    async def wait(self, seconds: float) -> None:
        """Time goes by while the app looks."""
        until = self.gym.clock.reading + seconds
        while self.gym.clock.reading < until:
            self.gym.clock.reading = min(until, self.gym.clock.reading + LATE)
            before = self.session
            self.screen._look_now()
            if self.session is not before:
                await self.settle()
        await self.settle()

    async def wait_home(self, seconds: float) -> None:
        """Time goes by where no session runs."""
        self.gym.clock.reading += seconds
        await self.settle()

    async def sleep(self, seconds: float) -> None:
        """Time goes by, and then the app looks once."""
        self.gym.clock.reading += seconds
        self.screen._look_now()
        await self.settle()

    async def until(self, phase: Phase, cursor: int | None = None) -> None:
        """Set after set is done until a phase (of a step) is reached, the screen looking on."""
        self.gym.until(self.runner, phase, cursor)
        await self.settle()

    async def led_until(self, phase: Phase) -> None:
        """The same, each set for 20 s, with the big key."""
        while self.session.phase is not phase:
            match self.session.phase:
                case Phase.FINISHED:
                    raise AssertionError(f"{phase} never came")
                case Phase.READY:
                    await self.press()
                case Phase.WORK:
                    await self.wait(19.0)
                    await self.press()
                case _:
                    assert running(self.session)
                    await self.wait((self.session.deadline or 0.0) - self.runner.now())

    # -- what is seen

    def says(self, selector: str) -> str:
        """The text of a line or of block letters."""
        found = self.top.query_one(selector)
        assert isinstance(found, Line | BlockText)
        return found.text

    async def drawn(self) -> None:
        """Until all is drawn that is to be drawn: now, not within a sixtieth of a second."""
        await self.settle()
        for _ in range(DRAWN):
            asked = [screen for screen in self._seen() if _asks(screen)]
            if not asked:
                break
            for screen in asked:
                screen._on_timer_update()
            await self.settle()

    def _seen(self) -> list[Screen[object]]:
        """The screens that are seen, the lowest first: under a dialog there are others."""
        stack = self.app.screen_stack
        lowest = max(place for place, screen in enumerate(stack) if screen.styles.background.a == 1)
        return stack[lowest:]

    async def picture(self) -> str:
        """The text of the screen, as it stands in the cells of the terminal once all is laid out."""
        await self.drawn()
        # as the app itself draws it: a dialog keeps what it finds below, nothing too
        visible_screen_stack.set(self.app._background_screens)
        strips = self.top._compositor.render_strips()
        return "\n".join("".join(part.text for part in strip).rstrip() for strip in strips)


def _hears(widget: Widget) -> bool:
    """Whether a part of the screen has something left to hear, or is not yet there to hear it."""
    return _waits(widget) or not widget.is_mounted


def _waits(pump: MessagePump) -> bool:
    return not pump._message_queue.empty()


def _asks(screen: Screen[object]) -> bool:
    """Whether something of a screen is to be laid out or drawn, or waits until that is done."""
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


@asynccontextmanager
async def live(
    gym: Gym, runner: Runner | None = None, at_once: bool = False, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Live]:
    """The app, running; closed at the end however the test went."""
    app = gym.app(runner, at_once)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.screen.UPDATE_PERIOD", SELDOM)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            try:
                it = Live(gym, pilot)
                yield it
                if not app._exit:
                    await it.drawn()
            finally:
                app.save()
                gym.audible.close()
