"""`hiptimer`: the home screen, and what both commands that lead through a session have in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hiptimer.commands.places import places
from hiptimer.commands.refusal import FaultyFile, Refusal, of_output
from hiptimer.commands.terminal import line_by_line, need_screen

if TYPE_CHECKING:
    from hiptimer.paths import Paths
    from hiptimer.session.todays import Start


def run(_: object = None) -> int:
    """Show the home screen until it is left; where nothing can be drawn, say what it says."""
    return launch(None, mute=False, plain=line_by_line(asked=False))


def launch(start: Start | None, *, mute: bool, plain: bool) -> int:
    """Draw, or lead line by line; what keeps a session from starting is refused."""
    with _refusals() as paths:
        # one of them is imported: Textual takes its time
        if plain:
            from hiptimer.plain.launch import run as run_plain

            return run_plain(paths, start, mute=mute)
        from hiptimer.tui.launch import run as run_app

        return run_app(paths, start, mute=mute, before_drawing=need_screen)


@contextmanager
def _refusals() -> Iterator[Paths]:
    """The directories, with a log file for what goes wrong meanwhile, and a sentence for what is."""
    import logging
    from pathlib import Path

    from hiptimer.circuit.faults import CircuitFaults
    from hiptimer.circuit.library import LibraryError
    from hiptimer.commands.logfile import close_log, open_log
    from hiptimer.file_words import why
    from hiptimer.history.faults import FAULTS, HistoryError, unusable
    from hiptimer.session.lives import NothingToResume

    paths = places()
    handler = open_log(paths)
    try:
        yield paths
    except CircuitFaults as error:
        raise FaultyFile(str(error)) from error
    except (LibraryError, HistoryError, NothingToResume) as error:
        raise Refusal(str(error)) from error
    except OSError as error:
        if of_output(error):
            # what a session says is read no more, or has no room: the command line knows what to do
            raise
        logging.getLogger("hiptimer").error("a file failed", exc_info=error)
        name = error.filename or "a file"
        raise Refusal(
            f"{name} can't be used: {why(Path(name), error)}. Check it and the directory it is in, "
            "or set HIPTIMER_HOME to another directory"
        ) from error
    except FAULTS as error:
        raise Refusal(str(unusable(paths.database, error))) from error
    finally:
        close_log(handler)
