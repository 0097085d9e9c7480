"""An interval workout on the screen: one key at the beginning, and none until the end."""

from __future__ import annotations

import pytest

from hiptimer.circuit.plan import Options
from hiptimer.circuit.quick import circuit_text, intervals
from hiptimer.session.cues import Cue
from hiptimer.session.state import Phase
from tests.fakes import Gym
from tests.often import long

from .live import live


@pytest.fixture
def quick(gym: Gym) -> Gym:
    gym.text, gym.options = circuit_text(intervals("3x20/10")), Options()
    return gym


async def test_work_and_rest_follow_each_other_and_no_rest_the_last(quick: Gym) -> None:
    async with live(quick, quick.begin()) as it:
        assert it.says("#status") == "READY · ROUND 1/3 · WORK"
        assert it.says("#info") == "1:30 left   sound on"
        picture = " ".join((await it.picture()).split())
        assert "3 times 20 s of work, 10 s" in picture and "of rest between." in picture
        await it.press()
        seen = [it.says("#status")]
        it.runner.listen(lambda _: seen.append(it.says("#status")))
        assert (it.says("#heading"), it.says("#number")) == ("GET SET", "10")
        for seconds in (10.0, 20.0, 10.0, 20.0, 10.0, 20.0):
            await it.wait(seconds)
        assert seen == [
            "LEAD-IN · ROUND 1/3 · WORK",
            "WORK · ROUND 1/3",
            "REST · ROUND 2/3 · WORK",
            "WORK · ROUND 2/3",
            "REST · ROUND 3/3 · WORK",
            "WORK · ROUND 3/3",
            "FINISHED · ROUND 3/3",
        ]
    assert quick.statuses() == ["finished"]
    assert quick.rows() == [("3x20-10", None, "done")] * 3
    assert quick.ask("SELECT circuit FROM sessions") == [("3x20/10",)]
    assert quick.ask("SELECT text FROM circuits") == [(quick.text,)]


@pytest.mark.parametrize("size", [(80, 24), (40, 12), *long((120, 40), (60, 20), (97, 31))])
async def test_the_seconds_the_word_and_the_round_are_seen_at_every_size(
    quick: Gym, size: tuple[int, int]
) -> None:
    async with live(quick, quick.begin(), size=size) as it:
        await it.press()
        await it.wait(10.0 + 5.0)
        assert (it.says("#heading"), it.says("#number"), it.says("#side")) == ("WORK", "15", "")
        shown = await it.picture()
        assert "WORK · ROUND 1/3" in shown and "1:15" in shown
        assert "LEFT" not in shown and "Other side" not in shown


@pytest.mark.parametrize(("rest", "between"), [("/10", Cue.DONE_ROUND), ("", Cue.GO)])
async def test_it_is_heard_when_work_begins_and_when_it_ends(gym: Gym, rest: str, between: Cue) -> None:
    gym.text, gym.options = circuit_text(intervals(f"3x20{rest}")), Options()
    async with live(gym, gym.begin()) as it:
        await it.press()
        cues = [due.cue for due in gym.sound.sheet]
        assert cues[:4] == [Cue.COUNT_IN, Cue.HALFWAY, Cue.COUNT_OUT, between]


async def test_without_a_rest_work_follows_work(quick: Gym) -> None:
    quick.text = circuit_text(intervals("4x30"))
    async with live(quick, quick.begin()) as it:
        assert it.says("#info") == "2:10 left   sound on"
        await it.press()
        for round in (1, 2, 3, 4):
            await it.wait(10.0 if round == 1 else 30.0)
            assert it.says("#status") == f"WORK · ROUND {round}/4"
        await it.wait(30.0)
        assert it.session.phase is Phase.FINISHED
    assert [row[2] for row in quick.rows()] == ["done"] * 4


async def test_paused_the_time_left_stands_still(quick: Gym) -> None:
    async with live(quick, quick.begin()) as it:
        await it.press()
        await it.wait(15.0)
        await it.keys("p")
        before = it.says("#info")
        await it.wait(40.0)
        assert it.says("#info") == before == "1:15 left   sound on"


async def test_one_that_was_left_goes_on_where_it_was(quick: Gym) -> None:
    left = quick.left(cursor=1)
    async with live(quick, quick.resume(left)) as it:
        assert it.says("#status") == "READY · ROUND 2/3 · WORK"
        assert it.says("#info") == "1:00 left   sound on"
