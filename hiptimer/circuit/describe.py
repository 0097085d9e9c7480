"""A circuit in plain words, for people: the list, the whole, and a target."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from hiptimer.circuit.instead import exercise_of
from hiptimer.circuit.model import Block, Circuit, Exercise, Order, Reps, Seconds, Sides, Tips
from hiptimer.circuit.text import number_of, plural

WIDTH = 80
"""Columns of a description."""

_LABEL = 8


def target_words(exercise: Exercise) -> str:
    """What one set asks for: `to fatigue`, `3-6 clockwise, then 3-6 counterclockwise`, `8 reps`, `40 s`."""
    match exercise.target:
        case Reps(low, high):
            number = span_words(low, high)
            if exercise.directions:
                return ", then ".join(f"{number} {direction}" for direction in exercise.directions)
            return f"{number} {plural('rep', high)}"
        case Seconds(low, high):
            return seconds_words(low) if high is None else f"{low:g}-{seconds_words(high)}"
        case _:
            return "to fatigue"


def span_words(low: int, high: int) -> str:
    """`3-6`, or `8` when both are the same."""
    return str(low) if low == high else f"{low}-{high}"


def seconds_words(seconds: float) -> str:
    """A length as people write it: `40 s`, `2.5 s`."""
    return f"{seconds:g} s"


def sides_words(exercise: Exercise) -> str:
    """How the legs take part: `each side`, `sides alternating`; empty when they don't."""
    match exercise.sides:
        case Sides.EACH:
            return "each side"
        case Sides.ALTERNATING:
            return "sides alternating"
        case Sides.NONE:
            return ""


def rounds_words(circuit: Circuit) -> str:
    """`3-4 rounds`; in straight order `3-4 sets of each exercise`."""
    number = span_words(*circuit.sets)
    most = circuit.sets[1]
    if circuit.order is Order.STRAIGHT:
        return f"{number} {plural('set', most)} of each exercise"
    return f"{number} {plural('round', most)}"


def summary(circuit: Circuit) -> str:
    """One line: `Runner's hips: 4 exercises, 3-4 rounds; wall, bench or sofa, one weight`."""
    exercises = number_of(len(circuit.exercises), "exercise")
    kit = f"; {', '.join(circuit.kit)}" if circuit.kit else ""
    return f"{circuit.name}: {exercises}, {rounds_words(circuit)}{kit}"


def describe(circuit: Circuit) -> str:
    """The whole circuit as text of `WIDTH` columns, without a newline at the end."""
    return "\n".join(_lines(circuit))


def _lines(circuit: Circuit) -> Iterator[str]:
    yield from _wrapped(circuit.name)
    yield from _wrapped(circuit.author)
    yield ""
    yield from _labelled("kit", ", ".join(circuit.kit))
    yield from _labelled("rounds", rounds_words(circuit))
    yield from _labelled("rests", _rests(circuit))
    for number, exercise in enumerate(circuit.exercises, 1):
        yield ""
        yield from _wrapped(f"{exercise.short}: {exercise.name}", f"{number}. ")
        yield from _exercise_lines(circuit, exercise)
    for exercise in circuit.alternatives:
        yield ""
        yield from _wrapped(f"{exercise.short}: {exercise.name}")
        yield from _exercise_lines(circuit, exercise)


def _rests(circuit: Circuit) -> str:
    rests = circuit.rests
    between = "round" if circuit.order is Order.ROUNDS else "set"
    return (
        f"{seconds_words(rests.switch)} to switch sides, "
        f"{seconds_words(rests.exercise)} before the next exercise, "
        f"{seconds_words(rests.round)} before the next {between}; "
        f"lead-in {seconds_words(rests.lead_in)}, before reps {seconds_words(rests.lead_in_reps)}"
    )


def _exercise_lines(circuit: Circuit, exercise: Exercise) -> Iterator[str]:
    yield from _labelled("when", "" if exercise.block is Block.MAIN else f"{exercise.block}, once")
    yield from _labelled("instead", _of(circuit, *exercise.instead_of))
    yield from _labelled("harder", _of(circuit, exercise.variation_of).replace("of ", "than ", 1))
    parts = (target_words(exercise), sides_words(exercise))
    yield from _labelled("do", ", ".join(part for part in parts if part))
    yield from _labelled("side", _side_meaning(exercise))
    yield from _labelled("load", exercise.load)
    yield from _labelled("rests", _own_rests(exercise))
    yield from _tip_lines(exercise.tips)


def _of(circuit: Circuit, *names: str) -> str:
    """`of WALL PUSH, LUNGE HALO`, by their ids; empty for none."""
    shorts = [exercise_of(circuit, name).short for name in names if name]
    return f"of {', '.join(shorts)}" if shorts else ""


def _own_rests(exercise: Exercise) -> str:
    own = exercise.rests
    parts = (
        ("lead-in {}", own.lead_in_reps if isinstance(exercise.target, Reps) else own.lead_in),
        ("{} to switch sides", own.switch),
        ("{} before it", own.exercise),
        ("{} before it in a new round", own.round),
    )
    return ", ".join(words.format(seconds_words(value)) for words, value in parts if value is not None)


def _side_meaning(exercise: Exercise) -> str:
    """Which leg left and right mean, with the other limb's part for the left side as the example."""
    label = f"{exercise.side_label.upper()} LEFT" if exercise.side_label else ""
    example = exercise.other_limb.replace("{other}", "right")
    return ": ".join(part for part in (label, example) if part)


def _tip_lines(tips: Tips) -> Iterator[str]:
    moments = (
        ("how", tips.how),
        ("stop", (tips.stop,) if tips.stop else ()),
        ("setup", tips.setup),
        ("work", tips.work),
        ("late", tips.late),
        ("why", tips.why),
    )
    for moment, lines in moments:
        for number, line in enumerate(lines):
            yield from _labelled(moment if number == 0 else "", line)


def _labelled(label: str, text: str) -> Iterator[str]:
    """The text after a label, wrapped beside it; nothing for an empty text."""
    yield from _wrapped(text, f"{label:<{_LABEL}}")


def _wrapped(text: str, start: str = "") -> list[str]:
    # A hyphen in "medium-heavy" is no place to break: the half reads as another load.
    return wrap(
        text,
        WIDTH,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_on_hyphens=False,
    )
