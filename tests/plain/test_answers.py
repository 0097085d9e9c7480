"""What a line is told that no question asked for, and whose session it is."""

from __future__ import annotations

from hiptimer.circuit.plan import Options
from hiptimer.session.state import Phase
from tests.fakes import Gym

from .lines import Spoken


def test_a_weight_without_its_set_is_asked_about_and_not_just_dropped(spoken: Spoken) -> None:
    spoken.until(Phase.REST, 2)
    said = spoken.line("w 8")
    assert said[0].startswith("WEIGHT of which set?") and "Nothing is changed." in said
    assert not spoken.session.loads


def test_a_guest_is_told_whose_session_it_is(gym: Gym) -> None:
    gym.options = Options(guest=True)
    first = Spoken(gym).console.lines_said[0][1]
    assert first.startswith("Short, a guest's session: 1 round")
