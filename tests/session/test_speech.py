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
from hiptimer.session.cues import Cue, Due, Spoken
from hiptimer.session.sheet import heard
from hiptimer.session.speech import Voice, say_again
from hiptimer.session.state import Phase

from .builders import HIPS, WALL, Day, only

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


@pytest.mark.parametrize(("seconds", "told"), [(16, False), (19, False), (20, True), (30, True)])
def test_halfway_is_said_where_its_tone_sounds(seconds: int, told: bool) -> None:
    day = Day(parse(circuit_text(intervals(f"2x{seconds}/10")))).until(0, Phase.WORK)
    of_this_set = [item for item in heard(day.session, Voice.WORDS) if item.at < day.at + seconds]
    words = [item for item in of_this_set if isinstance(item, Spoken) and "halfway" in item.phrases]
    tones = [item for item in of_this_set if isinstance(item, Due) and item.cue is Cue.HALFWAY]
    assert (len(words), len(tones)) == (told, told)


def test_in_a_rest_between_intervals_it_is_clear_what_comes() -> None:
    day = Day(parse(circuit_text(intervals("3x20/10")))).until(1, Phase.REST)
    assert say_again(day.session) == ("rest", "round-2")
    assert say_again(day.until(2, Phase.REST).session) == ("rest", "last-round")
    assert "next" in say_again(Day(HIPS).until(2, Phase.REST).session)
