"""What Textual has no public way to say to the terminal and the system: a title, a picture, goodbye in haste.

Everything here reaches through the app to its driver, and does nothing where that is not there.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from queue import Full
from select import select
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.geometry import Offset
from textual.strip import Strip

from hiptimer.circuit.text import clean
from hiptimer.tui.signs import Signs

if TYPE_CHECKING:
    from types import FrameType

    from textual.driver import Driver

HURRY = 0.5
"""Seconds to wait for a terminal that may be gone."""
KEEP_TITLE = "\x1b[22;2t"
GIVE_TITLE_BACK = "\x1b[23;2t"
SYNC_START, SYNC_END = "\x1b[?2026h", "\x1b[?2026l"
"""What is between is shown at once, by terminals that know it."""
LEAVE = (
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1006l"  # no mouse
    "\x1b[?2004l\x1b[?2048l\x1b[?1004l\x1b[<u"  # no paste marks, resize reports, focus reports, kitty keys
    "\x1b[?7h\x1b[?1049l\x1b[?25h" + GIVE_TITLE_BACK  # lines wrap; the main screen, with a cursor
)


def write(app: App[Any], text: str) -> None:
    """Write to the terminal behind what is drawn."""
    driver = getattr(app, "_driver", None)
    if driver is not None and not app.is_headless:
        driver.write(text)


def paintable(app: App[Any]) -> bool:
    """Whether anything can be painted past the compositor."""
    return not app.is_headless and sys.platform != "win32"


def strokes(app: App[Any], places: Iterable[tuple[Offset, Strip]]) -> str:
    """Pieces of lines at their places, as `paint` wants them."""
    return "".join(f"\x1b[{at.y + 1};{at.x + 1}H{strip.render(app.console)}" for at, strip in places)


def paint(app: App[Any], strokes: str) -> None:
    """Paint past the compositor, where that can be done.

    All of it is written at once, and the cursor stays where it is. Only for what nothing else lies over, and
    what its widget draws the same when the compositor asks for it.
    """
    if strokes:
        begin, end = (SYNC_START, SYNC_END) if getattr(app, "_sync_available", False) else ("", "")
        write(app, f"{begin}\x1b7{strokes}\x1b8{end}")


def after(app: App[Any], seconds: float, call: Callable[[], None]) -> asyncio.TimerHandle:
    """Call this in so many seconds; it can be cancelled.

    For what comes often: a timer of Textual's is a task of its own, and its news go through a queue.
    """

    def due() -> None:
        try:
            call()
        except Exception as error:
            app._handle_exception(error)

    return asyncio.get_running_loop().call_later(seconds, due)


def set_title(app: App[int], title: str) -> None:
    """Give the terminal's window a title. Nothing in it can steer the terminal."""
    signs: Signs = getattr(app, "signs", Signs.UNICODE)
    write(app, f"\x1b]2;{signs.spell(clean(title))}\x1b\\")


def leave_at_once(app: App[int]) -> None:
    """Leave the terminal as a shell needs it, waiting hardly for anything: perhaps it is gone."""
    driver = getattr(app, "_driver", None)
    before = getattr(driver, "attrs_before", None)
    if driver is None or before is None or sys.platform == "win32":
        return
    import termios

    with suppress(OSError, termios.error):
        termios.tcsetattr(driver.fileno, termios.TCSANOW, before)
    _finish_drawing(driver)
    with suppress(OSError):
        screen = sys.__stderr__.fileno() if sys.__stderr__ is not None else 2
        os.set_blocking(screen, False)
        left = LEAVE.encode()
        while left and select([], [screen], [], HURRY)[1]:
            left = left[os.write(screen, left) :]


def _finish_drawing(driver: object) -> None:
    """Let what is drawn just now be drawn: half a sequence would swallow the goodbye."""
    writer = getattr(driver, "_writer_thread", None)
    if writer is not None:
        with suppress(Full):
            writer._queue.put(None, timeout=HURRY)
            writer.join(HURRY)


def heed_signals(leave: Callable[[int], None], hang_up: Callable[[int], None]) -> None:
    """Call these, with the signal's number, when the system wants the app to end; in the running loop."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, leave, number)
    loop.add_signal_handler(signal.SIGHUP, hang_up, signal.SIGHUP)


def interrupt_no_more() -> None:
    """The screen is given back and all is saved: keys that still come, Ctrl+C too, are the shell's."""
    if sys.platform != "win32":
        asyncio.get_running_loop().remove_signal_handler(signal.SIGINT)
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def survive_continue(app: App[int]) -> None:
    """Let a plain SIGCONT, without a Ctrl+Z before it, only draw the screen again.

    Textual takes every SIGCONT for the end of its own suspension and starts its driver a second time: two
    threads read the keys then, and the terminal is never put right again (seen in Textual 8.2.8).
    """
    driver = getattr(app, "_driver", None)
    resume = getattr(driver, "_sigcont_application", None)
    if driver is None or resume is None or sys.platform == "win32":
        return

    def continued(number: int, frame: FrameType | None) -> None:
        if getattr(driver, "_must_signal_resume", True):
            resume(number, frame)
        else:
            app.call_later(app.refresh, layout=True)

    signal.signal(signal.SIGCONT, continued)


def listening(usual: type[Driver]) -> type[Driver]:
    """The driver to be used in place of Textual's for this system: one that sleeps until there is a key.

    Only where it was tried: on Linux, at a terminal.
    """
    if sys.platform != "linux" or usual.__name__ != "LinuxDriver" or not os.isatty(0):
        return usual
    from hiptimer.tui.driver import QuietDriver

    return QuietDriver


def survive_noise() -> None:
    """Let bytes that are no UTF-8 be a key of no meaning.

    Textual's thread that reads the keys would end with the first of them, and take the app with it: a letter
    with an accent is enough in a terminal that is set to Latin-1 (seen in Textual 8.2.8).
    """
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    decoder = getattr(linux_driver, "getincrementaldecoder", None)
    if decoder is getincrementaldecoder:
        vars(linux_driver)["getincrementaldecoder"] = lambda name: partial(decoder(name), errors="replace")
