"""What the short form of the tests does less often than the long one, `pytest --long`."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from hypothesis import settings

FULL = 100
"""Examples, in the long form, of a test of hypothesis that does not say how many."""


def often(times: int) -> settings:
    """So many examples in the long form, and in the short one the same part of them as of any test's."""
    form = settings.default
    assert form is not None
    return settings(max_examples=max(1, times * form.max_examples // FULL))


def long(*values: object) -> list[ParameterSet]:
    """Values for `parametrize` that only the long form has."""
    return [pytest.param(value, marks=pytest.mark.long) for value in values]
