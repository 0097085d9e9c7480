"""`hiptimer log`: the sessions done, as a table for people or as JSON. Nothing is written."""

from __future__ import annotations

import argparse

from hiptimer.commands.reading import NOTHING, history
from hiptimer.history.records import SessionRecord, table, to_json


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
    with history() as store:
        if store is None:
            return []
        # SQLite knows no larger number
        return store.sessions(last and min(last, 2**63 - 1))
