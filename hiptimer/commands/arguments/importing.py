"""The arguments of `hiptimer import`."""

from __future__ import annotations

from hiptimer.commands.arguments.parsing import FILE, Commands, Parser, add

_EXAMPLES = """\
Joined with what is here: the same file twice changes nothing, and the histories
of two laptops become one in any order. What can't be taken is named with its
line, and the exit code is 1.

examples:
  hiptimer import hips.json --dry-run    what would happen
  hiptimer import hips.json              what export or log --json has written"""


def add_to(commands: Commands[Parser]) -> None:
    """`import`: what, and how carefully."""
    importing = add(commands, "import", "take the sessions of a file into the history", _EXAMPLES)
    # "import" can't be the name of a module
    importing.set_defaults(command="importing")
    importing.add_argument("file", metavar=FILE, help="a JSON file; - is standard input")
    importing.add_argument("--dry-run", action="store_true", help="only say what would happen")
    importing.add_argument(
        "--all-or-nothing", action="store_true",
        help="change nothing if anything of the file can't be taken (default: take the rest)",
    )  # fmt: skip
