"""By ear: the list of today's sets, and a number that says where to go on."""

from __future__ import annotations

from hiptimer.circuit.plan import Options
from hiptimer.plain.jumping import course_lines
from hiptimer.session.state import Phase
from tests.circuits import hips
from tests.session.builders import HIPS, Day

from ..tui.test_course import TEXT
from .lines import Speaking, Spoken


def test_the_list_has_a_number_a_step_and_what_became_of_it() -> None:
    day = Day(HIPS).until(0, Phase.WORK).wait(31.0).press()
    assert list(course_lines(day.session))[:4] == [
        "ROUND 1 of 3:",
        "1: wall push, left, done",
        "2: wall push, right, next",
        "3: lunge halo, left",
    ]


def test_a_number_jumps(spoken: Spoken) -> None:
    said = spoken.keys("j")
    assert said[0] == "ROUND 1 of 1:"
    assert said[-1].startswith("JUMP to which number?")
    assert spoken.line("3")[0].startswith("READY: lunge halo, left.")
    spoken.keys("j")
    assert spoken.line("3") == ["You are there already."]


def test_enter_alone_keeps_it_and_what_is_no_number_is_told(spoken: Spoken) -> None:
    for answer, word in (("", []), ("9", ["Nothing changed: a number from 1 to 4 was asked for."])):
        spoken.keys("j")
        assert spoken.line(answer) == word if answer else spoken.keys("enter") == word
        assert spoken.place == (Phase.READY, 0)


def test_plus_and_minus_move_an_exercise(speaking: Speaking) -> None:
    spoken = speaking(hips(), Options())
    spoken.keys("j")
    assert spoken.line("3+") == ["ORDER: wall push, hip thrust, lunge halo, back lunge."]
    spoken.keys("j")
    assert spoken.line("7 +") == ["Nothing moved: nothing there to change places with."]


def test_another_is_done_instead_from_the_list_and_from_skip(speaking: Speaking) -> None:
    spoken = speaking(TEXT, Options())
    assert "s another instead" in spoken.keys("j")[-1]
    assert "1: bridge instead, for today." in spoken.line("2s")[0]
    assert spoken.keys("1") == ["INSTEAD: bridge for lunge."]
    spoken.keys("j")
    assert spoken.line("1s") == ["There is nothing to do instead of swings."]
    spoken.keys("j")
    spoken.line("2")
    assert "1: lunge instead, for today." in spoken.keys("s")[0]
    assert spoken.keys("1")[0] == "INSTEAD: lunge again."


def test_when_all_is_done_there_is_nothing_to_jump_to(spoken: Spoken) -> None:
    spoken.until(Phase.FINISHED)
    assert spoken.keys("j") == ["Nothing to jump to now."]
