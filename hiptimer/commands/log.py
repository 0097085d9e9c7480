"""`hiptimer log`: the sessions done, as a table for people or as JSON. Nothing is written."""

from __future__ import annotations

import argparse
import sqlite3

from hiptimer.commands.places import places
from hiptimer.commands.refusal import Refusal
from hiptimer.history.database import HistoryError, unusable
from hiptimer.history.records import SessionRecord, table, to_json
from hiptimer.history.store import Store

NOTHING = "No sessions yet. The first one: hiptimer start"


def run(args: argparse.Namespace) -> int:
    """Print the log."""
    sessions = _sessions(args.last)
    if args.json:
        import json

        # pure ASCII: no encoding can spoil it, and no note in it can steer a terminal
        print(json.dumps(to_json(sessions)))
    else:
        print("\n".join(table(sessions)) if sessions else NOTHING)
    return 0


def _sessions(last: int | None) -> list[SessionRecord]:
    path = places().database
    try:
        store = Store.read(path)
    except HistoryError as error:
        raise Refusal(str(error)) from error
    if store is None:
        return []
    try:
        # SQLite knows no larger number
        return store.sessions(last and min(last, 2**63 - 1))
    except (sqlite3.Error, ValueError) as error:
        raise Refusal(str(unusable(path, error))) from error
    finally:
        store.close()
