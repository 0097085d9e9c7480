"""What to say under an exercise: best holds, loads, pain, and what changed since last time. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hiptimer.circuit.model import Exercise, Side, Sides, ToFatigue
from hiptimer.history.records import SetRecord
from hiptimer.progress.holds import PairedSession, paired
from hiptimer.progress.words import today
from hiptimer.session.rows import Row
from hiptimer.session.status import BETWEEN
from hiptimer.weights import Unit, shown, weight_words

Made = Row | SetRecord
AS_BEFORE = "as last time"
WAS = "(was "


def notes(exercise: Exercise, now: Sequence[Made], then: Sequence[Made], unit: Unit) -> tuple[str, ...]:
    """A line of notes on an exercise, in full and with few columns; empty when there is nothing to say.

    `now` and `then` are all sets of this session and of the last one, in the order they were done.
    """
    mine = [one for one in now if one.exercise == exercise.id]
    before = [one for one in then if one.exercise == exercise.id]
    lines = (BETWEEN.join(_notes(exercise, mine, before, unit, brief)) for brief in (False, True))
    return tuple(line for line in lines if line)


def sides(exercise: Exercise, now: Sequence[Made], before: Sequence[PairedSession]) -> tuple[str, ...]:
    """How both sides of a hold to fatigue compare, longest first; empty without a pair of valid holds.

    `before`: what earlier sessions made of both, oldest first.
    """
    found = paired(now, exercise.id) if isinstance(exercise.target, ToFatigue) else None
    return () if found is None else today(before, found)


def _notes(
    exercise: Exercise, now: Sequence[Made], then: Sequence[Made], unit: Unit, brief: bool
) -> Iterator[str]:
    sides = (Side.LEFT, Side.RIGHT) if exercise.sides is Sides.EACH else (None,)
    bests = [(best(now, side), best(then, side)) for side in sides]
    several = isinstance(exercise.target, ToFatigue) and len({one.set for one in now}) > 1
    if any(value for value, _ in bests) and (several or any(was for _, was in bests)):
        same = all(value == was for value, was in bests)
        told = _by_side(sides, [(value, "" if value == was else was) for value, was in bests], brief)
        yield f"best {told}, {AS_BEFORE}" if same else f"best {told}"
    loads = [(load(now, side, unit), load(then, side, unit)) for side in sides]
    if any(value for value, _ in loads):
        yield _by_side(sides, [(value, "" if value == was else was) for value, was in loads], brief)
    pains = [one.pain for one in now if one.pain is not None]
    if pains:
        yield f"pain {max(pains)}"


def _by_side(sides: Sequence[Side | None], pairs: Sequence[tuple[str, str]], brief: bool) -> str:
    """`left 31.2 s (was 29 s), right 28 s`, or `L 31.2 s (29 s) R 28 s`; `8 kg` where both are alike."""
    if len(set(pairs)) == 1:
        sides, pairs = (None,), pairs[:1]
    parts = []
    for side, (value, was) in zip(sides, pairs, strict=True):
        if value:
            label = "" if side is None else f"{side[0].upper() if brief else side} "
            before = f" ({was})" if brief else f" {WAS}{was})"
            parts.append(f"{label}{value}{before if was else ''}")
    return (" " if brief else ", ").join(parts)


def best(made: Sequence[Made], side: Side | None) -> str:
    """The longest done hold of a side, or its set with the most reps, directions apart; else empty.

    `side` None means whichever there is.
    """
    done = [one for one in made if one.status == "done" and side in (one.side, None)]
    if not done:
        return ""
    if done[0].seconds is not None:
        return f"{max(one.seconds or 0.0 for one in done):g} s"
    sets: dict[int, list[int]] = {}
    for one in done:
        sets.setdefault(one.set, []).append(one.reps or 0)
    return "+".join(map(str, max(sets.values(), key=sum)))


def load(made: Sequence[Made], side: Side | None, unit: Unit) -> str:
    """The weights of a side's done sets, from the lightest to the heaviest: `16 kg`, `12-16 kg`."""
    done = [one for one in made if one.status == "done" and side in (one.side, None)]
    found = sorted(one.load_kg for one in done if one.load_kg is not None)
    if not found:
        return ""
    least, most = found[0], found[-1]
    heaviest = weight_words(most, unit)
    return heaviest if weight_words(least, unit) == heaviest else f"{shown(least, unit):g}-{heaviest}"
