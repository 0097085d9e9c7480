"""What the log says, read for a command."""

from __future__ import annotations

from datetime import datetime

from hiptimer.circuit.knowing import known
from hiptimer.commands.places import places
from hiptimer.commands.reading import NOTHING, NOTHING_OWN, history
from hiptimer.history.accounts import account
from hiptimer.progress.account import Account
from hiptimer.progress.regularity import regularity
from hiptimer.training_keys import per_week_in
from hiptimer.weight_keys import weights_in


def read() -> Account:
    """All that the log says now."""
    now, settings = today(), _settings()
    target = per_week_in(settings)
    with history() as store:
        if store is None:
            return Account(now, regularity((0, None, None), (), now, target), ())
        return account(store, now, weights_in(settings), known(places().circuits), target)


def nothing(account: Account) -> str:
    """Why there is nothing to tell, of an account without sessions."""
    return NOTHING_OWN if account.logged else NOTHING


def _settings() -> str:
    """The text of the settings, without the mark that some editors on Windows put before it.

    A fault in it is told by doctor and in a session.
    """
    try:
        return places().settings.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def today() -> datetime:
    """The date and time on the wall, with the local offset."""
    return datetime.now().astimezone()
