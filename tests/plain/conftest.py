from __future__ import annotations

import pytest

from tests.fakes import Gym

from .lines import Spoken


@pytest.fixture
def spoken(gym: Gym) -> Spoken:
    return Spoken(gym)
