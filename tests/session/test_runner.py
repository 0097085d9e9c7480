"""The runner of a session: looks and keys, bounce and undo, and who is told what, when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.cues import Cue
from hiptimer.session.runner import BOUNCE
from hiptimer.session.sheet import cue_sheet
from hiptimer.session.state import Phase
from tests.circuits import TABATA, TAPPED
from tests.fakes import Gym


def test_who_is_told_of_a_set_finds_it_in_the_file_already(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.WORK)
    found: list[object] = []
    runner.listen(lambda runner: found.append((runner.session.phase, gym.kinds()[-1], gym.rows())))
    gym.wait(runner, 12.0)
    gym.press(runner)
    assert found == [(Phase.SWITCH, "press", [("wall-push", "left", "done")])]


def test_nothing_is_in_the_file_before_the_first_key(gym: Gym) -> None:
    runner = gym.begin()
    gym.wait(runner, 60.0)
    assert not runner.started
    assert gym.statuses() == []
    gym.press(runner)
    assert runner.started
    assert gym.statuses() == ["open"]


def test_a_key_that_means_nothing_here_is_not_journaled_and_nobody_is_told(gym: Gym) -> None:
    runner = gym.begin()
    told: list[Phase] = []
    runner.listen(lambda runner: told.append(runner.session.phase))
    assert not runner.send(e.Pause())
    assert not runner.send(e.Extend(15.0))
    assert not runner.undo()
    assert (gym.kinds(), told) == ([], [])


def test_timed_work_that_ran_out_is_journaled_at_its_own_deadline(gym: Gym) -> None:
    gym.text = TABATA
    runner = gym.begin()
    gym.until(runner, Phase.WORK)
    begun = runner.session.since
    gym.wait(runner, 19.0)
    gym.sleep(runner, 4.5)  # a late look, 3.5 s behind the deadline
    assert gym.kinds() == ["press", "elapsed"]
    [(at, wall)] = gym.ask("SELECT at, wall FROM events WHERE kind = 'elapsed'")
    assert at == pytest.approx(begun + 20.0)
    assert wall == (gym.clock.wall() - timedelta(seconds=3.5)).isoformat()
    [row] = runner.session.outcomes[0]
    assert (row.seconds, row.at) == (pytest.approx(20.0), pytest.approx(begun + 20.0))
    assert runner.session.deadline == pytest.approx(begun + 20.0 + gym.options.round_rest)  # type: ignore[operator]


def test_a_rest_that_ran_out_needs_no_entry(gym: Gym) -> None:
    runner = gym.begin()
    gym.press(runner)
    gym.wait(runner, gym.options.lead_in or 0.0)
    assert runner.session.phase is Phase.WORK
    assert gym.kinds() == ["press"]


def test_a_pedal_that_bounces_marks_one_set(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.WORK)
    gym.wait(runner, 20.0)
    assert runner.press()
    gym.clock.reading += BOUNCE - 0.01
    assert not runner.press()
    assert len(gym.rows()) == 1
    gym.clock.reading += BOUNCE + 0.01
    runner.press()
    assert runner.session.phase is Phase.SWITCH  # believed, but within 3 s of Done


def test_a_held_key_fires_once_however_long_it_is_held(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.WORK)
    gym.wait(runner, 20.0)
    fired = []
    for _ in range(20 * 30):  # 20 s at 30 Hz: through the switch, into the work after it
        fired.append(runner.press())
        gym.clock.reading += 1 / 30
        runner.look()
    assert fired == [True] + [False] * 599
    assert len(gym.rows()) == 1
    assert runner.session.phase is Phase.WORK


def test_a_dropped_key_counts_as_received(gym: Gym) -> None:
    gym.options = Options(lead_in=10.0)
    runner = gym.begin()
    assert runner.press()
    for _ in range(3):
        gym.clock.reading += 0.5
        assert not runner.press()
    gym.clock.reading += 0.9
    assert runner.press()  # the lead-in is cut to its last 3 s
    assert gym.kinds() == ["press", "press"]


def test_an_answer_to_a_skip_that_asks_nothing_is_not_the_end_of_the_set_that_began_meanwhile(
    gym: Gym,
) -> None:
    runner = gym.at(Phase.REST, 2)
    runner.send(e.Skip())
    assert runner.session.cursor == 3
    gym.wait(runner, (runner.session.deadline or 0.0) - runner.now() + 1.5)
    assert runner.session.phase is Phase.WORK
    assert not runner.press()
    assert runner.session.phase is Phase.WORK
    gym.wait(runner, 10.0)
    assert runner.press()


def test_where_each_press_is_a_rep_the_first_counts_behind_a_skip_too(gym: Gym) -> None:
    gym.text = TAPPED
    runner = gym.at(Phase.SWITCH, 1)
    runner.send(e.Skip())
    gym.wait(runner, (runner.session.deadline or 0.0) - runner.now() + 1.5)
    assert runner.press()
    assert runner.session.counted == 1


def test_undo_is_an_entry_of_its_own_and_its_row_goes(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.SWITCH)
    begun = runner.session.outcomes[0][0].at - 20.0
    gym.wait(runner, 2.0)
    assert gym.rows()
    assert runner.undo()
    assert gym.kinds() == ["press", "press", "undo"]
    assert gym.rows() == []
    assert (runner.session.phase, runner.session.since) == (Phase.WORK, pytest.approx(begun))


def test_undo_to_the_very_beginning_and_no_further(gym: Gym) -> None:
    runner = gym.begin()
    gym.press(runner)
    assert runner.can_undo
    assert runner.undo()
    assert runner.session.phase is Phase.READY
    assert not runner.can_undo
    assert not runner.undo()
    assert gym.kinds() == ["press", "undo"]


def test_a_look_that_changes_nothing_is_told_nobody(gym: Gym) -> None:
    runner = gym.begin()
    gym.press(runner)
    told: list[object] = []
    runner.listen(lambda runner: told.append(runner.session.phase))
    gym.wait(runner, 3.0)
    assert told == []
    gym.wait(runner, 2.0)
    assert told == [Phase.WORK]
    assert Cue.COUNT_IN in [due.cue for due in cue_sheet(runner.session)]
