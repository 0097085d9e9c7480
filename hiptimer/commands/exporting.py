"""`hiptimer export`: the sessions as JSON, with everything that is kept, or the sets as CSV."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from hiptimer.circuit.text import quoted
from hiptimer.commands.arguments.parsing import STDOUT
from hiptimer.commands.outfile import written
from hiptimer.commands.places import places
from hiptimer.commands.refusal import Refusal
from hiptimer.exchange.shelf import Shelf
from hiptimer.history.database import open_in_memory, open_to_read
from hiptimer.history.faults import HistoryError, unusable

_LAST = "last"


def run(args: argparse.Namespace) -> int:
    """Write the file."""
    path = places().database
    try:
        connection = open_to_read(path) or open_in_memory()
    except HistoryError as error:
        raise Refusal(str(error)) from error
    with closing(connection):
        try:
            # one look: a session that is going on meanwhile is as it was at this instant
            connection.execute("BEGIN")
            _write(args.output, _lines(Shelf(connection), args))
        except (sqlite3.Error, ValueError, TypeError) as error:
            raise Refusal(str(unusable(path, error))) from error
    return 0


def _lines(shelf: Shelf, args: argparse.Namespace) -> Iterator[str]:
    ids = shelf.ids(args.since) if args.session is None else [_one(shelf, args.session)]
    ending = Path(args.output or "").suffix.lower()
    if (args.format or ending.removeprefix(".")) == "csv":
        from hiptimer.exchange import table
        from hiptimer.history.past import Past

        found = map(Past(shelf.connection).session, ids)
        return table.lines(one for one in found if one and not one.guest and one.status != "discarded")
    from hiptimer.exchange.writing import document

    return document(shelf.circuits(ids), (one for one in map(shelf.read, ids) if one is not None))


def _one(shelf: Shelf, asked: str) -> str:
    if asked == _LAST:
        newest = shelf.newest()
        if newest is None:
            raise Refusal("there are no sessions yet. The first one: hiptimer start.")
        return newest
    found = shelf.ids(begins=asked)
    if len(found) == 1:
        return found[0]
    several = f"{len(found)} sessions have" if found else "no session has"
    raise Refusal(f"{several} an id that begins with {quoted(asked)}: hiptimer log --json shows all ids")


def _write(output: str | None, lines: Iterator[str]) -> None:
    """UTF-8 with line feeds, on every system."""
    parts = (f"{line}\n".encode() for line in lines)
    if output not in (None, STDOUT):
        written(Path(output), parts)
        return
    if sys.stdout is None:
        return
    sys.stdout.flush()
    for part in parts:
        sys.stdout.buffer.write(part)
