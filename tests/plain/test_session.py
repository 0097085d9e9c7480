"""A session by ear: what the keys do, and what is said."""

from __future__ import annotations

import pytest

from hiptimer.circuit.model import Side
from hiptimer.circuit.plan import Options
from hiptimer.plain.keys import Continued
from hiptimer.session.state import Phase
from hiptimer.tui.audible import Audible
from hiptimer.weights import Unit, Weights
from tests.circuits import TABATA, TAPPED, hips
from tests.fakes import Gym

from .lines import Speaking, Spoken

# -- what is said


def test_nothing_of_a_hold_is_a_target_until_both_sides_are_done(gym: Gym) -> None:
    gym.finished()
    spoken = Spoken(gym)
    said = spoken.until(Phase.WORK, 1)
    numbers = [line for line in said if line.startswith("DONE") and any(map(str.isdigit, line))]
    assert numbers == []
    assert spoken.until(Phase.REST, 2)[-2].endswith("logged: 20 s; right 20 s.")


def test_a_long_hold_is_asked_about(spoken: Spoken) -> None:
    spoken.until(Phase.WORK, 0)
    said = spoken.wait(95.0)
    assert said == ["15 s", "30 s", "45 s", "60 s", "75 s", "90 s. Still holding?"]


def test_a_sleep_in_a_hold_says_what_became_of_it(spoken: Spoken) -> None:
    spoken.until(Phase.WORK, 0)
    spoken.wait(20.0)
    spoken.gym.clock.reading += 8.0
    said = spoken.wait(0.5)
    assert said[0] == "The laptop slept: that hold is logged as interrupted."


def test_a_fault_in_the_settings_is_said_first_without_sound_too(gym: Gym) -> None:
    gym.audible = Audible(problem="settings.toml:2: volume: must be 0 to 10; the defaults hold")
    gym.without_sound("no player is installed")
    spoken = Spoken(gym)
    lines = [line for _, line in spoken.console.lines_said]
    assert lines[0] == "settings.toml:2: volume: must be 0 to 10; the defaults hold."
    assert "no sound (hiptimer doctor says why): no player is installed" in spoken.wait(1.0)


def test_timed_work_has_a_halfway_and_a_count_out(speaking: Speaking) -> None:
    spoken = speaking(TABATA, Options())
    assert spoken.until(Phase.WORK, 0)[-1].startswith("WORK: squat. 20 s.")
    assert spoken.wait(19.5) == ["15 s", "halfway, 10 s", "3", "2", "1"]


def test_a_rest_before_a_hold_that_waits_has_no_count_in(speaking: Speaking) -> None:
    text = TABATA.replace("seconds = 20", "to_fatigue = true\nwait = true")
    spoken = speaking(text, Options())
    spoken.until(Phase.REST, 1)
    assert spoken.wait(10.0)[-1].startswith("READY") and "1" not in spoken.new()


def test_a_long_rest_is_not_told_every_few_seconds(speaking: Speaking) -> None:
    spoken = speaking(TABATA, Options(round_rest=600.0))
    spoken.until(Phase.REST, 1)
    said = spoken.wait(598.0)
    assert said[:3] == ["540 s", "480 s", "420 s"] and len(said) < 25


def test_presses_are_counted(speaking: Speaking) -> None:
    spoken = speaking(TAPPED, Options())
    spoken.until(Phase.WORK, 0)
    assert spoken.press() == ["1 of 3"] and spoken.press() == ["2 of 3"]
    assert spoken.press()[0].startswith("DONE: bridge, left, logged: 3.")


def test_a_key_that_does_nothing_says_so(spoken: Spoken) -> None:
    assert spoken.keys("p") == ["Nothing to pause now."]
    assert spoken.keys("u") == ["Nothing to undo."]
    assert spoken.keys("g") == ["g is no key here. ? tells the keys."]
    assert spoken.keys("+") == ["Nothing to lengthen now."]


def test_help_tells_every_key(spoken: Spoken) -> None:
    said = spoken.keys("?")
    assert "u backspace pageup: take the last key back" in said


