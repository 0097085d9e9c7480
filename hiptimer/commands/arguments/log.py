"""The arguments of `hiptimer log`."""

from __future__ import annotations

from hiptimer.commands.arguments.parsing import Commands, Parser, add, whole

_EXAMPLES = """\
examples:
  hiptimer log --last 5
  hiptimer log --json > hips.json    every set, for a program; newest last"""


def add_to(commands: Commands[Parser]) -> None:
    """`log`: how much of it, and for whom."""
    log = add(commands, "log", "show the sessions: date, length, sets, holds of both sides", _EXAMPLES)
    log.add_argument("--json", action="store_true", help="as JSON, with every set")
    log.add_argument("--last", type=whole(1), metavar="N", help="only the newest N, 1 or more (default: all)")
