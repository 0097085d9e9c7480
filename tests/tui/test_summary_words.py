"""What is said of a finished session: bests and loads against last time, the sides, effort and pain."""

from __future__ import annotations

from dataclasses import replace

from hiptimer.progress.holds import Pair, PairedSession
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from hiptimer.tui.summary import Past, summary
from hiptimer.weights import Unit
from tests.session.builders import HALO, HIPS, LUNGE, THRUST, WALL, Day, only

from .finished import ENDED, drawn, held, record, shown


def test_what_changed_since_last_time_stands_beside_each_best() -> None:
    last = record(held(Day(only(WALL)), 12.0, 40.0))
    [wall] = shown(held(Day(only(WALL)), 15.5, 38.0), last=last).exercises
    assert wall.notes == (
        "best left 15.5 s (was 12 s), right 38 s (was 40 s)",
        "best L 15.5 s (12 s) R 38 s (40 s)",
    )


def test_the_same_as_last_time_is_said_once() -> None:
    last = record(Day(only(LUNGE)).finish())
    today = shown(Day(only(LUNGE)).finish(), last=last)
    assert today.exercises[0].notes[0] == "best 12, as last time"
    assert today.day == "last time: Sun 01 Mar"
    assert shown(Day(only(LUNGE)).finish()).exercises[0].notes == ()


def test_loads_are_named_and_compared() -> None:
    last = record(Day(only(THRUST)).do(e.Weigh(12.0)).finish())
    heavier = Day(only(THRUST)).do(e.Weigh(16.0)).finish()
    assert shown(heavier).exercises[0].notes[0] == "16 kg"
    assert shown(heavier, last=last).exercises[0].notes[0].endswith("16 kg (was 12 kg)")
    body = Day(only(THRUST)).do(e.Weigh(0.0)).finish()
    assert shown(body).exercises[0].notes[0] == "body weight"


def test_loads_are_named_in_the_unit_that_is_set() -> None:
    day = Day(only(THRUST, sets=2)).do(e.Weigh(9.07)).until(2, Phase.REST).do(e.Weigh(11.34)).finish()
    [row] = summary(day.session, 0, Past(ENDED, 60.0, None), Unit.LB).exercises
    assert row.notes[0] == "20-25 lb"


def test_an_exercise_that_last_time_lacked_is_compared_with_nothing() -> None:
    last = record(Day(only(THRUST)).finish())
    today = shown(held(Day(only(WALL, sets=2)), 12.0, 40.0, 38.0, 11.0), last=last)
    assert today.exercises[0].notes[0] == "best left 12 s, right 40 s"
    assert today.day == ""


def test_a_single_hold_of_a_side_is_not_called_its_best() -> None:
    assert shown(held(Day(only(WALL)), 12.0, 40.0)).exercises[0].notes == ()


def test_pain_is_repeated() -> None:
    day = Day(only(LUNGE)).finish().do(e.Pain(3))
    assert shown(day).exercises[0].notes[0] == "pain 3"


def test_facts_and_heading() -> None:
    day = Day(HIPS).finish()
    assert shown(day).facts == ("Tue 03 Mar 2026", "22 min", "Runner's hips", "24 of 24 sets done")
    assert shown(day).headings[0] == "WELL DONE ✓"
    nothing = shown(Day(only(THRUST)).do(e.Drop("hip-thrust")))
    assert nothing.facts[-1] == "nothing was done"
    assert nothing.headings[0] == "FINISHED"


def test_effort_and_pain_are_asked_and_then_shown() -> None:
    day = Day(only(LUNGE)).finish()
    assert drawn(day)[-2] == "e: how hard was it, 0 to 10?   o: any pain?   both can be left out"
    assert drawn(day, width=38)[-2] == "e how hard?  o pain?  optional"
    assert drawn(day.do(e.Effort(7)))[-2] == "effort 7   o: any pain?"
    assert drawn(day.do(e.Pain(2)))[-2] == "effort 7   pain 2"


def test_the_last_set_can_still_be_corrected() -> None:
    day = Day(only(HALO)).finish().do(e.Nudge(-1, row=1))
    assert shown(day, row=1).logged[0] == "logged: LUNGE HALO RIGHT 3+[2]   arrows correct"
    assert "3 CW 2 CCW of 3+3" in drawn(day)[2]


def test_the_sides_of_a_first_session_are_compared_and_nothing_is_made_of_it() -> None:
    day = held(Day(only(WALL, sets=1)), 36, 40)
    assert shown(day).exercises[0].sides[0] == "left 90 % of right (LSI); too early to say"


def test_very_unequal_holds_are_asked_about_at_usual_sizes() -> None:
    day = held(Day(only(WALL, sets=1)), 12, 40)
    for width in (78, 118):
        text = "\n".join(drawn(day, width))
        assert "left 30 % of right (LSI); too early to say. " in text
        assert "ain, a slip, another set-up?" in text


def test_after_other_sessions_their_verdict_stands_beside_it() -> None:
    day = held(Day(only(WALL, sets=1)), 32, 40)
    before = (PairedSession((Pair(32, 40, True),)),) * 5
    found = summary(day.session, 0, Past(ENDED, 60.0, None, {WALL.id: before}))
    said = "left 80 % of right (LSI); over 6 sessions left consistently shorter"
    assert found.exercises[0].sides == (said, "left 80 % of right (LSI)", "left 80 % of right")


def test_sides_held_alike_or_one_of_them_missing_name_no_side() -> None:
    alike = held(Day(only(WALL, sets=1)), 40, 40)
    assert shown(alike).exercises[0].sides[0] == "left and right held the same (LSI 100 %); too early to say"
    assert shown(held(Day(only(WALL, sets=1)), 40)).exercises[0].sides == ()


def test_a_side_that_did_as_much_as_last_time_was_nothing_else() -> None:
    last = record(Day(only(THRUST)).finish())
    sets = tuple(replace(one, reps=8 if one.side == "left" else 7) for one in last.sets)
    today = shown(Day(only(THRUST)).finish(), last=replace(last, sets=sets))
    assert today.exercises[0].notes[0].startswith("best left 8, right 8 (was 7)")
