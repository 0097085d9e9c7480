"""`hiptimer figures`: how the exercises move, on the screen or as text."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator

from hiptimer.circuit.model import Side
from hiptimer.commands.terminal import is_terminal
from hiptimer.figure.drawing import draw
from hiptimer.figure.model import Signs
from hiptimer.figure.shelf import figure_named, figures

WIDTH, HEIGHT = 40, 18
"""Cells of a picture that is printed."""


def run(args: argparse.Namespace) -> int:
    """Play one or all of them; print them where there is no terminal to play in."""
    names = [args.name] if args.name else list(figures())
    side = Side(args.side)
    signs = Signs.for_terminal(sys.stdout.encoding or "ascii", os.environ.get("TERM", ""))
    if args.still or not all(map(is_terminal, (sys.stdin, sys.stdout, sys.stderr))):
        print("\n\n".join(picture for name in names for picture in _pictures(name, side, signs)))
        return 0
    from hiptimer.tui.gallery import play

    return play(names, side, signs)


def _pictures(name: str, side: Side, signs: Signs) -> Iterator[str]:
    """Every pose of a figure, each once, under a line that names it."""
    seen = set()
    for key in figure_named(name).keys:
        frame = draw(name, key.at, WIDTH, HEIGHT, side, signs)
        if frame not in seen:
            seen.add(frame)
            lines = "\n".join(line.rstrip() for line in frame.text().split("\n"))
            yield f"{name} {side}, {key.at:.0%} of a rep\n{lines}"
