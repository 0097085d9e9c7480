"""I can't lunge today: another exercise in its place, for this session."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.model import Order, Side
from hiptimer.session import events as e
from hiptimer.session.ask import exercises
from hiptimer.session.course import substitutes
from hiptimer.session.rows import rows
from hiptimer.session.state import Done, Phase, Session

from .builders import (
    BRIDGE,
    LUNGE,
    PLANK,
    STEP_UP,
    STRETCH,
    SWINGS,
    THRUST,
    WALL,
    WHOLE,
    Day,
    only,
    unchanged,
)

NO_LUNGE = e.Substitute("backward-lunge", "bridge")
TO_STEPS = e.Substitute("backward-lunge", "step-up")


def course(session: Session) -> list[str]:
    return [f"{step.exercise.id} {step.round}{(str(step.side or ' '))[0]}".strip() for step in session.steps]


def offered(day: Day, name: str) -> list[str]:
    return [one.id for one in substitutes(day.session, name)]


def test_its_open_sets_are_those_of_the_alternative() -> None:
    day = Day(WHOLE).do(NO_LUNGE)
    assert course(day.session) == [
        "swings 1", "wall-push 1l", "wall-push 1r", "bridge 1",
        "wall-push 2r", "wall-push 2l", "bridge 2", "stretch 1l", "stretch 1r",
    ]  # fmt: skip
    assert day.place == (Phase.READY, 0)
    assert day.session.instead == {"backward-lunge": "bridge"}


def test_an_alternative_of_each_side_keeps_the_sides() -> None:
    day = Day(WHOLE).do(TO_STEPS)
    assert course(day.session)[3:5] == ["step-up 1l", "step-up 1r"]


def test_sets_that_are_logged_stay() -> None:
    day = Day(WHOLE).until(6, Phase.WORK).do(NO_LUNGE)
    assert course(day.session)[3:7] == [
        "backward-lunge 1l", "backward-lunge 1r", "wall-push 2r", "wall-push 2l",
    ]  # fmt: skip
    assert course(day.session)[7] == "bridge 2"
    assert day.place == (Phase.WORK, 6)


def test_with_one_side_done_the_other_side_is_exchanged() -> None:
    day = Day(WHOLE).until(4, Phase.SWITCH).wait(5.0).do(TO_STEPS)
    assert course(day.session)[3:5] == ["backward-lunge 1l", "step-up 1r"]
    assert day.place == (Phase.REST, 4)
    assert day.left == 10.0
    assert day.session.logged == 3


def test_in_the_set_itself_it_is_ready_for_the_alternative_and_nothing_is_logged() -> None:
    day = Day(WHOLE).until(3, Phase.WORK).wait(5.0).do(NO_LUNGE)
    assert day.place == (Phase.READY, 3)
    assert day.session.step.exercise.id == "bridge"
    assert len(rows(day.session)) == 3


def test_a_hold_is_broken_off_and_stays_in_the_log() -> None:
    plank = replace(PLANK, id="plank-instead", instead_of=("wall-push",))
    circuit = replace(only(WALL, LUNGE), alternatives=(plank,))
    day = Day(circuit).until(0, Phase.WORK).wait(20.0).do(e.Substitute("wall-push", "plank-instead"))
    assert course(day.session)[:3] == ["wall-push 1l", "plank-instead 1", "backward-lunge 1l"]
    assert (day.row(0).status, day.row(0).seconds) == (Done.INTERRUPTED, 20.0)
    assert day.place == (Phase.READY, 1)


def test_a_hold_of_which_both_sides_are_over_leads_on() -> None:
    plank = replace(PLANK, id="plank-instead", instead_of=("wall-push",))
    circuit = replace(only(WALL, LUNGE, sets=2), alternatives=(plank,))
    day = Day(circuit).until(1, Phase.WORK).wait(20.0).do(e.Substitute("wall-push", "plank-instead"))
    assert course(day.session)[:3] == ["wall-push 1l", "wall-push 1r", "backward-lunge 1l"]
    assert day.place == (Phase.READY, 2)
    assert course(day.session)[4] == "plank-instead 2"


def test_a_pain_told_before_it_stays_with_a_skipped_set() -> None:
    day = Day(WHOLE).until(3, Phase.WORK).do(e.Pain(6), NO_LUNGE)
    assert course(day.session)[3:5] == ["backward-lunge 1l", "bridge 1"]
    assert day.place == (Phase.READY, 4)
    pains = [(row.exercise, row.status, row.pain) for row in rows(day.session) if row.pain is not None]
    assert pains == [("backward-lunge", Done.SKIPPED, 6)]


def test_in_a_pause_the_alternative_is_ready() -> None:
    day = Day(WHOLE).until(3, Phase.WORK).do(e.Pause(), NO_LUNGE)
    assert day.place == (Phase.READY, 3)


def test_in_a_paused_rest_the_rest_goes_on_towards_it() -> None:
    day = Day(WHOLE).until(3, Phase.REST).wait(5.0).do(e.Pause(), NO_LUNGE).press()
    assert day.place == (Phase.REST, 3)
    assert (day.session.step.exercise.id, day.left) == ("bridge", 40.0)


def test_undo_brings_it_back() -> None:
    day = Day(WHOLE).until(3, Phase.REST).wait(5.0)
    before = day.session
    day.do(NO_LUNGE).wait(2.0).undo()
    assert day.session.steps == before.steps
    assert day.session.instead == {}
    assert (day.place, day.left) == ((Phase.REST, 3), 38.0)


def test_one_goes_back_or_on_to_the_next_alternative() -> None:
    day = Day(WHOLE).do(NO_LUNGE)
    assert offered(day, "bridge") == ["backward-lunge", "step-up"]
    assert offered(day, "backward-lunge") == []
    day.do(e.Substitute("bridge", "step-up"))
    assert day.session.instead == {"backward-lunge": "step-up"}
    day.do(e.Substitute("step-up", "backward-lunge"))
    assert day.session == day.begun


def test_a_round_added_later_has_what_is_done_today() -> None:
    day = Day(WHOLE).do(NO_LUNGE, e.AddRound())
    assert course(day.session)[-5:] == [
        "wall-push 3l",
        "wall-push 3r",
        "bridge 3",
        "stretch 1l",
        "stretch 1r",
    ]


def test_in_a_warm_up_the_alternative_is_the_warm_up() -> None:
    march = replace(PLANK, id="march", instead_of=("swings",))
    day = Day(replace(WHOLE, alternatives=(march,))).do(e.Substitute("swings", "march"))
    assert [step.block for step in day.session.steps[:2]] == [SWINGS.block, WALL.block]
    assert course(day.session)[0] == "march 1"


def test_one_that_is_done_already_for_another_is_not_offered() -> None:
    circuit = replace(only(THRUST, LUNGE), alternatives=(BRIDGE, STEP_UP))
    day = Day(circuit).do(e.Substitute("hip-thrust", "step-up"))
    assert offered(day, "backward-lunge") == ["bridge"]
    assert unchanged(day, TO_STEPS)


def test_what_is_no_alternative_or_is_over_changes_nothing() -> None:
    for event in (
        e.Substitute("wall-push", "bridge"),
        e.Substitute("backward-lunge", "nothing"),
        e.Substitute("nothing", "bridge"),
        e.Substitute("backward-lunge", "backward-lunge"),
    ):
        assert unchanged(Day(WHOLE), event)
    assert unchanged(Day(WHOLE).until(10, Phase.SWITCH), NO_LUNGE)


def test_swapped_sides_stay_swapped() -> None:
    day = Day(WHOLE).until(3, Phase.WORK).do(e.Swap(), TO_STEPS)
    assert day.sides(3, 4) == [Side.RIGHT, Side.LEFT]


def test_in_straight_order_its_later_sets_are_exchanged() -> None:
    day = Day(replace(WHOLE, order=Order.STRAIGHT)).until(6, Phase.SWITCH).do(NO_LUNGE)
    assert course(day.session)[5:9] == ["backward-lunge 1l", "bridge 1", "bridge 2", "stretch 1l"]


def test_the_exercises_of_the_session_are_told_in_the_circuits_order() -> None:
    day = Day(WHOLE).until(7, Phase.REST).do(NO_LUNGE)
    assert [one.short for one in exercises(day.session)] == [
        SWINGS.short, WALL.short, LUNGE.short, BRIDGE.short, STRETCH.short,
    ]  # fmt: skip


@pytest.mark.parametrize("event", [NO_LUNGE, TO_STEPS])
def test_the_session_is_finished_with_it_and_reopened_in_it(event: e.Event) -> None:
    day = Day(WHOLE).until(3, Phase.WORK).do(event).wait(1.0)
    again = day.reopened()
    assert again.place == (Phase.READY, 3)
    day.finish()
    assert {row.exercise for row in rows(day.session)} == {"swings", "wall-push", "stretch", event.by}
