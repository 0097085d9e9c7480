"""A file spoiled in any way is a circuit or a list of faults, never a traceback."""

from __future__ import annotations

import math
import re
import tomllib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hiptimer.circuit.file import CircuitFaults, parse
from hiptimer.circuit.library import find
from tests.often import often

from .test_faults import is_safe

BUILTIN = find("runner-hips", Path("nowhere")).text
SCRAPS = [
    "[",
    "]",
    '"',
    "'",
    '"""',
    "=",
    "\n",
    "#",
    "{",
    "}",
    ",",
    ".",
    "nan",
    "-1",
    "true",
    "\\",
    "\x1b",
    "9" * 30,
]
SCRAPS += [
    "[[exercise]]\n",
    "[rest]\n",
    "reps = 3\n",
    "\u202e",
    "\ufeff",
    "\r",
    "1979-05-27",
    "[[1]]",
    "é",
    "\ud800",
]


SPOILS = st.tuples(
    st.integers(0, len(BUILTIN)),
    st.integers(0, 30),
    st.sampled_from(SCRAPS) | st.characters(),
)


@often(500)
@given(st.lists(SPOILS, min_size=1, max_size=3))
def test_a_spoiled_file_is_a_circuit_or_a_list_of_faults(spoils: list[tuple[int, int, str]]) -> None:
    text = BUILTIN
    for start, length, scrap in spoils:
        text = text[:start] + scrap + text[start + length :]
    _is_a_circuit_or_faults(text)


VALUES = st.recursive(
    st.booleans().map(lambda b: str(b).lower())
    | st.integers(-5, 2000).map(str)
    | st.floats().map(lambda f: str(f).replace("e+", "e") if math.isfinite(f) else str(f))
    | st.sampled_from(['"each"', '"key"', '"clockwise"', '"x\\u0007"', "'{x}'", "1979-05-27", '""']),
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda items: f"[{', '.join(items)}]")
        | inner.map(lambda item: f"{{ how = {item} }}")
    ),
    max_leaves=5,
)


@often(500)
@given(st.sampled_from([m.span() for m in re.finditer(r"(?<= = )[^\n\[]+", BUILTIN)]), VALUES)
def test_another_value_for_a_key_is_a_circuit_or_a_list_of_faults(span: tuple[int, int], value: str) -> None:
    _is_a_circuit_or_faults(BUILTIN[: span[0]] + value + BUILTIN[span[1] :])


def _is_a_circuit_or_faults(text: str) -> None:
    try:
        circuit = parse(text)
    except CircuitFaults as error:
        assert error.faults
        for fault in error.faults:
            assert 1 <= fault.line <= text.count("\n") + 1
            assert is_safe(str(fault))
    else:
        assert len(circuit.exercises) == len(tomllib.loads(text.removeprefix("\ufeff"))["exercise"])
