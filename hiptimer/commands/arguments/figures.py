"""The arguments of `hiptimer figures`."""

from __future__ import annotations

from hiptimer.commands.arguments.parsing import FIGURE, Commands, Parser, add, expected_one_of

_EXAMPLES = """\
Where the output is no terminal, pictures of every pose are printed.

examples:
  hiptimer figures                           all of them, one after the other
  hiptimer figures hip-thrust --side left    one of them, for the left leg
  hiptimer figures --still                   every pose, as text"""


def add_to(commands: Commands[Parser]) -> None:
    """`figures`: which one, and how."""
    figures = add(commands, "figures", "show how the exercises move", _EXAMPLES)
    figures.add_argument(
        "name", nargs="?", type=figure, metavar=FIGURE,
        help="name of a figure, such as wall-push (default: all of them)",
    )  # fmt: skip
    figures.add_argument(
        "--side", choices=("left", "right"), default="right", help="the leg that works (default: right)"
    )
    figures.add_argument("--still", action="store_true", help="print every pose as text")


def figure(text: str) -> str:
    """A reader of names of figures, for argparse."""
    from hiptimer.figure.shelf import figures

    if text not in figures():
        raise expected_one_of(figures(), text)
    return text
