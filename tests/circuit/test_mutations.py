"""A file spoiled in any way is a circuit, or settings, or a list of faults: never a traceback."""

from __future__ import annotations

import pytest

from hiptimer.circuit.file import parse
from tests.circuits import hips

from .mutations import SETTINGS, is_read, mutated, read_settings

WHOLE = None


@pytest.mark.parametrize("text", [WHOLE, hips()], ids=["everything", "hips"])
def test_a_spoiled_circuit_is_a_circuit_or_a_list_of_faults(text: str | None) -> None:
    good = sum(is_read(spoiled, parse) for spoiled in mutated(700, seed=1, text=text))
    assert 0 < good < 700


def test_spoiled_settings_are_settings_or_a_list_of_faults() -> None:
    good = sum(is_read(spoiled, read_settings) for spoiled in mutated(700, seed=2, text=SETTINGS))
    assert 0 < good < 700
