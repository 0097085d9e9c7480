"""The live screen at every size: all that matters is there, whole, and as large as it can be."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region
from textual.widget import Widget

from hiptimer.circuit.plan import Options
from hiptimer.session.state import Phase
from hiptimer.tui.column import Box
from hiptimer.tui.fit import ways
from hiptimer.tui.layout import VAST as VAST_REGION
from hiptimer.tui.layout import Parts, place
from tests.fakes import Gym
from tests.often import long, often

from .live import live
from .sweep import ODD, SIZES, VAST, Sweep

ARC = 4.8
"""Minutes of arc that a row of 4.2 mm has at 3 m."""


@pytest.mark.parametrize("sizes", [SIZES[::3], *long(SIZES[1::3], SIZES[2::3])])
async def test_in_every_phase_and_size_all_that_matters_is_whole_and_legible(
    hall: Gym, sizes: list[tuple[int, int]]
) -> None:
    async with live(hall, hall.begin()) as it:
        sweep = Sweep(it)
        await sweep.walk((Phase.READY, 0), (Phase.LEAD_IN, 0), (Phase.WORK, 1), (Phase.SWITCH, 3))
        await sweep.walk((Phase.WORK, 3), (Phase.REST, 4))
        await it.wait(3.0)
        await it.keys("p")
        sweep.keep()
        await it.keys("p")
        await sweep.walk((Phase.WORK, 7))
        async for size, rows in sweep.each(sizes):
            sweep.check(rows, size)
            sweep.check_legible(size)


@pytest.mark.long
async def test_a_paused_hold_and_one_of_minutes_are_whole_too(hall: Gym) -> None:
    async with live(hall, hall.at(Phase.WORK)) as it:
        sweep = Sweep(it)
        await it.wait(100.0)
        assert it.says("#number") == "1:40"
        sweep.keep()
        await it.keys("p")
        sweep.keep()
        async for size, rows in sweep.each(SIZES[::2]):
            sweep.check(rows, size)


async def test_keys_that_go_elsewhere_are_said_in_whole(hall: Gym) -> None:
    async with live(hall, hall.at(Phase.WORK)) as it:
        it.screen._window_focus_changed(False)
        for size in ((40, 12), (60, 20), (80, 24), (200, 60)):
            assert "KEYS DON'T REACH ME: click here" in "\n".join(await Sweep(it).at(size))
            assert it.says("#heading") == "NO KEYS"


@pytest.mark.parametrize("sizes", [SIZES[::4], *long(SIZES[2::4])])
async def test_long_words_and_numbers_without_a_side_or_with_both_are_whole(
    gym: Gym, sizes: list[tuple[int, int]]
) -> None:
    gym.text, gym.options = ODD, Options()
    async with live(gym, gym.begin()) as it:
        sweep = Sweep(it)
        await sweep.walk((Phase.WORK, 0), (Phase.SWITCH, 1), (Phase.WORK, 2), (Phase.REST, 3))
        await sweep.walk((Phase.WORK, 3), (Phase.WORK, 4))
        async for size, rows in sweep.each(sizes):
            sweep.check(rows, size)


# -- how large from 3 m away


@pytest.mark.parametrize("size", [(80, 24), *long((120, 40), (200, 60))])
async def test_digits_names_and_sides_are_read_from_3_m_away(hall: Gym, size: tuple[int, int]) -> None:
    """ISO 9241-3 asks for 16 minutes of arc at least."""
    async with live(hall, hall.begin(), size=size) as it:
        sweep = Sweep(it)
        for phase, cursor in [(Phase.WORK, 0), (Phase.SWITCH, 1), (Phase.REST, 2), (Phase.WORK, 4)]:
            await it.until(phase, cursor)
            await sweep.at(size)
            arcs = {
                selector: sweep.letters(selector) * ARC
                for selector in ("#number", "#heading", "#coming", "#side")
                if sweep.big(selector).display
            }
            said = ", ".join(f"{name[1:]} {arc:.0f}'" for name, arc in arcs.items())
            print(f"\n{size[0]}x{size[1]} {it.says('#status')}: {said}", end="")
            assert min(arcs.values()) >= 16
            assert arcs["#number"] >= {80: 60, 120: 80, 200: 115}[size[0]]


async def test_on_the_largest_terminals_what_is_asked_tip_and_next_are_read_from_afar_too(hall: Gym) -> None:
    """In letters of 16 minutes of arc, the next one at 3 m and what is longer at 2 m."""
    async with live(hall, hall.begin()) as it:
        sweep = Sweep(it)
        for phase, cursor in [(Phase.READY, 0), (Phase.WORK, 0), (Phase.SWITCH, 1), (Phase.REST, 2)]:
            await it.until(phase, cursor)
            for size in ((120, 40), (200, 60)):
                await sweep.at(size)
                large = size >= VAST
                for name in ("#first", "#large-tip", "#large-next"):
                    assert sweep.big(name).display == large
                if large:
                    assert sweep.letters("#large-next") * ARC >= 16
                    for name in ("#first", "#large-tip"):
                        assert sweep.letters(name) * ARC * 3 / 2 >= 16


# -- the figure


@pytest.mark.long
async def test_the_figure_has_room_where_it_helps_and_none_where_the_clock_matters(hall: Gym) -> None:
    async with live(hall, hall.begin()) as it:
        sweep = Sweep(it)
        sweep.keep()
        await sweep.walk((Phase.WORK, 0), (Phase.REST, 2), (Phase.WORK, 4), (Phase.REST, 6))
        await it.keys("p")
        sweep.keep()
        rooms: dict[tuple[int, int], list[Region | None]] = {}
        async for size, _ in sweep.each([(40, 12), (80, 24), (120, 40), (200, 60)]):
            figure = it.screen.query_one("#figure", Widget)
            rooms.setdefault(size, []).append(figure.region if figure.display else None)
    assert rooms[40, 12] == [None] * 6
    assert [room is not None for room in rooms[80, 24]] == [True] + [False] * 5
    for much, more, wanted in zip(
        rooms[120, 40], rooms[200, 60], (True, False, True, True, True, False), strict=True
    ):
        assert (much is not None) == (more is not None) == wanted
        if much and more:
            assert much.width >= 34 and much.height >= 14
            assert more.area >= much.area


# -- what does not move


async def test_nothing_moves_while_digits_and_words_change(hall: Gym) -> None:
    async with live(hall, hall.begin()) as it:
        await it.until(Phase.SWITCH)
        places = it.screen.query_one("#face")._places
        for _ in range(12):
            await it.wait(1.0)
            assert it.screen.query_one("#face")._places is places
        await it.until(Phase.WORK)
        places = it.screen.query_one("#face")._places
        await it.wait(80.0)
        assert it.screen.query_one("#face")._places is places


async def test_left_and_right_stand_in_the_same_place(hall: Gym) -> None:
    async with live(hall, hall.at(Phase.WORK, 0)) as it:
        await it.settle()
        left = it.screen.query_one("#face")._places
        await it.until(Phase.WORK, 1)
        assert it.screen.query_one("#face")._places is left


async def test_a_text_shows_whole_sentences_only(hall: Gym) -> None:
    async with live(hall, hall.begin()) as it:
        for size in ((40, 12), (50, 16), (60, 20), (80, 24), (100, 30)):
            rows = await Sweep(it).at(size)
            assert it.says("#text").rstrip().endswith(".")
            assert all(line.strip() in "\n".join(rows) for line in it.says("#text").splitlines())


# -- without a screen

WORDS = st.sampled_from(["", "WALL PUSH", "SUPERLUNGE", "A", "OVERHEADWALK", "ПЛАНКА", "MMMMMMMMMM WW"])
PARTS = st.builds(
    Parts,
    heading=WORDS.filter(bool),
    number=st.sampled_from(["", "88", "8:88", "88:88", "888", "88+88"]),
    coming=WORDS,
    side=st.sampled_from(["", "RIGHT", "STAND RIGHT", "SUPPORTING RIGHT", "LEFT\u00a0+ RIGHT"]),
    limb=st.sampled_from(["", "push right knee into wall"]),
    lines=st.sampled_from([(), ("to fatigue",), ("3 clockwise, then 3 counterclockwise · HEAVY 8 kg",)]),
    caption=st.sampled_from(["", "Single-leg runner's stance knee push into wall", "M" * 60]),
    figure=st.booleans(),
)


def overlap(one: Box, other: Box) -> bool:
    return Region(*one).overlaps(Region(*other))


@often(60)
@given(PARTS, st.integers(40, 200), st.integers(8, 55))
def test_no_part_covers_another_or_leaves_the_region(parts: Parts, width: int, height: int) -> None:
    places = place(parts, width, height)
    assert all(Region(0, 0, width, height).contains_region(Region(*box)) for box in places.values())
    assert not [pair for pair in combinations(places.items(), 2) if overlap(pair[0][1], pair[1][1])]
    for name in ("heading", "number", "coming", "side", "limb"):
        text = getattr(parts, name)
        assert not text or ways(text, places[name].width, places[name].height), f"{name} is not whole"
    vast = width >= VAST_REGION[0] and height >= VAST_REGION[1]
    assert ("first" in places) is (vast and bool(parts.lines))
    if "first" in places:
        assert ways(parts.lines[0], places["first"].width, places["first"].height)


@given(st.integers(0, 300), st.integers(0, 100))
@often(30)
def test_any_size_at_all_is_borne(width: int, height: int) -> None:
    place(Parts("WALL PUSH", "88", side="STAND RIGHT", lines=("to fatigue",)), width, height)
    place(Parts("WALL PUSH", text=("Stand.", "Lift."), side="RIGHT", figure=True), width, height)
