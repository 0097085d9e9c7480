"""Keys and signs of the terminal, read where the app runs instead of in a thread beside it. Linux only."""

from __future__ import annotations

import os
from asyncio import TimerHandle
from codecs import getincrementaldecoder
from functools import partial
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.message import Message

MOST = 4096
"""Bytes read at once."""
ALONE = ESCAPE_DELAY + 0.01
"""Seconds after which an escape without anything after it is a key by itself; a hair more than Textual's."""


class QuietDriver(LinuxDriver):
    """Textual's driver, with input that wakes nobody until there is some.

    Textual reads in a thread that looks ten times a second whether it is to end, which is more than all else that
    a paused session costs; and a key has to get from that thread to the app. Bytes that are no UTF-8 are a key of
    no meaning.
    """

    _alone: TimerHandle | None = None
    """Ends the wait for what may come after an escape."""

    def start_application_mode(self) -> None:
        """Take the terminal, and listen to it."""
        super().start_application_mode()
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