def test_it_is_told_again_on_demand_and_after_it_was_stopped(spoken: Spoken) -> None:
    spoken.until(Phase.REST, 2)
    spoken.wait(3.0)
    assert spoken.keys("i")[0].startswith("REST: 5 s, then lunge halo")
    assert spoken.give(Continued())[0].startswith("REST: 5 s, then lunge halo")


def test_between_two_lines_nobody_looks_more_often_than_once_a_second(spoken: Spoken) -> None:
    assert spoken.plain.wait() is None
    spoken.until(Phase.WORK, 0)
    assert 0.9 < (spoken.plain.wait() or 0.0) <= 1.01
    spoken.keys("p")
    assert spoken.plain.wait() is None


# -- keys


def test_a_held_big_key_counts_once(spoken: Spoken) -> None:
    spoken.wait(1.0)
    spoken.keys("enter", "enter", "space", "pagedown")
    assert spoken.place == (Phase.LEAD_IN, 0)


def test_a_set_is_corrected_by_a_number_and_by_the_arrows(spoken: Spoken) -> None:
    spoken.until(Phase.SWITCH, 1)
    assert spoken.keys("3", "1", "enter") == ["CORRECTED: wall push, left, 31 s."]
    assert spoken.keys("up") == ["CORRECTED: wall push, left, 32 s."]
    assert spoken.line("28") == ["CORRECTED: wall push, left, 28 s."]
    assert spoken.place == (Phase.SWITCH, 1)


def test_a_hold_is_corrected_to_the_tenth(spoken: Spoken) -> None:
    spoken.until(Phase.SWITCH, 1)
    for number, logged in (("28.5", 28.5), ("27,25", 27.2), ("26.", 26.0)):
        assert spoken.line(number)[0].startswith("CORRECTED: wall push, left, ")
        assert spoken.session.outcomes[0][0].net_seconds == logged
    assert spoken.keys("2", "5", ".", "5", "enter") == ["CORRECTED: wall push, left, 25.5 s."]
    assert spoken.keys(".")[0].startswith("PAUSED")  # with nothing typed it is the key it was


def test_a_number_that_is_too_large_is_told_and_not_cut(spoken: Spoken) -> None:
    spoken.until(Phase.SWITCH, 1)
    asked_for = "Nothing changed: a number from 0 to 3600 was asked for."
    assert spoken.line("28500") == [asked_for] == spoken.keys(*"28500", "enter")
    assert spoken.session.outcomes[0][0].corrected is False
    spoken.until(Phase.SWITCH, 3)
    assert spoken.line("1000") == ["Nothing changed: a number from 0 to 999 was asked for."]
    assert spoken.line("1.2.3") != []
    assert spoken.session.outcomes[2][0].corrected is False


def test_a_number_begun_and_forgotten(spoken: Spoken) -> None:
    spoken.until(Phase.SWITCH, 1)
    assert spoken.keys("3", "backspace", "escape", "4", "escape") != []
    assert spoken.session.outcomes[0][0].corrected is False


def test_a_skip_is_asked_about_and_may_be_answered_with_something_else(spoken: Spoken) -> None:
    assert spoken.keys("s")[0].startswith("SKIP? s: this set. e: wall push for today.")
    assert spoken.keys("z") == ["Nothing is changed."] and spoken.session.cursor == 0
    said = spoken.keys("s", "e")
    assert said[1:3] == ["SKIPPED: wall push, left.", "SKIPPED: wall push, right."]


def test_a_question_stops_a_countdown_and_the_answer_lets_it_go_on(spoken: Spoken) -> None:
    spoken.until(Phase.REST, 2)
    spoken.keys("n")
    assert spoken.console.wants_line
    assert spoken.wait(60.0) == []
    assert spoken.line("knee was fine") == ["NOTE: wall push, right, kept.", "8 s left."]
    assert not spoken.console.wants_line


