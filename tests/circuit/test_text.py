"""How words of a file, and numbers of things, are written."""

from __future__ import annotations

import pytest

from hiptimer.circuit.text import number_of, plural


@pytest.mark.parametrize(("number", "said"), [(0, "0 sets"), (1, "1 set"), (2, "2 sets"), (21, "21 sets")])
def test_one_thing_or_several(number: int, said: str) -> None:
    assert number_of(number, "set") == said
    assert said.endswith(plural("set", number))
