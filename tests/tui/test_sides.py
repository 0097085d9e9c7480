"""Sides: each exercise of the log, left against right, and what may be said of it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

import pytest

from hiptimer.circuit.model import Exercise
from hiptimer.history.overviews import exercises, read
from hiptimer.history.records import SessionRecord
from hiptimer.progress.overview import Bests, Overview, overview
from hiptimer.tui.screens.home import HomeScreen
from hiptimer.tui.screens.sides import SidesScreen
from hiptimer.tui.sides import last_sets, legend, series, side_lines, suggestion_line, verdict_lines
from hiptimer.weights import Weights
from tests.fakes import Gym
from tests.often import long
from tests.progress.logbook import TABLE, holds, log_of, row, session
from tests.session.builders import HALO, LUNGE, THRUST, WALL

from .live import Live, live


def of(sessions: Sequence[SessionRecord], exercise: Exercise, owned: Sequence[float] = ()) -> Overview:
    nothing = Bests({}, {})
    return overview(exercise, sessions, sessions[:4], nothing, Weights(tuple(owned)))


def reps(count: int, kg: float | None) -> list[SessionRecord]:
    sets = [row(side, exercise=THRUST.id, reps=count, kg=kg) for side in ("left", "right")]
    return [session(sets, 2.0 * day) for day in range(3)]


def test_the_verdict_its_sentence_and_what_can_be_seen_at_all() -> None:
    finding, said = verdict_lines(of(log_of(TABLE["weak left"]), WALL))
    assert finding == "left consistently shorter"
    assert said == [
        "Left held shorter in 6 of 6 sessions, 81 % of right (95 % interval 71-91 %).",
        "6 sessions can see gaps above 16 %.",
    ]


def test_one_session_is_too_early_and_asks_what_happened() -> None:
    finding, said = verdict_lines(of(log_of(TABLE["one bad day"]), WALL))
    assert finding == "too early"
    assert said[1:] == [
        "2 more sessions to a first hint.",
        "So uneven in one session: pain, a slip, another set-up?",
    ]


@pytest.mark.parametrize(
    ("shown", "what", "values"),
    [
        (of(log_of("32/41 35/38"), WALL), "seconds held", {"L": [32, 35], "R": [41, 38]}),
        (of(reps(8, 12.0), THRUST), "weight", {"L": [12, 12, 12], "R": [12, 12, 12]}),
        (of(reps(8, None), THRUST), "reps", {"L": [8, 8, 8], "R": [8, 8, 8]}),
    ],
)
def test_what_is_plotted_is_what_tells_most(
    shown: Overview, what: str, values: dict[str, list[float]]
) -> None:
    found, words = series(shown)
    assert words.startswith(what)
    assert {one.sign: [value for _, value in one.points] for one in found} == values


def test_a_side_in_a_line() -> None:
    sets = [
        row(side, number=number, exercise=HALO.id, reps=count, kg=8.0, direction=way)
        for number in (1, 2)
        for side, count in (("left", 4), ("right", 3))
        for way in ("clockwise", "counterclockwise")
    ]
    shown = of([session(sets)], HALO)
    assert last_sets(shown, "left") == "4+4 4+4"
    assert side_lines(shown) == ["LEFT   last time 4+4 4+4 · 8 kg", "RIGHT  last time 3+3 3+3 · 8 kg"]
    held = of(log_of(" ".join(["30/30"] * 6)), WALL)
    assert side_lines(held)[0] == "LEFT   last time 30 s"


def test_what_was_held_last_time_is_told_set_by_set_as_it_was() -> None:
    before = session(holds([(31, 40)]))
    uneven = session(holds([(19, 40), (38, 41)]), 2.0)
    assert side_lines(of([before, uneven], WALL))[0] == "LEFT   last time 19 38 s"
    left_out = session([row("right", seconds=40)], 4.0)
    assert side_lines(of([before, uneven, left_out], WALL)) == [
        "LEFT   last time 19 38 s",
        "RIGHT  last time 40 s",
    ]


def test_an_exercise_that_only_a_guest_did_is_not_said_to_be_judged() -> None:
    nothing = of([], WALL)
    assert (side_lines(nothing), legend(nothing, "seconds held")) == ([], ("",))
    finding, said = verdict_lines(nothing)
    assert finding == "not done yet"
    assert said == ["Not in a session of your own: guests' and unfinished ones don't count."]


def test_what_could_come_next_is_told_with_its_reason() -> None:
    strong = of(reps(10, 8.0), THRUST, owned=(8.0, 8.5))
    assert suggestion_line(strong).startswith("next: 8.5 kg (last set 10 or more")
    long = session(holds([(62, 70), (60, 61)]))
    assert suggestion_line(of([long, long], WALL)).startswith("next: a harder variation (held 60 s")
    harder = replace(WALL, id="wall-push-back", short="PUSH BACK", variation_of=WALL.id)
    named = overview(WALL, [long, long], [long, long], Bests({}, {}), Weights(), harder=harder)
    assert suggestion_line(named).startswith("next: PUSH BACK, a harder variation (held 60 s")
    hurt = [
        session([row(s, exercise=THRUST.id, reps=10, kg=8.0, pain=5) for s in ("left", "right")], d)
        for d in (0, 2)
    ]
    assert suggestion_line(of(hurt, THRUST, owned=(8.0, 8.5))).startswith("stay as it is: ")
    assert suggestion_line(of(reps(8, 8.0), THRUST, owned=(8.0, 9.0))) == ""


async def test_before_anything_is_logged_it_says_when_there_will_be_something(gym: Gym) -> None:
    async with live(gym) as it:
        await it.keys("s")
        assert isinstance(it.top, SidesScreen)
        assert "Nothing is logged yet" in await it.picture()
        await it.keys("right", "escape")
        assert isinstance(it.top, HomeScreen)


async def test_a_log_without_its_circuits_is_shown_with_those_on_disk(gym: Gym) -> None:
    gym.finished()
    with closing(sqlite3.connect(gym.path)) as other, other:
        other.execute("UPDATE circuits SET text = ''")
    async with live(gym) as it:
        await it.keys("s")
        assert "[LUNGE HALO]   WALL PUSH" in await it.picture()


@pytest.mark.parametrize("size", [(80, 24), (40, 12), *long((120, 40), (60, 20))])
async def test_sessions_done_are_there_exercise_by_exercise(gym: Gym, size: tuple[int, int]) -> None:
    for day in range(3):
        gym.finished(3.0 * day)
    async with live(gym, size=size) as it:
        await it.keys("s")
        picture = await it.picture()
        assert "UNCLEAR" in picture
        assert "┤" in picture and "=" in picture
        await it.keys("pagedown")
        assert "1 Mar" in await it.picture()
        for exercise in list(exercises(gym.store))[1:]:
            await it.keys("right")
            picture = await it.picture()
            assert f"[{exercise.short}]" in picture
        await it.keys("left", "q")
        assert isinstance(it.top, HomeScreen)


async def words_of(it: Live) -> str:
    """What is read on the screen, without the scrollbar."""
    return " ".join(re.sub("[▁▂▃▄▅▆▇█]", " ", await it.picture()).split())


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), *long((120, 40), (97, 31), (40, 24))])
@pytest.mark.parametrize("days", ["weak left", "even", "borderline"])
async def test_a_verdict_never_stands_without_its_range_and_what_else_it_may_be(
    gym: Gym, size: tuple[int, int], days: str
) -> None:
    shown = of(log_of(TABLE[days], first=("left",)), WALL)
    finding, said = verdict_lines(shown)
    async with live(gym, size=size) as it:
        it.app.push_screen(SidesScreen([WALL], lambda exercise: shown))
        await it.settle()
        seen = await words_of(it)
        assert finding.upper() in seen
        assert said[0] in seen and said[0].endswith(" %).")
        assert not re.search(r"\d\s*\n\s*%", await it.picture()), "a number is parted from its unit"
        assert "May be an order effect: left was held first in 100 % of the rounds." in seen
        pages = [seen]
        for _ in range(3):
            await it.keys("pagedown")
            pages.append(await words_of(it))
        for line in (*said[1:], *side_lines(shown)):
            assert any(" ".join(line.split()) in page for page in pages)
        if size[0] >= 60:
            assert ("page down More" in it.says("#keys")) is (pages[1] != seen)
        await it.keys("pageup", "pageup", "pageup")
        assert await words_of(it) == seen


def test_one_leg_alone_has_nothing_to_be_compared_with(gym: Gym) -> None:
    gym.finished()
    shown = read(gym.store, next(iter(exercises(gym.store))))
    assert shown.verdict is not None
    alternating = of([session([row("both", exercise=LUNGE.id, reps=12)])], _alternating(LUNGE))
    assert verdict_lines(alternating)[0] == "no sides to compare"
    assert [one.sign for one in series(alternating)[0]] == ["o"]


def _alternating(exercise: Exercise) -> Exercise:
    from dataclasses import replace

    from hiptimer.circuit.model import Sides

    return replace(exercise, sides=Sides.ALTERNATING)
