"""`hiptimer log`: the sessions done, as a table for people or as JSON. Nothing is written."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from hiptimer.commands.reading import NOTHING, history
from hiptimer.history.records import SessionRecord, table, to_json


def run(args: argparse.Namespace) -> int:
    """Print the log."""
    with history() as store:
        # SQLite knows no larger number
        sessions = [] if store is None else store.sessions(args.last and min(args.last, 2**63 - 1))
        # made in here: a value that means nothing may be seen only now
        text = _json(sessions) if args.json else "\n".join(table(sessions)) if sessions else NOTHING
    print(text)
    return 0


def _json(sessions: Sequence[SessionRecord]) -> str:
    """Pure ASCII: no encoding can spoil it, and no note in it can steer a terminal."""
    import json

    return json.dumps(to_json(sessions))
