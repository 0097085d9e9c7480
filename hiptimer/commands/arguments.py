"""The arguments of every command. One function makes the parser, so that completions can be made of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import NoReturn

from hiptimer import __version__

DEFAULT_CIRCUIT = "runner-hips"
MOST_SETS = 50
MOST_SECONDS = 3600
MOST_REACH = 60
COUNTS = ("key", "pace", "tap")

_EXAMPLES = """\
examples:
  hiptimer                    the home screen
  hiptimer start              the runner's hip circuit, at once
  hiptimer start --sets 4     four rounds of it
  hiptimer log --last 5       the last five sessions
  hiptimer circuits list      all circuits, yours too

HIPTIMER_HOME=DIR keeps all files of hiptimer under DIR.
exit codes: 0 all right, 1 something is wrong, 2 wrong arguments"""

_START_EXAMPLES = """\
A time given here replaces every countdown of its kind in the circuit.

examples:
  hiptimer start                           the runner's hip circuit
  hiptimer start ./mine.toml --rest 60     your own file, a minute of rest
  hiptimer start --count pace --reach 4    the app counts; 4 s to reach the key
  hiptimer start --guest                   somebody else trains
  hiptimer start --resume                  go on with what was left open
  hiptimer start --plain                   line by line; the keys are the same"""

_LOG_EXAMPLES = """\
examples:
  hiptimer log --last 5
  hiptimer log --json > hips.json    every set, for a program; newest last"""

_CIRCUITS_EXAMPLES = """\
examples:
  hiptimer circuits list
  hiptimer circuits show runner-hips
  hiptimer circuits check ./mine.toml    every mistake, with its line"""

_SOUNDS_EXAMPLES = """\
examples:
  hiptimer sounds list
  hiptimer sounds play count-in
  hiptimer sounds play voice/stand-left    names of phrases begin with voice/"""

_FIGURES_EXAMPLES = """\
Where the output is no terminal, pictures of every pose are printed.

examples:
  hiptimer figures                           all of them, one after the other
  hiptimer figures hip-thrust --side left    one of them, for the left leg
  hiptimer figures --still                   every pose, as text"""

_Commands = argparse._SubParsersAction


class Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say it on stderr and leave with 2."""
        from hiptimer.circuit.text import clean

        # argparse's own way of printing fails on some Pythons where stderr is closed
        if sys.stderr is not None:
            print(f"{self.prog}: {clean(message)}. See {self.prog} --help.", file=sys.stderr)
        self.exit(2)


