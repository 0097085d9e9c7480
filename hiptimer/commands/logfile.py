"""The log file: what went wrong, for a bug report. Nothing of it reaches the terminal."""

from __future__ import annotations

import logging
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

from hiptimer.paths import Paths, find_paths

LONGEST = 1_000_000
"""Bytes, from which on the log is begun anew; the one before it is kept beside it."""


class _QuietHandler(RotatingFileHandler):
    """Python's own would print to the terminal, which a full-screen app is drawing on."""

    def handleError(self, record: logging.LogRecord) -> None:
        """A log that can't be written must not disturb what it is about."""

    def close(self) -> None:
        """Nor must its end, where what is left to write finds the disk full."""
        with suppress(OSError):
            super().close()


def open_log(paths: Paths) -> logging.Handler:
    """Write what hiptimer logs to its file; to nowhere where there is no place for one."""
    handler: logging.Handler
    try:
        paths.log.parent.mkdir(parents=True, exist_ok=True)
        handler = _QuietHandler(paths.log, maxBytes=LONGEST, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        # without any, Python would print to the terminal
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("hiptimer")
    logger.addHandler(handler)
    logger.propagate = False
    return handler


def close_log(handler: logging.Handler) -> None:
    """Undo `open_log`."""
    logger = logging.getLogger("hiptimer")
    logger.removeHandler(handler)
    logger.propagate = True
    handler.close()


def keep(error: Exception) -> Path | None:
    """Write an error and its traceback to the log; the file, or None if it can't be written."""
    try:
        log = find_paths().log
        log.parent.mkdir(parents=True, exist_ok=True)
        # tried first: a handler would not tell
        with log.open("a", encoding="utf-8"):
            pass
        handler = open_log(find_paths())
    except (OSError, RuntimeError):
        return None
    logging.getLogger("hiptimer").error("unexpected", exc_info=error)
    close_log(handler)
    return log
