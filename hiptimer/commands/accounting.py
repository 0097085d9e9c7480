"""What the log says, read for a command."""

from __future__ import annotations

from datetime import datetime

from hiptimer.commands.knowing import known
from hiptimer.commands.reading import history
from hiptimer.history.accounts import account
from hiptimer.progress.account import Account
from hiptimer.progress.regularity import regularity


def read() -> Account:
    """All that the log says now."""
    now = today()
    with history() as store:
        if store is None:
            return Account(now, regularity((0, None, None), (), now), ())
        return account(store, now, (), known())


def today() -> datetime:
    """The date and time on the wall, with the local offset."""
    return datetime.now().astimezone()
