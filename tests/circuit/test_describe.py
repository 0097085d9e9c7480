"""A circuit in words, as `circuits show` and `circuits list` print it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiptimer.circuit.describe import WIDTH, describe, rounds_words, sides_words, summary, target_words
from hiptimer.circuit.file import parse
from hiptimer.circuit.library import load
from hiptimer.circuit.model import (
    Circuit,
    Direction,
    Exercise,
    Order,
    Reps,
    Seconds,
    Sides,
    Target,
    ToFatigue,
)

BOTH_WAYS = (Direction.CLOCKWISE, Direction.COUNTERCLOCKWISE)


@pytest.mark.parametrize(
    ("target", "directions", "words"),
    [
        (ToFatigue(), (), "to fatigue"),
        (Seconds(40.0), (), "40 s"),
        (Seconds(2.5), (), "2.5 s"),
        (Seconds(3600.0), (), "3600 s"),
        (Reps(8, 8), (), "8 reps"),
        (Reps(1, 1), (), "1 rep"),
        (Reps(1, 3), (), "1-3 reps"),
        (Reps(3, 6), BOTH_WAYS, "3-6 clockwise, then 3-6 counterclockwise"),
        (Reps(4, 4), (Direction.CLOCKWISE,), "4 clockwise"),
    ],
)
def test_a_target_in_words(target: Target, directions: tuple[Direction, ...], words: str) -> None:
    assert target_words(Exercise("a", "A", "A", target, directions=directions)) == words


@pytest.mark.parametrize(
    ("sides", "words"),
    [(Sides.EACH, "each side"), (Sides.ALTERNATING, "sides alternating"), (Sides.NONE, "")],
)
def test_the_sides_in_words(sides: Sides, words: str) -> None:
    assert sides_words(Exercise("a", "A", "A", Reps(1, 1), sides=sides)) == words


@pytest.mark.parametrize(
    ("sets", "order", "words"),
    [
        ((3, 4), Order.ROUNDS, "3-4 rounds"),
        ((1, 1), Order.ROUNDS, "1 round"),
        ((1, 2), Order.ROUNDS, "1-2 rounds"),
        ((2, 2), Order.STRAIGHT, "2 sets of each exercise"),
        ((1, 1), Order.STRAIGHT, "1 set of each exercise"),
    ],
)
def test_the_rounds_in_words(sets: tuple[int, int], order: Order, words: str) -> None:
    assert rounds_words(Circuit("a", (), sets=sets, order=order)) == words


def test_one_line_for_the_list(tmp_path: Path) -> None:
    assert summary(load("runner-hips", tmp_path)) == (
        "Runner's hips: 4 exercises, 3-4 rounds; wall, bench or sofa, one weight"
    )
    bare = Circuit("Tabata", (Exercise("a", "A", "A", Seconds(20.0)),), sets=(8, 8))
    assert summary(bare) == "Tabata: 1 exercise, 8 rounds"


def test_the_whole_of_a_small_one() -> None:
    text = """
    name = "[b]Hips[/b]"
    kit = "one band"
    sets = 2
    order = "straight"
    [[exercise]]
    id = "walk"
    name = "Side walk with a band, knees bent, as far as the room lets you and back again"
    short = "SIDE WALK"
    reps = [10, 12]
    sides = "each"
    side_label = "lead"
    other = "{other} foot follows"
    load = "medium-heavy"
    lead_in = 5
    tips.how = ["Band around the ankles.", "Half a squat."]
    tips.stop = "The band goes slack."
    """
    assert describe(parse(text)).splitlines() == [
        "[b]Hips[/b]",
        "",
        "kit     one band",
        "rounds  2 sets of each exercise",
        "rests   15 s to switch sides, 45 s before the next exercise, 90 s before the",
        "        next set; lead-in 10 s, before reps 3 s",
        "",
        "1. SIDE WALK: Side walk with a band, knees bent, as far as the room lets you and",
        "   back again",
        "do      10-12 reps, each side",
        "side    LEAD LEFT: right foot follows",
        "load    medium-heavy",
        "rests   lead-in 5 s",
        "how     Band around the ankles.",
        "        Half a squat.",
        "stop    The band goes slack.",
    ]


def test_all_of_the_built_in_one_is_in_it_and_fits(tmp_path: Path) -> None:
    circuit = load("runner-hips", tmp_path)
    text = describe(circuit)
    assert max(len(line) for line in text.splitlines()) <= WIDTH
    flowing = " ".join(text.split())
    assert circuit.author in flowing
    for one in circuit.exercises:
        tips = one.tips
        assert one.name in flowing
        assert target_words(one) in flowing
        for line in (*tips.how, tips.stop, *tips.setup, *tips.work, *tips.late, *tips.why):
            assert line in flowing