def test_a_countdown_that_begins_under_a_question_stops_too(speaking: Speaking) -> None:
    spoken = speaking(TABATA, Options())
    spoken.until(Phase.WORK, 0)
    spoken.keys("s")
    spoken.wait(60.0)
    assert spoken.place == (Phase.REST, 1)
    assert "It is done already." in spoken.keys("s")
    assert spoken.place == (Phase.REST, 1)


def test_a_command_may_bring_its_answers_along(spoken: Spoken) -> None:
    assert spoken.line("w 12.5")[-1] == "WEIGHT: wall push, 12.5 kg."
    spoken.until(Phase.REST, 2)
    assert "WEIGHT: lunge halo, 8 kg." in spoken.line("w c 8")
    assert "PAIN: 3, wall push, right." in spoken.line("o 3")
    assert "NOTE: wall push, right, kept." in spoken.line("n slow on purpose")


def halo(gym: Gym, weights: Weights) -> Spoken:
    """The rest before the halo, with these weights in the house."""
    gym.text = hips()
    spoken = Spoken(gym, weights=weights)
    spoken.until(Phase.REST, 2)
    return spoken


def test_the_question_of_a_weight_tells_what_there_is_and_what_it_is_now(gym: Gym) -> None:
    spoken = halo(gym, Weights((8.0, 9.07), Unit.LB))
    spoken.keys("w")
    assert spoken.keys("c") == [
        "WEIGHT of lunge halo in lb, 0 is body weight. You have 17.6, 20. "
        "Type it, then Enter; with x behind it, for left only."
    ]
    assert spoken.line("17,6")[0] == "WEIGHT: lunge halo, 17.6 lb."
    assert spoken.session.loads["lunge-halo", Side.RIGHT] == 8.0
    assert "It is 17.6 lb now." in spoken.line("w c")[-1]
    assert spoken.line("9.07")[0] == "WEIGHT: lunge halo, 9.1 lb."


def test_a_weight_is_for_one_side_with_an_x_behind_it(gym: Gym) -> None:
    spoken = halo(gym, Weights())
    assert "WEIGHT: lunge halo, 8 kg." in spoken.line("w c 8")
    assert "WEIGHT: lunge halo, left 6 kg, right 8 kg." in spoken.line("w c 6 x")
    assert "WEIGHT: lunge halo, left body weight, right 8 kg." in spoken.line("w c 0X")
    assert "WEIGHT: lunge halo, 4 kg." in spoken.line("w c 4")


def test_the_weight_of_the_last_set_is_told_at_the_end(spoken: Spoken) -> None:
    spoken.until(Phase.FINISHED)
    spoken.line("w 8")
    assert [row.load_kg for row in spoken.session.outcomes[spoken.session.cursor]] == [8.0, 8.0]


def test_before_another_weight_it_is_said_to_take_it_or_to_set_it(gym: Gym) -> None:
    spoken = halo(gym, Weights((8.0, 16.0), adjustable=True))
    spoken.line("w c 8")
    assert "Set it to 8 kg." in spoken.keys("i")[0]
    spoken.until(Phase.REST, 4)
    spoken.line("w c 16")
    assert "Set it to 16 kg." in spoken.keys("i")[0]
    assert "Set it" not in "".join(spoken.until(Phase.SWITCH, 5))


def test_the_first_ready_says_which_weight_it_begins_with(gym: Gym) -> None:
    gym.text = TABATA
    spoken = Spoken(gym)
    spoken.line("w 8")
    assert "Take 8 kg." in spoken.keys("i")[0]


@pytest.mark.parametrize("answer", ["eleven", "-1", "501", "nan", ""])
def test_a_weight_that_is_none_changes_nothing(spoken: Spoken, answer: str) -> None:
    spoken.keys("w")
    assert spoken.line(answer)[0].startswith("Nothing changed")
    assert spoken.session.loads == {}


def test_much_pain_offers_to_stop_the_exercise(spoken: Spoken) -> None:
    spoken.keys("o")
    assert spoken.line("7")[0].startswith("Stop this exercise")
    assert "SKIPPED: wall push, right." in spoken.keys("e")
