"""The arguments of `hiptimer export`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hiptimer.commands.arguments.parsing import OUTPUT, Commands, Parser, add, expected

_EXAMPLES = """\
JSON has everything that is kept, to be imported again. CSV is for spreadsheets:
a line for each set, without discarded sessions and those of guests; it can't be
imported.

examples:
  hiptimer export -o hips.json                  a backup, or to take along
  hiptimer export --format csv -o hips.csv      for a spreadsheet
  hiptimer export --since 4w --format csv       the sets of the last four weeks
  hiptimer export --session last                the last session"""
_AGO = re.compile(r"(\d{1,6})([dw])")


def add_to(commands: Commands[Parser]) -> None:
    """`export`: in which format, which sessions, where to."""
    export = add(commands, "export", "write the sessions to a file, to keep or to take along", _EXAMPLES)
    export.set_defaults(command="exporting")
    export.add_argument(
        "--format", choices=("csv", "json"), help="default: csv where OUTPUT ends in .csv, else json"
    )
    which = export.add_mutually_exclusive_group()
    which.add_argument(
        "--since", type=since, metavar="D",
        help="only sessions begun on this day or later: 2026-03-01, or 30d or 4w for days or weeks ago",
    )  # fmt: skip
    which.add_argument(
        "--session", metavar="ID", help="only this session: the beginning of its id, or last for the newest"
    )
    export.add_argument(
        "-o", "--output", type=file, metavar=OUTPUT,
        help="a file to write; without it, or with -, all is printed",
    )  # fmt: skip


def file(text: str) -> str:
    """A reader of the name of a file, for argparse: any but none."""
    if not text:
        raise expected("the name of a file, or -", text)
    return text


def since(text: str) -> date:
    """A reader of days, for argparse."""
    try:
        ago = _AGO.fullmatch(text)
        if ago is None:
            return date.fromisoformat(text)
        return date.today() - timedelta(days=int(ago[1]) * (7 if ago[2] == "w" else 1))
    except (ValueError, OverflowError):
        raise expected("a day as 2026-03-01, or 30d or 4w for days or weeks ago", text) from None
