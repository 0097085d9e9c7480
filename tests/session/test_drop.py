"""An exercise that is over for today, and what is in focus after a skip."""

from __future__ import annotations

from hiptimer.session import events as e
from hiptimer.session.ask import focus
from hiptimer.session.state import Done, Phase, Side

from .builders import Day


def skipped(day: Day) -> list[int]:
    return sorted(i for i, rows in day.session.outcomes.items() if rows[0].status is Done.SKIPPED)


def test_pain_in_the_thrusts_just_done_takes_them_out_of_the_next_rounds_and_leaves_the_rest_alone() -> None:
    day = Day().until(6, Phase.REST).wait(5.0).do(e.Pain(7), e.Drop("hip-thrust"))
    assert skipped(day) == [12, 13, 20, 21]
    assert day.place == (Phase.REST, 6)
    assert day.left == 40.0
    assert day.row(5).status is Done.DONE


def test_dropping_the_exercise_one_is_in_goes_on_to_the_next() -> None:
    day = Day().until(4, Phase.WORK).wait(5.0).do(e.Drop("hip-thrust"))
    assert skipped(day) == [4, 5, 12, 13, 20, 21]
    assert day.place == (Phase.REST, 6)


def test_dropping_what_is_done_already_changes_nothing() -> None:
    day = Day().until(20, Phase.WORK).do(e.Drop("wall-push"))
    assert skipped(day) == []


def test_after_a_skip_the_skipped_set_is_in_focus_not_the_one_before() -> None:
    day = Day().until(8, Phase.READY).do(e.Skip())
    assert day.place == (Phase.SWITCH, 9)
    assert focus(day.session) == 8
    sides = [day.session.steps[i].side for i in (6, 7)]
    day.do(e.Swap())
    assert [day.session.steps[i].side for i in (6, 7)] == sides
    assert day.session.steps[8].side is Side.LEFT
    assert day.do(e.Redo()).place == (Phase.READY, 8)


def test_of_two_holds_broken_off_the_longer_one_stands() -> None:
    day = Day().press().wait(10.0 + 6.0).do(e.Pause()).wait(2.0).press().wait(1.0).press().wait(10.0 + 3.0)
    day.do(e.Pause())
    assert (day.row(0).status, day.row(0).seconds) == (Done.INTERRUPTED, 6.0)
