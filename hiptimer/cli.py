"""The command line: what was asked for, the command that does it, and every error as a sentence.

Only the command that is asked for is imported: `hiptimer log` must be as fast as Python itself.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hiptimer import __version__
from hiptimer.commands.refusal import FaultyFile, Refusal, of_output

if TYPE_CHECKING:
    import argparse

DEBUG_VARIABLE = "HIPTIMER_DEBUG"
TAB_VARIABLE = "_ARGCOMPLETE"
"""Set by a shell that wants to know what fits at its cursor."""

OK = 0
WRONG = 1
"""Something is wrong with a file, the history or the terminal; stderr says what."""
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code: 0, 1 something is wrong, 2 wrong arguments."""
    # what is imported stays, and a command is over before there is garbage; a session turns this on again
    gc.disable()
    try:
        return _answer(argv)
    finally:
        gc.enable()


def _answer(argv: Sequence[str] | None) -> int:
    for stream in (sys.stdout, sys.stderr):
        # a terminal that knows only ASCII shows \xe9 for the letter: better than no log at all
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        code = _run(argv)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BrokenPipeError:
        # `hiptimer log | head -1`: the reader has what it wanted
        _drop_output()
        return OK
    except FaultyFile as faulty:
        return _say(str(faulty), start="")
    except Refusal as refusal:
        return _say(str(refusal))
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        # Python 3.11 makes a RuntimeError of what comes out of a __set_name__, as in an import
        return INTERRUPTED if isinstance(error.__cause__, KeyboardInterrupt) else _unexpected(error)


def _run(argv: Sequence[str] | None) -> int:
    completing = TAB_VARIABLE in os.environ
    words = None if completing else list(sys.argv[1:] if argv is None else argv)
    # what needs no arguments is answered before they could be made
    if words == []:
        from hiptimer.commands.home import run

        return run()
    if words == ["--version"]:
        print(f"hiptimer {__version__}")
        return OK
    from hiptimer.commands.arguments import parser

    top = parser(words[0] if words else None)
    if completing:
        from hiptimer.commands.completing import answer

        answer(top)
    try:
        args = top.parse_args(argv)
    except SystemExit as stop:
        # argparse has printed the help, the version or what is wrong
        return stop.code if isinstance(stop.code, int) else OK
    return _command(args)


def _command(args: argparse.Namespace) -> int:
    from importlib import import_module

    return int(import_module(f"hiptimer.commands.{args.command or 'home'}").run(args))


def _unexpected(error: Exception) -> int:
    """A fault of ours: one sentence, and the rest where a bug report can be made of it."""
    if of_output(error):
        from hiptimer.file_words import no_output

        _drop_output()
        return _say(no_output(error))
    if os.environ.get(DEBUG_VARIABLE):
        from traceback import print_exception

        print_exception(error)
        return WRONG
    from hiptimer.commands.logfile import keep

    kept = keep(error)
    where = f"The details are in {kept}" if kept else f"{DEBUG_VARIABLE}=1 shows the details"
    return _say(f"something went wrong that should not: {type(error).__name__}: {error}. {where}.")


def _say(sentence: str, start: str = "hiptimer: ") -> int:
    """What is wrong: a sentence with its full stop, or what begins as compilers' lines do, without one."""
    from hiptimer.circuit.text import clean

    end = "." if start and not sentence.endswith((".", "?")) else ""
    if sys.stderr is not None:
        print(start + "\n".join(clean(line) for line in sentence.split("\n")) + end, file=sys.stderr)
    return WRONG


def _drop_output() -> None:
    """Let Python's own flush at exit find a place that takes everything."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
