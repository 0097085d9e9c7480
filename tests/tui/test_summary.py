"""The finished session as cells, notes and lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hiptimer.circuit.model import Order, Sides
from hiptimer.circuit.plan import Options
from hiptimer.history.records import SessionRecord, SetRecord
from hiptimer.progress.holds import Pair, PairedSession
from hiptimer.session import events as e
from hiptimer.session.rows import rows
from hiptimer.session.state import Phase
from hiptimer.tui.summary import Past, Tone, summary
from hiptimer.weights import Unit
from tests.session.builders import HALO, HIPS, LUNGE, PLANK, THRUST, WALL, WHOLE, Day, only

from .finished import ENDED, drawn, held, shown


def cells(day: Day, place: int = 0) -> list[list[str]]:
    """The longest texts of an exercise's cells, by round."""
    return [[cell.texts[0] for cell in cells] for cells in shown(day).exercises[place].rounds]


def record(day: Day) -> SessionRecord:
    """The session as the log has it two days later."""
    sets = tuple(
        SetRecord(
            one.set, one.exercise, one.side, one.direction, one.reps, one.seconds, one.reach_s,
            one.load_kg, one.status, int(one.extra), one.pain, one.note, ENDED,
        )
        for one in rows(day.session)
    )  # fmt: skip
    return SessionRecord("1", "Only", datetime(2026, 3, 1, 18, tzinfo=UTC), ENDED, "finished", None, sets)


# -- cells


def test_a_hold_of_12_s_left_and_40_s_right_stand_side_by_side_with_bars_of_their_length() -> None:
    day = held(Day(only(WALL)), 12.0, 40.0)
    assert cells(day) == [["12 s", "40 s"]]
    assert [cell.share for cell in shown(day).exercises[0].rounds[0]] == [0.3, 1.0]
    _, head, values, bars, *_ = drawn(day)
    assert head.index("│") == values.index("│") == bars.index("│")
    left, right = bars.split("│")
    assert 3 * right.count("▰") < 11 * left.count("▰") < 4 * right.count("▰")
    assert left.rstrip().endswith("▰") and right.lstrip().startswith("▰")


def test_the_longest_hold_of_each_side_is_marked_where_there_are_others() -> None:
    day = held(Day(only(WALL, sets=2)), 31.24, 28.0, 30.0, 33.3)  # the second round begins right
    assert cells(day) == [["31.2 s", "28 s"], ["33.3 s ★", "30 s ★"]]
    assert "★ longest" in drawn(day)[-3]
    assert shown(held(Day(only(WALL)), 12.0, 40.0)).legend == ()


def test_directions_are_shown_apart() -> None:
    day = Day(only(HALO)).until(0, Phase.WORK).wait(20.0).press().do(e.Nudge(2, row=0)).finish()
    [[left, right]] = shown(day).exercises[0].rounds
    assert left.texts[:2] == ("5 CW 3 CCW of 3+3 ✓", "5+3/3+3 ✓")
    assert right.texts[-1] == "3+3"


def test_too_few_reps_have_no_tick() -> None:
    day = Day(only(LUNGE)).until(0, Phase.WORK).wait(20.0).press().do(e.Nudge(-2)).finish()
    assert cells(day) == [["10/12", "12/12 ✓"]]
    assert shown(day).exercises[0].rounds[0][0].tone is Tone.SHORT


def test_timed_work_is_counted_against_its_target() -> None:
    day = Day(only(PLANK, sets=2)).until(0, Phase.WORK).wait(31.0).press()
    assert cells(day.until(1, Phase.WORK).wait(40.0)) == [["31/40 s"], ["40/40 s ✓"]]


def test_a_skipped_and_an_interrupted_set_have_signs_and_words_of_their_own() -> None:
    day = Day(only(WALL, LUNGE)).until(0, Phase.WORK).wait(14.0).do(e.Pause()).press()
    day.until(1, Phase.WORK).wait(20.0).press().wait(1.0).do(e.Drop("backward-lunge"))
    assert day.session.phase is Phase.FINISHED
    assert cells(day) == [["¦ interrupted 14 s", "20 s"]]
    assert cells(day, 1) == [["× skipped", "× skipped"]]
    assert shown(day).legend == ("× skipped", "¦ interrupted")
    assert shown(day).facts[-1] == "1 of 4 sets done"


def test_an_interrupted_hold_is_no_best() -> None:
    day = Day(only(WALL, sets=2)).until(0, Phase.WORK).wait(50.0).do(e.Pause()).press()
    held(day, 20.0, 20.0, 20.0)
    assert "★" not in cells(day)[0][0]
    assert shown(day).exercises[0].notes[0] == "best 20 s"


