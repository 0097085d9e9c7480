"""The small dialogs over a session: they freeze a countdown, never a set."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from hiptimer.plain.words import ASKED
from hiptimer.session.questions import Topic
from hiptimer.session.state import Phase
from hiptimer.tui.screens.dialogs import ChooseDialog, EntryDialog, ScaleDialog
from hiptimer.tui.screens.help import HelpScreen
from hiptimer.tui.screens.how import HowScreen
from hiptimer.tui.titles import TITLES
from tests.circuits import TABATA, hips
from tests.fakes import Gym

from .live import live

# -- time under a dialog


@pytest.mark.parametrize(
    ("key", "dialog"), [("?", HelpScreen), ("h", HowScreen), ("o", ScaleDialog), ("n", EntryDialog)]
)
async def test_a_countdown_stands_still_under_a_dialog(gym: Gym, key: str, dialog: type) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        await it.wait(3.0)
        await it.keys(key)
        assert isinstance(it.top, dialog)
        assert gym.sound.sheet[-1].at <= it.runner.now()  # nothing is due
        await it.wait(600.0)
        assert it.session.phase is Phase.REST
        await it.keys("escape")
        assert it.dismissed
        assert it.says("#number") == "5"


async def test_a_set_goes_on_under_a_dialog(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK)) as it:
        await it.keys("?")
        await it.wait(12.0)
        await it.keys("escape")
        assert it.says("#number") == "12"


async def test_a_rest_that_begins_under_a_dialog_stands_still_too(gym: Gym) -> None:
    gym.text = TABATA
    async with live(gym, gym.at(Phase.WORK)) as it:
        await it.wait(15.0)
        await it.keys("?")
        await it.wait(30.0)
        assert it.session.phase is Phase.REST
        await it.keys("escape")
        await it.wait(1.0)
        assert it.session.phase is Phase.REST


# -- skip


async def test_skip_this_set(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        await it.keys("s")
        assert isinstance(it.top, ChooseDialog)
        await it.keys("space")
        assert it.place == (Phase.SWITCH, 1)
    assert gym.rows() == [("wall-push", "left", "skipped")]


async def test_a_skip_in_a_countdown_asks_nothing_and_says_so(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.SWITCH, 1)) as it:
        await it.keys("s")
        assert it.place == (Phase.REST, 2)
        assert it.says("#notice") == "WALL PUSH RIGHT skipped; u takes it back"


async def test_what_was_said_of_a_key_goes_when_that_key_is_taken_back(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.SWITCH, 1)) as it:
        await it.keys("s", "u")
        assert it.place == (Phase.SWITCH, 1)
        assert it.says("#notice") == "taken back"


async def test_skip_the_exercise_for_today(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        await it.keys("s", "down", "enter")
        assert it.place == (Phase.REST, 2)
    assert [row[2] for row in gym.rows()] == ["skipped", "skipped"]


async def test_an_answer_may_be_picked_by_its_own_key_or_dismissed(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        await it.keys("s", "escape")
        assert it.dismissed
        assert it.place == (Phase.READY, 0)
        await it.keys("s", "E")
        assert it.place == (Phase.REST, 2)


async def test_in_a_hold_weight_and_note_wait_until_after_the_set(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.WORK)) as it:
        await it.keys("w")
        assert it.dismissed
        assert it.says("#notice") == "weight: after the set"
        await it.keys("n")
        assert it.says("#notice") == "note: after the set"


# -- pain, effort, note


@pytest.mark.parametrize(("level", "said"), [("3", ""), ("4", "Ease off"), ("5", "Ease off")])
async def test_pain_that_can_be_gone_on_with(gym: Gym, level: str, said: str) -> None:
    async with live(gym, gym.at(Phase.REST)) as it:
        await it.keys("o")
        assert "Pain in WALL PUSH RIGHT" in await it.picture()
        await it.keys(level)
        assert it.dismissed
        assert it.says("#notice").startswith(said)
        assert it.session.remarks[1].pain == int(level)


async def test_pain_6_stops_the_exercise_it_was_in(gym: Gym) -> None:
    gym.text = hips()
    async with live(gym, gym.at(Phase.REST, 2)) as it:
        await it.keys("o", "6")
        assert isinstance(it.top, ChooseDialog)
        assert "Pain 6: stop WALL PUSH." in await it.picture()
        await it.keys("space")  # meant for the number: the dialog opened by itself
        assert not it.dismissed
        await it.keys("e")
        assert it.dismissed
        assert it.place == (Phase.REST, 2)
        open_steps = [step for index, step in enumerate(it.session.steps) if index not in it.session.closed]
        assert "wall-push" not in {step.exercise.id for step in open_steps}
        assert "Stop this exercise" in it.says("#notice")


async def test_on_the_smallest_screen_no_number_is_parted_from_what_it_means(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.FINISHED), size=(40, 12)) as it:
        await it.keys("e")
        picture = await it.picture()
        assert "7 very hard  10 as hard as it gets" in picture
        assert "0-10 choose   escape back" in picture


def test_every_question_of_a_session_has_its_words() -> None:
    assert set(TITLES) == set(ASKED) == set(Topic)


async def test_pain_6_may_still_keep_it(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.SWITCH)) as it:
        await it.keys("o", "6", "k")
        assert it.session.closed == {0}
        assert it.session.remarks[0].pain == 6


async def test_ten_is_typed_as_one_and_zero_and_one_waits_for_it(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.FINISHED)) as it:
        await it.keys("e", "1", "0")
        assert it.session.effort == 10
        await it.keys("e", "1", "space")
        assert it.session.effort == 1
        assert "effort 1" in await it.picture()
        await it.keys("e", "7")
        assert it.session.effort == 7
    assert gym.ask("SELECT rpe FROM sessions") == [(7,)]


async def test_what_is_asked_at_another_time_says_so(gym: Gym) -> None:
    async with live(gym, gym.begin()) as it:
        await it.keys("e")
        assert it.dismissed
        assert it.says("#notice") == "effort: at the end"
        await it.keys("k")
        assert it.dismissed
        assert it.says("#notice") == "how many more: after a set of reps"


async def test_a_note_is_kept_with_spaces_and_can_be_changed(gym: Gym) -> None:
    async with live(gym, gym.at(Phase.SWITCH)) as it:
        await it.keys("n", "k", "n", "e", "e", "space", "o", "k", "enter")
        assert it.session.remarks[0].note == "knee ok"
        await it.keys("n")
        assert it.top.query_one(Input).value == "knee ok"
        await it.keys("escape")
        assert it.session.remarks[0].note == "knee ok"
    assert gym.ask("SELECT note FROM outcomes") == [("knee ok",)]


# -- how to


async def test_how_to_shows_every_coaching_line(gym: Gym) -> None:
    gym.text = hips()
    async with live(gym, gym.begin(), size=(120, 40)) as it:
        await it.keys("h")
        tips = it.session.step.exercise.tips
        picture = await it.picture()
        assert all(line in picture for line in (*tips.how, *tips.setup, *tips.work, *tips.why, tips.stop))
        assert "STAND LEFT: push right knee into wall" in picture
        assert "kit: wall, bench or sofa, one weight" in picture
        await it.keys("h")
        assert it.dismissed
