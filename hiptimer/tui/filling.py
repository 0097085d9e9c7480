"""What is asked for a value of a circuit, and what an answer makes of the draft. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations

from hiptimer.circuit.draft import Draft, Refused, put, typed, value
from hiptimer.circuit.kinds import Choice, Choices, Flag, Lines
from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys
from hiptimer.figure.shelf import figures
from hiptimer.tui.fit import clean
from hiptimer.tui.form import Row, listed, value_words
from hiptimer.values import dataclass

_FIGURE = ExerciseKeys.FIGURE.name
_OTHERS = (ExerciseKeys.INSTEAD_OF.name, ExerciseKeys.VARIATION_OF.name)


@dataclass(frozen=True, slots=True)
class Options:
    """Answers to choose from."""

    answers: tuple[tuple[str, object], ...]
    """What each says, and the value it stands for; None leaves the key out."""
    now: int
    """Which of them it is now."""
    figures: tuple[str, ...] = ()
    """For each the figure to show beside it, empty for none."""


def options(draft: Draft, row: Row) -> Options | None:
    """The answers there can be; None where the value is to be typed."""
    found = list(_answers(draft, row))
    if not found:
        return None
    without = "leave it out" if row.first and row.value is None else "take it out"
    if isinstance(row.key.kind, Lines):
        found.insert(0, (without, None))
    elif not row.key.required:
        found.insert(0, ("none" if row.without == "-" else f"left out: {row.without}", None))
    now = next((place for place, (_, one) in enumerate(found) if one == row.value), 0)
    shown = tuple(str(one or "") for _, one in found) if row.key.name == _FIGURE else ()
    return Options(tuple(found), now, shown)


def _answers(draft: Draft, row: Row) -> Iterator[tuple[str, object]]:
    name = row.key.name
    if name == _FIGURE:
        names = [*figures(), *([str(row.value)] if row.value and row.value not in figures() else [])]
        yield from ((clean(one), one) for one in names)
    elif name in _OTHERS:
        own = draft.exercises[int(row.place[1])]
        for one in draft.exercises:
            if one is not own:
                yield clean(f"{one['id']}: {one['name']}"), one["id"]
    else:
        match row.key.kind:
            case Flag():
                yield from (("yes", True), ("no", False))
            case Choice(among):
                yield from ((str(one), str(one)) for one in among)
            case Choices(Choice(among)):
                words = [str(one) for one in among]
                for many in range(1, len(words) + 1):
                    for some in permutations(words, many):
                        yield ", ".join(some), list(some)


def title(draft: Draft, row: Row) -> str:
    """What is asked for: `HIP THRUST: switch, in rest`."""
    tables = [str(step) for step in row.place[:-1] if isinstance(step, str)]
    name = row.key.label
    inner = "" if not tables or tables[-1] in (CircuitKeys.EXERCISE.name, row.key.name, name) else tables[-1]
    which = ""
    if row.place[0] == CircuitKeys.EXERCISE.name:
        which = f"{clean(draft.shorts()[int(row.place[1])])}: "
    return f"{which}{name}{f', {inner}' if inner not in ('', name) else ''}"


def meanings(row: Row) -> tuple[str, ...]:
    """What a value means, with its name in the file where the screen has another one; and without."""
    said, named = row.key.meaning, f" In the file: {row.key.name}."
    return (said,) if row.key.label == row.key.name else (f"{said}{named}", said)


def hint(row: Row) -> str:
    """What may be typed."""
    kind = row.key.kind
    expected = kind.each.expected if isinstance(kind, Lines) else kind.expected
    expected = expected.replace("[low, high]", "low-high")
    nothing = "nothing" if row.without == "-" else row.without
    without = "" if row.key.required else f" Empty: {nothing if row.first else 'no such line'}."
    return f"{row.key.meaning} {expected[:1].upper()}{expected[1:]}.{without}"


def text_now(row: Row) -> str:
    """The value as it can be typed over."""
    return "" if row.value is None else value_words(row.value)


def filled(draft: Draft, row: Row, new: object) -> Draft:
    """The draft with another value; None leaves it out."""
    if not isinstance(row.key.kind, Lines):
        return put(draft, row.place, new)
    place, number = row.place[:-1], int(row.place[-1])
    lines = listed(value(draft, place))
    lines[number : number + 1] = [] if new is None else [new]
    return put(draft, place, lines[0] if len(lines) == 1 else lines)


def read(row: Row, text: str) -> object:
    """The value of a text; None for an empty one. Raises `Refused`."""
    if not text.strip() and not row.key.required:
        return None
    return typed(row.key.kind, text)


def wrong(draft: Draft, row: Row) -> Callable[[str], str]:
    """Says why a text is refused, or nothing."""

    def refusal(text: str) -> str:
        try:
            found = read(row, text)
        except Refused as refused:
            return str(refused)
        if row.key.name == ExerciseKeys.ID.name and found != row.value:
            taken = [one.get("id") for one in draft.exercises]
            return "another exercise has this id already" if found in taken else ""
        return ""

    return refusal
