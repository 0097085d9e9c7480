"""What `hiptimer stats` prints for people: every exercise, its sides, and what is still missing to more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from hiptimer.circuit.text import clean, columns
from hiptimer.progress import words as say
from hiptimer.progress.account import Account
from hiptimer.progress.overview import Overview
from hiptimer.progress.tables import sides_table

WIDTH = 80
"""Columns at most."""
_INDENT = "  "


def to_lines(account: Account, exercises: Sequence[Overview]) -> list[str]:
    """An account, and of its exercises those asked for. Safe to print."""
    lines = list(say.regularity_words(account.regularity))
    for found in exercises:
        lines += ["", *_exercise(found)]
    if account.unknown:
        lines += ["", *wrap(clean(say.unknown_words(account.unknown)), WIDTH)]
    return lines


def _exercise(found: Overview) -> Iterator[str]:
    name = f"{found.exercise.name} ({found.exercise.id}), {say.looked_back_on(len(found.sessions))}"
    yield from wrap(clean(name), WIDTH)
    for line in say.told(found.verdict, len(found.sessions)) if found.verdict else ():
        yield from _indented(line)
    table = sides_table(found)
    yield from (_INDENT + line for line in columns([table.head, *table.rows]))
    if found.suggestion is not None:
        yield from _indented(f"Next: {say.suggestion_words(found.suggestion, found.unit)}")


def _indented(text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
