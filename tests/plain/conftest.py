from __future__ import annotations

import pytest

from hiptimer.circuit.plan import Options
from tests.fakes import Gym

from .lines import Speaking, Spoken


@pytest.fixture
def spoken(gym: Gym) -> Spoken:
    return Spoken(gym)


@pytest.fixture
def speaking(gym: Gym) -> Speaking:
    """A circuit of one's own, as a session by ear."""

    def spoken(text: str, options: Options) -> Spoken:
        gym.text, gym.options = text, options
        return Spoken(gym)

    return spoken
