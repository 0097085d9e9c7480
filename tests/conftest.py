"""What holds for all tests."""

from __future__ import annotations

import pytest

REAL_TIME = {"audio", "commands", "e2e", "sound_proof"}
"""Real threads, processes and terminals on the real clock: a machine that is busy for a second fails one."""

PICTURES = "test_snapshots"
"""Taken when Textual says that all is drawn, which on a busy machine a dialog is not always."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Each of these gets a second try: what fails twice is not the machine."""
    for item in items:
        if item.path.parent.name in REAL_TIME or item.path.stem == PICTURES:
            item.add_marker(pytest.mark.flaky(max_runs=2))
