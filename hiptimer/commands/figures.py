"""`hiptimer figures`: how the exercises move, on the screen or as text."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator

from hiptimer.circuit.model import Side
from hiptimer.commands.terminal import is_terminal
from hiptimer.figure.drawing import draw
from hiptimer.figure.model import Held
from hiptimer.figure.shelf import figure_named, figures
from hiptimer.figure.signs import Signs

WIDTH, HEIGHT = 40, 18
"""Cells of a picture that is printed."""
QUARTERS = (0.0, 0.25, 0.5, 0.75)


def run(args: argparse.Namespace) -> int:
    """Play one or all of them; print them where there is no terminal to play in."""
    names = [args.name] if args.name else list(figures())
    side = Side(args.side)
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    signs = Signs.for_terminal(encoding, os.environ.get("TERM", ""))
    if args.still or not all(map(is_terminal, (sys.stdin, sys.stdout, sys.stderr))):
        print("\n\n".join(picture for name in names for picture in _pictures(name, side, signs)))
        return 0
    from hiptimer.tui.gallery import play

    return play(names, side, signs)


def _pictures(name: str, side: Side, signs: Signs) -> Iterator[str]:
    """Every pose of a figure, each once, under a line that names it; a weight that circles, at quarters."""
    figure = figure_named(name)
    seen = set()
    for at in QUARTERS if figure.held is Held.ROUND_HEAD else [key.at for key in figure.keys]:
        frame = draw(name, at, WIDTH, HEIGHT, side, signs)
        if frame not in seen:
            seen.add(frame)
            lines = "\n".join(line.rstrip() for line in frame.text().split("\n"))
            yield f"{name} {side}, {at:.0%} of a rep\n{lines}"
