"""The arguments of `hiptimer circuits`."""

from __future__ import annotations

from hiptimer.commands.arguments.parsing import Commands, Parser, add

_EXAMPLES = """\
examples:
  hiptimer circuits list
  hiptimer circuits show runner-hips
  hiptimer circuits check ./mine.toml    every mistake, with its line"""


def add_to(commands: Commands[Parser]) -> None:
    """`circuits`: what is done with which."""
    circuits = add(commands, "circuits", "list, show or check circuits", _EXAMPLES)
    actions = circuits.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    add(actions, "list", "list every circuit, the built-in ones and yours", "")
    show = add(actions, "show", "show one circuit: exercises, rests, coaching tips", "")
    show.add_argument("name", metavar="NAME", help="name of a circuit, or path of a file that ends in .toml")
    check = add(actions, "check", "check a circuit file: every mistake at once, with its line", "")
    check.add_argument("name", metavar="FILE", help="path of a file that ends in .toml")
