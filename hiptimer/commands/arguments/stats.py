"""The arguments of `hiptimer stats`."""

from __future__ import annotations

from hiptimer.commands.arguments.parsing import Commands, Parser, add

_EXAMPLES = """\
One session can't tell which hip is weaker: the verdict says how sure it is, and
how many sessions are missing to a first hint.

examples:
  hiptimer stats
  hiptimer stats --exercise wall-push
  hiptimer stats --json > stats.json    for a program; seconds, kg, percent"""


def add_to(commands: Commands[Parser]) -> None:
    """`stats`: of which exercise, and for whom."""
    stats = add(commands, "stats", "show which side is held shorter, trends and weights", _EXAMPLES)
    stats.add_argument("--json", action="store_true", help="as JSON, with the holds of each session")
    stats.add_argument(
        "--exercise", metavar="ID", help="only the exercise of this id, such as wall-push (default: all)"
    )
