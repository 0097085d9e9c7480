"""`hiptimer`: the home screen, and what both commands that draw have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiptimer.commands.places import places
from hiptimer.commands.refusal import FaultyFile, Refusal
from hiptimer.commands.terminal import need_screen, need_terminal

if TYPE_CHECKING:
    from hiptimer.tui.launch import Start


def run() -> int:
    """Show the home screen until it is left."""
    need_terminal()
    return launch(None, mute=False)


def launch(start: Start | None, *, mute: bool) -> int:
    """Draw, with a log file for what goes wrong meanwhile; what keeps it from starting is refused."""
    import logging
    import sqlite3

    from hiptimer.circuit.faults import CircuitFaults
    from hiptimer.circuit.library import LibraryError
    from hiptimer.commands.logfile import close_log, open_log
    from hiptimer.history.database import HistoryError, unusable
    from hiptimer.session.opening import Busy
    from hiptimer.tui.launch import NothingToResume
    from hiptimer.tui.launch import run as run_app

    paths = places()
    handler = open_log(paths)
    try:
        return run_app(paths, start, mute=mute, before_drawing=need_screen)
    except CircuitFaults as error:
        raise FaultyFile(str(error)) from error
    except (LibraryError, HistoryError, NothingToResume, Busy) as error:
        raise Refusal(str(error)) from error
    except OSError as error:
        logging.getLogger("hiptimer").error("a file failed", exc_info=error)
        where = f"{error.filename}: " if error.filename else ""
        raise Refusal(f"a file can't be used: {where}{error.strerror or error}") from error
    except sqlite3.Error as error:
        raise Refusal(str(unusable(paths.database, error))) from error
    finally:
        close_log(handler)
