"""`hiptimer report`: one page for the physio, printed as text, or written to a text or HTML file."""

from __future__ import annotations

import argparse

from hiptimer.circuit.text import clean, number_of
from hiptimer.commands.accounting import nothing, read
from hiptimer.commands.outfile import written
from hiptimer.commands.refusal import Refusal
from hiptimer.report.content import document
from hiptimer.report.document import Document


def run(args: argparse.Namespace) -> int:
    """Print or write the report."""
    account = read()
    sessions = account.regularity.sessions
    if not sessions:
        raise Refusal(f"there is nothing to report. {nothing(account)}")
    made = document(account)
    if args.output is None:
        print(_text(made), end="")
    else:
        written(args.output, _text(made) if args.output.suffix.lower() == ".txt" else _html(made))
        print(clean(f"Wrote {args.output}: {number_of(sessions, 'session')}"))
    return 0


def _text(made: Document) -> str:
    from hiptimer.report.text import to_text

    return to_text(made)


def _html(made: Document) -> str:
    from hiptimer.report.html import to_html

    return to_html(made)
