"""One session of the log on the screen: every value can be changed, and nothing of what it was is lost."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from hiptimer.tui.screens.amending import TypeDialog
from hiptimer.tui.screens.home import HomeScreen
from hiptimer.tui.screens.log import LogScreen
from hiptimer.tui.screens.logged import LoggedScreen
from hiptimer.tui.widgets.cell_view import CellView
from tests.fakes import Gym
from tests.often import long

from .live import live
from .logs import OPEN, changes, one_done, only, said


@pytest.fixture
def done(gym: Gym) -> Gym:
    return one_done(gym)


async def test_a_hold_is_corrected_and_the_log_keeps_what_it_was(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN, "enter")
        assert "WALL PUSH LEFT, set 1: seconds" in await it.picture()
        await it.keys("3", "1", ",", "2", "enter")
        picture = await it.picture()
        assert ">31.2 s*" in picture
        assert "* changed on Thu 05 Mar 2026" in picture
        assert "was 20 s; changed Thu 05 Mar 2026" in picture
        assert said(it) == "kept: WALL PUSH LEFT, set 1: 31.2 s"
        assert only(done).sets[0].seconds == 31.2
        (change,) = changes(done)
        assert (change.field, change.before, change.after) == ("seconds", 20.0, 31.2)
        await it.keys("escape")
        assert "31              20" in await it.picture()
        await it.keys("escape")
        assert "held left 31 s · right 20 s" in await it.picture()


async def test_a_digit_begins_to_type_over_the_value(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN, "4")
        assert it.top.query_one(Input).value == "4"
        await it.keys("5", "enter")
        assert only(done).sets[0].seconds == 45.0


async def test_what_can_not_be_is_refused_in_words_and_can_be_typed_again(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN, "9", "9", "9", "9", "enter")
        assert isinstance(it.top, TypeDialog)
        assert "seconds from 0 to 3600, please" in await it.picture()
        await it.keys("backspace", "backspace", "backspace", "backspace", "enter")
        assert "a set that was done has a value; s makes it a skipped one" in await it.picture()
        await it.keys("9", "enter")
        assert only(done).sets[0].seconds == 9.0
        await it.keys("5", "escape")
        assert len(changes(done)) == 1


async def test_undo_takes_back_change_after_change_and_then_says_that_there_is_none(done: Gym) -> None:
    before = only(done)
    async with live(done) as it:
        await it.keys(*OPEN, "3", "1", "enter", "right", "1", "6", "enter", "right", "right", "x")
        assert said(it) == "kept: WALL PUSH, set 1: left and right are swapped"
        await it.keys("u")
        assert said(it) == "undone: WALL PUSH, set 1: left and right are swapped"
        await it.keys("u")
        assert said(it) == "undone: WALL PUSH LEFT, set 1: load not told"
        await it.keys("escape", "enter", "u")  # as far back as the log goes
        assert said(it) == "undone: WALL PUSH LEFT, set 1: 20 s"
        assert ">20 s " in await it.picture()
        await it.keys("u")
        assert said(it) == "nothing of this session was changed"
        assert "changed on" not in await it.picture()
    assert only(done) == before
    assert len(changes(done)) == 8


async def test_empty_clears_what_need_not_be_told(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN, "right", "right", "4", "enter")
        assert only(done).sets[0].pain == 4
        await it.keys("enter", "backspace", "enter")
        assert only(done).sets[0].pain is None


async def test_swapped_sides_stay_a_pair(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN, "3", "1", "enter", "x")
        assert "│ >31 s*" in await it.picture()
        assert [(row.side, row.seconds) for row in only(done).sets[:2]] == [("right", 31.0), ("left", 20.0)]
        await it.keys("down", "down", "x")
    assert [row.side for row in only(done).sets[2:]] == ["right", "right", "left", "left"]


async def test_a_set_that_was_not_done_is_marked_as_skipped_and_done_again_with_a_number(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN, "s", "s")
        assert ">× skipped*" in await it.picture()
        assert (only(done).sets[0].status, only(done).sets[0].seconds) == ("skipped", None)
        await it.keys("s", "i", "1", "2", "enter")
        assert ">¦ 12 s*" in await it.picture()
        assert only(done).sets[0].status == "interrupted"
        await it.keys("s", "d")
        assert only(done).sets[0].status == "done"


async def test_a_note_is_text_whatever_stands_in_it(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN)
        assert "note LEFT: [red]knee[/red] [link=x]" in await it.picture()
        await it.keys("n")
        assert "[red]knee[/red] [link=x]" in await it.picture()
        await it.keys("backspace", *"[b]7", "enter")
        assert said(it) == "kept: WALL PUSH LEFT, set 1: note [b]7"
    assert only(done).sets[0].note == "[b]7"


async def test_the_session_s_own_values_are_changed_too(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN, "up", "7", "enter", "right", "enter", "w", "right", "enter", "p")
        assert "effort 7*  next morning worse* >partial*" in await it.picture()
        record = only(done)
        assert (record.rpe, record.morning, record.status) == (7, "worse", "partial")
        await it.keys("n", "5")
        assert said(it) == "that belongs to a set: go down to one first"
        await it.keys("x")
        assert said(it) == "that belongs to a set: go down to one first"


async def test_it_is_deleted_from_here_too(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN, "d", "y")
        assert isinstance(it.top, LogScreen)
        assert said(it).endswith("deleted: u brings it back, now or another day")
        await it.keys("u", "enter")
        assert isinstance(it.top, LoggedScreen)
        await it.keys("u")
        assert said(it) == "nothing of this session was changed"


async def test_the_mouse_goes_to_a_value_and_opens_it(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN)
        lines = (await it.picture()).splitlines()
        x = lines[4].index("20 s", lines[4].index("│"))
        pilot: Pilot[int] = it.pilot
        await pilot.click(CellView, offset=(x, 3))
        assert "│ >20 s" in await it.picture()
        await pilot.click(CellView, offset=(x, 3))
        await it.settle()
        assert isinstance(it.top, TypeDialog)


@pytest.mark.parametrize("size", [(40, 12), (97, 31), *long((60, 20), (80, 24), (120, 40))])
async def test_it_is_whole_at_every_size(done: Gym, size: tuple[int, int]) -> None:
    async with live(done, size=size) as it:
        await it.keys(*OPEN, "3", "1", "enter")
        picture = await it.picture()
        lines = picture.splitlines()
        assert lines[0].startswith(" Sun 01 Mar 2026") and "2 min" in lines[0]
        for words in (">31 s*", "changed on Thu 05 Mar", "was 20 s; changed Thu 05 Mar", "ENTER Change"):
            assert words in picture, words
        assert lines[-1].endswith("? Keys")
        for _ in range(12):
            await it.keys("down")
        assert ">3 reps" in await it.picture()


async def test_help_and_the_way_back(done: Gym) -> None:
    async with live(done) as it:
        await it.keys(*OPEN, "?")
        for words in (
            "done, interrupted or skipped",
            "left and right of the set",
            "the value; or just type it",
        ):
            assert words in await it.picture()
        await it.keys("escape", "q", "q")
        assert isinstance(it.top, HomeScreen)


async def test_a_log_that_came_without_its_circuit_is_shown_and_changed(done: Gym) -> None:
    done.store._db.execute("UPDATE circuits SET text = ''")
    async with live(done) as it:
        await it.keys(*OPEN)
        assert " WALL-PUSH" in await it.picture()
        await it.keys("3", "1", "enter", "down", "down", "5", "enter")
        assert [row.reps for row in only(done).sets[2:]].count(5) == 1
    assert only(done).sets[0].seconds == 31.0
