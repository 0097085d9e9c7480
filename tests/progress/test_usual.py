"""How long the runner usually holds."""

from __future__ import annotations

from hiptimer.progress.usual import usual_hold

from .logbook import WALL, holds, log_of, row, session


def test_three_sessions_give_the_runners_own_median() -> None:
    log = log_of("30/40 31/42 35/45")
    assert usual_hold(log[:2], WALL) is None
    assert usual_hold(log, WALL) == (35 + 40) / 2


def test_sessions_without_a_valid_hold_are_not_among_the_three() -> None:
    log = [*log_of("30/40 31/42"), session([row("left", seconds=20.0, status="interrupted")], 9.0)]
    assert usual_hold(log, WALL) is None
    assert usual_hold([*log, session(holds([(90, 90)]), 10.0, "guest")], WALL) is None


def test_it_is_the_runner_of_today() -> None:
    assert usual_hold(log_of("10/10 " * 20 + "50/50 " * 8), WALL) == 50
