"""How the tests share two cores: what runs in real time stays on one worker, one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

REAL_TIME = ("e2e", "audio", "sound_proof")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of clocks, sounds and terminals as one group; the others are dealt out as they come."""
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).parts[0] in REAL_TIME:
            item.add_marker(pytest.mark.xdist_group("real-time"))
