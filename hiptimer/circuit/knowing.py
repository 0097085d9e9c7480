"""Exercises by their id, for a log that came without its circuits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from hiptimer.circuit.model import Exercise


def known(directory: Path) -> Callable[[str], Exercise | None]:
    """The exercises of the circuits on disk, which are looked through once, and only if one is asked for.

    `directory` has those of the user.
    """

    @cache
    def shelf() -> Mapping[str, Exercise]:
        from hiptimer.circuit.library import listing

        circuits = [entry.circuit for entry in listing(directory) if entry.circuit]
        return {exercise.id: exercise for circuit in circuits for exercise in circuit.every}

    return lambda name: shelf().get(name)
