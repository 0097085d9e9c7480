"""The arguments of every command. One function makes the parser, so that completions can be made of it."""

from __future__ import annotations

from importlib import import_module

from hiptimer import __version__
from hiptimer.commands.arguments.parsing import Commands, Parser, add, make

_MODULES = {
    "start": "start",
    "quick": "quick",
    "log": "log",
    "stats": "stats",
    "report": "report",
    "export": "exporting",
    "import": "importing",
    "circuits": "circuits",
    "sounds": "sounds",
    "figures": "figures",
    "completions": "completions",
}
"""Each command, in the order of the help, and the module here that has its arguments."""

_EXAMPLES = """\
examples:
  hiptimer                    the home screen
  hiptimer start              the runner's hip circuit, at once
  hiptimer start --sets 4     four rounds of it
  hiptimer quick 8x20/10      intervals: eight times 20 s, 10 s of rest
  hiptimer log --last 5       the last five sessions
  hiptimer stats              which side is held shorter, and how sure that is
  hiptimer circuits list      all circuits, yours too

With HIPTIMER_HOME=DIR in the environment all files of hiptimer are under DIR.
exit codes: 0 all right, 1 something is wrong, 2 wrong arguments"""


def parser(asked: str | None = None) -> Parser:
    """The parser of the whole command line; `command` is None for the home screen.

    Where `asked`, the first word of it, is a command, it knows only that one, and no other is imported.
    """
    top = make(
        Parser,
        prog="hiptimer",
        description="Leads you live through a hip-strength circuit, with sound, and logs every set.\n"
        "Without a command: the home screen.",
        epilog=_EXAMPLES,
    )
    top.add_argument("--version", action="version", version=f"hiptimer {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    if asked in _MODULES:
        _add(asked, commands)
    else:
        for name in _MODULES:
            _add(name, commands)
        add(
            commands, "doctor", "check this machine: versions, files, terminal and sound; plays a tone",
            "Exit code 1 if something is wrong with the files or the sounds.",
        )  # fmt: skip
    return top


def _add(name: str, commands: Commands[Parser]) -> None:
    import_module(f"{__name__}.{_MODULES[name]}").add_to(commands)
