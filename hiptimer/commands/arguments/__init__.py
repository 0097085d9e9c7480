"""The arguments of every command. One function makes the parser, so that completions can be made of it."""

from __future__ import annotations

from hiptimer import __version__
from hiptimer.commands.arguments import (
    circuits,
    completions,
    figures,
    log,
    quick,
    report,
    sounds,
    start,
    stats,
)
from hiptimer.commands.arguments.parsing import Parser, add, make

_EXAMPLES = """\
examples:
  hiptimer                    the home screen
  hiptimer start              the runner's hip circuit, at once
  hiptimer start --sets 4     four rounds of it
  hiptimer quick 8x20/10      intervals: eight times 20 s, 10 s of rest
  hiptimer log --last 5       the last five sessions
  hiptimer stats              which side is held shorter, and how sure that is
  hiptimer circuits list      all circuits, yours too

HIPTIMER_HOME=DIR keeps all files of hiptimer under DIR.
exit codes: 0 all right, 1 something is wrong, 2 wrong arguments"""


def parser() -> Parser:
    """The parser of the whole command line; `command` is None for the home screen."""
    top = make(
        Parser,
        prog="hiptimer",
        description="Leads you live through a hip-strength circuit, with sound, and logs every set.\n"
        "Without a command: the home screen.",
        epilog=_EXAMPLES,
    )
    top.add_argument("--version", action="version", version=f"hiptimer {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    start.add_to(commands)
    quick.add_to(commands)
    log.add_to(commands)
    stats.add_to(commands)
    report.add_to(commands)
    circuits.add_to(commands)
    sounds.add_to(commands)
    figures.add_to(commands)
    completions.add_to(commands)
    add(
        commands, "doctor", "check this machine: versions, files, terminal and sound; plays a tone",
        "Exit code 1 if something is wrong with the files or the sounds.",
    )  # fmt: skip
    return top
