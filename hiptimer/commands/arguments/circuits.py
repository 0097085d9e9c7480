"""The arguments of `hiptimer circuits`."""

from __future__ import annotations

from hiptimer.commands.arguments.parsing import CIRCUIT, Commands, Parser, add

_EXAMPLES = """\
examples:
  hiptimer circuits list
  hiptimer circuits show runner-hips
  hiptimer circuits new my-hips                a file with comments
  hiptimer circuits copy runner-hips my-hips   or begin with one there is
  hiptimer circuits edit my-hips               in your editor; checked after
  hiptimer circuits check ./mine.toml          every mistake with its line"""

_EITHER = "name of a circuit, or path of a file that ends in .toml"
_NAME = "name of the new circuit, such as my-hips"
_OWN = "name of a circuit of yours"


def add_to(commands: Commands[Parser]) -> None:
    """`circuits`: what is done with which."""
    circuits = add(commands, "circuits", "list, show, check, make or change circuits", _EXAMPLES)
    actions = circuits.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    _add_reading(actions)
    _add_changing(actions)


def _add_reading(actions: Commands[Parser]) -> None:
    add(actions, "list", "list every circuit, the built-in ones and yours", "")
    show = add(actions, "show", "show one circuit: exercises, rests, coaching tips", "")
    show.add_argument("name", metavar=CIRCUIT, help=_EITHER)
    check = add(actions, "check", "check a circuit file: every mistake at once, with its line", "")
    check.add_argument(
        "name", metavar=CIRCUIT, help="path of a file that ends in .toml, or name of a circuit"
    )
    add(
        actions, "schema", "print a JSON Schema, by which an editor completes and checks circuit files",
        "hiptimer circuits schema > circuit.schema.json keeps it in a file; the first\n"
        "line of a circuit beside it says so: #:schema ./circuit.schema.json",
    )  # fmt: skip
    path = add(actions, "path", "print where the file of a circuit of yours is, or their directory", "")
    path.add_argument("name", nargs="?", metavar=CIRCUIT, help=f"{_OWN} (default: their directory)")


def _add_changing(actions: Commands[Parser]) -> None:
    new = add(
        actions, "new", "write a new circuit file to change; its comments say how",
        "It is kept where hiptimer circuits path says.",
    )  # fmt: skip
    new.add_argument("name", metavar="NAME", help=_NAME)
    edit = add(
        actions, "edit", "open a circuit of yours in your editor, and check it afterwards",
        "The editor is $VISUAL, else $EDITOR, else what the system has.",
    )  # fmt: skip
    edit.add_argument("name", metavar=CIRCUIT, help=_OWN)
    copy = add(
        actions, "copy", "copy a circuit, to change the copy",
        "A copy that has the name of a built-in circuit takes its place.",
    )  # fmt: skip
    copy.add_argument("source", metavar=CIRCUIT, help=_EITHER)
    copy.add_argument("name", metavar="NAME", help=_NAME)
    remove = add(
        actions, "remove", "remove a circuit of yours; its file is moved, not deleted",
        "What was logged with it stays as it is.",
    )  # fmt: skip
    remove.add_argument("name", metavar=CIRCUIT, help=_OWN)
    remove.add_argument("--yes", action="store_true", help="don't ask")
