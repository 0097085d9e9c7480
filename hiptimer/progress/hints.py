"""What earlier sessions have to say in the next one: results, what could come next, how long holds take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hiptimer.circuit.model import Exercise, Reps, ToFatigue
from hiptimer.history.records import SessionRecord, SetRecord
from hiptimer.progress.goals import legs
from hiptimer.progress.holds import PairedSession, counted, paired_sessions
from hiptimer.progress.progression import Advance, Suggestion, suggestion
from hiptimer.progress.usual import WINDOW, usual_hold
from hiptimer.values import dataclass, field

LOOKED_AT = WINDOW
"""Sessions of an exercise that its hints are made of."""


@dataclass(frozen=True, slots=True)
class LastTime:
    """What one leg did in the newest session with an exercise done in reps."""

    sets: tuple[tuple[int, ...], ...]
    """Reps, by set and direction."""
    load_kg: float | None
    """Of the last set; 0.0 is body weight, None: not told."""


@dataclass(frozen=True, slots=True)
class Hints:
    """For one session. Of holds no result is shown before the end: nothing may become a target."""

    last: Mapping[tuple[str, str | None], LastTime] = field(default_factory=dict)
    """By exercise id and side."""
    suggestions: Mapping[str, Suggestion] = field(default_factory=dict)
    """The next weight, by exercise id."""
    holds: Mapping[str, float] = field(default_factory=dict)
    """Seconds the user usually holds, by exercise id: for the estimate of a session's length alone."""
    pairs: Mapping[str, tuple[PairedSession, ...]] = field(default_factory=dict)
    """What earlier sessions made of both sides, by exercise id, oldest first: for the summary alone."""


NONE = Hints()


def hints(
    sessions: Mapping[str, Sequence[SessionRecord]], exercises: Sequence[Exercise], owned: Sequence[float]
) -> Hints:
    """Hints for a session of these exercises.

    `sessions`: by exercise id the newest `LOOKED_AT` with it, oldest first; `owned` in kg, ascending.
    """
    found = {exercise.id: counted(sessions.get(exercise.id, ())) for exercise in exercises}
    done_in_reps = [one for one in exercises if isinstance(one.target, Reps)]
    to_fatigue = [one for one in exercises if isinstance(one.target, ToFatigue)]
    last = {
        (exercise.id, leg): _last_time([row for row in found[exercise.id][-1].done() if row.side == leg])
        for exercise in done_in_reps
        if found[exercise.id]
        for leg in legs(exercise)
    }
    offers = {one.id: suggestion(found[one.id], one, owned) for one in done_in_reps}
    usual = {one.id: usual_hold(found[one.id], one.id) for one in to_fatigue}
    return Hints(
        {place: one for place, one in last.items() if one.sets},
        {name: one for name, one in offers.items() if one is not None and one.advance is Advance.WEIGHT},
        {name: seconds for name, seconds in usual.items() if seconds is not None},
        {one.id: paired_sessions(found[one.id], one.id) for one in to_fatigue},
    )


def _last_time(rows: Sequence[SetRecord]) -> LastTime:
    sets: dict[int, list[int]] = {}
    for row in rows:
        if row.reps is not None:
            sets.setdefault(row.set, []).append(row.reps)
    loads = [row.load_kg for row in rows if row.load_kg is not None]
    return LastTime(tuple(map(tuple, sets.values())), loads[-1] if loads else None)