def parser() -> Parser:
    """The parser of the whole command line; `command` is None for the home screen."""
    top = _make(
        Parser,
        prog="hiptimer",
        description="Leads you live through a hip-strength circuit, with sound, and logs every set.\n"
        "Without a command: the home screen.",
        epilog=_EXAMPLES,
    )
    top.add_argument("--version", action="version", version=f"hiptimer {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_start(commands)
    _add_log(commands)
    _add_circuits(commands)
    _add_sounds(commands)
    _add_figures(commands)
    _add(
        commands, "doctor", "check this machine: versions, files, terminal and sound; plays a tone",
        "Exit code 1 if something is wrong with the files or the sounds.",
    )  # fmt: skip
    return top


def _make(make: Callable[..., Parser], *names: str, **more: str) -> Parser:
    # an abbreviation that works today would break with the next option that begins like it
    return make(
        *names, allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **more
    )  # fmt: skip


def _add(commands: _Commands[Parser], name: str, about: str, epilog: str) -> Parser:
    described = f"{about[0].upper()}{about[1:]}."
    return _make(commands.add_parser, name, help=about, description=described, epilog=epilog)


def _add_start(commands: _Commands[Parser]) -> None:
    start = _add(commands, "start", "start a session, at READY of its first step", _START_EXAMPLES)
    start.add_argument(
        "circuit", nargs="?", metavar="CIRCUIT",
        help=f"name of a circuit, or path of a file that ends in .toml (default: {DEFAULT_CIRCUIT})",
    )  # fmt: skip
    start.add_argument(
        "--sets", type=whole(1, MOST_SETS), metavar="N",
        help=f"rounds, 1 to {MOST_SETS} (default: the circuit's)",
    )  # fmt: skip
    _add_times(start)
    start.add_argument(
        "--count", choices=COUNTS,
        help="who counts reps: key = you, one press at the end; pace = the app, aloud; tap = a press each "
        "(default: the circuit's, else as answered on the first start)",
    )  # fmt: skip
    start.add_argument("--mute", action="store_true", help="no sound")
    start.add_argument(
        "--guest", action="store_true",
        help="somebody else trains: logged as a guest's, left out of what is made of the log",
    )  # fmt: skip
    start.add_argument(
        "--plain", action="store_true",
        help="line by line, nothing is drawn: for screen readers, pipes and logs (by itself where TERM=dumb)",
    )  # fmt: skip
    which = start.add_mutually_exclusive_group()
    which.add_argument("--new", action="store_true", help="close a session that was left open as partial")
    which.add_argument(
        "--resume", action="store_true",
        help="go on with the session that was left open, as it was started; only --mute counts",
    )  # fmt: skip


def _add_times(start: Parser) -> None:
    for name, about in (
        ("--lead-in", "before a set begins, after the big key"),
        ("--switch", "to switch sides"),
        ("--rest", "before the next exercise"),
        ("--round-rest", "before the next round"),
    ):
        start.add_argument(
            name, type=seconds(MOST_SECONDS), metavar="S",
            help=f"seconds {about}, 0 to {MOST_SECONDS} (default: the circuit's)",
        )  # fmt: skip
    start.add_argument(
        "--reach", type=seconds(MOST_REACH), metavar="S",
        help=f"seconds from the end of a hold to your key press, taken off every hold, 0 to {MOST_REACH} "
        "(default: as answered on the first start, else 0)",
    )  # fmt: skip


def _add_log(commands: _Commands[Parser]) -> None:
    log = _add(commands, "log", "show the sessions: date, length, sets, holds of both sides", _LOG_EXAMPLES)
    log.add_argument("--json", action="store_true", help="as JSON, with every set")
    log.add_argument("--last", type=whole(1), metavar="N", help="only the newest N, 1 or more (default: all)")


def _add_circuits(commands: _Commands[Parser]) -> None:
    circuits = _add(commands, "circuits", "list, show or check circuits", _CIRCUITS_EXAMPLES)
    actions = circuits.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    _add(actions, "list", "list every circuit, the built-in ones and yours", "")
    show = _add(actions, "show", "show one circuit: exercises, rests, coaching tips", "")
    show.add_argument("name", metavar="NAME", help="name of a circuit, or path of a file that ends in .toml")
    check = _add(actions, "check", "check a circuit file: every mistake at once, with its line", "")
    check.add_argument("name", metavar="FILE", help="path of a file that ends in .toml")


def _add_sounds(commands: _Commands[Parser]) -> None:
    sounds = _add(commands, "sounds", "list everything that can be heard, or play it", _SOUNDS_EXAMPLES)
    actions = sounds.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    _add(actions, "list", "list every cue and phrase, with its length and meaning", "")
    play = _add(actions, "play", "play one, as a session would, and name the player", "")
    play.add_argument("name", metavar="NAME", help="name of a cue or a phrase, as the list has it")


def _add_figures(commands: _Commands[Parser]) -> None:
    figures = _add(commands, "figures", "show how the exercises move", _FIGURES_EXAMPLES)
    figures.add_argument(
        "name", nargs="?", type=figure, metavar="NAME", 
        help="name of an exercise that comes with the app (default: all of them)",
    )  # fmt: skip
    figures.add_argument(
        "--side", choices=("left", "right"), default="right", help="the leg that works (default: right)"
    )
    figures.add_argument("--still", action="store_true", help="print every pose as text")


def figure(text: str) -> str:
    """A reader of names of figures, for argparse."""
    from hiptimer.circuit.text import words
    from hiptimer.figure.shelf import figures

    if text not in figures():
        raise _expected(f"one of {words(figures())}", text)
    return text


def whole(low: int, high: int | None = None) -> Callable[[str], int]:
    """A reader of whole numbers within a range, for argparse."""
    words = f"{low} or more" if high is None else f"from {low} to {high}"

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            raise _expected(f"a whole number, {words}", text) from None
        if number < low or (high is not None and number > high):
            raise _expected(f"a whole number, {words}", text)
        return number

    return read


def seconds(high: int) -> Callable[[str], float]:
    """A reader of seconds from 0 to `high`, for argparse; not-a-number is out of every range."""

    def read(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            raise _expected(f"seconds, from 0 to {high}", text) from None
        if not 0 <= number <= high:
            raise _expected(f"seconds, from 0 to {high}", text)
        return number

    return read


def _expected(what: str, text: str) -> argparse.ArgumentTypeError:
    from hiptimer.circuit.text import quoted

    return argparse.ArgumentTypeError(f"expected {what}, got {quoted(text)}")
