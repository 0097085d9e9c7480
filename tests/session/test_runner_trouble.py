"""The history can't be written for a while, a listener fails: the session goes on, and nothing is lost."""

from __future__ import annotations

import logging

import pytest

from hiptimer.session import events as e
from hiptimer.session.runner import RETRY, Runner
from hiptimer.session.state import Phase
from tests.fakes import Gym


def test_events_wait_while_the_file_is_locked_and_are_written_in_order(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.WORK)
    with gym.locked():
        gym.wait(runner, 12.0)
        gym.press(runner)
        assert "locked" in (runner.trouble or "")
        assert runner.session.phase is Phase.SWITCH  # the runner is not kept waiting
        gym.until(runner, Phase.WORK, 1)
        gym.wait(runner, 15.0)
        gym.press(runner)
        assert gym.kinds() == ["press"]
    gym.wait(runner, 2.0)
    assert runner.trouble is None
    assert gym.kinds() == ["press", "press", "press"]
    assert [row[1:] for row in gym.rows()] == [("left", "done"), ("right", "done")]
    ats = [at for (at,) in gym.ask("SELECT at FROM events ORDER BY n")]
    assert ats == sorted(ats)  # type: ignore[type-var]


def test_the_times_are_those_of_the_sets_and_not_of_the_writing(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.WORK)
    with gym.locked():
        gym.wait(runner, 12.0)
        gym.press(runner)
        done = gym.clock.wall()
        gym.wait(runner, 4.0)
    gym.wait(runner, 2.0)
    assert gym.ask("SELECT at FROM outcomes") == [(done.isoformat(),)]
    assert gym.ask("SELECT wall FROM events ORDER BY n DESC LIMIT 1") == [(done.isoformat(),)]


def test_it_is_tried_again_each_second_and_no_more_often(gym: Gym) -> None:
    tries: list[float] = []
    runner = gym.begin()
    with gym.locked():
        runner.press()
        assert runner.trouble is not None
        retry = runner._journal.retry
        runner._journal.retry = lambda: (tries.append(runner.now()), retry())  # type: ignore[method-assign,assignment,func-returns-value]
        for _ in range(25):
            gym.clock.reading += 0.1
            runner.look()
    assert len(tries) == 2
    assert tries[1] - tries[0] == pytest.approx(RETRY, abs=0.11)


def test_closing_tries_once_more(gym: Gym) -> None:
    runner = gym.begin()
    with gym.locked():
        runner.press()
    runner.close()
    assert gym.kinds() == ["press"]


def test_undo_while_events_wait_leaves_no_row_behind(gym: Gym) -> None:
    runner = gym.begin()
    gym.until(runner, Phase.WORK)
    with gym.locked():
        gym.wait(runner, 12.0)
        gym.press(runner)
        gym.wait(runner, 1.0)
        assert runner.undo()
    gym.wait(runner, 2.0)
    assert (gym.kinds(), gym.rows()) == (["press", "press", "undo"], [])


def test_a_listener_hears_of_what_is_not_yet_saved_and_why(gym: Gym) -> None:
    runner = gym.begin()
    heard: list[str | None] = []

    def hear(runner: Runner) -> None:
        heard.append(runner.trouble)

    runner.listen(hear)
    with gym.locked():
        runner.press()
    assert heard == ["database is locked"]


def test_a_listener_that_fails_is_cut_off_and_the_others_go_on(
    gym: Gym, caplog: pytest.LogCaptureFixture
) -> None:
    runner = gym.begin()
    told: list[str] = []

    def broken(_: Runner) -> None:
        told.append("broken")
        raise RuntimeError("no more")

    runner.listen(lambda _: told.append("first"))
    runner.listen(broken)
    runner.listen(lambda _: told.append("last"))
    with caplog.at_level(logging.ERROR):
        gym.press(runner)
        runner.send(e.AddRound())
    assert told == ["first", "broken", "last", "first", "last"]
    assert len(caplog.records) == 1
    assert gym.kinds() == ["press", "add-round"]
