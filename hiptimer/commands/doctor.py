"""`hiptimer doctor`: what a session depends on, and whether it is all right. Plays a tone."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from hiptimer.circuit.text import clean
from hiptimer.commands import doctor_files, doctor_sound, doctor_system
from hiptimer.commands.finding import Finding
from hiptimer.commands.places import places

_LABEL = 22


def run(_: argparse.Namespace) -> int:
    """Print what is found, part by part; 1 if anything of it is wrong."""
    wrong, lacking = 0, list[str]()
    for finding in _findings():
        wrong += finding.wrong
        lacking += filter(None, [finding.lacks])
        mark = "!" if finding.wrong else " "
        # each line as soon as it is known: trying the players takes seconds
        print(clean(f"{mark} {finding.label:<{_LABEL}}{finding.text}").rstrip(), flush=True)
    print()
    but = f" but {', '.join(lacking)}" if lacking else ""
    print(f"{wrong} of these need care: see !" if wrong else f"Everything a session needs is there{but}.")
    return 1 if wrong else 0


def _findings() -> Iterator[Finding]:
    paths = places()
    yield from doctor_system.versions()
    yield from doctor_files.files(paths)
    yield from doctor_system.terminal()
    yield from doctor_system.awake()
    yield from doctor_sound.sound()
