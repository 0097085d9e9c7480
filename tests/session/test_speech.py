"""What the voice says is what the circuit's file says, and no more than is needed."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from hiptimer.circuit.file import parse
from hiptimer.circuit.library import load
from hiptimer.circuit.model import Circuit, Tips
from hiptimer.circuit.quick import circuit_text, intervals
from hiptimer.session import events as e
from hiptimer.session.cues import Spoken
from hiptimer.session.sheet import heard
from hiptimer.session.speech import Voice, say_again
from hiptimer.session.state import Phase

from .builders import HIPS, LUNGE, THRUST, WALL, WHOLE, Day, only

VOICE = Path(__file__).parents[2] / "assets" / "voice.toml"
RECORDED = tomllib.loads(VOICE.read_text("utf-8"))["phrases"]


def said(day: Day) -> list[str]:
    """The phrases of the phase, by their names."""
    spoken = [item for item in heard(day.session, Voice.COUNTS) if isinstance(item, Spoken)]
    return [name for item in spoken for name in item.phrases]


def late(circuit: Circuit) -> list[str]:
    """What is said late in the first hold."""
    return [name for name in said(Day(circuit).until(0, Phase.WORK)) if name.startswith("late-")]


def test_a_line_that_was_changed_is_not_said_as_it_was() -> None:
    ours = replace(WALL, tips=Tips(late=("Hips level.",)))
    assert late(only(ours)) == ["late-hips-level"]
    assert "late-hips-level" in RECORDED
    theirs = replace(WALL, tips=Tips(late=("Knee out.",)))
    assert late(only(theirs)) == ["late-knee-out"]
    assert "late-knee-out" not in RECORDED  # so the player leaves it out


def test_a_movement_is_called_by_what_is_drawn_big_whatever_its_id() -> None:
    assert say_again(Day(only(WALL)).session)[:2] == ("name-wall-push", "stand-left")
    mine = replace(WALL, id="another", short="KNEE PUSH")
    assert say_again(Day(only(mine)).session)[:2] == ("name-knee-push", "stand-left")


@pytest.mark.parametrize("name", ["runner-hips", "runner-hips-bodyweight"])
def test_all_that_is_to_be_said_of_our_movements_is_recorded(name: str) -> None:
    day = Day(load(name, Path("nowhere")))
    missing: set[str] = set()
    while day.session.phase is not Phase.FINISHED:
        missing |= {one for one in said(day) if one not in RECORDED}
        if day.session.phase in (Phase.READY, Phase.WORK):
            day.wait(20.0).press()
        else:
            day.wait(1.0)
    assert missing == set()


def test_in_a_rest_between_intervals_it_is_clear_what_comes() -> None:
    day = Day(parse(circuit_text(intervals("3x20/10")))).until(1, Phase.REST)
    assert say_again(day.session) == ("rest", "round-2")
    assert say_again(day.until(2, Phase.REST).session) == ("rest", "last-round")
    assert "next" in say_again(Day(HIPS).until(2, Phase.REST).session)


def test_another_weight_than_the_one_in_hand_is_told_before_the_set() -> None:
    day = Day(only(THRUST, LUNGE)).do(e.Weigh(8.0))
    assert "weight" not in " ".join(said(day))
    rest = day.until(2, Phase.REST)
    assert "weight" not in " ".join(said(rest))
    assert "another-weight" in said(rest.do(e.Weigh(12.0)))
    assert "another-weight" in say_again(rest.session)
    assert "no-weight" in said(rest.do(e.Weigh(0.0)))
    rest.do(e.Weigh(8.0))
    assert "weight" not in " ".join(said(rest))


def test_a_weight_that_is_told_in_the_rest_says_nothing_else_again() -> None:
    rest = Day(only(THRUST, LUNGE)).do(e.Weigh(8.0)).until(2, Phase.REST)
    before = {item for item in heard(rest.session, Voice.WORDS) if isinstance(item, Spoken)}
    after = {item for item in heard(rest.do(e.Weigh(12.0)).session, Voice.WORDS) if isinstance(item, Spoken)}
    assert {item.phrases for item in after - before} == {("another-weight",)}


def test_warm_up_and_cool_down_are_named_where_they_begin() -> None:
    day = Day(WHOLE)
    assert say_again(day.session)[:2] == ("warm-up", "name-swings")
    assert say_again(day.until(1, Phase.REST).session)[:3] == ("rest", "round-1", "next")
    assert say_again(day.until(9, Phase.REST).session)[:3] == ("rest", "cool-down", "next")
    assert {"warm-up", "cool-down", "another-weight", "take-a-weight", "no-weight"} <= set(RECORDED)


def test_how_many_more_is_asked_aloud_after_the_last_set_until_it_is_answered() -> None:
    day = Day(only(THRUST, LUNGE, sets=1)).until(2, Phase.REST)
    assert "how-many-more" in said(day)
    assert "how-many-more" not in said(day.do(e.Reserve(2)))
    assert "how-many-more" not in said(Day(only(THRUST, LUNGE, sets=2)).until(2, Phase.REST))
