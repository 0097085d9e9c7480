"""A harder variation: named when the easier one has been earned, and a series of its own from then on."""

from __future__ import annotations

from hiptimer.history.overviews import exercises, read
from hiptimer.progress.progression import Advance
from hiptimer.session.events import Substitute
from hiptimer.session.state import Phase

from .days import Gym, HandClock

TEXT = """
name = "Wall"
sets = 1

[[exercise]]
id = "wall-push"
name = "Knee push into wall"
to_fatigue = true
sides = "each"

[[exercise]]
id = "wall-push-back"
name = "Knee push into wall, knee further back"
short = "PUSH BACK"
to_fatigue = true
sides = "each"
variation_of = "wall-push"
instead_of = "wall-push"
"""


def held(gym: Gym, days: float, seconds: float, *, harder: bool = False) -> None:
    """A session in which each side is held so long."""
    gym.clock = HandClock(days)
    runner = gym.begin(TEXT)
    if harder:
        assert runner.send(Substitute("wall-push", "wall-push-back"))
    while runner.session.phase is not Phase.FINISHED:
        gym.do(runner, seconds)
    runner.close()


def test_what_was_earned_is_named_and_what_is_harder_begins_a_series_of_its_own(gym: Gym) -> None:
    held(gym, 0.0, 65.0)
    held(gym, 2.0, 66.0)
    (wall,) = exercises(gym.store)
    suggested = read(gym.store, wall).suggestion
    assert suggested is not None and suggested.advance is Advance.VARIATION
    assert suggested.variation is not None and suggested.variation.short == "PUSH BACK"
    held(gym, 4.0, 30.0, harder=True)
    found = {one.id: read(gym.store, one) for one in exercises(gym.store)}
    assert found["wall-push"].sides["left"].last == 66.0
    assert found["wall-push-back"].sides["left"].last == 30.0
    assert found["wall-push-back"].sides["left"].change is None
    assert found["wall-push-back"].suggestion is None
