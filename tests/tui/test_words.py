"""The session in words: asked, logged, coming."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiptimer.circuit.file import parse
from hiptimer.circuit.model import Count, Order, Side, Sides
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from hiptimer.tui.keys import SESSION_KEYS, sign, signs
from hiptimer.tui.meaning import EVENTS
from hiptimer.tui.words import (
    asked,
    asked_briefly,
    clock,
    count_words,
    hidden,
    keys_phrases,
    load_words,
    logged_line,
    logged_phrases,
    next_phrases,
    other_limb,
    side_blocks,
    status_phrases,
    what_next,
)
from hiptimer.weights import Unit
from tests.circuits import hips
from tests.session.builders import HALO, HIPS, LUNGE, PLANK, SWINGS, WALL, WHOLE, Day, counted, only


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0"), (99, "99"), (100, "1:40"), (119, "1:59"), (120, "2:00"), (3600, "60:00")]
)
def test_a_clock_counts_seconds_and_then_minutes(seconds: int, said: str) -> None:
    assert clock(seconds) == said


def test_the_side_says_what_it_means() -> None:
    left, right = Day(only(WALL)).session.steps
    assert side_blocks(left) == ("STAND", "LEFT")
    assert side_blocks(right) == ("STAND", "RIGHT")
    assert side_blocks(Day(only(replace(WALL, side_label=""))).session.step) == ("LEFT",)
    assert side_blocks(Day(only(PLANK)).session.step) == ()
    both = replace(LUNGE, sides=Sides.ALTERNATING)
    assert side_blocks(Day(only(both)).session.step) == ("LEFT +", "RIGHT")


def test_the_other_limb_is_the_one_on_the_other_side() -> None:
    wall, halo = (exercise.other_limb for exercise in parse(hips()).exercises[:2])
    assert (wall, halo) == ("push {other} knee into wall", "{other} leg long behind")
    steps = Day(parse(hips())).session.steps
    assert [other_limb(step) for step in steps[:4]] == [
        "push right knee into wall",
        "push left knee into wall",
        "right leg long behind",
        "left leg long behind",
    ]


def test_what_is_asked_with_its_weight() -> None:
    session = Day(HIPS).do(e.Weigh(0.0)).until(2, Phase.WORK).do(e.Weigh(8.0)).session
    wall, halo, lunge = session.steps[0], session.steps[2], session.steps[6]
    assert asked(session, wall, Unit.KG) == "to fatigue · body weight"
    assert asked(session, halo, Unit.KG) == "3 clockwise, then 3 counterclockwise · MEDIUM-HEAVY 8 kg"
    assert asked_briefly(session, halo, Unit.KG) == "3+3 reps · MEDIUM-HEAVY 8 kg"
    assert asked(session, lunge, Unit.KG) == "12 reps · HEAVY"


@pytest.mark.parametrize(
    ("kg", "unit", "said"),
    [
        (16.0, Unit.KG, "HEAVY 16 kg"),
        (7.5, Unit.KG, "HEAVY 7.5 kg"),
        (0.0, Unit.KG, "HEAVY body weight"),
        (9.07, Unit.LB, "HEAVY 20 lb"),
        (8.0, Unit.LB, "HEAVY 17.6 lb"),
    ],
)
def test_a_weight_in_words(kg: float, unit: Unit, said: str) -> None:
    session = Day(only(LUNGE)).do(e.Weigh(kg)).session
    assert load_words(session, session.step, unit) == said


def test_who_counts() -> None:
    assert count_words(Day(only(LUNGE)).session, 0.0) == ""
    assert count_words(Day(only(WALL)).do(e.CountBy(Count.PACE)).session, 0.0) == ""
    assert count_words(Day(only(counted(LUNGE, Count.PACE))).session, 0.0) == "counting for you, of 12"
    assert (
        count_words(Day(only(counted(HALO, Count.TAP))).session, 0.0) == "clockwise: one press a rep, of 3+3"
    )


def test_what_comes_next() -> None:
    day = Day(HIPS)
    assert what_next(day.session) == "SWITCH 15 s, then RIGHT"
    assert what_next(day.until(1, Phase.WORK).session) == "REST 45 s, then LUNGE HALO LEFT"
    assert what_next(day.until(7, Phase.WORK).session) == "REST 90 s, then WALL PUSH RIGHT"
    assert what_next(day.until(23, Phase.WORK).session) == "FINISHED"


def test_what_comes_next_may_be_what_was_left_out() -> None:
    day = Day(only(WALL, LUNGE)).until(3, Phase.WORK).do(e.Redo(), e.Redo(), e.Redo(), e.Redo())
    assert day.place == (Phase.READY, 0)
    assert what_next(day.session) == "REST 45 s, then BACK LUNGE RIGHT"
    straight = Day(only(WALL, sets=2, order=Order.STRAIGHT)).until(1, Phase.WORK)
    assert what_next(straight.session) == "REST 90 s, then WALL PUSH RIGHT"


def test_before_anything_is_logged_nothing_is_said_of_it() -> None:
    session = Day(HIPS).session
    assert (logged_line(session, 0), hidden(session)) == ("", False)
    assert logged_line(Day(HIPS).do(e.Skip()).session, 0) == ""


def test_a_hold_is_hidden_until_its_pair_is_complete() -> None:
    day = Day(HIPS).until(0, Phase.WORK).wait(31.2).press()
    assert hidden(day.session)
    day.until(1, Phase.WORK).wait(28.0).press()
    assert not hidden(day.session)
    assert logged_line(day.session, 0) == "logged: WALL PUSH RIGHT 28 s   up/down corrects"


def test_what_was_interrupted_is_hidden_too() -> None:
    day = Day(HIPS).until(0, Phase.WORK).wait(12.0).do(e.Pause()).press()
    assert day.session.phase is Phase.SWITCH
    assert logged_line(day.session, 0) == "logged: WALL PUSH LEFT   up/down corrects"


def test_one_sided_work_and_reps_are_never_hidden() -> None:
    plank = Day(only(PLANK, LUNGE)).until(1, Phase.REST)
    assert logged_line(plank.session, 0).startswith("logged: PLANK ")
    assert not hidden(Day(only(LUNGE)).until(1, Phase.SWITCH).session)


def test_names_with_markup_stand_as_they_are() -> None:
    odd = replace(LUNGE, short="[red]X[/]", other_limb="{0} {other} %s")
    day = Day(only(odd))
    assert other_limb(day.session.step) == "{0} right %s"
    assert day.session.step.side is Side.LEFT
    assert "[red]X[/]" in logged_line(day.until(1, Phase.SWITCH).session, 0)


# -- the same in fewer words


def test_the_status_and_what_is_next_have_a_form_for_narrow_panes() -> None:
    session = Day(HIPS).session
    assert status_phrases(session) == ("READY · ROUND 1/3 · WALL PUSH · LEFT", "READY 1/3 · WALL PUSH · LEFT")
    assert next_phrases(session) == ("next: SWITCH 15 s, then RIGHT", "next: SWITCH 15 s, RIGHT")
    straight = Day(only(WALL, sets=2, order=Order.STRAIGHT)).session
    assert status_phrases(straight)[1] == "READY 1/2 · WALL PUSH · LEFT"


def test_what_was_logged_may_be_said_without_how_to_correct_it() -> None:
    day = Day(HIPS).until(1, Phase.WORK).wait(28.0).press()
    assert logged_phrases(day.session, 0)[1] == "logged: WALL PUSH RIGHT 28 s"
    assert logged_phrases(Day(HIPS).session, 0) == ("",)


def test_of_the_keys_the_one_that_tells_of_all_others_stays_longest() -> None:
    assert keys_phrases(["p Pause", "u Undo", "? Keys"]) == (
        "p Pause  u Undo  ? Keys",
        "p Pause  ? Keys",
        "? Keys",
        "",
    )


def test_the_way_back_stays_beside_it() -> None:
    assert keys_phrases(["d Delete", "u Bring back", "escape Back", "? Keys"], 2) == (
        "d Delete  u Bring back  escape Back  ? Keys",
        "d Delete  escape Back  ? Keys",
        "escape Back  ? Keys",
        "? Keys",
        "",
    )


# -- keys in words


def test_every_binding_has_an_id_a_tooltip_and_a_sign() -> None:
    assert len({binding.id for binding in SESSION_KEYS}) == len(SESSION_KEYS)
    assert all(binding.tooltip and binding.description and sign(binding) for binding in SESSION_KEYS)
    assert set(EVENTS) <= {binding.id for binding in SESSION_KEYS}


def test_no_key_is_bound_twice_and_letters_work_as_capitals() -> None:
    keys = [key for binding in SESSION_KEYS for key in binding.key.split(",")]
    assert len(set(keys)) == len(keys)
    assert all(key.upper() in keys for key in keys if len(key) == 1)


def test_no_key_of_a_presenter_remote_quits() -> None:
    [leave] = [binding for binding in SESSION_KEYS if binding.id == "leave"]
    assert not {"escape", "f5"} & set(leave.key.split(","))


def test_signs_stand_as_on_a_keyboard() -> None:
    bound = {binding.id: binding for binding in SESSION_KEYS}
    assert signs(bound["longer"]) == ["+", "=", "]"]
    assert signs(bound["press"]) == ["space", "enter", "page down"]
    assert signs(bound["pause"]) == ["p", ".", "b"]
    assert sign(bound["help"]) == "?"


def test_where_there_is_no_room_the_part_of_the_session_is_left_out() -> None:
    assert status_phrases(Day(WHOLE).session) == ("READY · WARM-UP · SWINGS", "READY · SWINGS")
    assert status_phrases(Day(WHOLE).finish().session) == ("FINISHED · ROUND 2/2", "FINISHED 2/2")
    named = replace(SWINGS, short="WARM-UP")
    phrases = status_phrases(Day(replace(WHOLE, exercises=(named, WALL))).session)
    assert phrases == ("READY · WARM-UP · WARM-UP", "READY · WARM-UP")