def test_an_added_round_has_a_column_of_its_own() -> None:
    day = Day(only(LUNGE)).finish().do(e.AddRound())
    assert day.session.phase is Phase.READY
    assert len(cells(day.finish())) == 2
    assert "ROUND 2" in drawn(day)[0]


def test_warm_up_and_cool_down_stand_by_themselves_above_and_below_the_rounds() -> None:
    day = Day(WHOLE).finish()
    assert cells(day) == [["20/30 s"]]
    assert [one.name for one in shown(day).exercises] == ["SWINGS", "WALL PUSH", "BACK LUNGE", "STRETCH"]
    for width, height in ((78, 18), (38, 18), (118, 23)):
        lines = [line.rstrip() for line in drawn(day, width, height)]
        places = [
            next(place for place, line in enumerate(lines) if begins in line)
            for begins in ("WARM-UP", "SWINGS", "WALL PUSH", "COOL-DOWN", "STRETCH")
        ]
        assert places[0] == 0 and places[1] == 1 and places[4] == places[3] + 1
        assert places == sorted(places)
        assert lines[1].endswith("20/30 s")
        assert lines[places[4]].count("│") == 1


def test_what_was_done_instead_has_a_row_of_its_own() -> None:
    day = Day(WHOLE).until(5, Phase.READY).do(e.Substitute("backward-lunge", "bridge")).finish()
    assert [one.name for one in shown(day).exercises][2:4] == ["BACK LUNGE", "BRIDGE"]
    assert cells(day, 2) == [["12/12 ✓", "12/12 ✓"], [" ", " "]]
    assert cells(day, 3) == [[" "], ["15/15 ✓"]]
    assert shown(day).facts[-1] == "10 of 10 sets done"


def test_straight_sets_are_called_so() -> None:
    day = Day(only(LUNGE, THRUST, sets=2, order=Order.STRAIGHT)).finish()
    assert "SET 2" in drawn(day)[0]
    assert cells(day, 1) == [["8/8 ✓", "8/8 ✓"]] * 2


def test_without_sides_or_alternating_there_is_one_cell() -> None:
    day = Day(only(PLANK, replace(LUNGE, sides=Sides.ALTERNATING))).finish()
    assert [len(one.rounds[0]) for one in shown(day).exercises] == [1, 1]
    assert "LEFT" not in "".join(drawn(day))


def test_sides_swapped_afterwards_change_places() -> None:
    day = held(Day(only(WALL)), 12.0, 40.0).do(e.Swap())
    assert cells(day) == [["40 s", "12 s"]]


def test_the_reach_is_taken_off() -> None:
    assert cells(held(Day(only(WALL), Options(reach=4.0)), 34.0, 24.0)) == [["30 s", "20 s"]]


# -- what is said of them


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
    assert shown(day).exercises[0].sides[0] == "LSI 90 %, left shorter; too early to say"


def test_very_unequal_holds_are_asked_about_at_usual_sizes() -> None:
    day = held(Day(only(WALL, sets=1)), 12, 40)
    for width in (78, 118):
        text = "\n".join(drawn(day, width))
        assert "LSI 30 %, left shorter; too early to say. " in text
        assert "ain, a slip, another set-up?" in text


def test_after_other_sessions_their_verdict_stands_beside_it() -> None:
    day = held(Day(only(WALL, sets=1)), 32, 40)
    before = (PairedSession((Pair(32, 40, True),)),) * 5
    found = summary(day.session, 0, Past(ENDED, 60.0, None, {WALL.id: before}))
    said = "LSI 80 %, left shorter; over 6 sessions left consistently shorter"
    assert found.exercises[0].sides == (said, "LSI 80 %, left shorter")


def test_sides_held_alike_or_one_of_them_missing_name_no_side() -> None:
    alike = held(Day(only(WALL, sets=1)), 40, 40)
    assert shown(alike).exercises[0].sides[0] == "LSI 100 %; too early to say"
    assert shown(held(Day(only(WALL, sets=1)), 40)).exercises[0].sides == ()


def test_a_side_that_did_as_much_as_last_time_was_nothing_else() -> None:
    last = record(Day(only(THRUST)).finish())
    sets = tuple(replace(one, reps=8 if one.side == "left" else 7) for one in last.sets)
    today = shown(Day(only(THRUST)).finish(), last=replace(last, sets=sets))
    assert today.exercises[0].notes[0].startswith("best left 8, right 8 (was 7)")
