"""What the live screen shows, phase by phase, and when it will show something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.circuit.file import parse
from hiptimer.circuit.model import Circuit, Count
from hiptimer.circuit.plan import Options
from hiptimer.session import events as e
from hiptimer.session.moves import is_paced
from hiptimer.session.state import Phase
from hiptimer.tui.keys import SESSION_KEYS
from hiptimer.tui.view import DONE_SECONDS, KEYS, View, next_change, view
from tests.circuits import TABATA, hips
from tests.often import often
from tests.session.builders import HALO, LUNGE, WALL, Day, counted, only
from tests.session.walks import CIRCUITS, Deed, live, walks

HIPS = parse(hips())


def shown(day: Day, row: int = 0) -> View:
    return view(day.session, day.at, row)


def words(view: View) -> str:
    """All that stands on the live screen."""
    big = (view.heading, view.number, view.coming, *view.side, view.limb)
    return "\n".join((*big, *view.text, *view.lines, *view.tip, *view.next))


# -- phase by phase


def test_ready_shows_how_to_get_into_position_and_what_ends_the_set() -> None:
    ready = shown(Day(HIPS))
    tips = HIPS.exercises[0].tips
    assert (ready.heading, ready.number, ready.button) == ("WALL PUSH", "", "Start")
    assert ready.text == (*tips.how, tips.stop)
    assert ready.side == ("STAND", "LEFT")
    assert (ready.limb, ready.lines) == ("push right knee into wall", ("to fatigue",))
    assert ready.tip == (tips.setup[0],)
    assert ready.next[0] == "next: SWITCH 15 s, then RIGHT"


def test_the_lead_in_counts_down() -> None:
    day = Day(HIPS).press()
    assert (shown(day).heading, shown(day).number, shown(day).text) == ("GET SET", "10", ())
    assert shown(day).side == ("STAND", "LEFT")
    assert [shown(day.wait(by)).number for by in (0.001, 0.998, 0.001, 8.9, 0.099)] == [
        "10",
        "10",
        "9",
        "1",
        "1",
    ]


def test_a_hold_counts_up_from_0() -> None:
    day = Day(HIPS).until(0, Phase.WORK)
    assert (shown(day).heading, shown(day).number, shown(day).button) == ("WALL PUSH", "0", "Done")
    assert [shown(day.wait(by)).number for by in (0.999, 0.001, 8.9, 0.1, 89.0, 1.0, 20.0)] == [
        "0", "1", "9", "10", "99", "1:40", "2:00",
    ]  # fmt: skip


def test_reps_stand_big_as_the_target_with_their_directions() -> None:
    day = Day(HIPS).until(2, Phase.WORK)
    assert (shown(day).heading, shown(day).number) == ("LUNGE HALO", "3+3")
    assert shown(day).side == ("FRONT", "LEFT")
    assert shown(day).limb == "right leg long behind"
    assert shown(day).lines == ("3 clockwise, then 3 counterclockwise · MEDIUM-HEAVY",)
    assert shown(Day(HIPS).until(4, Phase.WORK)).number == "8"


def test_a_new_target_and_a_weight_are_shown() -> None:
    day = Day(HIPS).until(4, Phase.REST).wait(45.0).do(e.Redo())
    day.do(e.Nudge(2), e.Weigh(16.0))
    assert shown(day).lines == ("10 reps · HEAVY 16 kg", "take 16 kg")
    assert shown(day.until(4, Phase.WORK)).number == "10"


def test_paced_reps_are_counted_and_said_to_be() -> None:
    day = Day(only(counted(HALO, Count.PACE))).until(0, Phase.WORK).wait(8.1)
    assert shown(day).number == "2"
    assert shown(day).lines[-1] == "clockwise: counting for you, of 3+3"
    assert shown(day.do(e.Pause()).wait(60.0)).number == "2"


def test_taps_are_counted_and_the_big_key_is_one_rep() -> None:
    day = Day(only(counted(LUNGE, Count.TAP))).until(0, Phase.WORK)
    assert (shown(day).number, shown(day).button) == ("0", "One rep")
    assert shown(day.wait(1.0).press()).number == "1"
    assert shown(day).lines[-1] == "one press a rep, of 12"


def test_timed_work_counts_down() -> None:
    day = Day(parse(TABATA)).until(0, Phase.WORK)
    assert [shown(day.wait(by)).number for by in (0.0, 0.9, 0.1, 18.5)] == ["20", "20", "19", "1"]


def test_done_stands_for_3_s_and_then_the_switch() -> None:
    day = Day(HIPS).until(0, Phase.WORK).wait(20.0).press()
    assert (shown(day).heading, shown(day).number) == ("DONE ✓", "15")
    assert shown(day.wait(2.9)).heading == "DONE ✓"
    switch = shown(day.wait(0.1))
    assert (switch.heading, switch.number, switch.button) == ("SWITCH", "12", "Go now")
    assert switch.side == ("STAND", "RIGHT")
    assert switch.limb == "push left knee into wall"


def test_a_rest_names_what_comes_and_what_was_logged() -> None:
    day = Day(HIPS).until(1, Phase.WORK).wait(31.24).press().wait(3.0)
    rest = shown(day)
    assert (rest.heading, rest.number) == ("REST", "42")
    assert (rest.coming, rest.side, rest.limb) == ("LUNGE HALO", ("LEFT",), "")
    assert rest.lines == ("3+3 reps · MEDIUM-HEAVY",)
    assert rest.tip[0] in HIPS.exercises[1].tips.why
    assert rest.next[0] == "logged: WALL PUSH RIGHT 31.2 s   up/down corrects"


def test_a_skip_is_not_done() -> None:
    assert shown(Day(HIPS).do(e.Skip())).heading == "SWITCH"


def test_paused_stands_still_over_what_was_paused() -> None:
    day = Day(HIPS).press().wait(4.0).do(e.Pause())
    assert (shown(day).heading, shown(day).number, shown(day).button) == ("PAUSED", "6", "Go on")
    assert shown(day.wait(100.0)).number == "6"
    assert shown(Day(HIPS).until(4, Phase.WORK).wait(5.0).do(e.Pause())).number == "8"


@pytest.mark.parametrize(("held", "offer"), [(5.0, "hold this side again"), (15.0, "the next set")])
def test_a_paused_hold_says_that_it_has_ended(held: float, offer: str) -> None:
    paused = shown(Day(HIPS).until(0, Phase.WORK).wait(held).do(e.Pause()))
    assert (paused.heading, paused.number) == ("PAUSED", "")
    assert "interrupted" in paused.text[0]
    assert offer in paused.text[1]


def test_the_last_set_leads_to_the_end() -> None:
    assert shown(Day(only(WALL)).until(1, Phase.WORK)).next[0] == "next: FINISHED"


def test_another_round_has_another_tip() -> None:
    tips = {shown(Day(HIPS).until(index, Phase.WORK)).tip[0] for index in (0, 8, 16)}
    assert tips == set(HIPS.exercises[0].tips.work)


def test_every_phase_has_its_keys_and_each_is_bound() -> None:
    assert set(KEYS) == set(Phase)
    assert {name for names in KEYS.values() for name in names} <= {binding.id for binding in SESSION_KEYS}
    assert all(len(names) + 1 <= 6 for names in KEYS.values())


# -- holds: nothing is a target


@pytest.mark.parametrize("phase", [Phase.SWITCH, Phase.LEAD_IN, Phase.WORK, Phase.PAUSED, Phase.READY])
def test_the_first_side_is_hidden_until_the_second_is_done(phase: Phase) -> None:
    day = Day(HIPS).until(0, Phase.WORK).wait(41.3).press()
    if phase is Phase.PAUSED:
        day.wait(1.0).do(e.Pause())
    elif phase in (Phase.READY, Phase.LEAD_IN):
        day.until(1, Phase.WORK).do(e.Redo())
        day.until(1, phase)
    else:
        day.until(1, phase)
    assert "41" not in words(shown(day))
    if phase is Phase.SWITCH:
        assert shown(day).next[0] == "logged: WALL PUSH LEFT   up/down corrects"


def test_correcting_it_reveals_it() -> None:
    day = Day(HIPS).until(0, Phase.WORK).wait(41.3).press().do(e.Nudge(-1))
    assert shown(day).next[0] == "logged: WALL PUSH LEFT 40.3 s   up/down corrects"


def test_in_the_second_round_no_hold_shows_what_the_first_one_was() -> None:
    day = Day(HIPS).until(0, Phase.WORK).wait(41.3).press()
    day.until(1, Phase.WORK).wait(37.6).press().until(8, Phase.WORK)
    for _ in range(3):
        seen = words(shown(day))
        assert "41" not in seen
        assert "37" not in seen
        day.wait(1.0)


# -- corrections


def test_the_direction_to_correct_is_named() -> None:
    day = Day(HIPS).until(2, Phase.WORK).wait(20.0).press()
    assert shown(day, row=0).next[0] == "logged: LUNGE HALO LEFT [3]+3   arrows correct"
    assert shown(day, row=1).next[0] == "logged: LUNGE HALO LEFT 3+[3]   arrows correct"
    assert "3+[5]" in shown(day.do(e.Nudge(2, row=1)), row=1).next[0]


# -- when it will look different


def test_nothing_changes_by_itself_where_no_time_runs() -> None:
    assert next_change(Day(HIPS).session, 0.0) is None
    frozen = Day(HIPS).press().wait(1.0).do(e.Freeze())
    assert next_change(frozen.session, frozen.at) is None
    assert next_change(frozen.do(e.Pause()).session, frozen.at) is None
    reps = Day(HIPS).until(2, Phase.WORK)
    assert next_change(reps.session, reps.at) is None


def test_done_goes_between_two_seconds_and_is_looked_for() -> None:
    day = Day(HIPS, Options(switch=15.5)).until(0, Phase.WORK).wait(20.0).press().wait(2.6)
    assert (shown(day).heading, shown(day).number) == ("DONE ✓", "13")
    delay = next_change(day.session, day.at)
    assert delay == pytest.approx(0.4)
    assert shown(day.wait(delay or 0.0)).heading == "SWITCH"


@often(80)
@given(CIRCUITS, walks(4, 20), st.floats(0.0, 3.0))
def test_the_next_look_is_neither_late_nor_for_nothing(
    circuit: Circuit, deeds: list[Deed], seconds: float
) -> None:
    """Until then every view is the same; and then, or when the phase is over, there is another one."""
    day = Day(circuit)
    for deed in deeds:
        live(day, deed)
        day.wait(seconds)
        session, at = day.session, day.at
        delay = next_change(session, at)
        if delay is None:
            assert view(session, at) == view(session, at + 3600.0)
            continue
        longest = DONE_SECONDS if session.frozen_at is not None else 1.0
        assert 0.0 < delay <= longest + 1e-6
        if delay < 1e-4:
            continue
        now = view(session, at + 1e-5)
        assert all(view(session, at + delay * part - 1e-5) == now for part in (0.3, 0.7, 1.0))
        if session.deadline is None or session.count is not None:
            continue
        then = at + delay + 1e-5
        assert view(session, then) != now or then >= session.deadline or is_paced(session)
