"""Circuits to test with."""

from __future__ import annotations

from pathlib import Path

from hiptimer.circuit.library import find

SHORT = """
name = "Short"
sets = 1

[[exercise]]
id = "wall-push"
name = "Wall push"
short = "WALL PUSH"
to_fatigue = true
sides = "each"
side_label = "stand"

[[exercise]]
id = "lunge-halo"
name = "Lunge halo"
short = "LUNGE HALO"
reps = [3, 6]
sides = "each"
side_label = "front"
directions = ["clockwise", "counterclockwise"]
"""
"""4 steps, 6 rows: a hold of each side, and on each side a set in two directions."""

TABATA = """
name = "Tabata"
sets = 2
[rest]
lead_in = 5
exercise = 10
round = 10
[[exercise]]
id = "squat"
name = "Squat"
short = "SQUAT"
seconds = 20
"""
"""Twice 20 s of work with 10 s of rest."""

TAPPED = """
name = "Tapped"
sets = 2
[[exercise]]
id = "bridge"
name = "Bridge"
short = "BRIDGE"
reps = 3
sides = "each"
count = "tap"
"""


def hips() -> str:
    """The circuit that comes with the app."""
    return find("runner-hips", Path("nowhere")).text
