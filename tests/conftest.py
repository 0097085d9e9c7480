"""What holds for all tests."""

from __future__ import annotations

import pytest

REAL_TIME = {"audio", "e2e", "sound_proof"}
"""Real threads, processes and terminals on the real clock: a machine that is busy for a second fails one."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Each of these gets a second try: what fails twice is not the machine."""
    for item in items:
        if item.path.parent.name in REAL_TIME:
            item.add_marker(pytest.mark.flaky(max_runs=2))
