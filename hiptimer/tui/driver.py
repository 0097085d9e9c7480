"""Keys of the terminal and what is drawn on it, handled in the app's loop instead of in threads beside it."""

from __future__ import annotations

import asyncio
import os
import sys
import termios
import time
from codecs import getincrementaldecoder
from contextlib import suppress
from functools import partial
from select import select
from typing import TYPE_CHECKING, TextIO

from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.message import Message

MOST = 4096
"""Bytes read at once."""
ALONE = ESCAPE_DELAY + 0.01
"""Seconds after which an escape without anything after it is a key by itself; a hair more than Textual's."""
MOST_WAITING = 1 << 20
"""Bytes that may wait for the terminal before the app waits for it, too."""
TO_READ = 0.03
"""Seconds that a terminal is given to read what leaves the screen."""
PATIENCE = 5.0
"""Seconds for which a terminal that takes nothing is waited for."""
_LOCAL = 3
"""The place of the local modes in the settings of a terminal."""


class Outlet:
    """Writes to a terminal at once what it takes at once, and the rest as soon as it takes more.

    The terminal that `like` writes to is opened once more, so that writes wait for nothing here and still do
    in the shell that shares it. Raises `OSError` where it can't be opened.
    """

    def __init__(self, like: TextIO | None) -> None:
        if like is None:
            raise OSError("there is no terminal")
        self._encoding, self._errors = like.encoding, like.errors or "strict"
        self._file = os.open(os.ttyname(like.fileno()), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        self._loop = asyncio.get_running_loop()
        self._left = bytearray()
        self._waits = False

    def write(self, data: str) -> None:
        """After all that was written before."""
        self._left += data.encode(self._encoding, self._errors)
        if not self._waits:
            self._drain()
        if len(self._left) > MOST_WAITING:
            self.finish()

    def finish(self) -> None:
        """Wait until all is written, or the terminal takes nothing any more."""
        while self._left and select([], [self._file], [], PATIENCE)[1]:
            self._drain()
        self._left.clear()

    def close(self) -> None:
        """Write the rest, and let go of the terminal."""
        self.finish()
        self._wait(False)
        os.close(self._file)

    def _drain(self) -> None:
        try:
            del self._left[: os.write(self._file, self._left)]
        except BlockingIOError:
            pass
        except OSError:
            self._left.clear()  # there is no terminal any more
        self._wait(bool(self._left))

    def _wait(self, wanted: bool) -> None:
        if wanted is not self._waits and not self._loop.is_closed():
            self._waits = wanted
            if wanted:
                self._loop.add_writer(self._file, self._drain)
            else:
                self._loop.remove_writer(self._file)


class QuietDriver(LinuxDriver):
    """Textual's driver, without its two threads.

    The one that reads looks ten times a second whether it is to end, which is more than all else that a
    paused session costs. The one that writes has to be woken for every picture. And a key has to get from one
    thread to the app, its answer from there to the other one, with one interpreter's lock between the three.
    Bytes that are no UTF-8 are a key of no meaning.
    """

    _outlet: Outlet | None = None
    _alone: asyncio.TimerHandle | None = None
    """Ends the wait for what may come after an escape."""

    def start_application_mode(self) -> None:
        """Take the terminal, and listen to it."""
        try:
            self._outlet = Outlet(sys.__stderr__)
        except OSError:
            self._outlet = None  # then Textual's thread writes
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._key_thread is not None:
            self._parser = XTermParser(self._debug)
            self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
            self._loop.add_reader(self.fileno, self._read)

    def run_input_thread(self) -> None:
        """Nothing is left to do for a thread."""

    def disable_input(self) -> None:
        """Listen no more."""
        self._listen_no_more()
        super().disable_input()

    def stop_application_mode(self) -> None:
        """Give the terminal back.

        Textual gives it its own settings first, and then writes what leaves the screen: a Ctrl+C in between
        would have the system throw away what the terminal has not read yet (unless NOFLSH is set).
        """
        settings = self.attrs_before
        if settings is not None:
            self.attrs_before = [*settings]
            self.attrs_before[_LOCAL] |= termios.NOFLSH
        super().stop_application_mode()
        if settings is not None:
            self.attrs_before = settings
            if self._outlet is not None:
                self._outlet.finish()
            time.sleep(TO_READ)
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, settings)

    def write(self, data: str) -> None:
        """Write to the terminal, without waiting for it."""
        if self._outlet is None:
            super().write(data)
        else:
            self._outlet.write(data)

    def close(self) -> None:
        """All is written."""
        if self._outlet is not None:
            self._outlet.close()
            self._outlet = None
        super().close()

    def send_message(self, message: Message) -> None:
        """Hand a message to the app: this is its thread already."""
        self._app.post_message(message)

    def _listen_no_more(self) -> None:
        if not self._loop.is_closed():
            self._loop.remove_reader(self.fileno)
        if self._alone is not None:
            self._alone.cancel()

    def _read(self) -> None:
        """Hand on what there is."""
        try:
            data = os.read(self.fileno, MOST)
        except OSError as error:
            self._listen_no_more()  # the terminal is gone, and would say so for ever
            self._app.call_later(partial(self._app._handle_exception, error))
            return
        if not data:
            self._listen_no_more()
            return
        if self._alone is not None:
            self._alone.cancel()
        for message in self._parser.feed(self._decode(data)):
            self.process_message(message)
        self._alone = self._loop.call_later(ALONE, self._wait_over)

    def _wait_over(self) -> None:
        for message in self._parser.tick():
            self.process_message(message)
