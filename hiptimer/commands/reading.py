"""The history as the commands read it: nothing is written, and what is wrong with it is a sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from hiptimer.commands.places import places
from hiptimer.commands.refusal import Refusal
from hiptimer.history.faults import HistoryError, unusable
from hiptimer.history.store import Store

NOTHING = "No sessions yet. The first one: hiptimer start."
NOTHING_OWN = (
    "No sessions of your own yet: guests' and unfinished ones don't count. hiptimer log shows what there is."
)


@contextmanager
def history() -> Iterator[Store | None]:
    """The history, to be read in the `with` and not later; None where there is none yet.

    What is made of it is made in the `with`, too: SQLite keeps a text where a number belongs, and only who
    reckons with it notices.
    """
    path = places().database
    try:
        store = Store.read(path)
    except HistoryError as error:
        raise Refusal(str(error)) from error
    try:
        yield store
    except (sqlite3.Error, ValueError, TypeError) as error:
        raise Refusal(str(unusable(path, error))) from error
    finally:
        if store is not None:
            store.close()
