"""Exercises by their id, for a log that came without its circuits."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from hiptimer.circuit.model import Exercise
from hiptimer.commands.places import places
from hiptimer.history.overviews import Known


def known() -> Known:
    """The exercises of the circuits on disk, which are looked through once, and only if one is asked for."""

    @cache
    def shelf() -> Mapping[str, Exercise]:
        from hiptimer.circuit.library import listing

        circuits = [entry.circuit for entry in listing(places().circuits) if entry.circuit]
        return {exercise.id: exercise for circuit in circuits for exercise in circuit.every}

    return lambda name: shelf().get(name)
