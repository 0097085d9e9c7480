"""`hiptimer quick`: an interval workout at once."""

from __future__ import annotations

import argparse

from hiptimer.circuit import keeping
from hiptimer.circuit.library import LibraryError
from hiptimer.circuit.plan import Options
from hiptimer.circuit.quick import circuit_text
from hiptimer.commands.home import launch
from hiptimer.commands.places import places
from hiptimer.commands.refusal import Refusal
from hiptimer.commands.terminal import line_by_line
from hiptimer.session.todays import Start


def run(args: argparse.Namespace) -> int:
    """Start the intervals, kept as a circuit first where that is asked for."""
    plain = line_by_line(args.plain)
    text = circuit_text(args.intervals, args.name or "")
    if args.save is not None:
        _keep(args.save, text)
    options = Options(lead_in=args.lead_in, guest=args.guest)
    start = Start(text, options, own_times=True, resume=False if args.new else None)
    return launch(start, mute=args.mute, plain=plain)


def _keep(name: str, text: str) -> None:
    try:
        path = keeping.keep(name, text, places().circuits)
    except LibraryError as error:
        raise Refusal(str(error)) from error
    print(f"kept as {path}")
