"""The arguments of `hiptimer report`."""

from __future__ import annotations

from pathlib import Path

from hiptimer.commands.arguments.parsing import OUTPUT, STDOUT, Commands, Parser, add, expected

ENDINGS = (".html", ".txt")

_EXAMPLES = """\
Verdicts and how sure they are, trends, pain, notes, weights, how regularly you
trained, and how all of it was measured. A file that is there is replaced.

examples:
  hiptimer report
  hiptimer report -o hips.html    with plots; a browser shows and prints it"""


def add_to(commands: Commands[Parser]) -> None:
    """`report`: to where."""
    report = add(commands, "report", "write one page for your physio", _EXAMPLES)
    report.add_argument(
        "-o", "--output", type=file, metavar=OUTPUT,
        help="a file to write, its name ending in .html or .txt; without it, or with -, text is printed",
    )  # fmt: skip


def file(text: str) -> Path | None:
    """A reader of the names of files that a report can be written to, for argparse; None: it is printed."""
    if text == STDOUT:
        return None
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        raise expected(f"a file name ending in {' or '.join(ENDINGS)}", text)
    return path
