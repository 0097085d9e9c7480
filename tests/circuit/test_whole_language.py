"""Blocks, rests of an exercise's own, alternatives, variations and ranges, as a file says them."""

from __future__ import annotations

import pytest

from hiptimer.circuit.describe import describe, summary, target_words
from hiptimer.circuit.file import CircuitFaults, parse
from hiptimer.circuit.instead import alternatives, exercise_of, harder_variation
from hiptimer.circuit.model import Block, Circuit, OwnRests, Seconds
from hiptimer.circuit.plan import Options, plan

from .mutations import HERE

NO_OTHER = "expected the id of another exercise, found"
UNKNOWN = "expected a known key, found"
WHOLE = (HERE / "whole.toml").read_text("utf-8")


def circuit(*exercises: str) -> Circuit:
    """A circuit of exercises that are named `a`, `b`, ... and have these lines beside their target."""
    return parse(written(*exercises))


def written(*exercises: str) -> str:
    tables = (
        f'[[exercise]]\nid = "{name}"\nname = "{name}"\nreps = 5\n{lines}\n'
        for name, lines in zip("abcdefgh", exercises, strict=False)
    )
    return 'name = "Mine"\n' + "".join(tables)


def said(text: str) -> list[str]:
    with pytest.raises(CircuitFaults) as caught:
        parse(text, "mine.toml")
    return [str(fault) for fault in caught.value.faults]


def test_the_blocks_follow_each_other_wherever_they_stand_in_the_file() -> None:
    mixed = circuit('block = "cool-down"', "", 'block = "warm-up"', 'block = "main"', 'block = "warm-up"')
    assert [one.id for one in mixed.exercises] == ["c", "e", "b", "d", "a"]
    assert [step.exercise.id for step in plan(mixed, Options(sets=2))] == [*"ce", *"bd", *"bd", "a"]
    assert mixed.exercises[2].block is Block.MAIN


def test_an_exercise_can_have_every_rest_of_its_own() -> None:
    rests = exercise_of(parse(WHOLE), "halo").rests
    assert rests == OwnRests(lead_in=1, lead_in_reps=2, switch=3, exercise=4, round=5)
    step = next(step for step in plan(parse(WHOLE), Options()) if step.exercise.id == "halo")
    own = step.rests
    assert (own.lead_in, own.lead_in_reps, own.switch, own.exercise, own.round) == (1, 2, 3, 4, 5)


def test_what_it_leaves_out_is_the_circuits_and_an_option_replaces_both() -> None:
    text = "rest = { exercise = 40, round = 80 }\n" + written("rest.exercise = 20")
    (step,) = plan(parse(text), Options(sets=1))
    assert (step.rests.exercise, step.rests.round, step.rests.switch) == (20, 80, 15)
    (step,) = plan(parse(text), Options(sets=1, rest=5))
    assert step.rests.exercise == 5


def test_the_short_keys_stand_for_those_of_the_table_but_not_beside_it() -> None:
    assert circuit("lead_in = 7\nswitch = 8").exercises[0].rests == OwnRests(7, 7, 8)
    assert said(written("switch = 8\nrest.round = 9")) == [
        'mine.toml:6: exercise[1].switch: expected no rest beside it, found one; did you mean "rest.switch"?'
    ]


def test_an_alternative_is_not_done_by_itself() -> None:
    whole = parse(WHOLE)
    assert [one.id for one in whole.exercises] == ["swings", "wall-push", "halo", "stretch"]
    assert [one.id for one in whole.alternatives] == ["wall-push-back", "bridge"]
    assert [one.id for one in alternatives(whole, "halo")] == ["bridge"]
    assert [one.id for one in alternatives(whole, "swings")] == ["bridge"]
    assert alternatives(whole, "stretch") == ()
    assert {step.exercise.id for step in plan(whole, Options())} == {one.id for one in whole.exercises}


def test_a_variation_names_the_easier_one_and_is_found_by_it() -> None:
    whole = parse(WHOLE)
    harder = harder_variation(whole, "wall-push")
    assert harder is not None and harder.id == "wall-push-back"
    assert harder_variation(whole, "wall-push-back") is None


def test_a_variation_is_done_like_any_other_unless_it_is_an_alternative_too() -> None:
    assert [one.id for one in circuit("", 'variation_of = "a"').exercises] == ["a", "b"]


