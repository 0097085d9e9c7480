"""`hiptimer import`: the sessions of a file, joined with those of the history in one transaction."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from hiptimer.circuit.text import clean, number_of
from hiptimer.commands.counter import Counter
from hiptimer.commands.infile import STDIN, text_of
from hiptimer.commands.places import places
from hiptimer.commands.refusal import Refusal
from hiptimer.exchange.scanning import Scan, scan
from hiptimer.exchange.shelf import Shelf
from hiptimer.exchange.taking import Taking, Tally
from hiptimer.history.database import open_database, open_in_memory, open_to_read, transaction
from hiptimer.history.faults import HistoryError, unusable
from hiptimer.history.records import FORMAT, VERSION

MOST_TOLD = 50
"""Refusals that are told one by one."""


class _Nothing(Exception):
    """Nothing is to be changed: the transaction is taken back."""


def run(args: argparse.Namespace) -> int:
    """Take what can be taken, and say what became of it."""
    name = "standard input" if args.file == STDIN else clean(args.file)
    found = scan(text_of(args.file))
    _ours(name, found)
    paths = places()
    try:
        connection = _copy(paths.database) if args.dry_run else open_database(paths.database)
        with closing(connection):
            tally = _take(connection, found, args.all_or_nothing, paths.locks)
    except HistoryError as error:
        raise Refusal(str(error)) from error
    except (sqlite3.Error, ValueError) as error:
        raise Refusal(str(unusable(paths.database, error))) from error
    nothing = bool(tally.refused) and args.all_or_nothing
    rest = "" if nothing or found.broken is None else "; the rest of the file can't be read"
    print(f"{name}: {_summary(tally, dry=args.dry_run, nothing=nothing)}{rest}")
    _tell_refused(name, tally)
    return 1 if tally.refused else 0


def _ours(name: str, found: Scan) -> None:
    """Refuse a file of another program, or of a newer hiptimer."""
    version = found.values.get("version")
    if found.values.get("format") != FORMAT or isinstance(version, bool) or not isinstance(version, int):
        why = "" if found.broken is None else f" (line {found.line(found.broken[0])}: {found.broken[1]})"
        raise Refusal(
            f"{name} is not what hiptimer export or hiptimer log --json writes{why}: take a file of theirs"
        )
    if version > VERSION:
        raise Refusal(
            f"{name} was written by a newer hiptimer (its version is {version}, this hiptimer knows "
            f"{VERSION}): update hiptimer, nothing was changed"
        )


def _copy(path: Path) -> sqlite3.Connection:
    """The history in memory: what would happen, happens there."""
    copy = open_in_memory()
    there = open_to_read(path)
    if there is not None:
        with closing(there):
            there.backup(copy)
    return copy


def _take(connection: sqlite3.Connection, found: Scan, all_or_nothing: bool, locks: Path) -> Tally:
    from hiptimer.session.lives import is_live

    taking = Taking(Shelf(connection), partial(is_live, locks))
    with (
        suppress(_Nothing),
        transaction(connection),
        Counter("Reading session", len(found.sessions)) as counter,
    ):
        taking.take(found, counter.show)
        if all_or_nothing and taking.tally.refused:
            raise _Nothing
    return taking.tally


def _summary(tally: Tally, *, dry: bool, nothing: bool) -> str:
    if nothing:
        return "nothing was changed"
    would = "would be " if dry else ""
    parts = [
        f"{number_of(tally.added, 'session')} {would}added",
        f"{tally.changed} {would}changed",
        f"{tally.same} the same",
    ]
    if tally.refused_sessions:
        parts.append(f"{tally.refused_sessions} refused")
    return ", ".join(parts)


def _tell_refused(name: str, tally: Tally) -> None:
    if sys.stderr is None:
        return
    if sys.stdout is not None:
        sys.stdout.flush()
    for one in tally.refused[:MOST_TOLD]:
        what = f"{clean(one.what)}: " if one.what else ""
        print(f"{name}:{one.line}: {what}{clean(one.reason)}", file=sys.stderr)
    more = len(tally.refused) - MOST_TOLD
    if more > 0:
        print(f"and {more} more like these", file=sys.stderr)
