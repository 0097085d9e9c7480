"""Circuits of all kinds, as the schema allows them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from hiptimer.circuit.kinds import Choice, Choices, Flag, Lines, Number, Span, Text, Whole
from hiptimer.circuit.schema import CircuitKeys, ExerciseKeys, RestKeys, TipKeys
from hiptimer.circuit.tables import Key, Table, Tables
from hiptimer.circuit.text import steers

CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]).filter(lambda one: not steers(one))
SLUGS = ("plank", "lunge-2", "a")
"""Few, so that exercises name each other."""


def values(kind: Any) -> st.SearchStrategy[Any]:
    """What a key of a kind may be, as TOML has it."""
    match kind:
        case Text(_, _, pattern) if pattern:
            return st.sampled_from(SLUGS)
        case Text(most):
            signs = CHARACTERS.filter(lambda one: one not in "{}") if kind.placeholder else CHARACTERS
            return st.text(signs, min_size=1, max_size=most).filter(str.strip)
        case Whole(least, most):
            return st.integers(least, most)
        case Number(least, most):
            return st.floats(least, most) | st.integers(int(least) + 1, int(most))
        case Span(each):
            return values(each) | st.lists(values(each), min_size=2, max_size=2).map(sorted)
        case Flag():
            return st.booleans()
        case Choice(among):
            return st.sampled_from([str(one) for one in among])
        case Choices(Choice(among)):
            return st.lists(st.sampled_from([str(one) for one in among]), min_size=1, unique=True)
        case Lines(each, most):
            return values(each) | st.lists(values(each), max_size=min(most, 4))
        case _:
            raise AssertionError(kind)


def table(keys: Table, without: tuple[Key[Any], ...] = ()) -> st.SearchStrategy[dict[str, Any]]:
    """A table with some of its keys, and all that are needed."""
    plain = [key for key in keys.keys if key not in without and not isinstance(key.kind, Table | Tables)]
    needed = {key.name: values(key.kind) for key in plain if key.required}
    others = {key.name: values(key.kind) for key in plain if not key.required}
    return st.fixed_dictionaries(needed, optional=others)


TARGETS = st.one_of(
    st.just({"to_fatigue": True}),
    values(ExerciseKeys.REPS.kind).map(lambda reps: {"reps": reps}),
    values(ExerciseKeys.SECONDS.kind).map(lambda seconds: {"seconds": seconds}),
)
_APART = (
    ExerciseKeys.TO_FATIGUE, ExerciseKeys.REPS, ExerciseKeys.SECONDS, ExerciseKeys.INSTEAD_OF,
    ExerciseKeys.VARIATION_OF, ExerciseKeys.BLOCK,
)  # fmt: skip


@st.composite
def exercises(draw: st.DrawFn, name: str) -> dict[str, Any]:
    one = {**draw(table(ExerciseKeys.TABLE, _APART)), "id": name, **draw(TARGETS)}
    if draw(st.booleans()):
        one["rest"] = draw(table(RestKeys.OWN))
        one.pop("lead_in", None)
        one.pop("switch", None)
    if draw(st.booleans()):
        one["tips"] = draw(table(TipKeys.TABLE))
    for key in ExerciseKeys.TABLE.keys:
        if key.only_with and one.get(key.only_with, "none") == "none":
            one.pop(key.name, None)
    return one


@st.composite
def circuits(draw: st.DrawFn) -> dict[str, Any]:
    """A circuit's table: the first exercise is done, the others may stand in for it or be harder."""
    made = draw(table(CircuitKeys.TABLE))
    made["exercise"] = [draw(exercises(name)) for name in SLUGS[: draw(st.integers(1, len(SLUGS)))]]
    for one in made["exercise"][1:]:
        role = draw(st.sampled_from(["", "block", "instead_of", "variation_of"]))
        if role:
            block = draw(values(ExerciseKeys.BLOCK.kind))
            one[role] = block if role == "block" else SLUGS[0]
    if draw(st.booleans()):
        made["rest"] = draw(table(RestKeys.TABLE))
    return made
