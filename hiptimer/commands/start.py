"""`hiptimer start`: a session at once."""

from __future__ import annotations

import argparse

from hiptimer.circuit.model import Count
from hiptimer.circuit.plan import Options
from hiptimer.commands.arguments.start import DEFAULT_CIRCUIT
from hiptimer.commands.circuits import read
from hiptimer.commands.home import launch
from hiptimer.commands.terminal import line_by_line
from hiptimer.session.todays import Start


def run(args: argparse.Namespace) -> int:
    """Start or resume a session, and run it until it is left."""
    # a session that is resumed has its own circuit, whatever became of the file
    asked = DEFAULT_CIRCUIT if args.circuit is None and not args.resume else args.circuit
    text = "" if asked is None else read(asked)[0].text
    plain = line_by_line(args.plain)
    start = Start(text, options(args), resume=True if args.resume else False if args.new else None)
    return launch(start, mute=args.mute, plain=plain)


def options(args: argparse.Namespace) -> Options:
    """What was asked for on the command line, over and above the circuit."""
    return Options(
        sets=args.sets,
        lead_in=args.lead_in,
        switch=args.switch,
        rest=args.rest,
        round_rest=args.round_rest,
        reach=args.reach,
        count=Count(args.count) if args.count else None,
        guest=args.guest,
    )
