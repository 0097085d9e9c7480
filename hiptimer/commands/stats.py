"""`hiptimer stats`: what the log says of each exercise, for people or as JSON. Nothing is written."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from hiptimer.circuit.text import clean, nearest, quoted, words
from hiptimer.commands.accounting import nothing, read
from hiptimer.commands.refusal import Refusal
from hiptimer.progress.account import Account
from hiptimer.progress.overview import Overview


def run(args: argparse.Namespace) -> int:
    """Print the statistics."""
    account = read()
    exercises = account.exercises if args.exercise is None else [_asked(account, args.exercise)]
    print(_json(account, exercises) if args.json else _text(account, exercises))
    return 0


def _json(account: Account, exercises: Sequence[Overview]) -> str:
    import json

    from hiptimer.progress.stats_json import to_json

    # pure ASCII, as the log's
    return json.dumps(to_json(account, exercises))


def _text(account: Account, exercises: Sequence[Overview]) -> str:
    from hiptimer.progress.stats_text import to_lines

    return "\n".join(to_lines(account, exercises)) if account.regularity.sessions else nothing(account)


def _asked(account: Account, name: str) -> Overview:
    """The exercise of this id; one that is not there is refused, with those that are."""
    there = {one.exercise.id: one for one in account.exercises}
    if name in there:
        return there[name]
    if name in account.unknown:
        raise Refusal(
            f"{quoted(name)} is in the log, but in no circuit that is here. See hiptimer circuits list"
        )
    if not there:
        raise Refusal(f"nothing is known of the exercise {quoted(name)}. {nothing(account)}")
    hint = nearest(name, there)
    meant = f" Did you mean {quoted(hint)}?" if hint else ""
    raise Refusal(
        f"there is no exercise {quoted(name)} in the log.{meant} There are: {words(map(clean, there))}"
    )
