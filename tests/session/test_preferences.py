"""What was answered once holds, unless the circuit or the command line says otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.file import parse
from hiptimer.circuit.model import Count
from hiptimer.circuit.plan import Options
from hiptimer.session.preferences import Place, Preferences, read, write
from tests.circuits import TAPPED, hips
from tests.fakes import Gym

FAR = Preferences(asked=True, place=Place.ROOM, count=Count.PACE)
CIRCUIT = parse(hips())


@pytest.mark.parametrize(("place", "seconds"), [(Place.REACH, 0.0), (Place.ROOM, 4.0), (Place.REMOTE, 0.0)])
def test_the_way_to_the_key_is_taken_off_holds(place: Place, seconds: float) -> None:
    assert Preferences(place=place).fill(Options(), CIRCUIT).reach == seconds


def test_the_command_line_goes_first() -> None:
    filled = FAR.fill(Options(reach=0.0, count=Count.TAP), CIRCUIT)
    assert (filled.reach, filled.count) == (0.0, Count.TAP)


def test_who_counts_is_preferred_where_the_circuit_leaves_it_open() -> None:
    assert FAR.fill(Options(), CIRCUIT).count is Count.PACE
    assert FAR.fill(Options(), parse(TAPPED)).count is None


def test_without_an_answer_all_is_as_the_circuit_says() -> None:
    assert Preferences().fill(Options(), CIRCUIT) == Options(reach=0.0)


@pytest.mark.parametrize("kept", [FAR, replace(FAR, place=Place.REMOTE), Preferences()])
def test_answers_are_kept(kept: Preferences) -> None:
    assert read(write(kept)) == kept


def test_an_answer_of_a_later_version_is_as_none() -> None:
    assert read({"first-start": "done", "place": "moon", "count": "dance"}) == Preferences(asked=True)


def test_a_new_session_is_begun_as_preferred_and_resumed_as_it_was_begun(gym: Gym) -> None:
    gym.options = Options()
    gym.store.prefer(write(FAR))
    runner = gym.begin()
    runner.press()
    assert (runner.session.options.reach, runner.session.count) == (4.0, Count.PACE)
    left = gym.store.sessions()[-1].id
    runner.close()
    gym.store.prefer(write(Preferences(asked=True)))
    again = gym.resume(left)
    assert (again.session.options.reach, again.session.count) == (4.0, Count.PACE)
    again.close()
