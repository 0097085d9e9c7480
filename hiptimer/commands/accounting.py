"""What the log says, read for a command."""

from __future__ import annotations

from datetime import datetime

from hiptimer.commands.knowing import known
from hiptimer.commands.places import places
from hiptimer.commands.reading import history
from hiptimer.history.accounts import account
from hiptimer.progress.account import Account
from hiptimer.progress.regularity import regularity
from hiptimer.weight_keys import weights_in
from hiptimer.weights import NONE_OWNED, Weights


def read() -> Account:
    """All that the log says now."""
    now = today()
    with history() as store:
        if store is None:
            return Account(now, regularity((0, None, None), (), now), ())
        return account(store, now, _weights(), known())


def _weights() -> Weights:
    """Those that are owned; a fault in the settings is told by doctor and in a session."""
    try:
        return weights_in(places().settings.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return NONE_OWNED


def today() -> datetime:
    """The date and time on the wall, with the local offset."""
    return datetime.now().astimezone()