def test_seconds_can_be_a_range() -> None:
    (one,) = parse(written("").replace("reps = 5", "seconds = [30, 45.5]")).exercises
    assert one.target == Seconds(30.0, 45.5)
    assert target_words(one) == "30-45.5 s"
    (same,) = parse(written("").replace("reps = 5", "seconds = [30, 30]")).exercises
    assert same.target == Seconds(30.0)


@pytest.mark.parametrize(
    ("exercises", "fault"),
    [
        (["", 'instead_of = "x"'], f'11: exercise[2].instead_of: {NO_OTHER} "x"'),
        (["", 'instead_of = "b"'], f'11: exercise[2].instead_of: {NO_OTHER} "b"'),
        (
            ["", 'instead_of = "a"', 'instead_of = ["a", "b"]'],
            "16: exercise[3].instead_of[2]: expected an exercise that is done by itself, found",
        ),
        (["", 'instead_of = "a"\nblock = "warm-up"'], "12: exercise[2].block: expected no instead_of beside"),
        (['variation_of = "a"'], f'6: exercise[1].variation_of: {NO_OTHER} "a"'),
        (['variation_of = "z"'], f'6: exercise[1].variation_of: {NO_OTHER} "z"'),
        (['block = "warm-up"'], "2: exercise: expected an exercise that is done in each round, found none"),
        (['block = "warm"'], '6: exercise[1].block: expected "warm-up" or "main" or "cool-down", found'),
        (["rest.rond = 5"], f'6: exercise[1].rest.rond: {UNKNOWN} "rond"; did you mean "round"?'),
        (["round = 5"], f'6: exercise[1].round: {UNKNOWN} "round"; did you mean "rest.round"?'),
    ],
)
def test_what_does_not_hang_together(exercises: list[str], fault: str) -> None:
    (line,) = said(written(*exercises))
    assert line.startswith(f"mine.toml:{fault}")


def test_variations_in_a_circle_are_told_on_each_of_their_lines() -> None:
    circle = written('variation_of = "b"', 'variation_of = "c"', 'variation_of = "a"', 'variation_of = "a"')
    lines = said(circle)
    assert [line.split(":")[1] for line in lines] == ["6", "11", "16"]
    assert 'expected an exercise that is easier, found "b", which is said to be harder' in lines[0]


def test_a_slip_of_the_pen_in_a_reference_is_answered_with_what_was_meant() -> None:
    (line,) = said(WHOLE.replace('instead_of = "wall-push"', 'instead_of = "wall-psh"'))
    assert line.endswith('expected the id of another exercise, found "wall-psh"; did you mean "wall-push"?')


def test_an_id_at_fault_is_one_fault_though_others_refer_to_it() -> None:
    (line,) = said(WHOLE.replace('id = "halo"', 'id = "Halo"'))
    assert "exercise[4].id: expected text of 1 to 40 lower-case letters" in line


def test_ten_different_faults_are_ten_lines_with_their_numbers() -> None:
    text = """\
name = ""
sets = [4, 3]
colour = "red"
[rest]
swich = 5
[[exercise]]
id = "Wall Push"
name = "Wall push"
to_fatigue = true
block = "warmup"
[[exercise]]
id = "halo"
name = "Halo"
reps = 3
seconds = 20
directions = ["clockwize"]
instead_of = "wall"
[exercise.rest]
round = -1
[exercise.tips]
how = ["1", "2", "3", "4"]
"""
    lines = said(text)
    assert [line.split(": ")[:2] for line in lines] == [
        ["mine.toml:1", "name"],
        ["mine.toml:2", "sets"],
        ["mine.toml:3", "colour"],
        ["mine.toml:5", "rest.swich"],
        ["mine.toml:7", "exercise[1].id"],
        ["mine.toml:10", "exercise[1].block"],
        ["mine.toml:15", "exercise[2].seconds"],
        ["mine.toml:16", "exercise[2].directions[1]"],
        ["mine.toml:19", "exercise[2].rest.round"],
        ["mine.toml:21", "exercise[2].tips.how"],
    ]
    assert all(": expected " in line and ", found " in line for line in lines)


def test_it_is_told_in_words() -> None:
    whole = parse(WHOLE)
    text = describe(whole)
    assert summary(whole).startswith("Everything: 4 exercises, 2-5 rounds")
    for line in (
        "when    warm-up, once",
        "when    cool-down, once",
        "PUSH BACK: Knee push into wall, knee further back\ninstead of WALL PUSH\nharder  than WALL PUSH\n",
        "instead of LUNGE HALO, LEG SWINGS",
        "rests   lead-in 2 s, 3 s to switch sides, 4 s before it, 5 s before it in a new\n        round",
    ):
        assert line in text
