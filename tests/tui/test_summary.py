"""The finished session as cells: what was done, side by side and round by round."""

from __future__ import annotations

from dataclasses import replace

from hiptimer.circuit.model import Order, Sides
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from hiptimer.tui.summary import Tone
from tests.session.builders import HALO, LUNGE, PLANK, THRUST, WALL, WHOLE, Day, only

from .finished import drawn, held, shown


def cells(day: Day, place: int = 0) -> list[list[str]]:
    """The longest texts of an exercise's cells, by round."""
    return [[cell.texts[0] for cell in cells] for cells in shown(day).exercises[place].rounds]


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
